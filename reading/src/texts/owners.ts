import type { Implication, Language } from './languages/language.ts'
import { keyOf, type Token } from './languages/tokens.ts'
import { find, search } from './languages/words.ts'
import { isName, type Names } from './names.ts'
import type { Person } from './person.ts'

/** What must be known to say what a clause is. */
export interface Clause {
  readonly tokens: readonly Token[]
  readonly implies: Implication
  readonly speaker: Person | null
  readonly quoted: boolean
  readonly language: Language
  readonly names: Names
}

/** Whose doing the clause tells of: the speaker's own side, another party, or nobody named. */
export function ownerOf({ tokens, language, names, speaker, quoted }: Clause): 'own' | 'other' | 'none' {
  const begin = afterCondition(tokens, language)
  if (begin > 0) return ownerOf({ tokens: tokens.slice(begin), language, names, speaker, quoted, implies: 'neutral' })
  const limit = Math.min(tokens.length, 14)
  let other = -1
  const own = search(language.signs.own, tokens, 0, limit)
  for (let at = 0; at < limit; at += 1) {
    const party = partyAt(tokens, at, language, names)
    if (party === null) continue
    if (sameParty(party, speaker, language)) return other === -1 ? 'own' : 'other'
    if (other === -1) other = at
  }
  const third = thirdAt(tokens, language, quoted)
  if (!quoted && find(language.set.possessives, tokens, 0) !== null && other === -1) return 'own'
  if (!quoted && speaker !== null && other === -1 && own === -1 && find(language.pronouns, tokens, 0, false) !== null)
    return third === 0 ? 'other' : 'own'
  if (own !== -1 && (other === -1 || own < other)) {
    const first = tokens[own]!
    const verbAfter = search(language.signs.wrong, tokens, 0, tokens.length)
    return other !== -1 && other < verbAfter && own > 2 && first.key.length < 4
      ? 'other'
      : third !== -1 && third < own
        ? 'other'
        : 'own'
  }
  if (other !== -1 || third !== -1) return 'other'
  return 'none'
}

/** "For months it has refused": they, or in a quotation he, she and it, are the other side. */
function thirdAt(tokens: readonly Token[], language: Language, quoted: boolean): number {
  for (let at = 0; at < Math.min(tokens.length, 8); at += 1) {
    const pronoun = find(language.pronouns, tokens, at, false)?.value
    const other = pronoun === 'they' || (quoted && (pronoun === 'it' || pronoun === 'he' || pronoun === 'she'))
    if (other && (at < 3 || search(language.signs.wrong, tokens, at, at + 4) !== -1)) return at
  }
  return -1
}

/** "If they return the bodies, we will ...": whose doing it is stands behind the condition. */
function afterCondition(tokens: readonly Token[], language: Language): number {
  if (find(language.set.conditions, tokens, 0) === null) return 0
  const comma = tokens.findIndex((token) => /^[,،]$/u.test(token.text))
  return comma > 0 && comma < tokens.length - 2 ? comma + 1 : 0
}

function partyAt(tokens: readonly Token[], at: number, language: Language, names: Names): string | null {
  const token = tokens[at]!
  const { signs } = language
  if (
    at === 0 &&
    [
      signs.negation,
      signs.denial,
      signs.own,
      signs.everyone,
      signs.request,
      signs.ready,
      signs.news,
      signs.thanks,
      language.set.demonstratives,
      language.set.conditions,
    ].some((one) => find(one, tokens, at) !== null)
  )
    return null
  if (!language.table.cased) {
    const known = [...token.loose].find((key) => names.lone.has(stemText(key, language)))
    return known ?? null
  }
  if (
    at === 0 &&
    (find(language.set.plain, tokens, 0) !== null || names.starts.has(token.key.slice(0, 5))) &&
    !names.inner.has(stem(token, language)) &&
    !names.parties.has(stem(token, language)) &&
    !names.surnames.has(stem(token, language))
  )
    return null
  if (inside(tokens, at, language) && !names.parties.has(stem(token, language))) return null
  if (!isName(tokens, at, language, names) && !(token.capital && names.adjectives.has(stem(token, language)))) {
    return names.adjectives.has(stem(token, language)) &&
      language.table.partyEndings.some((ending) => token.key.endsWith(ending))
      ? token.key
      : null
  }
  return token.key
}

/** "the gates of Lidow": a name behind a preposition is a place unless the text knows it as a party. */
function inside(tokens: readonly Token[], at: number, language: Language): boolean {
  let before = at - 1
  while (
    before >= 0 &&
    (find(language.set.articles, tokens, before) !== null ||
      find(language.set.and, tokens, before) !== null ||
      tokens[before]!.text === ',' ||
      (tokens[before]!.capital && before > 0))
  )
    before -= 1
  return (
    before >= 0 &&
    (find(language.set.prepositions, tokens, before) !== null || find(language.set.places, tokens, before) !== null)
  )
}

function stem(token: Token, language: Language): string {
  for (const ending of language.table.countryEndings) {
    if (token.key.length - ending.length >= 3 && token.key.endsWith(ending)) return token.key.slice(0, -ending.length)
  }
  return token.key
}

function sameParty(word: string, speaker: Person | null, language: Language): boolean {
  if (speaker?.party == null) return false
  const cut = (one: string): string => stemText(one.toLowerCase(), language)
  return (
    speaker.party.split(' ').some((one) => cut(one) === cut(word)) ||
    speaker.name.toLowerCase().split(' ').includes(word)
  )
}

function stemText(written: string, language: Language): string {
  const word = language.table.cased ? written : keyOf(written).replace(/^ال(?=.{4})/u, '')
  for (const ending of language.table.countryEndings) {
    if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

/** Is another party than the speaker's named? */
export function partyWithin({ tokens, language, names, speaker }: Clause): boolean {
  return tokens.some((_, at) => {
    const party = partyAt(tokens, at, language, names)
    return party !== null && !sameParty(party, speaker, language)
  })
}
