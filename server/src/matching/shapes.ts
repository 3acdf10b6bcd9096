// What the contracts of this room are made of.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { Description, EventClaim, RecordId, Text } from '@solferino/server/registry/contract'
import { RequestNumber } from '@solferino/server/tracing/contract'
import * as words from './words.ts'

export const State = z.enum(words.states)
export const Grade = z.enum(words.grades)
export const Field = z.enum(words.fields)
export const Rejection = z.enum(words.rejections)
export const Question = z.enum(words.questions)
export const Step = z.enum(words.steps)
export const Long = z.string().trim().min(1).max(4_000)

/** One part of a weight: which field, how it agreed, how much it tells in 1/256 bit, the values and letters compared. */
export const Reason = z.object({
  part: z.string(),
  level: z.string(),
  bits: z.number(),
  key: z.string(),
  values: z.array(z.string()),
  alignment: z.array(z.object({ a: z.string(), b: z.string(), same: z.boolean() })),
})

/** What the engine says of a pair. The reasons sum exactly to the bits; 256 are one bit. */
export const Score = z.object({ bits: z.number(), probability: z.number().min(0).max(1), reasons: z.array(Reason) })

/** What one reviewer decided. */
export const Decision = z.object({
  grade: Grade.nullable(),
  /** What the identity rests on, as the reviewer named it. */
  fields: z.array(Field),
  because: Rejection.nullable(),
  note: Long.nullable(),
})

/** A pair as a line of a list. Who of two reviewers was first stands in it; what the first decided does not. */
export const Pair = z.object({
  id: Id,
  request: RequestNumber,
  record: RecordId,
  state: State,
  stateAt: Instant,
  proposedAt: Instant,
  /** Null where the system proposed it. */
  proposedBy: z.string().nullable(),
  sought: Text,
  recorded: Text,
  probability: z.number(),
  /** Only once two people have agreed, or the lead has decided. */
  grade: Grade.nullable(),
  firstBy: z.string().nullable(),
  secondBy: z.string().nullable(),
  /** Since when the accepted pair is in doubt, because its record was taken back. */
  doubtedAt: Instant.nullable(),
})

/** One of the two who may be one: what is said of the person, and never by which side, list or channel. */
export const Side = z.object({
  description: Description,
  /** Each name in Latin letters, in the order of the names; empty where it says nothing more. */
  romanised: z.array(z.string()),
  events: z.array(EventClaim.omit({ note: true })),
  /** In words, where the family told any. */
  circumstances: z.string().nullable(),
  /** The day on which it was said: an age counts from it. */
  saidOn: z.iso.date(),
})

export const StepTaken = z.object({
  kind: Step,
  from: State,
  to: State,
  at: Instant,
  by: z.string(),
  /** Null where it is not for this reader, or not yet: the second reviewer decides without knowing what the first did. */
  decision: Decision.nullable(),
  questions: z.array(Question),
})
