/** The records most likely to be the person asked for, found without looking at all of them. */
import { closePlan, meetValue, openPlan, scoreRow, type FieldPlan, type Plan } from './plan.ts'
import { slipKeys } from './field.ts'
import { postingLength, type Postings } from './grow.ts'
import { contextOf, type Context, type Model } from './model.ts'
import type { Person } from './person.ts'
import { makeReady, type Ready } from './score.ts'
import { columnKeys, eachRowOf, idOf, isGone, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { findText } from './vocab.ts'

/** A record found: `segment` is its place among the given segments. Weight in 1/256 bit. */
export type Hit = { readonly id: string; readonly segment: number; readonly bits: number; readonly probability: number }

/** What may be said to a search; what is not said has the value of engine.md A10. */
export type SearchOptions = {
  /** at most so many hits, 1 … 1,000 */
  readonly k?: number
  /** hits so many bits below the best are left out */
  readonly windowBits?: number
  readonly minBits?: number
  /** which records may be seen at all; it never changes the order of those that may */
  readonly accept?: (id: string, segment: number) => boolean
  readonly model?: Model
  /** the record asked for is held in the segments itself: it is no namesake of its own */
  readonly isWithin?: boolean
}

const K_MAX = 1000

/** A row on the list of the best. */
type Kept = { readonly segment: number; readonly row: number; readonly id: string; readonly bits: number }

/** The best so far, best first, ties by id and segment. */
type Best = {
  readonly kept: Kept[]
  readonly k: number
  readonly windowBits: number
  readonly minBits: number
  readonly accept: SearchOptions['accept']
}

function bestOf(options: SearchOptions): Best {
  const k = Math.max(1, Math.min(K_MAX, options.k ?? 20))
  return {
    kept: [],
    k,
    windowBits: Math.round((options.windowBits ?? 18) * 256),
    minBits: Math.round((options.minBits ?? 3) * 256),
    accept: options.accept,
  }
}

/** Below this weight a row cannot be on the list any more. */
function threshold(best: Best): number {
  const { kept, k } = best
  if (kept.length === 0) return best.minBits
  return Math.max(
    best.minBits,
    kept[0]!.bits - best.windowBits,
    kept.length >= k ? kept[kept.length - 1]!.bits : -Infinity,
  )
}

function offer(best: Best, plan: Plan, segment: number, row: number): void {
  const bits = scoreRow(plan, row)
  if (bits < threshold(best)) return
  const id = idOf(plan.store, row)
  if (best.accept && !best.accept(id, segment)) return
  const { kept } = best
  let at = kept.length
  while (at > 0 && comesBefore(bits, id, segment, kept[at - 1]!)) at -= 1
  if (at >= best.k) return
  kept.splice(at, 0, { segment, row, id, bits })
  if (kept.length > best.k) kept.pop()
}

function comesBefore(bits: number, id: string, segment: number, other: Kept): boolean {
  if (bits !== other.bits) return bits > other.bits
  return id !== other.id ? id < other.id : segment < other.segment
}

/** Ways to rows: a list of rows that share one word or value with the query, and its weight. */
type Way = { readonly group: number; readonly weight: number; readonly postings: Postings; readonly key: number }

/** Every way to a row, group by group, each group's heaviest first. */
function waysOf(plan: Plan): Way[][] {
  const groups: Way[][] = []
  for (const list of plan.lists) {
    const group = groups.length
    const ways: Way[] = []
    for (let at = 0; at < list.words.length; at += 1) {
      if (list.weights[at]! > 0)
        ways.push({ group, weight: list.weights[at]!, postings: plan.store.wordRows, key: list.words[at]! })
    }
    groups.push(ways)
  }
  for (const field of plan.fields) {
    const group = groups.length
    const ways: Way[] = []
    for (const number of valuesLike(field)) {
      const met = meetValue(field, number, plan.context)
      if (met && met.bits > 0) ways.push({ group, weight: met.bits, postings: field.column.postings, key: number })
    }
    groups.push(ways)
  }
  for (const ways of groups) ways.sort((a, b) => b.weight - a.weight || a.key - b.key)
  return groups
}

/** The values of a column that may weigh for the query. */
function valuesLike(field: FieldPlan): Set<number> {
  const { column, kind } = field
  const found = new Set<number>()
  if (kind === 'date') {
    for (let number = 0; number < column.texts.count; number += 1) found.add(number)
    return found
  }
  for (const value of field.values) {
    const same = findText(column.texts, value.plain)
    if (same >= 0) found.add(same)
    if (kind === 'identifier')
      for (const key of slipKeys(value.plain)) for (const number of column.ends.get(key) ?? []) found.add(number)
    if (kind !== 'place') continue
    for (const word of columnKeys(column, value)) eachRowOf(column.wordValues, word, (number) => found.add(number))
  }
  return found
}

const stamps = new WeakMap<Store, { seen: Uint32Array; stamp: number }>()

function stampOf(store: Store): { seen: Uint32Array; stamp: number } {
  let known = stamps.get(store)
  if (!known || known.seen.length < store.rows) {
    known = { seen: new Uint32Array(Math.max(64, store.rows * 2)), stamp: 0 }
    stamps.set(store, known)
  }
  known.stamp += 1
  return known
}

/**
 * Walks the ways, always the group whose next way promises most for its length, until what no list has shown yet cannot
 * reach the list of the best: a row not met so far weighs at most the sum of what each group still holds back.
 */
function walk(plan: Plan, segment: number, best: Best): void {
  const groups = waysOf(plan)
  const { seen, stamp } = stampOf(plan.store)
  const next = groups.map(() => 0)
  const held = groups.map((ways) => ways[0]?.weight ?? 0)
  for (;;) {
    let rest = 0
    for (const weight of held) rest += weight
    if (rest < threshold(best)) return
    const group = mostPromising(groups, next)
    if (group < 0) return
    const way = groups[group]![next[group]!]!
    next[group]! += 1
    held[group] = groups[group]![next[group]!]?.weight ?? 0
    eachRowOf(way.postings, way.key, (row) => {
      if (seen[row] === stamp) return
      seen[row] = stamp
      if (!isGone(plan.store, row)) offer(best, plan, segment, row)
    })
  }
}

/** The group whose next way has the fewest rows, since short lists raise the threshold cheaply; ties by group. */
function mostPromising(groups: readonly (readonly Way[])[], next: readonly number[]): number {
  let found = -1
  let least = Infinity
  for (const [group, ways] of groups.entries()) {
    const way = ways[next[group]!]
    if (!way) continue
    const length = postingLength(way.postings, way.key)
    if (length >= least) continue
    least = length
    found = group
  }
  return found
}

/**
 * Gives each of the best its probability: prior one in all records, each hit on its own evidence, the records that are
 * not hits standing for "another, or not in the lists".
 */
function withProbability(best: Best, context: Context): Hit[] {
  const floor = threshold(best)
  return best.kept
    .filter((one) => one.bits >= floor)
    .map(({ id, segment, bits }) => ({ id, segment, bits, probability: probabilityOf(bits, context) }))
}

/** Probability that a pair of this weight is one person, 0 … 1. */
export function probabilityOf(bits: number, context: Context): number {
  return 1 / (1 + 2 ** ((context.priorBits - bits) / 256))
}

/** The same search over stores with a query made ready; for batches, which keep one context. */
export function searchReady(ready: Ready, context: Context, options: SearchOptions): Hit[] {
  const best = bestOf(options)
  for (const [segment, store] of context.stores.entries()) {
    const plan = openPlan(store, ready, context)
    walk(plan, segment, best)
    closePlan(plan)
  }
  return withProbability(best, context)
}

/** The same list by looking at every record: the oracle. */
export function exhaustiveReady(ready: Ready, context: Context, options: SearchOptions): Hit[] {
  const best = bestOf(options)
  for (const [segment, store] of context.stores.entries()) {
    const plan = openPlan(store, ready, context)
    for (let row = 0; row < store.rows; row += 1) if (!isGone(store, row)) offer(best, plan, segment, row)
    closePlan(plan)
  }
  return withProbability(best, context)
}

/** A context and a query ready for it. */
export function prepare(
  stores: readonly Store[],
  query: Person,
  options: SearchOptions,
): { ready: Ready; context: Context } {
  const context = contextOf(stores, options.model, options.isWithin)
  return { context, ready: makeReady(query, stores[0]?.schema ?? {}) }
}
