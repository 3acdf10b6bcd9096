import type { Implication, Language } from './language.ts'
import { isName, type Names } from './names.ts'
import type { Person } from './people.ts'
import type { Kind } from './proposal.ts'
import type { Token } from './tokens.ts'
import { find, holds, search } from './words.ts'

/** What must be known to say what a clause is. */
export interface Clause {
  readonly tokens: readonly Token[]
  readonly implies: Implication
  readonly speaker: Person | null
  readonly quoted: boolean
  readonly language: Language
  readonly names: Names
}

/** The kind of an entry: the verb decides first where it is not neutral, then the words said. */
export function kindOf(clause: Clause): Kind {
  const { implies, tokens, language } = clause
  switch (implies) {
    case 'promise':
      return 'commitment'
    case 'demand':
      return 'request'
    case 'accusation':
      return 'allegation'
    case 'denial':
      return 'denial'
    case 'thanks':
      return 'appreciation'
    case 'announcement': {
      const kind = neutralKind(clause)
      return kind === 'commitment' && futureWithin(clause) ? 'commitment' : 'announcement'
    }
    case 'object': {
      const at = search(language.objects, tokens, 0, Math.min(tokens.length, 8))
      const decided = at === -1 ? null : find(language.objects, tokens, at)
      return decided === null ? 'position' : kindOf({ ...clause, implies: decided.value })
    }
    case 'view': {
      const kind = neutralKind(clause)
      return kind === 'request' && !holds(language.signs.everyone, tokens, 0, tokens.length) && clause.quoted
        ? 'request'
        : 'position'
    }
    case 'neutral':
      return neutralKind(clause)
  }
}

function futureWithin({ language, tokens }: Clause): boolean {
  return holds(language.signs.future, tokens, 0, tokens.length) || holds(language.signs.ready, tokens, 0, tokens.length)
}

function neutralKind(clause: Clause): Kind {
  const { tokens, language, quoted } = clause
  const { signs } = language
  const has = (name: keyof typeof signs, to = tokens.length): boolean => holds(signs[name], tokens, 0, to)
  if (has('thanks') && !has('wrong', 4)) return 'appreciation'
  const everyone = has('everyone')
  if (has('request') && (quoted || !everyone)) return 'request'
  const owner = ownerOf(clause)
  const wrong = has('wrong')
  const denied = has('denial')
  if (denied && (owner !== 'other' || !wrong)) return 'denial'
  if (imperative(clause)) return 'request'
  const duty = search(signs.duty, tokens, 0, tokens.length)
  if (duty !== -1 && !everyone && owner === 'other' && !(wrong && search(signs.wrong, tokens, 0, tokens.length) < duty))
    return 'request'
  if (duty !== -1 && (everyone || owner === 'other' || owner === 'none')) return 'position'
  const future = search(signs.future, tokens, 0, tokens.length)
  const ready = has('ready')
  if (owner === 'own' && (future !== -1 || ready)) return 'commitment'
  if (owner === 'none' && future !== -1 && has('good') && !everyone && !conditional(clause)) return 'commitment'
  if (wrong && owner === 'other') return 'allegation'
  if (wrong && owner === 'none' && !everyone && future === -1 && partyWithin(clause)) return 'allegation'
  const event = has('news')
  if (event && !has('view') && (numbered(clause) || owner === 'own' || owner === 'none') && duty === -1)
    return 'announcement'
  return 'position'
}

/** A bare conditional about others ("it would be wrong") promises nothing. */
function conditional({ tokens, language }: Clause): boolean {
  return holds(language.signs.view, tokens, 0, tokens.length)
}

function numbered({ tokens }: Clause): boolean {
  return tokens.some((token) => /^\p{N}/u.test(token.text))
}

/** Whose doing the clause tells of: the speaker's own side, another party, or nobody named. */
export function ownerOf({ tokens, language, names, speaker }: Clause): 'own' | 'other' | 'none' {
  const limit = Math.min(tokens.length, 14)
  let other = -1
  const own = search(language.signs.own, tokens, 0, limit)
  for (let at = 0; at < limit; at += 1) {
    const party = partyAt(tokens, at, language, names)
    if (party === null) continue
    if (sameParty(party, speaker, language)) return other === -1 ? 'own' : 'other'
    if (other === -1) other = at
  }
  const third = tokens.slice(0, 3).findIndex((token) => find(language.pronouns, [token], 0, false)?.value === 'they')
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

function partyAt(tokens: readonly Token[], at: number, language: Language, names: Names): string | null {
  const token = tokens[at]!
  if (!language.table.cased) {
    const known = [...token.loose].find((key) => names.lone.has(key))
    return known ?? null
  }
  if (!isName(tokens, at, language, names) && !(token.capital && names.adjectives.has(stem(token, language)))) {
    return names.adjectives.has(stem(token, language)) &&
      language.table.partyEndings.some((ending) => token.key.endsWith(ending))
      ? token.key
      : null
  }
  return token.key
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

function stemText(word: string, language: Language): string {
  for (const ending of language.table.countryEndings) {
    if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

function partyWithin({ tokens, language, names, speaker }: Clause): boolean {
  return tokens.some((_, at) => {
    const party = partyAt(tokens, at, language, names)
    return party !== null && !sameParty(party, speaker, language)
  })
}

/** "Let them go.", "Stop this.": an order, in a quotation. */
function imperative({ tokens, quoted, language }: Clause): boolean {
  return quoted && tokens[0] !== undefined && find(language.set.imperatives, tokens, 0) !== null
}

/** A sentence that only takes up the one before ("That is our duty."). */
export function takesUp(tokens: readonly Token[], language: Language): boolean {
  return find(language.set.demonstratives, tokens, 0) !== null || tokens.filter((token) => token.word).length < 3
}
