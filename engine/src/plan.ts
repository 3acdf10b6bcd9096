/** A query made ready against one segment: what every word and every value held there weighs, and a row's sum from it. */
import { createPairing, NAME_WEIGHTS, NONE, PAIR_MAX, pairWords } from './assign.ts'
import { MOTHER_NAME } from './roles.ts'
import { compareValues, slipKeys, type Met, type Value } from './field.ts'
import { eachOfKey } from './fuzzy.ts'
import { channelOf, shareOf, weightsOf, type ChannelList, type Context } from './model.ts'
import { clearFinding, kinBits, noFinding, noteField, noteNames, type Finding } from './finding.ts'
import type { Ready, ReadyName } from './score.ts'
import { columnKeys, eachRowOf, MANY, valueOf, type Column, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { NAMES_MAX, type FieldKind } from './person.ts'
import { findText } from './vocab.ts'

/** A field of the query and the segment's column of it. */
export type FieldPlan = {
  readonly key: string
  readonly kind: FieldKind
  readonly values: readonly Value[]
  readonly column: Column
  /** how values alike the query's meet it; empty for dates */
  readonly met: Map<number, Met>
  /** how every other value meets it; undefined for dates, which are looked at one by one */
  readonly rest: Met | undefined
  readonly days: Days | undefined
}

/** A query against one segment. */
export type Plan = {
  readonly store: Store
  readonly context: Context
  readonly ready: Ready
  /** distinct words of the query's names and mother */
  readonly texts: readonly string[]
  /** by distinct word: how often one comparison may count it, in one of the names and in the mother's */
  readonly uses: readonly number[]
  /** by query word: the segment's words that may be it, and their weights (1/256 bit) */
  readonly lists: readonly ChannelList[]
  /** place of a segment's word in `matrix`, plus one; given back by `closePlan` */
  readonly slots: Uint32Array
  /** weights of slot × query word */
  readonly matrix: Int32Array
  readonly fields: readonly FieldPlan[]
  readonly finding: Finding
}

const scratch = new WeakMap<Store, Uint32Array>()

function slotsOf(store: Store): Uint32Array {
  const known = scratch.get(store)
  if (known && known.length >= store.words.texts.count) return known
  const slots = new Uint32Array(Math.max(64, store.words.texts.count * 2))
  scratch.set(store, slots)
  return slots
}

/** Makes a query ready against a segment; `closePlan` must follow before another plan of the segment is made. */
export function openPlan(store: Store, ready: Ready, context: Context): Plan {
  const at = context.stores.indexOf(store)
  const words = new Map(
    [...ready.names, ready.mother].flatMap((name) => name.words.map((word) => [word.text, word] as const)),
  )
  const slots = slotsOf(store)
  let count = 0
  const lists = [...words.values()].map((word) => {
    const list = channelOf(context, word).found[at]!
    for (const id of list.words) {
      if (slots[id] !== 0) continue
      count += 1
      slots[id] = count
    }
    return list
  })
  const matrix = new Int32Array((count + 1) * lists.length).fill(NONE)
  for (const [q, list] of lists.entries()) {
    for (let i = 0; i < list.words.length; i += 1) matrix[slots[list.words[i]!]! * lists.length + q] = list.weights[i]!
  }
  const fields: FieldPlan[] = []
  for (const { key, kind, values } of ready.fields) {
    const column = store.columns.get(key)
    if (column)
      fields.push(planField({ key, kind, values, column, met: new Map(), rest: undefined, days: undefined }, context))
  }
  const texts = [...words.keys()]
  const uses = texts.map((text) => {
    const within = ({ words: own }: ReadyName): number => own.filter((word) => word.text === text).length
    return Math.max(...ready.names.map(within), 0) + within(ready.mother)
  })
  return { store, context, ready, texts, uses, lists, slots, matrix, fields, finding: noFinding() }
}

/** Gives the plan's scratch back. */
export function closePlan(plan: Plan): void {
  for (const list of plan.lists) for (const id of list.words) plan.slots[id] = 0
}

const pairing = createPairing()

/** What a row must reach to be of use, and what its fields can give at most; 1/256 bit. */
export type Floor = { readonly least: number; readonly fieldsMost: number }

/**
 * Weight of a row, in 1/256 bit: what `scorePair` says of the same two, without its reasons. Where names alone show that the
 * floor cannot be reached, the fields are not looked at, and the weight is `NONE`.
 */
export function scoreRow(plan: Plan, row: number, floor?: Floor): number {
  const { store, ready, finding } = plan
  clearFinding(finding)
  let bits = scoreNames(plan, row)
  const motherFrom = motherStart(store, row)
  const end = store.nameStarts.data[row + 1]!
  if (ready.mother.words.length > 0 && motherFrom < end) bits += pairName(plan, ready.mother, motherFrom, end)
  if (floor && bits + floor.fieldsMost < floor.least) return NONE
  for (const field of plan.fields) {
    const met = meetRow(field, row, plan.context)
    if (!met) continue
    noteField(finding, field.key, field.kind, met)
    bits += met.bits
  }
  return bits + kinBits(finding, bits, plan.context.priorBits)
}

/**
 * What a row's names and mother can weigh at most, in 1/256 bit: each word of the query with the word of the row that
 * weighs most for it. No pairing weighs more, since roles and contradictions only take away.
 */
export function namesAtMost({ store, slots, matrix, lists, uses }: Plan, row: number): number {
  const { data } = store.nameWords
  const from = store.nameStarts.data[row]!
  const to = store.nameStarts.data[row + 1]!
  let sum = 0
  most.fill(0, 0, lists.length)
  for (let at = from; at < to; at += 1) {
    const slot = slots[data[at]! & 0xff_ffff]!
    if (slot === 0) continue
    for (let q = 0; q < lists.length; q += 1) {
      const bits = matrix[slot * lists.length + q]!
      if (bits <= most[q]!) continue
      sum += (bits - most[q]!) * uses[q]!
      most[q] = bits
    }
  }
  return sum
}

const most = new Int32Array((NAMES_MAX + 1) * PAIR_MAX)

function motherStart(store: Store, row: number): number {
  const from = store.nameStarts.data[row]!
  let at = store.nameStarts.data[row + 1]!
  while (at > from && store.nameWords.data[at - 1]! >>> 27 === MOTHER_NAME) at -= 1
  return at
}

function scoreNames(plan: Plan, row: number): number {
  const { store, ready, finding } = plan
  const end = motherStart(store, row)
  let best = NONE
  for (const name of ready.names) {
    for (let from = store.nameStarts.data[row]!; from < end;) {
      let to = from + 1
      const number = store.nameWords.data[from]! >>> 27
      while (to < end && store.nameWords.data[to]! >>> 27 === number) to += 1
      const bits = pairName(plan, name, from, to)
      if (bits > best) {
        best = bits
        noteNames(finding, pairing)
      }
      from = to
    }
  }
  return best === NONE ? 0 : best
}

function pairName(plan: Plan, name: ReadyName, from: number, to: number): number {
  const { store, slots, matrix, lists, texts } = plan
  pairing.countA = name.words.length
  pairing.countB = to - from
  for (let j = from; j < to; j += 1) {
    const packed = store.nameWords.data[j]!
    pairing.rolesB[j - from] = (packed >>> 24) & 7
    const base = slots[packed & 0xff_ffff]! * lists.length
    for (let i = 0; i < name.words.length; i += 1) {
      pairing.weights[i * PAIR_MAX + j - from] = matrix[base + texts.indexOf(name.words[i]!.text)]!
    }
  }
  for (let i = 0; i < name.words.length; i += 1) pairing.rolesA[i] = name.roles[i]!
  return pairWords(pairing, plan.context.model.names ?? NAME_WEIGHTS)
}

/** How a row's value meets the query's, the best of all of them; undefined when nothing is stated. */
function meetRow(field: FieldPlan, row: number, context: Context): Met | undefined {
  const { column } = field
  if (row >= column.ids.length) return undefined
  const id = column.ids.data[row]!
  if (id === 0) return undefined
  if (id < MANY) return meetValue(field, id - 1, context)
  let best: Met | undefined
  for (const number of column.lists[id - MANY]!) {
    const met = meetValue(field, number, context)
    if (met && (!best || met.bits > best.bits)) best = met
  }
  return best
}

/** How one value held meets the query's values. */
export function meetValue(field: FieldPlan, number: number, context: Context): Met | undefined {
  if (field.days) {
    const { seen, met, stamp } = field.days
    if (seen[number] !== stamp) {
      seen[number] = stamp
      met[number] = meetDay(field, number, context)
    }
    return met[number]
  }
  return field.met.get(number) ?? field.rest
}

/** How rare a day is only matters when it is the very day: for all others the frequency is not asked for. */
function meetDay(field: FieldPlan, number: number, context: Context): Met | undefined {
  const other = valueOf(field.column, number)
  const [value] = field.values
  if (field.values.length > 1 || !value || other.plain === value.plain) return meetAll(field, number, context)
  return compareValues('date', value, other, weightsOf(context.model, field.key, 'date'), 0)
}

/** Days met by the query so far; one for each column, by stamps, since most are never looked at. */
export type Days = { readonly seen: Uint32Array; readonly met: (Met | undefined)[]; readonly stamp: number }

const daysOf = new WeakMap<Column, Days>()

function openDays(column: Column): Days {
  const known = daysOf.get(column)
  const fits = known && known.seen.length >= column.texts.count
  const days = fits
    ? { ...known, stamp: known.stamp + 1 }
    : { seen: new Uint32Array(column.texts.count * 2 + 16), met: [], stamp: 1 }
  daysOf.set(column, days)
  return days
}

function meetAll(field: FieldPlan, number: number, context: Context): Met | undefined {
  const { key, kind, column } = field
  const weights = weightsOf(context.model, key, kind)
  const other = valueOf(column, number)
  let best: Met | undefined
  for (const value of field.values) {
    const share = Math.max(shareOf(context, key, kind, value.plain), shareOf(context, key, kind, other.plain))
    const met = compareValues(kind, value, other, weights, share)
    if (met && (!best || met.bits > best.bits)) best = met
  }
  return best
}

/** Finds the values of the column that are alike the query's; every other is as far from it as can be. */
function planField(field: FieldPlan, context: Context): FieldPlan {
  const { column, kind, key, values } = field
  if (kind === 'date') return { ...field, days: openDays(column) }
  const alike = new Set<number>()
  for (const value of values) {
    const same = findText(column.texts, value.plain)
    if (same >= 0) alike.add(same)
    if (kind === 'identifier')
      for (const end of slipKeys(value.plain)) eachOfKey(column.ends, end, (number) => void alike.add(number))
    if (kind === 'place')
      for (const word of columnKeys(column, value))
        eachRowOf(column.wordValues, word, (number) => void alike.add(number))
  }
  for (const number of alike) {
    const met = meetAll(field, number, context)
    if (met) field.met.set(number, met)
  }
  return { ...field, rest: { level: 'different', bits: weightsOf(context.model, key, kind).differ } }
}
