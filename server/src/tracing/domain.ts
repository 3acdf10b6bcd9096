import { refuse, type Refused } from '#kernel/result'
import { type Grade, type Informing, informings, type Outcome, type State, toldOutcomes } from './words.ts'

/** What can happen to a request. */
export const happenings = [
  'submit',
  'open',
  'refer',
  'merge',
  'unmerge',
  'plan',
  'sendEnquiry',
  'receiveReply',
  'acceptPair',
  'clear',
  'endClearance',
  'tell',
  'changeFact',
  'withdrawFact',
  'reportOutcome',
  'suspend',
  'resume',
  'close',
  'reopen',
  'takeUp',
] as const
export type Happening = (typeof happenings)[number]

/** What the machine has to know; everything else is no business of it. */
export type Facts = {
  /** A consent to search that stands, or another recorded basis. */
  readonly basis: boolean
  readonly grade: Grade
  readonly kind: Informing
  readonly outcome: Outcome
  readonly stillHeld: boolean
  /** A review date that lies ahead. */
  readonly reviewAhead: boolean
  /** Calls that nobody answered: what "unreachable" rests on. */
  readonly unansweredCalls: number
  /** Whether the family was told something by us. */
  readonly told: boolean
}

export const anyOpen = [
  'open',
  'searching',
  'suspended',
  'outcome_pending',
  'informing',
  'informing_limited',
  'informing_death',
  'reopened',
] as const satisfies readonly State[]
const closed = ['merged', 'referred', 'closed_by_enquirer'] as const satisfies readonly State[]
const resolved = ['resolved', 'resolved_followed'] as const satisfies readonly State[]

const openStates: ReadonlySet<State> = new Set(anyOpen)
const deaths: ReadonlySet<Outcome> = new Set([
  'fate_dead_notified',
  'fate_dead_documented',
  'fate_dead_remains_identified',
] satisfies Outcome[])
const unansweredCallsMin = 3

export function isOpen(state: State): boolean {
  return openStates.has(state)
}

/** Whether a request still takes part in the search: what an index keeps. */
export function isSought(state: State): boolean {
  return isOpen(state) || state === 'submitted' || state === 'resolved_followed'
}

export function isDeath(outcome: Outcome): boolean {
  return deaths.has(outcome)
}

type Refusing =
  | 'not_draft'
  | 'not_submitted'
  | 'not_merged'
  | 'not_searching'
  | 'no_outcome_pending'
  | 'not_cleared'
  | 'not_followed'
  | 'nothing_told'
  | 'not_open'
  | 'not_suspended'
  | 'not_closed'
  | 'not_reopened'
  | 'no_basis'
  | 'review_not_ahead'
  | 'still_reachable'
  | 'outcome_unfit'

type Row = {
  readonly on: Happening
  readonly from: readonly State[]
  readonly to: State | ((facts: Facts, state: State) => State)
  /** The row is for these facts only; several rows for one state and happening differ in it. */
  readonly when?: (facts: Facts) => boolean
  readonly guard?: (facts: Facts) => Refusing | null
  /** What the request's outcome becomes; `undefined` leaves it, `null` clears it. */
  readonly outcome?: (facts: Facts) => Outcome | null
  readonly correctionOwed?: true
}

const hasBasis = (facts: Facts): Refusing | null => (facts.basis ? null : 'no_basis')
const cleared = () => null
const fits = (allowed: (outcome: Outcome) => boolean) => (facts: Facts) =>
  isTold(facts.outcome) && allowed(facts.outcome) ? null : ('outcome_unfit' as const)

/** Where telling leads: a person still held is followed on, a mere trace is no closure (domain/04 section 4). */
const afterTelling = (facts: Facts): State => {
  if (facts.outcome === 'whereabouts_partial') return 'searching'
  return facts.stillHeld ? 'resolved_followed' : 'resolved'
}

