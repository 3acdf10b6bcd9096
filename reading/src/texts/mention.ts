import type { Head, Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { isName, isPartyAdjective, type Names, stemOf } from './names.ts'

/** Words of a sentence that stand for somebody who can speak; token places, `to` excluded. */
export interface Mention {
  from: number
  to: number
  kind: 'person' | 'office' | 'body' | 'name' | 'pronoun' | 'unnamed' | 'together'
  pronoun: 'he' | 'she' | 'it' | 'they' | 'we' | 'latter' | null
  head: Head | null
  /** The words of the office or body, without the party before it. */
  role: string | null
  /** A person's or a country's name as it stands. */
  name: string | null
  title: string | null
  /** The word for the party as it stands. */
  party: string | null
  /** The independent body an office belongs to. */
  body: string | null
  gender: 'he' | 'she' | null
  oblique: boolean
  /** "the", "le" before it. */
  definite: boolean
  /** "my government": of who speaks. */
  ours: boolean
  /** "their spokesman": of the body or party named last. */
  possessed: boolean
  afterPreposition: boolean
}

export interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: Language
  readonly names: Names
  /** While a phrase grows: whether it ends with its party, and where its office ends. */
  readonly grown: { partyLast: boolean; roleEnd: number }
}

export function blank(from: number, to: number, kind: Mention['kind']): Mention {
  return {
    from,
    to,
    kind,
    pronoun: null,
    head: null,
    role: null,
    name: null,
    title: null,
    party: null,
    body: null,
    gender: null,
    oblique: false,
    definite: false,
    possessed: false,
    ours: false,
    afterPreposition: false,
  }
}

export function leadsToHead(reader: Reader, at: number): boolean {
  const { tokens, language } = reader
  for (let to = at; to < Math.min(tokens.length, at + 4); to += 1) {
    if (tokens[to]!.key === "'s") continue
    if (find(language.heads, tokens, to) !== null) return true
    if (find(language.set.modifiers, tokens, to) === null && !isPartyAdjective(tokens[to]!, language, reader.names))
      return false
  }
  return false
}

/** Is this capital word known as a country or party from the rest of the text? */
export function isParty(reader: Reader, token: Token): boolean {
  const stem = stemOf(token.key, reader.language)
  if (reader.names.adjectives.has(stem)) return true
  if (
    reader.language.table.code === 'en' &&
    reader.language.table.partyEndings.some((ending) => ending.length > 1 && token.key.endsWith(ending))
  )
    return false
  return (reader.names.lone.get(stem) ?? 0) > 0 && !reader.names.surnames.has(stem)
}

export function named(reader: Reader, at: number): boolean {
  return isName(reader.tokens, at, reader.language, reader.names)
}

export function nameEnd(reader: Reader, from: number): number {
  const { tokens, language } = reader
  let to = from
  const max = language.table.cased ? 5 : 4
  while (to - from < max) {
    if (
      named(reader, to) &&
      !(to > from && !language.table.cased && masdar(tokens[to]!.key)) &&
      !(to > from && !language.table.cased && tokens[to]!.keys.length > 1 && !tokens[to]!.key.startsWith('ال'))
    )
      to += 1
    else if (to > from && find(language.set.particles, tokens, to) !== null && named(reader, to + 1)) to += 2
    else if (to > from && tokens[to]?.text === '.' && /^\p{Lu}$/u.test(tokens[to - 1]!.text) && named(reader, to + 1))
      to += 1
    else break
  }
  return to
}

/** بدراسة, بإطلاق, لضمان: a preposition and the noun of an action, not the next part of a name. */
export function masdar(key: string): boolean {
  return /^[بل](?:ت.{2}ي.|ا.{2,}ا.?ة?|است.+|.{3,}ة|م.{2,}ة|ضمان|فتح|نقل|منع|وقف|دخول|عودة|رفض|خرق|قتل|حجز)$/u.test(key)
}

export function skipMark(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '.' ? at + 1 : at
}

export function stops(reader: Reader, at: number): boolean {
  const { tokens, language } = reader
  const { set } = language
  return (
    find(set.stops, tokens, at) !== null ||
    find(set.prepositions, tokens, at) !== null ||
    find(language.cues, tokens, at, false) !== null ||
    find(set.between, tokens, at) !== null ||
    find(set.timeWords, tokens, at) !== null ||
    find(language.weekdays, tokens, at) !== null
  )
}

export function preposed(reader: Reader, from: number): boolean {
  const { tokens, language } = reader
  let at = from - 1
  while (at >= 0 && find(language.set.articles, tokens, at) !== null) at -= 1
  if (at < 0) return !language.table.cased && /^(?:[بل]ال|لل)/u.test(tokens[from]?.keys.at(-1) ?? '')
  for (let length = 1; length <= 3 && at - length + 1 >= 0; length += 1) {
    const found = find(language.set.prepositions, tokens, at - length + 1)
    if (found !== null && found.length === length) return true
  }
  return !language.table.cased && /^(?:[بل]ال|لل)/u.test(tokens[from]?.keys.at(-1) ?? '')
}

export function wordsOf(reader: Reader, from: number, to: number): string {
  if (to <= from) return ''
  const { tokens, text } = reader
  return text
    .slice(tokens[from]!.start, tokens[to - 1]!.end)
    .replace(/\s+/gu, ' ')
    .replace(/(?<=^|\s)(\p{Lu})\.(?=\p{Lu}\p{Ll})/gu, '$1. ')
}

/** The name of a person right behind the office. */
export function tail(reader: Reader, at: number, mention: Mention): number {
  const { tokens, language } = reader
  let from = at
  if (/^[,،]$/u.test(tokens[from]?.text ?? '') && tokens[from + 1]?.text === 'H' && tokens[from + 3]?.text === 'E')
    from += 5
  const title = find(language.titles, tokens, from)
  if (title !== null) {
    mention.title = wordsOf(reader, from, from + title.length)
    if (title.value !== 'any') mention.gender ??= title.value
    from = skipMark(tokens, from + title.length)
  }
  if (!named(reader, from)) return at
  if (!language.table.cased && reader.names.lone.has(stemOf(tokens[from]!.key, language))) return at
  const to = nameEnd(reader, from)
  if (language.table.cased && leadsToHead(reader, to)) return at
  mention.name = wordsOf(reader, from, to)
  mention.kind = 'person'
  return to
}
