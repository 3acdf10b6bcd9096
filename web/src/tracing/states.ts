import type { State } from '@solferino/server/tracing/contract'
import type { z } from 'zod'
import type { Fill } from '#ui/state-ring.tsx'

export type StateName = z.infer<typeof State>

/** How far a request has come, as its ring shows it. */
export const fillOf: Readonly<Record<StateName, Fill>> = {
  draft: 'dashed',
  submitted: 0,
  open: 1,
  searching: 2,
  suspended: 'dashed',
  outcome_pending: 3,
  informing: 3,
  informing_limited: 3,
  informing_death: 3,
  resolved: 'done',
  resolved_followed: 'done',
  reopened: 1,
  merged: 'done',
  referred: 'done',
  closed_by_enquirer: 'done',
}

const closed: ReadonlySet<StateName> = new Set(['merged', 'referred', 'closed_by_enquirer'])
const resolved: ReadonlySet<StateName> = new Set(['resolved', 'resolved_followed'])

/** Whether a request can be opened anew. A merged one is parted again instead. */
export function canReopen(state: StateName): boolean {
  return resolved.has(state) || (closed.has(state) && state !== 'merged')
}

/** Whether work on a request goes on. */
export function isWorked(state: StateName): boolean {
  return !closed.has(state) && !resolved.has(state) && state !== 'draft' && state !== 'submitted'
}
