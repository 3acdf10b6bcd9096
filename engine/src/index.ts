/**
 * The engine: the same person across scripts and spellings. Records in, scored and explained pairs out; no file, no
 * thread, no clock, no party. Weights are integers in 1/256 bit, probabilities 0 … 1, lists the same for the same input.
 */
import { contextOf, type Model } from './model.ts'
import type { Person, Schema } from './person.ts'
import { makeReady, readyRow, scorePair, type Reason } from './score.ts'
import { exhaustiveReady, prepare, probabilityOf, searchReady, type Hit, type SearchOptions } from './search.ts'
import type { Segment } from './segment.ts'
import { compareWholes } from './whole.ts'
import { rowOf } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory

export { build, Cancelled, load, type BuildOptions, type Segment, type Stats } from './segment.ts'
export { LEVELS } from './levels.ts'
export { fitDuplicates, fitLink } from './fit.ts'
export { clusters, dedupe, link, merge, shard, type Cluster, type Linked, type LinkOptions, type Pair } from './link.ts'
export {
  alignLetters,
  compareNames,
  nameToken,
  romanise,
  splitName,
  type LetterPair,
  type NameComparison,
} from './name-model.ts'
export { STANDARD_FIELDS, type FieldKind, type Person, type PersonName, type Schema, type Values } from './person.ts'
export type { FieldWeights } from './field.ts'
export type { Hit, Model, Reason, SearchOptions }

/** The records of the segments most likely to be this person, best first, ties by id. */
export function search(segments: readonly Segment[], query: Person, options: SearchOptions = {}): Hit[] {
  const { ready, context } = prepare(storesOf(segments), query, options)
  return searchReady(ready, context, options)
}

/** The same list by looking at every record: the oracle of tests and benches. */
export function exhaustive(segments: readonly Segment[], query: Person, options: SearchOptions = {}): Hit[] {
  const { ready, context } = prepare(storesOf(segments), query, options)
  return exhaustiveReady(ready, context, options)
}

/** Why a record has the weight it has for this query: reasons that sum exactly to the hit's bits; undefined when there is no such record. */
export function explain(
  segments: readonly Segment[],
  query: Person,
  hit: { readonly id: string; readonly segment?: number },
  options: SearchOptions = {},
): Reason[] | undefined {
  const stores = storesOf(segments)
  const store = stores[hit.segment ?? 0]
  const row = store ? rowOf(store, hit.id) : -1
  if (!store || row < 0) return undefined
  const { ready, context } = prepare(stores, query, options)
  return scorePair(ready, readyRow(store, row), context, { store }).reasons
}

/** A record's whole weight for a query, whatever place a list would give it; undefined when there is no such record. */
export function weigh(
  segments: readonly Segment[],
  query: Person,
  hit: { readonly id: string; readonly segment?: number },
  options: SearchOptions = {},
): { readonly bits: number; readonly probability: number; readonly reasons: readonly Reason[] } | undefined {
  const reasons = explain(segments, query, hit, options)
  if (!reasons) return undefined
  const bits = reasons.reduce((sum, one) => sum + one.bits, 0)
  return { bits, probability: probabilityOf(bits, prepare(storesOf(segments), query, options).context), reasons }
}

/** Two persons compared by themselves: what a list would say of them is not in it. */
export type Comparison = { readonly bits: number; readonly probability: number; readonly parts: readonly Reason[] }

/** What `compare` may be told: kinds of further fields, fitted weights, and how many persons the one is sought among (2 when not said). */
export type CompareOptions = { readonly schema?: Schema; readonly model?: Model; readonly among?: number }

/** Whether two persons are one; symmetric. Weight in 1/256 bit, the parts sum exactly to it. */
export function compare(a: Person, b: Person, options: CompareOptions = {}): Comparison {
  const schema = options.schema ?? {}
  const context = {
    ...contextOf([], options.model),
    priorBits: Math.round(256 * Math.log2(Math.max(1, options.among ?? 2))),
  }
  const { bits, reasons } = scorePair(makeReady(a, schema), makeReady(b, schema), context, {
    wholes: compareWholes(a, b),
  })
  return { bits, probability: probabilityOf(bits, context), parts: reasons }
}

function storesOf(segments: readonly Segment[]): Segment['store'][] {
  return segments.map((segment) => segment.store)
}
