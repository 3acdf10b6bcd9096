/** Many requests against segments, and a segment against itself. Files and threads are the caller's. */
import { contextOf } from './model.ts'
import type { Person } from './person.ts'
import { settleRivals } from './rivals.ts'
import { makeReady, readyRow } from './score.ts'
import { searchReady, type Hit, type SearchOptions } from './search.ts'
import { Cancelled, type Segment } from './segment.ts'
import { isGone, idOf } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory

/** What a batch may be told. */
export type LinkOptions = SearchOptions & {
  /** pairs less probable than this are left out, 0 … 1 */
  readonly minProbability?: number
  /** told after each request how many are done */
  readonly onProgress?: (done: number) => void
  /** asked before each request; true ends the batch with `Cancelled` */
  readonly cancelled?: () => boolean
}

/** One request's hits, best first. */
export type Linked = { readonly request: string; readonly hits: readonly Hit[] }

/** Distinct words remembered across a batch, at most. */
const CHANNELS_MAX = 200_000

/**
 * Searches for each request in turn; a request without an id has its number, from 0. Equal requests give equal hits,
 * whatever stands around them.
 */
export function* link(
  segments: readonly Segment[],
  requests: Iterable<Person>,
  options: LinkOptions = {},
): Iterable<Linked> {
  const context = contextOf(
    segments.map((segment) => segment.store),
    options.model,
  )
  const schema = segments[0]?.store.schema ?? {}
  const asked = { ...asFarAs(options, context.priorBits), ...options }
  let done = 0
  for (const request of requests) {
    if (options.cancelled?.()) throw new Cancelled('link was cancelled')
    if (context.channels.size > CHANNELS_MAX) context.channels.clear()
    yield {
      request: request.id ?? String(done),
      hits: probable(settleRivals(searchReady(makeReady(request, schema), context, asked), context), options),
    }
    done += 1
    options.onProgress?.(done)
  }
}

/** What may reach the probability asked for, however much better another record is: several may be one person's. */
function asFarAs(options: LinkOptions, priorBits: number): SearchOptions {
  const least = Math.max(1e-6, Math.min(1 - 1e-6, options.minProbability ?? LEAST_USUAL))
  return { minBits: priorBits / 256 + Math.log2(least / (1 - least)), windowBits: WINDOW_BITS }
}

const LEAST_USUAL = 0.5
const WINDOW_BITS = 60

function probable(hits: readonly Hit[], options: LinkOptions): Hit[] {
  const least = options.minProbability ?? LEAST_USUAL
  return hits.filter((hit) => hit.probability >= least)
}

/** Two records of one segment that may be one person; `a` comes before `b` in the order of ids. Weight in 1/256 bit. */
export type Pair = { readonly a: string; readonly b: string; readonly bits: number; readonly probability: number }

/**
 * Every pair of records of one segment that may be one person, each once, in the order of the records. Of the two
 * directions of a pair the weight is the mean. `part` of `of` does a share of the records, for several threads.
 */
export function* dedupe(
  segment: Segment,
  options: LinkOptions & { readonly part?: number; readonly of?: number } = {},
): Iterable<Pair> {
  const { store } = segment
  const context = contextOf([store], options.model, true)
  const least = options.minProbability ?? 0.5
  for (let row = options.part ?? 0; row < store.rows; row += options.of ?? 1) {
    if (isGone(store, row)) continue
    if (options.cancelled?.()) throw new Cancelled('dedupe was cancelled')
    if (context.channels.size > CHANNELS_MAX) context.channels.clear()
    const id = idOf(store, row)
    const ready = readyRow(store, row)
    const accept = (other: string, at: number): boolean => other > id && (options.accept?.(other, at) ?? true)
    for (const hit of searchReady(ready, context, { k: 50, ...options, accept })) {
      if (hit.probability >= least) yield { a: id, b: hit.id, bits: hit.bits, probability: hit.probability }
    }
    options.onProgress?.(row + 1)
  }
}

/** Splits requests into `parts` runs of near equal length, in order; the caller gives each to a thread of its own. */
export function shard<T>(requests: readonly T[], parts: number): T[][] {
  const count = Math.max(1, Math.min(parts, requests.length))
  return Array.from({ length: count }, (_, at) =>
    requests.slice(Math.floor((requests.length * at) / count), Math.floor((requests.length * (at + 1)) / count)),
  )
}

/** Puts the results of `shard`'s runs together again, in order. */
export function merge<T>(results: readonly (readonly T[])[]): T[] {
  return results.flat()
}

/** Groups of records that are one person, each group and the list in the order of ids; records alone are not listed. */
export type Cluster = readonly string[]

/**
 * Closure of pairs with a check against chains: two groups are joined by their pairs, strongest first, unless most of the
 * pairs between their members that would have to hold were not found. `minProbability` as for the pairs.
 */
export function clusters(
  pairs: Iterable<Pair>,
  options: { readonly minProbability?: number; readonly minSupport?: number } = {},
): Cluster[] {
  const least = options.minProbability ?? 0.5
  const support = options.minSupport ?? 0.3
  const strong = [...pairs].filter((pair) => pair.probability >= least)
  strong.sort((x, y) => y.bits - x.bits || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
  const known = new Set(strong.map(({ a, b }) => `${a}\n${b}`))
  const groupOf = new Map<string, string[]>()
  for (const { a, b } of strong) {
    const left = groupOf.get(a) ?? [a]
    const right = groupOf.get(b) ?? [b]
    if (left === right || supportOf(left, right, known) < support) continue
    const joined = [...left, ...right]
    for (const id of joined) groupOf.set(id, joined)
  }
  const groups = [...new Set(groupOf.values())].map((group) => group.toSorted(inOrder))
  return groups.toSorted((x, y) => inOrder(x[0]!, y[0]!))
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Members looked at on either side of a join; groups of one person are small, and work must stay bounded. */
const MEMBERS_MAX = 12

function supportOf(left: readonly string[], right: readonly string[], known: ReadonlySet<string>): number {
  const a = left.slice(0, MEMBERS_MAX)
  const b = right.slice(0, MEMBERS_MAX)
  let found = 0
  for (const x of a) for (const y of b) if (known.has(x < y ? `${x}\n${y}` : `${y}\n${x}`)) found += 1
  return found / (a.length * b.length)
}
