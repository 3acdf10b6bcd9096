/** What the weights stand on besides the pair itself: how common words and values are, how many records there are. */
import { FIELD_WEIGHTS, type FieldWeights } from './field.ts'
import type { FieldKind } from './person.ts'
import type { Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { findText, type Word } from './vocab.ts'

/** Numbers of the model; what is not given is the shipped value. */
export type Model = {
  readonly fields?: Readonly<Record<string, Partial<FieldWeights>>>
  /** share of requests whose person is in the lists at all, 0 … 1 */
  readonly expected?: number
}

/** Frequencies of the given segments and no others, so that what a reader sees never depends on what a reader may not see. */
export type Context = {
  readonly stores: readonly Store[]
  readonly model: Model
  readonly records: number
  /** prior log2 odds against a given record, in 1/256 bit */
  readonly priorBits: number
}

/** Records taken to be known beside the segments, so that a small segment does not make every name look common. */
const WORD_PSEUDO = 3000
const VALUE_PSEUDO: Readonly<Record<FieldKind, number>> = { date: 1, place: 200, identifier: 10_000, attribute: 12 }

/** The context of these segments. */
export function contextOf(stores: readonly Store[], model: Model = {}): Context {
  let records = 0
  for (const store of stores) records += store.rows - store.gone.size
  return { stores, model, records, priorBits: Math.round(256 * Math.log2(Math.max(1, records))) }
}

/**
 * How much commoner a word is than its letters alone would make believe, in 1/256 bit, 0 or more: log2 of its share among
 * the records of its script over the share its own weight stands for.
 */
export function commonness(context: Context, text: string, script: number, own: number): number {
  let count = 0
  let total = 0
  for (const store of context.stores) {
    total += store.words.scriptTotals[script]!
    const id = findText(store.words.texts, text)
    if (id >= 0) count += store.words.counts.data[id]!
  }
  return commonnessOf(count, total, own)
}

/** The same from a count and a total. */
export function commonnessOf(count: number, total: number, own: number): number {
  if (count === 0) return 0
  const share = (count + WORD_PSEUDO * 2 ** (-own / 256)) / (total + WORD_PSEUDO)
  return Math.max(0, Math.round(256 * Math.log2(share) + own))
}

/** The weight of two words that may be one name: the model's, less what the commoner of the two is too common. */
export function weigh(bits: number, commonA: number, commonB: number): number {
  return Math.max(64, bits - Math.max(commonA, commonB))
}

/** A word's commonness by its ready form. */
export function commonnessOfWord(context: Context, word: Word, script: number): number {
  return commonness(context, word.text, script, word.own)
}

/** Weights of a field: fitted ones over the kind's, sex apart because it has two values. */
export function weightsOf(context: Context, key: string, kind: FieldKind): FieldWeights {
  const base = key === 'sex' ? SEX_WEIGHTS : FIELD_WEIGHTS[kind]
  const fitted = context.model.fields?.[key]
  return fitted ? { ...base, ...fitted } : base
}

const SEX_WEIGHTS: FieldWeights = { differ: -1100, slip: 0, most: 256, hit: -10 }

/** The share of records stating the field that have this value, 0 … 1, never 0. */
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
  return (count + 0.5) / (stated + VALUE_PSEUDO[kind])
}
