import { z } from 'zod'
import { Id } from '#kernel/contract'
import { ToldOutcome } from '@solferino/server/tracing/contract'
import { Day, Ending, How, Known } from './shapes.ts'
import { detrimentDecisions } from './words.ts'

export const events = {
  answerProposed: z.strictObject({ answer: Id, known: Known }),
  answerCleared: z.strictObject({ answer: Id, until: Day }),
  answerTold: z.strictObject({ answer: Id, outcome: ToldOutcome, how: How }),
  answerEnded: z.strictObject({ answer: Id, because: Ending }),
  answerDoubted: z.strictObject({ answer: Id }),
  detrimentReviewed: z.strictObject({ review: Id, decision: z.enum(detrimentDecisions), reviewOn: Day }),
  orderDecided: z.strictObject({
    ground: z.enum(['named_by_person', 'named_on_card', 'head_decides']),
    othersWait: z.boolean(),
  }),
  changeReported: z.strictObject({ kind: z.enum(['transfer', 'illness', 'death', 'release']) }),
}
