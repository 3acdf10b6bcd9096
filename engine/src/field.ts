/** Fields other than names: values made ready, and what two values of one field weigh. */
import { compareDates, DATE_WEIGHTS, readDate, writeDate, type DateWeights, type Reading } from './dates.ts'
import { alignLetters, isParticle, splitName } from './name-model.ts'
import { hashText, wordOf, type Word } from './vocab.ts'
import { wordBits } from './fuzzy.ts'
import type { Level } from './levels.ts'
import type { FieldKind } from './person.ts'

/** A value made ready for comparison; what its kind does not need is empty. */
export type Value = {
  readonly text: string
  readonly plain: string
  readonly readings: readonly Reading[]
  readonly words: readonly string[]
}

/** How two values meet, and its weight in 1/256 bit. */
export type Met = { readonly level: Level; readonly bits: number }

/** Weights of a kind in 1/256 bit: `differ` when both are stated and are not the same, `slip` what one slip costs. */
export type FieldWeights = {
  readonly differ: number
  readonly slip: number
  readonly most: number
  readonly hit: number
  /** of a date: weights by the way the dates meet */
  readonly dates?: DateWeights
}

/** The weights that hold when nothing was fitted. `hit` is log2 of the share of true pairs that agree. */
export const FIELD_WEIGHTS: Readonly<Record<FieldKind, FieldWeights>> = {
  date: { differ: 0, slip: 0, most: 4096, hit: 0 },
  place: { differ: -384, slip: 0, most: 2560, hit: -40 },
  identifier: { differ: -768, slip: -1536, most: 5632, hit: -30 },
  attribute: { differ: -512, slip: -1024, most: 2816, hit: -20 },
}

const VALUE_LENGTH_MAX = 200
const PLACE_WORDS_MAX = 8
/** words of places weigh from here (1/256 bit) */
const PLACE_WORD_MIN = 512

/** Makes a value ready: texts folded, dates read, places cut into words. */
export function readValue(kind: FieldKind, raw: string): Value {
  const text = raw.slice(0, VALUE_LENGTH_MAX)
  if (kind === 'date') {
    const reading = readDate(text)
    return { text, plain: reading ? writeDate(reading) : '', readings: reading ? [reading] : [], words: [] }
  }
  if (kind === 'place') {
    const words = [...new Set(splitName(text).filter((word) => !isParticle(word)))].slice(0, PLACE_WORDS_MAX)
    return { text, plain: words.join(' '), readings: [], words }
  }
  const folded = text.normalize('NFKC').toLowerCase()
  const plain = kind === 'identifier' ? folded.replaceAll(/[^\p{L}\p{N}]/gu, '') : folded.trim().replaceAll(/\s+/g, ' ')
  return { text, plain, readings: [], words: [] }
}

/** A value as it is compared: folded twice, so that a stored value read back is the same; the text stays as written. */
export function readyValue(kind: FieldKind, raw: string): Value {
  return { ...readValue(kind, readValue(kind, raw).plain), text: raw }
}

