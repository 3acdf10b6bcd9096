/**
 * Weights fitted to the lists at hand, without labels: expectation and maximisation over the best pairs of a sample of
 * requests (Winkler 1988; Christen, Data Matching, 6). Chances of meeting come from frequencies and random pairs, not
 * from the pairs found, so that only the shares among true pairs are learned, and priors of the public sets hold them.
 */
import { NAME_WEIGHTS, type NameWeights } from './assign.ts'
import { DATE_WEIGHTS, type DateLevel, type DateWeights } from './dates.ts'
import { compareValues, type FieldWeights } from './field.ts'
import { contextOf, weightsOf, type Context, type Model } from './model.ts'
import { ROLE_NAMES, type FieldKind, type Person } from './person.ts'
import { makeReady, readyRow, scorePair, type Ready } from './score.ts'
import { searchReady } from './search.ts'
import type { Segment } from './segment.ts'
import { isGone, rowOf, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory

/** One pair of the sample: its weight as searched, and how often each slot of the model speaks in it. */
type Example = {
  readonly request: number
  readonly bits: number
  readonly slots: readonly (readonly [slot: string, count: number])[]
}

const SAMPLE = 1500
const ROUNDS = 12
const RANDOM_PAIRS = 20_000
/** as many true pairs the priors are worth */
const PRIOR_PAIRS = 25

/** Fits a model to requests that will be linked with these segments. */
export function fitLink(segments: readonly Segment[], requests: readonly Person[], model: Model = {}): Model {
  const stores = segments.map((segment) => segment.store)
  const context = contextOf(stores, model)
  const step = Math.max(1, Math.floor(requests.length / SAMPLE))
  const sampled = requests.filter((_, at) => at % step === 0).map((one) => makeReady(one, stores[0]?.schema ?? {}))
  return fitSample(context, sampled, { isOther: () => true, expectedMost: 1 })
}

/** Fits a model to a segment whose duplicates will be sought. */
export function fitDuplicates(segment: Segment, model: Model = {}): Model {
  const { store } = segment
  const context = contextOf([store], model, true)
  const step = Math.max(1, Math.floor(store.rows / SAMPLE))
  const rows: number[] = []
  for (let row = 0; row < store.rows; row += step) if (!isGone(store, row)) rows.push(row)
  const own = rows.map((row) => readyRow(store, row))
  return fitSample(context, own, { isOther: (request, row) => rows[request] !== row, expectedMost: EXPECTED_MOST })
}

function fitSample(context: Context, sample: readonly Ready[], frame: Frame): Model {
  const examples = sample.flatMap((ready, request) => examplesOf(context, ready, request, frame.isOther))
  const chances = chancesOf(context, sample)
  let model: Model = { ...context.model, expected: 0.5 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const shifts = shiftsOf(context, model)
    const prior = 256 * Math.log2(Math.max(1, context.records) / (model.expected ?? 1))
    const shares = new Map<string, number>()
    let expected = 0
    for (const { bits, slots } of examples) {
      let sum = bits
      for (const [slot, count] of slots) sum += count * (shifts.get(slot) ?? 0)
      const share = 1 / (1 + 2 ** ((prior - sum) / 256))
      expected += share
      for (const [slot, count] of slots) shares.set(slot, (shares.get(slot) ?? 0) + count * share)
    }
    model = maximise(
      context,
      shares,
      chances,
      Math.max(EXPECTED_MIN, Math.min(frame.expectedMost, expected / Math.max(1, sample.length))),
    )
  }
  return model
}

const EXPECTED_MIN = 0.02
/** the largest groups of records of one person that are believed */
const EXPECTED_MOST = 50

/** Which rows may be pairs of a sampled request, and how many true ones it may have on average. */
type Frame = { readonly isOther: (request: number, row: number) => boolean; readonly expectedMost: number }

function examplesOf(
  context: Context,
  ready: Ready,
  request: number,
  isOther: (request: number, row: number) => boolean,
): Example[] {
  const accept = (id: string, segment: number): boolean => isOther(request, rowOf(context.stores[segment]!, id))
  return searchReady(ready, context, { k: 20, windowBits: 40, minBits: 0, accept }).map((hit) => {
    const store = context.stores[hit.segment]!
    const { bits, reasons } = scorePair(ready, readyRow(store, rowOf(store, hit.id)), context, { store })
    const slots = new Map<string, number>()
    const add = (slot: string, count: number): void => void slots.set(slot, (slots.get(slot) ?? 0) + count)
    for (const reason of reasons) {
      if (reason.level === 'omitted') continue
      const role = ROLE_NAMES.findIndex((name) => name === reason.part)
      if (role >= 0) {
        const count =
          reason.level === 'different' ? Math.round(reason.bits / namesOf(context.model).contradiction[role]!) : 0
        if (count > 0) add(`name ${role} different`, count)
        add(`name ${role} stated`, Math.max(1, count))
      } else if (reason.part !== 'kin') {
        add(`${reason.part} ${reason.level}`, 1)
        add(`${reason.part} stated`, 1)
      }
    }
    return { request, bits, slots: [...slots] }
  })
}

function namesOf(model: Model): NameWeights {
  return model.names ?? NAME_WEIGHTS
}

/** The keys and kinds of all columns. */
function keysOf(context: Context): Map<string, FieldKind> {
  return new Map(
    context.stores.flatMap((store) => [...store.columns.values()].map((column) => [column.key, column.kind] as const)),
  )
}

/** What a slot weighs by `model` more than by the context's, in 1/256 bit. */
function shiftsOf(context: Context, model: Model): Map<string, number> {
  const shifts = new Map<string, number>()
  for (const [key, kind] of keysOf(context)) {
    const before = weightsOf(context.model, key, kind)
    const after = weightsOf(model, key, kind)
    if (kind === 'date') {
      for (const level of DATE_LEVELS)
        shifts.set(`${key} ${level}`, (after.dates ?? DATE_WEIGHTS)[level] - (before.dates ?? DATE_WEIGHTS)[level])
      continue
    }
    shifts.set(`${key} same`, after.hit - before.hit)
    shifts.set(`${key} slip`, after.hit + after.slip - before.hit - before.slip)
    shifts.set(`${key} different`, after.differ - before.differ)
  }
  for (let role = 0; role < ROLE_NAMES.length; role += 1) {
    shifts.set(
      `name ${role} different`,
      namesOf(model).contradiction[role]! - namesOf(context.model).contradiction[role]!,
    )
  }
  return shifts
}

/** Shares among true pairs that are believed before any is seen, and among pairs met by chance. */
const DATE_PRIORS: Readonly<Record<DateLevel, readonly [isTrue: number, byChance: number]>> = {
  equal: [0.6, 0.0001],
  month: [0.05, 0.002],
  year: [0.12, 0.02],
  swapped: [0.01, 0.0002],
  digit: [0.08, 0.0015],
  part: [0.004, 0.001],
  near: [0.03, 0.01],
  loose: [0.006, 0.015],
  calendar: [0.005, 0.0005],
  about: [0.05, 0.05],
  other: [0.01, 0.05],
  rough: [0.02, 0.25],
  contradiction: [0.02, 0.85],
}

const DATE_LEVELS = Object.keys(DATE_PRIORS) as DateLevel[]

/** How often pairs met by chance meet at each level of each field; from random pairs of the sample and the records. */
function chancesOf(context: Context, sample: readonly Ready[]): Map<string, number> {
  const counts = new Map<string, number>()
  const store = context.stores.reduce(
    (most: Store | undefined, one) => (most && most.rows >= one.rows ? most : one),
    undefined,
  )
  if (!store || store.rows === 0 || sample.length === 0) return counts
  const others = Array.from({ length: Math.min(2000, store.rows) }, (_, at) =>
    readyRow(store, Math.floor((at * store.rows) / Math.min(2000, store.rows))),
  )
  let random = 1
  for (let at = 0; at < RANDOM_PAIRS; at += 1) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fff_ffff
    const left = sample[(random >>> 8) % sample.length]!
    const right = others[at % others.length]!
    for (const field of left.fields) {
      const other = right.fields.find((one) => one.key === field.key)
      if (!other || field.kind === 'place') continue
      const met = compareValues(
        field.kind,
        field.values[0]!,
        other.values[0]!,
        weightsOf(context.model, field.key, field.kind),
        0.01,
      )
      if (!met) continue
      for (const slot of [`${field.key} ${met.level}`, `${field.key} stated`])
        counts.set(slot, (counts.get(slot) ?? 0) + 1)
    }
  }
  return counts
}