/** Workflow 2, row by row in its order. */
const table: readonly Row[] = [
  { on: 'submit', from: ['draft'], to: 'submitted', guard: hasBasis },
  { on: 'open', from: ['submitted'], to: 'open', guard: hasBasis },
  { on: 'merge', from: ['submitted'], to: 'merged', outcome: () => 'closed_duplicate' },
  { on: 'unmerge', from: ['merged'], to: 'submitted', outcome: cleared },
  { on: 'refer', from: ['submitted'], to: 'referred', outcome: () => 'closed_out_of_scope' },
  { on: 'plan', from: ['open', 'searching'], to: 'searching', guard: hasBasis },
  { on: 'sendEnquiry', from: ['searching'], to: 'searching', guard: hasBasis },
  { on: 'receiveReply', from: ['searching'], to: 'searching' },
  { on: 'acceptPair', from: ['searching'], to: 'outcome_pending', when: ({ grade }) => grade === 'established' },
  // A lead changes nothing, so it may be kept with any request that is open.
  { on: 'acceptPair', from: anyOpen, to: (_facts, state) => state, when: ({ grade }) => grade !== 'established' },
  { on: 'clear', from: ['outcome_pending', ...informings], to: ({ kind }) => kind },
  { on: 'endClearance', from: informings, to: 'outcome_pending' },
  {
    on: 'tell',
    from: ['informing'],
    to: afterTelling,
    guard: fits((outcome) => !isDeath(outcome)),
    outcome: ({ outcome }) => outcome,
  },
  {
    // A notice alone says that a power says it holds somebody: nothing more can come of telling it (05 4b a, b).
    on: 'tell',
    from: ['informing_limited'],
    to: afterTelling,
    guard: fits((outcome) => outcome === 'located_in_detention' || outcome === 'whereabouts_partial'),
    outcome: ({ outcome }) => outcome,
  },
  {
    on: 'tell',
    from: ['informing_death'],
    to: 'resolved',
    guard: fits(isDeath),
    outcome: ({ outcome }) => outcome,
  },
  { on: 'changeFact', from: ['resolved_followed'], to: 'outcome_pending', outcome: cleared },
  { on: 'withdrawFact', from: ['outcome_pending', ...informings], to: 'searching', outcome: cleared },
  {
    on: 'withdrawFact',
    from: resolved,
    to: 'reopened',
    guard: ({ told }) => (told ? null : 'nothing_told'),
    outcome: cleared,
    correctionOwed: true,
  },
  { on: 'reportOutcome', from: anyOpen, to: 'resolved', outcome: () => 'reported_by_enquirer' },
  {
    on: 'suspend',
    from: ['searching'],
    to: 'suspended',
    guard: ({ reviewAhead }) => (reviewAhead ? null : 'review_not_ahead'),
    outcome: () => 'suspended',
  },
  { on: 'resume', from: ['suspended'], to: 'searching', guard: hasBasis, outcome: cleared },
  {
    on: 'close',
    from: anyOpen,
    to: 'closed_by_enquirer',
    guard: ({ outcome, unansweredCalls }) =>
      outcome === 'enquirer_unreachable' && unansweredCalls < unansweredCallsMin ? 'still_reachable' : null,
    outcome: ({ outcome }) => (outcome === 'enquirer_unreachable' ? outcome : 'closed_by_enquirer'),
  },
  { on: 'reopen', from: [...resolved, ...closed], to: 'reopened', outcome: cleared },
  { on: 'takeUp', from: ['reopened'], to: 'searching', guard: hasBasis },
]

/** The "no" of a happening that finds no row: the state it would have needed. */
const misplaced = {
  submit: 'not_draft',
  open: 'not_submitted',
  refer: 'not_submitted',
  merge: 'not_submitted',
  unmerge: 'not_merged',
  plan: 'not_open',
  sendEnquiry: 'not_searching',
  receiveReply: 'not_searching',
  acceptPair: 'not_searching',
  clear: 'no_outcome_pending',
  endClearance: 'not_cleared',
  tell: 'not_cleared',
  changeFact: 'not_followed',
  withdrawFact: 'nothing_told',
  reportOutcome: 'not_open',
  suspend: 'not_searching',
  resume: 'not_suspended',
  close: 'not_open',
  reopen: 'not_closed',
  takeUp: 'not_reopened',
} as const satisfies Record<Happening, Refusing>

