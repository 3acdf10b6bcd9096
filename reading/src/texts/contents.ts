import type { Language } from './language.ts'
import type { Mention } from './mentions.ts'
import { bridge, type Saying } from './sayings.ts'
import type { Token } from './tokens.ts'
import { find } from './words.ts'

/** A stretch of the text that somebody says. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

/** What one act of speech says; `before` when its words are the sentence before. */
export interface Content {
  readonly saying: Saying
  readonly pieces: readonly Piece[]
  readonly before: boolean
}

interface Place {
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

const windowMax = 22
const wordsMin = 3

/** Gives each act of speech of a sentence the words it says. */
export function contentsOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  sayings: readonly Saying[],
  language: Language,
): Content[] {
  const claimed = new Set<number>()
  let floor = 0
  return sayings.map((saying, index) => {
    const next = sayings[index + 1]
    const place: Place = {
      tokens,
      mentions,
      language,
      saying,
      from: saying.to,
      to: next === undefined ? tokens.length : Math.max(saying.to, next.from),
      floor,
    }
    const pieces = piecesOf(place, claimed)
    floor = place.to
    return { saying, pieces, before: saying.kind === 'this' && pieces.length === 0 }
  })
}

function piecesOf(place: Place, claimed: Set<number>): Piece[] {
  const { saying, tokens } = place
  const quotes = quotesAround(place, claimed)
  if (saying.kind === 'according' || saying.kind === 'as')
    return [...quotes, ...(quotes.length === 0 ? beside(place) : [])]
  const clause = clauseBehind(place)
  if (quotes.length > 0) {
    const first = quotes[0]!.start
    const own = clause.filter(
      (piece) => piece.end <= first && wordsIn(tokens, piece) >= wordsMin && first > tokens[saying.at]!.start,
    )
    return [...own, ...quotes]
  }
  if (saying.kind === 'this') return []
  if (clause.length > 0) return longer(place, clause)
  return trailing(place)
}

/** Quotations right before the group of doer and verb, and behind it. */
function quotesAround(place: Place, claimed: Set<number>): Piece[] {
  const { tokens, saying, from, to, floor } = place
  const found: Piece[] = []
  const take = (at: number): void => {
    const quotation = tokens[at]?.quotation
    if (quotation === null || quotation === undefined || claimed.has(at)) return
    claimed.add(at)
    found.push({ start: quotation.start, end: quotation.end, quoted: true })
  }
  let at = saying.from - 1
  while (at >= floor && /^[,،.—–!?-]$/u.test(tokens[at]!.text)) at -= 1
  if (at >= floor || (at >= 0 && tokens[at]?.quotation !== null)) take(at)
  for (let one = from; one < to; one += 1) if (tokens[one]!.quotation !== null) take(one)
  return found.sort((a, b) => a.start - b.start)
}

/** The clause or matter behind the verb. */
function clauseBehind(place: Place): Piece[] {
  const { tokens, language, saying, from, to } = place
  const stop = quoteOrEnd(place)
  const that = thatIn(place, stop)
  if (that !== -1) return piece(tokens, that, stop)
  const at = skip(place, from, stop)
  if (tokens[at]?.text === ':') return piece(tokens, at + 1, stop)
  const { frame } = saying.cue
  if (frame === 'matter' || frame === 'both') return matter(place, at, stop)
  if (frame === 'quotation') return []
  if (find(language.set.about, tokens, at) !== null && !language.table.bareThat) return piece(tokens, at, stop)
  if (!language.table.bareThat || at >= stop) return []
  if (/^[,—–]$/u.test(tokens[at]!.text)) return []
  const clause = afterListener(place, at, stop)
  const words = tokens.slice(clause, stop).filter((token) => token.word).length
  void to
  return words >= wordsMin ? piece(tokens, clause, stop) : []
}

function matter(place: Place, at: number, stop: number): Piece[] {
  const { tokens, saying } = place
  let from = at
  if (saying.inverted && from < stop && /^[,،]$/u.test(tokens[from]!.text)) from = skip(place, from + 1, stop)
  if (from >= stop || !tokens[from]!.word) return []
  const after =
    saying.cue.implies === 'promise' || saying.cue.implies === 'neutral' ? afterListener(place, from, stop) : from
  const use = after > from && tokens.slice(after, stop).some((token) => token.word) ? after : from
  return piece(tokens, use, stop)
}

function quoteOrEnd({ tokens, from, to }: Place): number {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]!.quotation !== null) return at
    if (tokens[at]!.text === ':' && tokens[at + 1]?.quotation != null) return at
  }
  return to
}

