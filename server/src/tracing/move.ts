import { type Context, done, type Event } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import { type Facts, type Happening, isSought, next, noFacts, type RefusalFor } from './domain.ts'
import type { events } from './events.ts'
import { addTransition, noReason, type Reason } from './history.ts'
import * as store from './store.ts'

type Data = Event['data']
type EventName = keyof typeof events

/** The event that tells other rooms of each happening. */
const told: Readonly<Record<Exclude<Happening, 'acceptPair'>, EventName>> = {
  submit: 'requestSubmitted',
  open: 'requestOpened',
  refer: 'requestReferred',
  merge: 'requestMerged',
  unmerge: 'requestUnmerged',
  plan: 'searchPlanned',
  sendEnquiry: 'enquirySent',
  receiveReply: 'replyReceived',
  clear: 'clearedToInform',
  endClearance: 'clearanceEnded',
  tell: 'familyTold',
  changeFact: 'factChanged',
  withdrawFact: 'factWithdrawn',
  reportOutcome: 'outcomeReported',
  suspend: 'searchSuspended',
  resume: 'searchResumed',
  close: 'requestClosed',
  reopen: 'requestReopened',
  takeUp: 'requestTakenUp',
}

export type Step = {
  readonly facts?: Partial<Facts>
  readonly because?: Reason
  /** What else changes with the request: dates of our acts, who works it. */
  readonly patch?: store.Patch
  /** What the event says beside the states. */
  readonly data?: Data
}
export type Moved = {
  readonly ok: true
  readonly request: store.Request
  readonly events: readonly [Event, ...Event[]]
}

/** Moves a request that is held: asks the machine, writes state and history, gives the events. */
export async function move<const On extends Happening>(
  context: Context,
  request: store.Request,
  on: On,
  step: Step = {},
): Promise<Moved | Refused<RefusalFor<On>>> {
  const { tx, now } = context
  const decision = next(request.state, on, {
    ...noFacts,
    basis: await store.hasBasis(tx, request.id),
    unansweredCalls: request.unanswered_calls,
    told: request.told_at !== null,
    ...step.facts,
  })
  if (!decision.ok) return decision

  const outcome = decision.outcome === undefined ? request.outcome : decision.outcome
  const changed = await store.change(tx, request.id, {
    state: decision.state,
    outcome,
    ...(decision.state === request.state ? {} : { state_at: now }),
    ...(decision.correctionOwed ? { correction_owed_at: now } : {}),
    ...step.patch,
  })
  await addTransition(context, request, {
    happening: on,
    to: decision.state,
    outcome,
    because: step.because ?? noReason,
  })
  const about = { subject: request.id, compartment: request.compartment }
  const data = { from: request.state, state: decision.state, outcome, ...step.data }
  const main: Event = { type: `tracing.${nameOf(on, decision.state, step)}`, ...about, data }
  const more: Event[] = []
  if (decision.correctionOwed) more.push({ type: 'tracing.correctionOwed', ...about, data: {} })
  if (on !== 'close' && isSought(request.state) && !isSought(decision.state))
    more.push({
      type: 'tracing.requestClosed',
      ...about,
      data: { from: request.state, state: decision.state, outcome },
    })
  return { ok: true, request: changed, events: [main, ...more] }
}

/** The whole of a plain transition: the request is found and held, moved, and shown as it is now. */
export async function stepOf<const On extends Happening>(context: Context, id: string, on: On, step: Step = {}) {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  const moved = await move(context, request, on, step)
  return moved.ok ? done(store.headOf(context, moved.request), ...moved.events) : moved
}

function nameOf(on: Happening, state: string, step: Step): EventName {
  if (on === 'acceptPair') return state === 'outcome_pending' ? 'outcomePending' : 'leadKept'
  return on === 'withdrawFact' && step.data?.['pair'] !== undefined ? 'pairDropped' : told[on]
}
