import type { State } from './words.ts'

/** Whether a day lies after today: what a review date must do. */
export function liesAhead(day: string, now: string): boolean {
  return day > now.slice(0, 10)
}

/** A call has been, says whom it reached when something was told, and the next one is not in the past. */
export function checkCall(
  call: { heldAt: string; answered: boolean; told: string | null; nextCallOn: string | null },
  now: string,
): 'call_in_future' | 'next_call_past' | 'told_nobody' | null {
  if (isAfter(call.heldAt, now)) return 'call_in_future'
  if (!call.answered && call.told !== null) return 'told_nobody'
  return call.nextCallOn !== null && call.nextCallOn < now.slice(0, 10) ? 'next_call_past' : null
}

/** Whether one instant is after another, however precisely each is written. */
export function isAfter(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

type Dates = {
  readonly state: State
  readonly state_at: string
  readonly urgent_reason: string | null
  readonly urgent_review_on: string | null
  readonly review_on: string | null
  readonly next_call_on: string | null
  readonly correction_owed_at: string | null
}
type Due = {
  readonly kind: 'openRequest' | 'takeUp' | 'recordCorrection' | 'review' | 'urgentReview' | 'nextCall'
  readonly urgency: 'waiting' | 'today' | 'later'
  readonly for: 'officer' | 'lead' | 'anyone'
  readonly since: string
}

/** What waits about one request. A date only reminds: nothing moves by time alone (domain/07, general rules). */
export function dueOf(request: Dates, now: string): Due[] {
  const today = now.slice(0, 10)
  const due: Due[] = []
  const urgency = request.urgent_reason === null ? ('today' as const) : ('waiting' as const)
  if (request.correction_owed_at !== null)
    due.push({ kind: 'recordCorrection', urgency: 'waiting', for: 'lead', since: request.correction_owed_at })
  if (request.state === 'submitted') due.push({ kind: 'openRequest', urgency, for: 'officer', since: request.state_at })
  if (request.state === 'reopened') due.push({ kind: 'takeUp', urgency, for: 'officer', since: request.state_at })
  const reminders = [
    { kind: 'review', on: request.review_on, for: 'officer' },
    { kind: 'urgentReview', on: request.urgent_review_on, for: 'officer' },
    { kind: 'nextCall', on: request.next_call_on, for: 'anyone' },
  ] as const
  for (const { kind, on, for: whom } of reminders)
    if (on !== null && on <= today)
      due.push({ kind, urgency: on < today ? 'waiting' : 'today', for: whom, since: `${on}T00:00:00.000Z` })
  return due
}
