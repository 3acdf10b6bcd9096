import type { Answer } from '@solferino/server/disclosure/contract'
import type { z } from 'zod'
import type { Fill } from '#ui/state-ring.tsx'

export type AnswerShown = z.infer<typeof Answer>

/** How far an answer has come, as its ring shows it. */
export const fillOf: Readonly<Record<AnswerShown['state'], Fill>> = {
  proposed: 1,
  cleared: 3,
  told: 'done',
  doubted: 2,
  ended: 'dashed',
}
