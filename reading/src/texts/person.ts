import type { Language } from './languages/language.ts'
import { keyOf, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Names } from './names.ts'

/** Somebody who speaks in a text. */
export interface Person {
  kind: 'person' | 'office' | 'body' | 'party' | 'unnamed'
  name: string
  role: string | null
  party: string | null
  gender: 'he' | 'she' | null
  /** "their spokesman": the one they speak for, whose party may be told later. */
  of?: Person
  /** In which sentence of the text first named. */
  seen?: number
  /** The head word of office or body in the nominative. */
  head: string | null
  /** Seen in the nominative. */
  sure: boolean
}

/** Who has been named so far, and who spoke last. */
export interface People {
  readonly language: Language
  readonly names: Names
  readonly bySurname: Map<string, Person>
  readonly byOffice: Map<string, Person[]>
  readonly byBody: Map<string, Person[]>
  readonly parties: Map<string, Person>
  /** How often a lone name begins a clause as its doer. */
  readonly acting: Map<string, number>
  /** Most recently named last, at most eight. */
  readonly recent: Person[]
  speaker: Person | null
  /** The body that issues the paper, if the text is one. */
  issuer: Person | null
  /** The paper is a letter of the issuer. */
  letter: boolean
}

/** The words of an office that tell it from others, without the article. */
export function meaningful(role: string): string[] {
  return keyOf(role)
    .replace(/(^|\s)ال(?=\p{L}{3})/gu, '$1')
    .split(/[^\p{L}\p{M}'-]+/u)
    .filter((word) => word.length > 2)
}

/**
 * Under which head and words an office is known: "chef du gouvernement" and "premier ministre" are one, by the table
 * of the language.
 */
export function officeKey(people: People, head: string, role: string): { head: string; words: string[] } {
  const { language } = people
  const tokens = tokensOf(role, 0, role.length, language.table.code)
  const alias = find(language.aliases, tokens, 0)
  if (alias === null) return { head, words: meaningful(role) }
  const office = tokensOf(alias.value, 0, alias.value.length, language.table.code)
  const first = office.map((_, at) => find(language.heads, office, at)?.value.name ?? null).find((one) => one !== null)
  const rest = tokens.slice(alias.length).map((token) => token.text)
  return { head: first ?? head, words: meaningful([alias.value, ...rest].join(' ')) }
}
