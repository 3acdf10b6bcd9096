import { bridge } from './bridges.ts'
import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { piece, type Piece, type Place, skip, wordsIn } from './places.ts'
import type { Saying } from './saying.ts'

/** What one act of speech says; `before` when its words are the sentence before. */
export interface Content {
  readonly saying: Saying
  readonly pieces: readonly Piece[]
  readonly before: boolean
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
  const clause = clauseBehind(place).map((one) => unset(place, one))
  if (quotes.length > 0) {
    const first = quotes[0]!.start
    const own = clause.filter(
      (piece) => piece.end <= first && wordsIn(tokens, piece) >= wordsMin && first > tokens[saying.at]!.start,
    )
    return [...own, ...quotes]
  }
  if (saying.kind === 'this') return []
  if (clause.length > 0) return longer(place, clause)
  const ahead = objectAhead(place)
  return ahead.length > 0 ? ahead : trailing(place)
}

/** ", à l'issue d'une rencontre avec ...": where and when it was said is not said. */
function unset({ tokens, language, saying }: Place, of: Piece): Piece {
  for (let at = tokens.length - 1; at > saying.to + 3; at -= 1) {
    const comma = tokens[at]!
    if (comma.start <= of.start || comma.end > of.end || !/^[,،]$/u.test(comma.text)) continue
    if (find(language.set.settings, tokens, at + 1) !== null && tokens[at - 1]!.end > of.start)
      return { ...of, end: tokens[at - 1]!.end }
  }
  return of
}

/** «Куаменко обвинения отверг»: what is denied stands between the doer and the verb. */
function objectAhead({ tokens, language, saying }: Place): Piece[] {
  const { subject, cue } = saying
  if (
    language.table.nominatives.length === 0 ||
    subject === null ||
    cue.implies !== 'denial' ||
    subject.to >= saying.at
  )
    return []
  const has = tokens
    .slice(subject.to, saying.at)
    .some((_, at) => find(language.set.claims, tokens, subject.to + at) !== null)
  return has ? piece(tokens, subject.to, saying.at) : []
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
  if (found.length === 0 && floor === 0 && tokens[0]?.quotation != null && saying.from > 0 && saying.from < 20) take(0)
  for (let one = from; one < to; one += 1) if (tokens[one]!.quotation !== null) take(one)
  return found.sort((a, b) => a.start - b.start)
}

/** The clause or matter behind the verb. */
function clauseBehind(place: Place): Piece[] {
  const { tokens, language, saying, from, to } = place
  const stop = quoteOrEnd(place)
  const that = thatIn(place, stop)
  const { implies } = saying.cue
  const noun =
    that > from + 2 &&
    (implies === 'denial' || implies === 'accusation' || implies === 'demand') &&
    !language.table.bareThat
  if (that !== -1) return piece(tokens, noun ? skip(place, from, stop) : that, stop)
  const at = skip(place, from, stop)
  if (tokens[at]?.text === ':') return piece(tokens, at + 1, stop)
  const { frame } = saying.cue
  if (frame === 'matter' || frame === 'both') return matter(place, at, stop)
  if (frame === 'quotation') return []
  if (at < stop && find(language.objects, tokens, at) !== null && !language.table.bareThat)
    return piece(tokens, at, stop)
  if (find(language.set.about, tokens, at) !== null && !language.table.bareThat) return piece(tokens, at, stop)
  if (at < stop && saysInfinitive(place, at)) return piece(tokens, at, stop)
  if (!language.table.bareThat || at >= stop) return []
  if (/^[,—–]$/u.test(tokens[at]!.text)) return []
  const clause = afterListener(place, at, stop)
  const words = tokens.slice(clause, stop).filter((token) => token.word).length
  void to
  return words >= wordsMin ? piece(tokens, clause, stop) : []
}

/** « dit avoir visité », « assure vouloir ouvrir »: an infinitive right behind the verb is said. */
function saysInfinitive({ tokens, language, saying }: Place, at: number): boolean {
  return (
    language.table.inciseByComma &&
    saying.cue.frame === 'clause' &&
    saying.cue.agrees !== 'infinitive' &&
    /^(?:ne|n'|avoir|être|.{3,}(?:er|ir|oir|re))$/u.test(tokens[at]!.key) &&
    !saying.inverted
  )
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
    if (that !== null && !(saying.cue.implies === 'object' && !language.table.cased && at > from)) {
      if (at > from && find(language.set.conditions, tokens, at - 1) !== null) return -1
      const rest = tokens.slice(at + that.length, stop).filter((token) => token.word).length
      const relative =
        at > from &&
        language.table.bareThat &&
        !endsMention(place, at) &&
        at > skip(place, from, stop) &&
        find(language.set.listeners, tokens, at - 1) === null &&
        find(language.set.papers, tokens, at - 1) === null &&
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
  else if (inserted(place, at + 1)) {
    const close = tokens.findIndex((token, one) => one > at + 1 && one < to && /^[,،]$/u.test(token.text))
    if (close !== -1) at = close
  }
  return piece(tokens, at + 1, to)
}

/** "a diplomat, who asked not to be named,", «дипломат, пожелавший остаться неназванным,»: the words of the insert are no speech. */
function inserted({ tokens, language }: Place, at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    (find(language.set.relative, tokens, at) !== null || find(language.set.inserts, tokens, at) !== null)
  )
}
