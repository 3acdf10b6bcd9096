import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'
import type { Saying } from './saying.ts'

/** A stretch of the text that somebody says. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

export interface Place {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly language: Language
  readonly saying: Saying
  /** The region behind the verb, up to the next act of speech. */
  readonly from: number
  readonly to: number
  /** Where words before the verb may begin. */
  readonly floor: number
}

/** Steps over times, "in a statement", "to reporters". */
export function skip(place: Place, from: number, stop: number): number {
  const { tokens, language } = place
  let at = from
  while (at < stop) {
    const token = tokens[at]!
    if (find(language.set.that, tokens, at) !== null) return at
    if (find(language.set.listeners, tokens, at) !== null && place.saying.cue.implies === 'neutral') {
      at += find(language.set.listeners, tokens, at)!.length
    } else if (token.word && find(language.set.prepositions, tokens, at) !== null && adjunctEnd(place, at, stop) > at)
      at = adjunctEnd(place, at, stop)
    else if (token.word && timely(place, at)) at += 1
    else if (/^[,،]$/u.test(token.text) && at > from && timely(place, at - 1)) at += 1
    else break
  }
  return at
}

export function timely({ tokens, language }: Place, at: number): boolean {
  const { set } = language
  const token = tokens[at]!
  return (
    (find(set.timeWords, tokens, at) !== null && !language.set.articles.root.exact.has(token.key)) ||
    find(language.weekdays, tokens, at) !== null ||
    find(set.months, tokens, at) !== null ||
    (find(set.between, tokens, at) !== null && /ly$|also|again|later/u.test(token.key))
  )
}

/** "on Friday", "in a statement", "to reporters in Halden", "during a meeting with ...": where the phrase ends. */
export function adjunctEnd(place: Place, at: number, stop: number): number {
  const { tokens, language, saying } = place
  const { set } = language
  const preposition = find(set.prepositions, tokens, at)!
  let to = at + preposition.length
  while (to < stop && find(set.articles, tokens, to) !== null) to += 1
  const direct = saying.cue.frame === 'matter' || saying.cue.frame === 'both'
  const toward = language.table.bareThat && tokens[at]!.key === 'to'
  const limit = Math.min(stop, to + (direct || toward ? 1 : 4))
  if (toward && find(set.listeners, tokens, to) === null) return at
  let seen = false
  for (let one = to; one < limit; one += 1) {
    if (
      find(set.papers, tokens, one) !== null ||
      find(set.listeners, tokens, one) !== null ||
      find(language.weekdays, tokens, one) !== null ||
      find(set.months, tokens, one) !== null ||
      find(set.timeWords, tokens, one) !== null
    ) {
      seen = true
      to = one + 1
    } else if (/^\p{N}/u.test(tokens[one]!.text) && seen) to = one + 1
    else if (seen || !tokens[one]!.word) break
  }
  if (seen) return to
  const mention = place.mentions.find(
    (one) => one.from <= at + preposition.length + 1 && one.to > at + preposition.length && one.from >= at,
  )
  const clausal = saying.cue.frame === 'clause'
  return clausal && mention !== undefined && mention.afterPreposition && mention.to < stop ? mention.to : at
}

/** A stretch without the marks, and the "and", at its ends; empty when no word is left. */
export function piece(tokens: readonly Token[], from: number, to: number): Piece[] {
  let start = from
  let end = Math.min(to, tokens.length)
  while (
    start < end &&
    !tokens[start]!.word &&
    tokens[start]!.quotation === null &&
    !/^[«“„"]$/u.test(tokens[start]!.text)
  )
    start += 1
  while (end > start && !tokens[end - 1]!.word && !/^[)\]»”"%]$/u.test(tokens[end - 1]!.text)) end -= 1
  if (start >= end) return []
  return [{ start: tokens[start]!.start, end: tokens[end - 1]!.end, quoted: false }]
}

export function wordsIn(tokens: readonly Token[], of: Piece): number {
  return tokens.filter((token) => token.word && token.start >= of.start && token.end <= of.end).length
}
