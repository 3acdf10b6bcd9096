/** What the weights stand on besides the pair itself: how common words and values are, how many records there are. */
import type { NameWeights } from './assign.ts'
import { FIELD_WEIGHTS, type FieldWeights } from './field.ts'
import type { FieldKind } from './person.ts'
import type { Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { findText, type Word } from './vocab.ts'

/** Numbers of the model; what is not given is the shipped value. */
export type Model = {
  readonly fields?: Readonly<Record<string, Partial<FieldWeights>>>
  readonly names?: NameWeights
  /** how many records of the lists a request's person is expected to have, above 0 */
  readonly expected?: number
}

/** Frequencies of the given segments and no others, so that what a reader sees never depends on what a reader may not see. */
export type Context = {
  readonly stores: readonly Store[]
  readonly model: Model
  readonly records: number
  /** prior log2 odds against a given record, in 1/256 bit */
  readonly priorBits: number
  readonly channels: Map<string, Channel>
  /** the searched record stands in the segments itself */
  readonly isWithin: boolean
}

/** Words of one segment that may be a query word: heaviest first by whole bits, their weights, and the most any
 * of it and those after it weighs. */
export type ChannelList = { readonly words: Uint32Array; readonly weights: Int32Array; readonly bounds: Int32Array }

/** One query word against all words held: what was found in each segment, and how often such a word is met at all. */
export type Channel = {
  readonly found: readonly ChannelList[]
  /** how much commoner the word is in the lists than by its letters: the sum over all records' words of 2^bits */
  readonly sum: number
}

/** Records taken to be known beside the segments' dates, spread over the days of some 42 years. */
const DATE_PSEUDO = 500
const DAY_SHARE = 2 ** -13.9

/** Records taken to be known beside the segments, so that a small segment does not make every name look common. */
const WORD_PSEUDO = 1000
const VALUE_PSEUDO: Readonly<Record<FieldKind, number>> = {
  date: DATE_PSEUDO,
  place: 200,
  identifier: 10_000,
  attribute: 12,
}

/** The context of these segments. `isWithin` when the records asked for are held in them themselves (duplicates). */
export function contextOf(stores: readonly Store[], model: Model = {}, isWithin = false): Context {
  let records = 0
  for (const store of stores) records += store.rows - store.gone.size
  return {
    stores,
    model,
    records,
    priorBits: Math.round(256 * Math.log2(Math.max(1, records) / (model.expected ?? 1))),
    channels: new Map(),
    isWithin,
  }
}

/** The words like a query word, looked up once for each context. */
export function channelOf(context: Context, word: Word): Channel {
  const known = context.channels.get(word.text)
  if (known) return known
  let sum = context.isWithin ? -(2 ** (word.own / 256)) : 0
  const found = context.stores.map((store) => {
    const list = store.finder.find(word)
    const counts = store.words.counts.data
    for (let at = 0; at < list.words.length; at += 1) sum += counts[list.words[at]!]! * 2 ** (list.bits[at]! / 256)
    return list
  })
  sum = Math.max(0, sum)
  const channel = {
    sum,
    found: found.map((list) =>
      inOrder(
        list.words,
        list.bits.map((bits) => weigh(context, sum, bits)),
      ),
    ),
  }
  context.channels.set(word.text, channel)
  return channel
}

const BUCKETS = 64

/** Orders by whole bits, heaviest first; within a bit the order of the vocabulary stays. */
function inOrder(words: Uint32Array, weights: Int32Array): ChannelList {
  const starts = new Uint32Array(BUCKETS + 1)
  const bucketOf = (weight: number): number => BUCKETS - 1 - Math.max(0, Math.min(BUCKETS - 1, (weight >> 8) + 4))
  for (const weight of weights) starts[bucketOf(weight) + 1]! += 1
  for (let at = 1; at <= BUCKETS; at += 1) starts[at]! += starts[at - 1]!
  const ordered = {
    words: new Uint32Array(words.length),
    weights: new Int32Array(words.length),
    bounds: new Int32Array(words.length),
  }
  for (let at = 0; at < words.length; at += 1) {
    const bucket = bucketOf(weights[at]!)
    ordered.words[starts[bucket]!] = words[at]!
    ordered.weights[starts[bucket]!] = weights[at]!
    starts[bucket]! += 1
  }
  let most = -Infinity
  for (let at = words.length - 1; at >= 0; at -= 1) {
    most = Math.max(most, ordered.weights[at]!)
    ordered.bounds[at] = most
  }
  return ordered
}

/**
 * The weight of a query word and a record's word that may be one name, in 1/256 bit: a noisy channel. The model's ratio
 * tells how much likelier the query word is from this name than from letters; what is taken off is how much likelier than
 * letters the query word is from all *other* records together (engine.md A3).
 */
function weigh(context: Context, sum: number, bits: number): number {
  if (context.stores.length === 0) return bits
  const others = Math.max(0, sum - 2 ** (bits / 256)) / (context.records + WORD_PSEUDO)
  return bits - Math.round(256 * Math.log2(1 + others))
}

/** Weights of a field: fitted ones over the kind's, sex apart because it has two values. */
export function weightsOf(model: Model, key: string, kind: FieldKind): FieldWeights {
  const base = key === 'sex' ? SEX_WEIGHTS : FIELD_WEIGHTS[kind]
  const fitted = model.fields?.[key]
  return fitted ? { ...base, ...fitted } : base
}

const SEX_WEIGHTS: FieldWeights = { differ: -1100, slip: 0, most: 256, hit: -10 }

/** The share of records stating the field that have this value, 0 … 1, never 0; of a date, of the other records. */
export function shareOf(context: Context, key: string, kind: FieldKind, plain: string): number {
  let count = 0
  let stated = 0
  for (const store of context.stores) {
    const column = store.columns.get(key)
    if (!column) continue
    stated += column.stated
    const number = findText(column.texts, plain)
    if (number >= 0) count += column.counts.data[number]!
  }
  if (kind === 'date') return (Math.max(0, count - 1) + DATE_PSEUDO * DAY_SHARE) / (stated + DATE_PSEUDO)
  return (count + 0.5) / (stated + VALUE_PSEUDO[kind])
}
