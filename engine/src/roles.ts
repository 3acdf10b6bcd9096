/** From a person's names to words with roles, as they are stored and compared. */
import { PAIR_MAX } from './assign.ts'
import { fatherOf, isParticle, isTitle, nameToken, splitName } from './name-model.ts'
import { NAMES_MAX, ROLE, valuesOf, WORDS_MAX, type Person, type RoledWord } from './person.ts'

/** The words of a person's names with roles; particles and titles say nothing and are left out when other words are there. */
export function roledWords(person: Person, split: (text: string) => readonly string[] = tellingWords): RoledWord[] {
  const found: RoledWord[] = []
  const counts = new Map<number, number>()
  let name = 0
  const put = (text: string | undefined, role: number): boolean => {
    if (text === undefined) return false
    // A patronymic says the father's name and no more: told either way it is one word, and as rare as that name is.
    const kept = withoutInitials(role === ROLE.father ? split(text).map(fatherWord) : split(text))
    for (const word of kept) {
      const count = counts.get(name) ?? 0
      if (count >= PAIR_MAX) break
      counts.set(name, count + 1)
      found.push({ word, role, name })
    }
    return kept.length > 0
  }
  for (const one of person.names.slice(0, NAMES_MAX)) {
    const said = [
      put(one.whole, ROLE.whole),
      put(one.given, ROLE.given),
      put(one.patronymic ?? one.father, ROLE.father),
      put(one.grandfather, ROLE.grandfather),
      put(one.family, ROLE.family),
    ]
    if (said.includes(true)) name += 1
    if (put(one.alias, ROLE.whole)) name += 1
  }
  name = MOTHER_NAME
  for (const mother of valuesOf(person.mother).slice(0, 1)) put(mother, ROLE.mother)
  return found
}

/** An initial says too little for or against: it is left out as a word that was not told. */
function withoutInitials(words: readonly string[]): readonly string[] {
  return words.some((word) => word.length < 2) ? words.filter((word) => !isInitial(word)) : words
}

function isInitial(word: string): boolean {
  return word.length < 2 && nameToken(word).script !== 'zzzz'
}

function fatherWord(word: string): string {
  return fatherOf(word, nameToken(word).script)
}

/** The words of a part of a name that say who it is, at most `WORDS_MAX`. */
export function tellingWords(text: string): string[] {
  const all = splitName(text)
  const telling = all.filter((word) => !isParticle(word) && !isTitle(word))
  return (telling.length > 0 ? telling : all).slice(0, WORDS_MAX)
}

/** The number of the "name" that holds the mother's words: never compared with the person's own. */
export const MOTHER_NAME = 31

/** Packs a word's number with its role and the number of its name. */
export function packWord(word: number, role: number, name: number): number {
  return (word | (role << 24) | (name << 27)) >>> 0
}
