/** Two persons compared without any index: the plain version every faster way is held against, and the reasons. */
import { createPairing, NAME_WEIGHTS, NONE, PAIR_MAX, pairWords, type Pairing } from './assign.ts'
import { MOTHER_NAME, roledWords } from './roles.ts'
import { alignValues, compareValues, readyValue, type Met, type Value } from './field.ts'
import { wordBits } from './fuzzy.ts'
import { channelOf, shareOf, weightsOf, type Context } from './model.ts'
import { alignLetters } from './name-model.ts'
import { fieldsOf, ROLE, ROLE_NAMES, type FieldKind, type Person, type Schema } from './person.ts'
import { numbersAt, valueOf, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
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
  readonly level: string
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

/** What names and fields showed, as the rules over the whole pair need it. */
export type Finding = {
  /** given names that stand against each other */
  givenAgainst: boolean
  /** names that kin share were found in both */
  sharedKin: boolean
  /** of whole names only the last words differ, where a married name stands */
  lastAlone: boolean
  dateAgainst: boolean
  dateEqual: boolean
  /** weight of places, and of what kin do not share: numbers, papers, trades */
  placeBits: number
  ownBits: number
}

/** A finding of nothing. */
export function noFinding(): Finding {
  return {
    givenAgainst: false,
    sharedKin: false,
    lastAlone: false,
    dateAgainst: false,
    dateEqual: false,
    placeBits: 0,
    ownBits: 0,
  }
}

/** Forgets what was found. */
export function clearFinding(finding: Finding): void {
  finding.givenAgainst = false
  finding.sharedKin = false
  finding.lastAlone = false
  finding.dateAgainst = false
  finding.dateEqual = false
  finding.placeBits = 0
  finding.ownBits = 0
}

const WHOLES_SHARED = 2

/** Whether a word of a was paired with one that speaks for it: two words a little alike are paired and speak against. */
function isFound({ partner, weights }: Pairing, i: number): boolean {
  return partner[i]! >= 0 && weights[i * PAIR_MAX + partner[i]!]! > AGAINST_BITS
}

/** A pair of words that weighs less is two names rather than one badly written (1/256 bit). */
const AGAINST_BITS = -1024

/** Whether of both names only the last word found no counterpart. */
function isLastAlone(pairing: Pairing): boolean {
  const { countA, countB, partner } = pairing
  let found = 0
  let isLastFound = isFound(pairing, countA - 1)
  for (let i = 0; i < countA; i += 1) {
    if (!isFound(pairing, i)) continue
    found += 1
    if (partner[i] === countB - 1) isLastFound = true
  }
  return !isLastFound && found === countA - 1 && found === countB - 1
}

/** Takes in the winning pairing of names. */
export function noteNames(finding: Finding, pairing: Pairing): void {
  finding.givenAgainst = pairing.against[ROLE.given]! > 0
  finding.sharedKin = false
  finding.lastAlone = false
  let wholes = 0
  let isWholeAgainst = pairing.against[ROLE.whole]! > 0
  for (let i = 0; i < pairing.countA; i += 1) {
    const j = pairing.partner[i]!
    if (j < 0) continue
    const isFor = isFound(pairing, i)
    const role = pairing.rolesA[i]!
    if (role === ROLE.whole || pairing.rolesB[j] === ROLE.whole) {
      if (isFor) wholes += 1
      else isWholeAgainst = true
    } else if (role === ROLE.given && !isFor) finding.givenAgainst = true
    else if (role !== ROLE.given) finding.sharedKin = true
  }
  // Of whole names nobody said which word is the given name: all but a word in common is what brothers have.
  if (isWholeAgainst && wholes >= WHOLES_SHARED) {
    finding.givenAgainst = true
    finding.sharedKin = true
    finding.lastAlone = isLastAlone(pairing)
  }
}

/** Takes in how a field met. */
export function noteField(finding: Finding, key: string, kind: FieldKind, met: Met): void {
  if (key === 'born') {
    finding.dateAgainst = met.level === 'contradiction' || met.level === 'other'
    finding.dateEqual = met.level === 'equal'
  } else if (key === 'place' || kind === 'place') finding.placeBits += met.bits
  else if (key !== 'sex') finding.ownBits += met.bits
}

/**
 * Kin and namesakes: people who share a family share its names, and lists hold them. When birth dates contradict, or the
 * given names do while all else is what brothers share, no sum of shared names makes it more likely than not that it is
 * one person: only what is a person's own – a number, a paper, a trade, for a namesake also a place – counts above that.
 * Gives what to add, 0 or negative, in 1/256 bit.
 */
export function kinBits(finding: Finding, bits: number, priorBits: number): number {
  const sibling = finding.givenAgainst && finding.sharedKin && !(finding.lastAlone && finding.dateEqual)
  if (!finding.dateAgainst && !sibling) return 0
  const apart = finding.ownBits + (sibling ? 0 : finding.placeBits)
  const shared = bits - apart
  const most = priorBits - KIN_BELOW
  if (shared <= most) return 0
  return most + Math.min(KIN_SLACK, (shared - most) >> 4) - shared
}

const KIN_BELOW = 4 * 256
const KIN_SLACK = 2 * 256

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
    const level = left.text === right.text ? 'same' : cost > 0 ? 'moved' : 'similar'
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
    if (count === 0) continue
    const part = ROLE_NAMES[role]!
    const unpaired = (name: ReadyName, isPaired: (at: number) => boolean): string =>
      name.words
        .filter((_, at) => !isPaired(at) && (role === ROLE.whole || name.roles[at] === role))
        .map((word) => word.text)
        .join(' ')
    const paired = new Set(pairing.partner.subarray(0, a.words.length))
    const values = [unpaired(a, (at) => pairing.partner[at]! >= 0), unpaired(b, (at) => paired.has(at))]
    reasons.push({
      part,
      level: 'different',
      bits: count * weights.contradiction[role]!,
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
