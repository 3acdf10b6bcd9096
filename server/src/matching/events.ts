import { z } from 'zod'
import { Id } from '#kernel/contract'
import { Grade, Rejection } from './shapes.ts'
import { lapses, withdrawals } from './words.ts'

const pair = { pair: Id }

/** Each is about a request: its subject is the request's number. */
export const events = {
  pairProposed: z.strictObject({ ...pair, bySystem: z.boolean() }),
  pairOpened: z.strictObject(pair),
  familyAsked: z.strictObject({ ...pair, questionCount: z.number().int() }),
  /** What was asked of the family has come, or the family knew no more. */
  pairLearned: z.strictObject(pair),
  pairAcceptedFirst: z.strictObject(pair),
  pairAccepted: z.strictObject({ ...pair, grade: Grade }),
  pairDisputed: z.strictObject(pair),
  pairRejected: z.strictObject({ ...pair, because: Rejection }),
  pairWithdrawn: z.strictObject({ ...pair, because: z.enum(withdrawals) }),
  pairLapsed: z.strictObject({ ...pair, because: z.enum(lapses) }),
  pairDoubted: z.strictObject(pair),
}
