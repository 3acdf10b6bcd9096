import type { readPair, State } from '@solferino/server/matching/contract'
import type { z } from 'zod'
import type { OutputOf } from '#kernel/client.ts'
import type { Fill } from '#ui/state-ring.tsx'

export type PairRead = OutputOf<typeof readPair>
export type PairState = z.infer<typeof State>

/** How far the decision on a pair has come, as its ring shows it. */
export const fillOf: Readonly<Record<PairState, Fill>> = {
  queued: 0,
  in_review: 1,
  info_requested: 1,
  accepted_first: 2,
  accepted: 'done',
  disputed: 2,
  rejected: 'dashed',
  withdrawn: 'dashed',
  lapsed: 'dashed',
}
