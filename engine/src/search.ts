/** The records most likely to be the person asked for, found without looking at all of them. */
import { closePlan, meetValue, namesAtMost, openPlan, scoreRow, type FieldPlan, type Plan } from './plan.ts'
import { DATE_WEIGHTS, isWide, slipsOfDate } from './dates.ts'
import { CALENDAR_YEAR_MAX, valuesAround, yearsOf } from './years.ts'
import { postingLength, type Postings } from './grow.ts'
import { contextOf, weightsOf, type Context, type Model } from './model.ts'
import type { Person } from './person.ts'
import { makeReady, type Ready } from './score.ts'
import { eachRowOf, idOf, isGone, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
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

function offer(best: Best, plan: Plan, segment: number, row: number, fieldsMost = Infinity): void {
  const least = threshold(best)
  const bits = scoreRow(plan, row, { least, fieldsMost })
  if (bits < least) return
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

/**
 * Ways to rows through one word or one field of the query: keys of lists of rows, and what a row not yet met can weigh at
 * most by this word or field when the lists before `next` are done.
 */
type Group = {
  /** lists of a word of names, not of a field's values */
  readonly isName: boolean
  readonly postings: Postings
  keys: Uint32Array
  bounds: Int32Array
  next: number
  /** finds the ways that were left for later, and their bound until then */
  more: (() => void) | undefined
  laterBound: number
}

function groupsOf(plan: Plan): Group[] {
  const groups: Group[] = []
  for (const [q, { words: keys, bounds: once }] of plan.lists.entries()) {
    const uses = plan.uses[q]!
    const bounds = uses > 1 ? once.map((bits) => bits * uses) : once
    groups.push({ isName: true, postings: plan.store.wordRows, keys, bounds, next: 0, more: undefined, laterBound: 0 })
  }
  for (const field of plan.fields)
    groups.push(field.kind === 'date' ? dateGroup(field, plan) : valueGroup(field, field.met.keys(), plan))
  return groups
}

function valueGroup(field: FieldPlan, numbers: Iterable<number>, plan: Plan): Group {
  const ways: { key: number; bits: number }[] = []
  for (const number of numbers) {
    const met = meetValue(field, number, plan.context)
    if (met && met.bits > 0) ways.push({ key: number, bits: met.bits })
  }
  ways.sort((a, b) => b.bits - a.bits || a.key - b.key)
  return {
    isName: false,
    postings: field.column.postings,
    keys: Uint32Array.from(ways, (way) => way.key),
    bounds: Int32Array.from(ways, (way) => way.bits),
    next: 0,
    more: undefined,
    laterBound: 0,
  }
}

/**
 * Dates: the very day first, then days one slip away, then every day of the years around; each step only when the walk
 * cannot end without it.
 */
function dateGroup(field: FieldPlan, plan: Plan): Group {
  const weights = weightsOf(plan.context.model, field.key, 'date').dates ?? DATE_WEIGHTS
  const readings = field.values.flatMap((value) => value.readings)
  const done = new Set(
    field.values.map((value) => findText(field.column.texts, value.plain)).filter((number) => number >= 0),
  )
  const group = valueGroup(field, done, plan)
  const extend = (numbers: Iterable<number>): void => {
    const fresh = new Set([...numbers].filter((number) => number >= 0 && !done.has(number)))
    for (const number of fresh) done.add(number)
    const found = valueGroup(field, fresh, plan)
    group.keys = found.keys
    group.bounds = found.bounds
    group.next = 0
  }
  const years = yearsOf(field.column)
  const aboutMost = readings.some(isWide) || years.wide.length > 0 ? weights.about + 384 : 0
  const calendarMost = years.isMixed || readings.some((one) => one.from < CALENDAR_YEAR_MAX) ? weights.calendar : 0
  const around = Math.max(
    0,
    weights.year,
    weights.near,
    weights.part,
    weights.loose,
    weights.other,
    aboutMost,
    calendarMost,
  )
  group.laterBound = Math.max(around, weights.month, weights.swapped, weights.digit)
  const lookAround = (): void => {
    group.more = undefined
    group.laterBound = 0
    extend(
      calendarMost > 0
        ? Array.from({ length: field.column.texts.count }, (_, at) => at)
        : valuesAround(years, readings),
    )
  }
  group.more = () => {
    group.more = lookAround
    group.laterBound = around
    extend(readings.flatMap(slipsOfDate).map((text) => findText(field.column.texts, text)))
  }
  return group
}

/** What a row no list of the group has shown yet can weigh at most by it. */
function heldBy(group: Group): number {
  return Math.max(0, group.laterBound, group.next < group.bounds.length ? group.bounds[group.next]! : 0)
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
 * Walks the lists, always of the group whose next list promises most for its length, until what no list has shown yet
 * cannot reach the list of the best: a row not met so far weighs at most the sum of what each group still holds back.
 */
function walk(plan: Plan, segment: number, best: Best): void {
  const groups = groupsOf(plan)
  const { seen, stamp } = stampOf(plan.store)
  for (;;) {
    let rest = 0
    for (const group of groups) rest += heldBy(group)
    if (rest < threshold(best)) return
    const group = mostPromising(groups) ?? leastAgainst(groups, best.minBits)
    if (!group) return
    if (group.more && heldBy(group) === group.laterBound && !(group.bounds[group.next]! > 0)) {
      group.more()
      continue
    }
    const key = group.keys[group.next]!
    const here = group.bounds[group.next]!
    group.next += 1
    // A row that shows now first stands in none of the lists before: by its fields it weighs no more than they hold back.
    let fields = 0
    for (const one of groups) if (!one.isName) fields += one === group ? Math.max(here, heldBy(one)) : heldBy(one)
    eachRowOf(group.postings, key, (row) => {
      if (seen[row] === stamp) return
      seen[row] = stamp
      if (namesAtMost(plan, row) + fields < threshold(best)) return
      if (!isGone(plan.store, row)) offer(best, plan, segment, row, fields)
    })
  }
}

/** What looking at all days of a column costs, in rows. */
const LATER_COST = 200

/** The group whose next list has the most weight for its rows; ties by group. */
function mostPromising(groups: readonly Group[]): Group | undefined {
  let found: Group | undefined
  let most = 0
  for (const group of groups) {
    const isListed = group.next < group.bounds.length && group.bounds[group.next]! > 0
    const bits = isListed ? group.bounds[group.next]! : group.laterBound
    if (bits <= 0) continue
    const length = isListed ? postingLength(group.postings, group.keys[group.next]!) : LATER_COST
    const promise = bits / (length + 8)
    if (promise <= most) continue
    most = promise
    found = group
  }
  return found
}

/**
 * Where even records that rather are another person's are asked for (a list is asked for its best, however poor), the lists
 * of words that speak against a little, least first; undefined when none is left.
 */
function leastAgainst(groups: readonly Group[], minBits: number): Group | undefined {
  let found: Group | undefined
  let least = minBits
  for (const group of groups) {
    const bits = group.next < group.bounds.length ? group.bounds[group.next]! : -Infinity
    if (bits < least || (found && bits === least)) continue
    least = bits
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