/** The place behind "that", when only the listener, times and phrases stand between. */
function thatIn(place: Place, stop: number): number {
  const { tokens, language, saying, from } = place
  const near = saying.cue.frame === 'clause' || saying.cue.frame === 'quotation' ? windowMax : 9
  for (let at = from; at < Math.min(stop, from + near); at += 1) {
    const that = find(language.set.that, tokens, at)
    if (that !== null) {
      const rest = tokens.slice(at + that.length, stop).filter((token) => token.word).length
      const relative =
        saying.cue.frame !== 'clause' &&
        at > from + 1 &&
        language.table.bareThat &&
        !endsMention(place, at) &&
        find(language.set.listeners, tokens, at - 1) === null &&
        !bridge(place, at - 1, true)
      return rest >= 1 && !relative ? at + that.length : -1
    }
    if (
      find(language.cues, tokens, at, false) !== null &&
      at > from &&
      saying.cue.frame !== 'clause' &&
      tokens[at]!.key.length > 3
    )
      return -1
  }
  return -1
}

function endsMention(place: Place, at: number): boolean {
  return place.mentions.some((one) => one.to === at)
}

/** Steps over times, "in a statement", "to reporters". */
function skip(place: Place, from: number, stop: number): number {
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
    else if (token.text === ',' && at > from && timely(place, at - 1)) at += 1
    else break
  }
  return at
}

function timely({ tokens, language }: Place, at: number): boolean {
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
function adjunctEnd(place: Place, at: number, stop: number): number {
  const { tokens, language, saying } = place
  const { set } = language
  const preposition = find(set.prepositions, tokens, at)!
  let to = at + preposition.length
  while (to < stop && find(set.articles, tokens, to) !== null) to += 1
  const limit = Math.min(stop, to + 4)
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

function afterListener(place: Place, at: number, stop: number): number {
  const { tokens, language, saying } = place
  if (find(language.set.takesListener, tokens, saying.at) === null) return at
  const listener = find(language.set.listeners, tokens, at)
  let to = at
  if (listener !== null) to = at + listener.length
  else {
    const mention = place.mentions.find((one) => one.from === at)
    if (mention === undefined) return at
    to = mention.to
  }
  to = skip(place, to, stop)
  return to < stop ? to : at
}

/** "The camps, he said, are open": the longer piece. */
function longer(place: Place, behind: Piece[]): Piece[] {
  const { tokens, saying, floor } = place
  const before = tokens[saying.from - 1]
  const after = tokens[saying.to]
  if (before?.text !== ',' || after?.text !== ',') return behind
  const ahead = piece(tokens, floor, saying.from - 1)
  return ahead.length > 0 && wordsIn(tokens, ahead[0]!) > wordsIn(tokens, behind[0]!) ? ahead : behind
}

/** "Belmora will open its camp, the minister said on Thursday." */
function trailing(place: Place): Piece[] {
  const { tokens, saying, to, from, floor } = place
  const before = tokens[saying.from - 1]
  if (before === undefined || !/^[,،—–]$/u.test(before.text)) return []
  if (saying.cue.frame === 'matter' || saying.cue.agrees === 'participle') return []
  const ahead = piece(tokens, floor, saying.from - 1)
  if (ahead.length === 0 || wordsIn(tokens, ahead[0]!) < wordsMin) return []
  const rest = tokens.slice(from, to).filter((token) => token.word).length
  const empty = skip(place, from, to)
  const parenthesis = tokens[from]?.text === ','
  if (rest === 0 || empty >= to || /^[.,،!?—–]$/u.test(tokens[empty]!.text) || (saying.inverted && rest <= 12)) {
    if (!parenthesis) return ahead
    const behind = piece(tokens, from + 1, to)
    return behind.length > 0 && wordsIn(tokens, behind[0]!) > wordsIn(tokens, ahead[0]!) ? behind : ahead
  }
  return rest <= 10 && saying.cue.frame === 'clause' ? ahead : []
}

/** "According to X, ..." and "as X said, ...": behind when at the beginning, else before. */
function beside(place: Place): Piece[] {
  const { tokens, saying, to, floor } = place
  const end = Math.max(saying.to, saying.subject?.to ?? saying.to)
  const leading = tokens.slice(floor, saying.from).filter((token) => token.word).length <= 2
  if (!leading) return piece(tokens, floor, saying.from)
  let at = end
  while (at < to && !/^[,،:—–]$/u.test(tokens[at]!.text)) at += 1
  if (at >= to || at - end > 12) at = end - 1
  return piece(tokens, at + 1, to)
}

/** A stretch without the marks, and the "and", at its ends; empty when no word is left. */
function piece(tokens: readonly Token[], from: number, to: number): Piece[] {
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

function wordsIn(tokens: readonly Token[], of: Piece): number {
  return tokens.filter((token) => token.word && token.start >= of.start && token.end <= of.end).length
}