/** The guards that can stop a happening, beside a state that is not its own. */
type GuardOf = {
  submit: 'no_basis'
  open: 'no_basis'
  plan: 'no_basis'
  sendEnquiry: 'no_basis'
  resume: 'no_basis'
  takeUp: 'no_basis'
  tell: 'outcome_unfit'
  suspend: 'review_not_ahead'
  close: 'still_reachable'
}
export type RefusalFor<On extends Happening> = (typeof misplaced)[On] | (On extends keyof GuardOf ? GuardOf[On] : never)

export type Next = {
  readonly ok: true
  readonly state: State
  /** `undefined` leaves what stands. */
  readonly outcome: Outcome | null | undefined
  readonly correctionOwed: boolean
}

/** The one machine: from a state, by a happening, under these facts, to the next state; or the reason why not. */
export function next<const On extends Happening>(state: State, on: On, facts: Facts): Next | Refused<RefusalFor<On>>
export function next(state: State, on: Happening, facts: Facts): Next | Refused<Refusing> {
  const row = table.find((one) => one.on === on && one.from.includes(state) && (one.when?.(facts) ?? true))
  if (!row) return refuse(misplaced[on])
  const refusal = row.guard?.(facts)
  if (refusal) return refuse(refusal)
  return {
    ok: true,
    state: typeof row.to === 'string' ? row.to : row.to(facts, state),
    outcome: row.outcome?.(facts),
    correctionOwed: row.correctionOwed ?? false,
  }
}

export const noFacts: Facts = {
  basis: false,
  grade: 'possible',
  kind: 'informing_limited',
  outcome: 'closed_by_enquirer',
  stillHeld: false,
  reviewAhead: false,
  unansweredCalls: 0,
  told: false,
}

function isTold(outcome: Outcome): boolean {
  return toldOutcomes.some((one) => one === outcome)
}

/** For each field without a value whether it is unknown or was not asked; a field with a value has no silence. */
export function silenceOf<Key extends string>(
  values: Readonly<Record<Key, unknown>>,
  said: Readonly<Record<string, 'unknown' | 'not_asked'>>,
): Record<string, 'unknown' | 'not_asked'> {
  const silence: Record<string, 'unknown' | 'not_asked'> = {}
  for (const [key, value] of Object.entries(values)) if (value === null) silence[key] = said[key] ?? 'not_asked'
  return silence
}

/** A mark of urgency can be set while somebody is waiting for an answer: from the filing to the end. */
export function mayBeUrgent(state: State): boolean {
  return isOpen(state) || state === 'submitted' || state === 'resolved_followed'
}

/** A correction is told by another than who told wrongly, and in person where the first telling was (domain/05 4b). */
export function checkCorrection(
  owed: { since: string | null; toldBy: string | null; toldInPerson: boolean },
  correcting: { by: string; inPerson: boolean },
): 'no_correction_owed' | 'same_person_told' | 'not_in_person' | null {
  if (owed.since === null) return 'no_correction_owed'
  if (owed.toldBy === correcting.by) return 'same_person_told'
  return owed.toldInPerson && !correcting.inPerson ? 'not_in_person' : null
}

type Name = {
  readonly whole: string | null
  readonly given: string | null
  readonly patronymic: string | null
  readonly father: string | null
  readonly grandfather: string | null
  readonly family: string | null
}

/** The main name as one line: as it was written whole, else its parts in their order. */
export function mainName({ names }: { readonly names: readonly Name[] }): string {
  const [name] = names
  if (!name) return ''
  const parts = [name.given, name.patronymic, name.father, name.grandfather, name.family]
  return name.whole ?? parts.filter((part) => part !== null).join(' ')
}
