import { z } from 'zod'
import { Id } from '#kernel/contract'
import { Basis, Day, Grade, Outcome, Purpose, RequestNumber, State, UrgentReason } from './shapes.ts'

const moved = { from: State, state: State, outcome: Outcome.nullable() }
const Moved = z.strictObject(moved)

export const events = {
  requestFiled: z.strictObject({}),
  requestSubmitted: Moved,
  requestOpened: Moved,
  requestReferred: Moved,
  requestMerged: z.strictObject({ ...moved, into: RequestNumber }),
  requestUnmerged: Moved,
  requestLinked: z.strictObject({ other: RequestNumber }),
  requestUnlinked: z.strictObject({ other: RequestNumber }),
  searchPlanned: z.strictObject({ ...moved, reviewOn: Day }),
  enquirySent: Moved,
  replyReceived: Moved,
  leadKept: z.strictObject({ ...moved, pair: Id, grade: Grade }),
  outcomePending: z.strictObject({ ...moved, pair: Id, grade: Grade }),
  factChanged: Moved,
  pairDropped: z.strictObject({ ...moved, pair: Id }),
  factWithdrawn: Moved,
  clearedToInform: z.strictObject({ ...moved, clearance: Id }),
  clearanceEnded: Moved,
  familyTold: z.strictObject({ ...moved, answer: Id }),
  searchSuspended: z.strictObject({ ...moved, reviewOn: Day }),
  searchResumed: Moved,
  outcomeReported: Moved,
  /** The request left the search, whatever the reason. */
  requestClosed: Moved,
  requestReopened: Moved,
  requestTakenUp: Moved,
  correctionOwed: z.strictObject({}),
  correctionTold: z.strictObject({ inPerson: z.boolean() }),
  historyCorrected: z.strictObject({ transition: Id }),
  soughtChanged: z.strictObject({ version: z.number() }),
  enquirerChanged: z.strictObject({ version: z.number() }),
  callRecorded: z.strictObject({ call: Id, answered: z.boolean() }),
  consentGiven: z.strictObject({ consent: Id, purpose: Purpose, recipient: Id.nullable(), basis: Basis }),
  consentWithdrawn: z.strictObject({ consent: Id, purpose: Purpose, recipient: Id.nullable() }),
  urgentMarked: z.strictObject({ reason: UrgentReason, reviewOn: Day }),
  urgentCleared: z.strictObject({}),
  officerWarned: z.strictObject({ kind: z.enum(['outcome_reported', 'told']) }),
  warningSeen: z.strictObject({ warning: Id }),
}
