/** Two persons compared without any index: the plain version every faster way is held against, and the reasons. */
import { createPairing, displacedBits, NAME_WEIGHTS, NONE, PAIR_MAX, pairWords } from './assign.ts'
import { MOTHER_NAME, roledWords } from './roles.ts'
import { alignValues, compareValues, readyValue, type Met, type Value } from './field.ts'
import { wordBits } from './fuzzy.ts'
import { channelOf, shareOf, weightsOf, type Context } from './model.ts'
import { alignLetters, equivalenceOf } from './name-model.ts'
import type { Level } from './levels.ts'
import { fieldsOf, ROLE, ROLE_NAMES, type FieldKind, type Person, type Schema } from './person.ts'
import { numbersAt, valueOf, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { kinBits, noFinding, noteField, noteNames } from './finding.ts'
import { findText, textOf, wordOf, type Word } from './vocab.ts'
import type { WholeNames } from './whole.ts'

/** One name with its words made ready. */
export type ReadyName = { readonly words: readonly Word[]; readonly roles: readonly number[] }

/** A person made ready to be compared. */
export type Ready = {
  readonly names: readonly ReadyName[]
  readonly mother: ReadyName
  readonly fields: readonly { readonly key: string; readonly kind: FieldKind; readonly values: readonly Value[] }[]
}

/** One reason: what was compared, how it met, its weight (1/256 bit), and what a sentence about it needs. */
export type Reason = {
  readonly part: string
  readonly level: Level
  readonly bits: number
  readonly key: string
  readonly values: readonly string[]
  readonly alignment: readonly { readonly a: string; readonly b: string; readonly same: boolean }[]
}

/** Makes a person ready. */
export function makeReady(person: Person, schema: Schema): Ready {
  const names: { words: Word[]; roles: number[] }[] = []
  const mother: { words: Word[]; roles: number[] } = { words: [], roles: [] }
  for (const { word, role, name } of roledWords(person)) {
    const into = name === MOTHER_NAME ? mother : (names[name] ??= { words: [], roles: [] })
    if (into.words.length >= PAIR_MAX) continue
    into.words.push(wordOf(word))
    into.roles.push(role)
  }
  const fields = fieldsOf(person, schema).map(({ key, kind, values }) => ({
    key,
    kind,
    values: values.map((raw) => readyValue(kind, raw)).filter((value) => isReadable(kind, value)),
  }))
  return { names, mother, fields: fields.filter((field) => field.values.length > 0) }
}

/** A record held, made ready. */
export function readyRow(store: Store, row: number): Ready {
  const names: { words: Word[]; roles: number[] }[] = []
  const mother: { words: Word[]; roles: number[] } = { words: [], roles: [] }
  for (let at = store.nameStarts.data[row]!; at < store.nameStarts.data[row + 1]!; at += 1) {
    const packed = store.nameWords.data[at]!
    const into = packed >>> 27 === MOTHER_NAME ? mother : (names[packed >>> 27] ??= { words: [], roles: [] })
    into.words.push(wordOf(textOf(store.words.texts, packed & 0xff_ffff)))
    into.roles.push((packed >>> 24) & 7)
  }
  const fields = [...store.columns.values()].map((column) => ({
    key: column.key,
    kind: column.kind,
    values: numbersAt(column, row).map((number) => valueOf(column, number)),
  }))
  return {
    names,
    mother,
    fields: fields.filter((field) => field.values.length > 0).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** Whether a value says anything. */
function isReadable(kind: FieldKind, value: Value): boolean {
  return kind === 'date' ? value.readings.length > 0 : value.plain !== ''
}

const pairing = createPairing()

function fill(a: ReadyName, b: ReadyName, context: Context, store: Store | undefined): void {
  pairing.countA = a.words.length
  pairing.countB = b.words.length
  for (const [i, left] of a.words.entries()) {
    pairing.rolesA[i] = a.roles[i]!
    for (const [j, right] of b.words.entries()) {
      pairing.rolesB[j] = b.roles[j]!
      pairing.weights[i * PAIR_MAX + j] = pairWeight(left, right, context, store)
    }
  }
}

/** In a segment the search's own list says what words weigh, so that reasons sum to what was found. */
function pairWeight(left: Word, right: Word, context: Context, store: Store | undefined): number {
  if (!store) return wordBits(left, right, false) ?? NONE
  const list = channelOf(context, left).found[context.stores.indexOf(store)]!
  const at = list.words.indexOf(findText(store.words.texts, right.text))
  return at < 0 ? NONE : list.weights[at]!
}

/** The names of two persons: the best of all their spellings. */
function bestNames(
  a: readonly ReadyName[],
  b: readonly ReadyName[],
  context: Context,
  store: Store | undefined,
): { a: ReadyName; b: ReadyName; bits: number } | undefined {
  let best: { a: ReadyName; b: ReadyName; bits: number } | undefined
  for (const left of a) {
    for (const right of b) {
      fill(left, right, context, store)
      const bits = pairWords(pairing, context.model.names ?? NAME_WEIGHTS)
      if (!best || bits > best.bits) best = { a: left, b: right, bits }
    }
  }
  return best
}

/** Pavel and Павел stand in the table of equivalents too: where a spelling says it, it is said of the spelling. */
function howAlike(left: Word, right: Word): Level {
  const how = equivalenceOf(left.token, right.token) ?? 'similar'
  return how === 'equivalent' && wordBits(left, right, true) !== undefined ? 'similar' : how
}

function reasonsOfName(a: ReadyName, b: ReadyName, context: Context, store: Store | undefined): Reason[] {
  fill(a, b, context, store)
  pairWords(pairing, context.model.names ?? NAME_WEIGHTS)
  const weights = context.model.names ?? NAME_WEIGHTS
  const reasons: Reason[] = []
  for (const [i, left] of a.words.entries()) {
    const j = pairing.partner[i]!
    if (j < 0) continue
    const right = b.words[j]!
    const cost = weights.roleCost[a.roles[i]! * 6 + b.roles[j]!]!
    const level = left.text === right.text ? 'same' : cost > 0 ? 'moved' : howAlike(left, right)
    const part = ROLE_NAMES[a.roles[i] === ROLE.whole ? b.roles[j]! : a.roles[i]!]!
    const bits = pairing.weights[i * PAIR_MAX + j]! - cost
    reasons.push({
      part,
      level,
      bits,
      key: `${part}.${level}`,
      values: [left.text, right.text],
      alignment: alignLetters(left.token, right.token),
    })
  }
  for (let role = 0; role < 6; role += 1) {
    const count = pairing.against[role]!
    const displaced = pairing.displaced[role]!
    if (count + displaced === 0) continue
    const part = ROLE_NAMES[role]!
    // Where all words of the role on one side went elsewhere, these are what stands against the other's.
    const unpaired = (name: ReadyName, isPaired: (at: number) => boolean): string => {
      const ofRole = [...name.words.keys()].filter((at) => role === ROLE.whole || name.roles[at] === role)
      const left = ofRole.filter((at) => !isPaired(at))
      return (left.length > 0 ? left : ofRole).map((at) => name.words[at]!.text).join(' ')
    }
    const paired = new Set(pairing.partner.subarray(0, a.words.length))
    const values = [unpaired(a, (at) => pairing.partner[at]! >= 0), unpaired(b, (at) => paired.has(at))]
    reasons.push({
      part,
      level: 'different',
      bits: count * weights.contradiction[role]! + displaced * displacedBits(weights, role),
      key: `${part}.different`,
      values,
      alignment: [],
    })
  }
  if (pairing.omitted !== 0)
    reasons.push({
      part: 'name',
      level: 'omitted',
      bits: pairing.omitted,
      key: 'name.omitted',
      values: [],
      alignment: [],
    })
  return reasons
}

/** The best meeting of two lists of values of one field. */
function bestValues(
  context: Context,
  key: string,
  kind: FieldKind,
  a: readonly Value[],
  b: readonly Value[],
): { met: Met; a: Value; b: Value } | undefined {
  const weights = weightsOf(context.model, key, kind)
  let best: { met: Met; a: Value; b: Value } | undefined
  for (const left of a) {
    for (const right of b) {
      const share = Math.max(shareOf(context, key, kind, left.plain), shareOf(context, key, kind, right.plain))
      const met = compareValues(kind, left, right, weights, share)
      if (met && (!best || met.bits > best.met.bits)) best = { met, a: left, b: right }
    }
  }
  return best
}

/** What a pair may be scored with: the segment the second stands in, or whole names already compared. */
export type ScoreOptions = { readonly store?: Store; readonly wholes?: WholeNames | undefined }

/** Weight of a pair with its reasons, which sum exactly to it; the names' reasons first, then the fields by key. */
export function scorePair(
  a: Ready,
  b: Ready,
  context: Context,
  { store, wholes }: ScoreOptions = {},
): { bits: number; reasons: Reason[] } {
  const reasons: Reason[] = []
  const finding = noFinding()
  const names = wholes ? undefined : bestNames(a.names, b.names, context, store)
  if (wholes) {
    reasons.push(...wholes.reasons)
    // Names alone are judged as they are; with a birth date or a place beside them they may be a brother's.
    const isPartly = wholes.isPartly && a.fields.length > 0 && b.fields.length > 0
    finding.givenAgainst = isPartly
    finding.sharedKin = isPartly
  }
  if (names) {
    reasons.push(...reasonsOfName(names.a, names.b, context, store))
    noteNames(finding, pairing)
  }
  if (a.mother.words.length > 0 && b.mother.words.length > 0)
    reasons.push(...reasonsOfName(a.mother, b.mother, context, store))
  for (const field of a.fields) {
    const other = b.fields.find((one) => one.key === field.key)
    if (!other) continue
    const best = bestValues(context, field.key, field.kind, field.values, other.values)
    if (!best) continue
    noteField(finding, field.key, field.kind, best.met)
    const alignment = field.kind === 'place' ? alignValues(best.a, best.b) : []
    reasons.push({
      part: field.key,
      level: best.met.level,
      bits: best.met.bits,
      key: `${field.kind}.${best.met.level}`,
      values: [best.a.text, best.b.text],
      alignment,
    })
  }
  let bits = 0
  for (const reason of reasons) bits += reason.bits
  const kin = kinBits(finding, bits, context.priorBits)
  if (kin < 0) {
    const level = finding.dateAgainst ? 'namesake' : 'sibling'
    reasons.push({ part: 'kin', level, bits: kin, key: `kin.${level}`, values: [], alignment: [] })
  }
  return { bits: bits + kin, reasons }
}