/** Whether two different texts are one slip apart: a letter wrong, lost, too many, or two changed places. */
export function oneSlip(a: string, b: string): boolean {
  if (a.length < b.length) return oneSlip(b, a)
  if (a.length - b.length > 1) return false
  let at = 0
  while (at < b.length && a[at] === b[at]) at += 1
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at)
  if (a.slice(at + 1) === b.slice(at + 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** A text this short is not forgiven a slip: two house numbers are two houses. */
export const SLIP_LENGTH_MIN = 5

/**
 * Look-up keys of an identifier: its ends, one of which a single slip leaves as it is; for its own length and for one less,
 * since a slip may be a letter too many.
 */
export function slipKeys(plain: string): Uint32Array {
  if (plain.length < SLIP_LENGTH_MIN) return new Uint32Array(0)
  const ends = new Set([plain.length, plain.length - 1].map((length) => Math.min(SLIP_END_MAX, (length - 1) >> 1)))
  return Uint32Array.from(
    [...ends].flatMap((end) => [hashText(`<${plain.slice(0, end)}`), hashText(`>${plain.slice(-end)}`)]),
  )
}

const SLIP_END_MAX = 5

/** What equal values weigh when `share` of all records that state the field have this one (0 … 1). */
export function equalBits(weights: FieldWeights, share: number): number {
  return Math.round(Math.min(weights.most, -256 * Math.log2(Math.max(share, 1e-9))) + weights.hit)
}

/** The weight of words in common between two places, from word weights; 1/256 bit. */
function placeMet(a: Value, b: Value, weights: FieldWeights, share: number): Met {
  if (a.plain === b.plain) return { level: 'same', bits: Math.max(64, equalBits(weights, share)) }
  return placeLevel(a.words.length, b.words.length, placeSum(wordsOf(a), wordsOf(b)), weights, share)
}

const readyWords = new WeakMap<Value, readonly Word[]>()

/** The words of a value ready for the name model, made once. */
export function wordsOf(value: Value): readonly Word[] {
  const known = readyWords.get(value)
  if (known) return known
  const words = value.words.map(wordOf)
  readyWords.set(value, words)
  return words
}

/** Words paired greedily, best first: how many pairs and their weight by the model. */
export function placeSum(a: readonly Word[], b: readonly Word[]): { pairs: number; bits: number } {
  const cells: { i: number; j: number; bits: number }[] = []
  for (const [i, left] of a.entries()) {
    for (const [j, right] of b.entries()) {
      const bits = wordBits(left, right, true)
      if (bits !== undefined && bits >= PLACE_WORD_MIN) cells.push({ i, j, bits })
    }
  }
  cells.sort(
    (p, q) => q.bits - p.bits || Math.min(p.i, p.j) - Math.min(q.i, q.j) || Math.max(p.i, p.j) - Math.max(q.i, q.j),
  )
  const used = { a: 0, b: 0, pairs: 0, bits: 0 }
  for (const { i, j, bits } of cells) {
    if ((used.a & (1 << i)) !== 0 || (used.b & (1 << j)) !== 0) continue
    used.a |= 1 << i
    used.b |= 1 << j
    used.pairs += 1
    used.bits += bits
  }
  return used
}

function placeLevel(
  a: number,
  b: number,
  sum: { pairs: number; bits: number },
  weights: FieldWeights,
  share: number,
): Met {
  const covered = sum.pairs / Math.max(1, Math.min(a, b))
  if (sum.pairs === 0 || covered < 0.5) return { level: 'different', bits: weights.differ }
  const full = Math.min(sum.bits, weights.most, -256 * Math.log2(Math.max(share, 1e-9)))
  const bits = Math.round(weights.differ + (full - weights.differ) * covered) - (a === b ? 0 : 128)
  return bits > 0 ? { level: 'similar', bits } : { level: 'different', bits: Math.max(bits, weights.differ) }
}

/**
 * What two values of one field weigh. `share`: the share of records that have the commoner of the two values (0 … 1).
 * Symmetric. A date that cannot be read says nothing.
 */
export function compareValues(
  kind: FieldKind,
  a: Value,
  b: Value,
  weights: FieldWeights,
  share: number,
): Met | undefined {
  if (kind === 'date') return compareDates(a.readings, b.readings, weights.dates ?? DATE_WEIGHTS, share)
  if (a.plain === '' || b.plain === '') return undefined
  if (kind === 'place') return placeMet(a, b, weights, share)
  if (a.plain === b.plain) return { level: 'same', bits: equalBits(weights, share) }
  if (
    kind === 'identifier' &&
    a.plain.length >= SLIP_LENGTH_MIN &&
    b.plain.length >= SLIP_LENGTH_MIN &&
    oneSlip(a.plain, b.plain)
  ) {
    return { level: 'slip', bits: Math.max(weights.differ, equalBits(weights, share) + weights.slip) }
  }
  return { level: 'different', bits: weights.differ }
}

/** Letters of two values side by side, for display. */
export function alignValues(a: Value, b: Value): { a: string; b: string; same: boolean }[] {
  const left = wordsOf(a)
  const right = wordsOf(b)
  return left.length === 1 && right.length === 1 ? alignLetters(left[0]!.token, right[0]!.token) : []
}