function maximise(
  context: Context,
  shares: ReadonlyMap<string, number>,
  chances: ReadonlyMap<string, number>,
  expected: number,
): Model {
  const fields: Record<string, Partial<FieldWeights>> = {}
  for (const [key, kind] of keysOf(context)) {
    const of = (level: string): number => shares.get(`${key} ${level}`) ?? 0
    const chance = (level: string, believed: number): number =>
      ((chances.get(`${key} ${level}`) ?? 0) + CHANCE_PAIRS * believed) /
      ((chances.get(`${key} stated`) ?? 0) + CHANCE_PAIRS)
    if (kind === 'date') fields[key] = { dates: maximiseDates(of, chance) }
    else fields[key] = maximiseField(weightsOf(context.model, key, kind), of, chance)
  }
  const contradiction = namesOf(context.model).contradiction.map((believed, role) => {
    const count = (shares.get(`name ${role} different`) ?? 0) + PRIOR_PAIRS * 2 ** (believed / 256)
    const share = count / ((shares.get(`name ${role} stated`) ?? 0) + PRIOR_PAIRS)
    return bounded(256 * Math.log2(share), -2304, -512)
  })
  return {
    ...context.model,
    fields: { ...context.model.fields, ...fields },
    names: { ...namesOf(context.model), contradiction },
    expected,
  }
}

