// Workflow 2 as domain/07 writes it, said a second time and apart from the code: the tests hold the machine to it.
import type { Facts, Happening } from './domain.ts'
import type { State } from './words.ts'

type Line = {
  readonly on: Happening
  readonly facts?: Partial<Facts>
  /** From each of these states to that one; `same` stays. */
  readonly moves: readonly (readonly [from: string, to: State | 'same'])[]
}

const open = 'open searching suspended outcome_pending informing informing_limited informing_death reopened'
const informing = 'informing informing_limited informing_death'

/** Every move that is allowed when its guards hold; what is not here is refused. */
export const workflow: readonly Line[] = [
  { on: 'submit', facts: { basis: true }, moves: [['draft', 'submitted']] },
  { on: 'open', facts: { basis: true }, moves: [['submitted', 'open']] },
  { on: 'merge', moves: [['submitted', 'merged']] },
  { on: 'unmerge', moves: [['merged', 'submitted']] },
  { on: 'refer', moves: [['submitted', 'referred']] },
  { on: 'plan', facts: { basis: true }, moves: [['open searching', 'searching']] },
  { on: 'sendEnquiry', facts: { basis: true }, moves: [['searching', 'searching']] },
  { on: 'receiveReply', moves: [['searching', 'searching']] },
  { on: 'acceptPair', facts: { grade: 'established' }, moves: [['searching', 'outcome_pending']] },
  { on: 'acceptPair', facts: { grade: 'possible' }, moves: [[open, 'same']] },
  { on: 'acceptPair', facts: { grade: 'probable' }, moves: [[open, 'same']] },
  { on: 'clear', facts: { kind: 'informing' }, moves: [[`outcome_pending ${informing}`, 'informing']] },
  { on: 'clear', facts: { kind: 'informing_limited' }, moves: [[`outcome_pending ${informing}`, 'informing_limited']] },
  { on: 'clear', facts: { kind: 'informing_death' }, moves: [[`outcome_pending ${informing}`, 'informing_death']] },
  { on: 'endClearance', moves: [[informing, 'outcome_pending']] },
  { on: 'tell', facts: { outcome: 'located_alive_contact' }, moves: [['informing', 'resolved']] },
  { on: 'tell', facts: { outcome: 'located_alive_no_contact_wish' }, moves: [['informing', 'resolved']] },
  { on: 'tell', facts: { outcome: 'fate_clarified_other' }, moves: [['informing', 'resolved']] },
  {
    on: 'tell',
    facts: { outcome: 'located_in_detention', stillHeld: true },
    moves: [['informing informing_limited', 'resolved_followed']],
  },
  {
    on: 'tell',
    facts: { outcome: 'located_in_detention', stillHeld: false },
    moves: [['informing informing_limited', 'resolved']],
  },
  { on: 'tell', facts: { outcome: 'whereabouts_partial' }, moves: [['informing informing_limited', 'searching']] },
  { on: 'tell', facts: { outcome: 'fate_dead_notified' }, moves: [['informing_death', 'resolved']] },
  { on: 'tell', facts: { outcome: 'fate_dead_documented' }, moves: [['informing_death', 'resolved']] },
  { on: 'tell', facts: { outcome: 'fate_dead_remains_identified' }, moves: [['informing_death', 'resolved']] },
  { on: 'changeFact', moves: [['resolved_followed', 'outcome_pending']] },
  {
    on: 'withdrawFact',
    facts: { told: true },
    moves: [
      [`outcome_pending ${informing}`, 'searching'],
      ['resolved resolved_followed', 'reopened'],
    ],
  },
  { on: 'reportOutcome', moves: [[open, 'resolved']] },
  { on: 'suspend', facts: { reviewAhead: true }, moves: [['searching', 'suspended']] },
  { on: 'resume', facts: { basis: true }, moves: [['suspended', 'searching']] },
  { on: 'close', facts: { outcome: 'closed_by_enquirer' }, moves: [[open, 'closed_by_enquirer']] },
  {
    on: 'close',
    facts: { outcome: 'enquirer_unreachable', unansweredCalls: 3 },
    moves: [[open, 'closed_by_enquirer']],
  },
  { on: 'reopen', moves: [['resolved resolved_followed merged referred closed_by_enquirer', 'reopened']] },
  { on: 'takeUp', facts: { basis: true }, moves: [['reopened', 'searching']] },
]

/** Where a line leads from a state; null where it is refused. */
export function leadsTo(line: Line, state: State): State | null {
  for (const [from, to] of line.moves) if (from.split(' ').includes(state)) return to === 'same' ? state : to
  return null
}