const CHANCE_PAIRS = 200

function bounded(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(most, value)))
}

function maximiseDates(
  of: (level: string) => number,
  chance: (level: string, believed: number) => number,
): DateWeights {
  const weights: Record<string, number> = {}
  for (const level of DATE_LEVELS) {
    const [isTrue, byChance] = DATE_PRIORS[level]
    const share = (of(level) + PRIOR_PAIRS * isTrue) / (of('stated') + PRIOR_PAIRS)
    if (level === 'equal') weights[level] = bounded(256 * Math.log2(share), -512, 0)
    else if (level === 'about') weights[level] = DATE_WEIGHTS.about
    else
      weights[level] = bounded(
        256 * Math.log2(share / chance(level, byChance)) + (level === 'contradiction' ? 200 : 0),
        -2560,
        level === 'rough' ? 0 : 2560,
      )
  }
  return weights as DateWeights
}

/** A slip of an identifier against chance: that many bits less than the shares alone say. */
const SLIP_CHANCE = 430

function maximiseField(
  before: FieldWeights,
  of: (level: string) => number,
  chance: (level: string, believed: number) => number,
): Partial<FieldWeights> {
  const stated = of('stated') + PRIOR_PAIRS
  const chanceDiffer = Math.min(0.999, chance('different', 0.9))
  const same = (of('same') + PRIOR_PAIRS * 2 ** (before.hit / 256)) / stated
  const differ = (of('different') + PRIOR_PAIRS * 2 ** (before.differ / 256) * chanceDiffer) / stated
  const slip = (of('slip') + PRIOR_PAIRS * 0.02) / stated
  return {
    hit: bounded(256 * Math.log2(same), -1024, 0),
    differ: bounded(256 * Math.log2(differ / chanceDiffer), -2048, 0),
    slip: bounded(256 * Math.log2(slip / same) - SLIP_CHANCE, -2048, 0),
  }
}
