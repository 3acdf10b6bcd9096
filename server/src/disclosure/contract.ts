import { z } from 'zod'
import { Cursor, Id, Instant } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Text } from '@solferino/server/registry/contract'
import { Grade, relations, RequestNumber, State } from '@solferino/server/tracing/contract'
import {
  Answer,
  AnswerAsked,
  AnswerContent,
  AnswerState,
  Change,
  Day,
  DetrimentAsked,
  GateRefusal,
  Language,
  Long,
  Telling,
} from './shapes.ts'
import { changes, gateRefusals } from './words.ts'

export * from './shapes.ts'
export { events } from './events.ts'
// Which items, outcomes and grades fit how a fact is known: a form offers only these.
export { isDeath, rules } from './rules.ts'

/** What would be told and what is still missing, before anything is proposed. */
export const previewAnswer = query({
  name: 'disclosure.previewAnswer',
  path: '/answers/preview',
  method: 'post',
  needs: 'disclosure.propose',
  input: AnswerAsked,
  output: z.object({ words: z.string(), missing: z.array(GateRefusal) }),
  refusals: ['request_unknown', 'pair_unknown'],
})

/** Proposes an answer; the lead or the head signs, a death the lead alone. Its words are fixed by the proposal. */
export const proposeAnswer = command({
  name: 'disclosure.proposeAnswer',
  path: '/answers',
  needs: 'disclosure.propose',
  input: AnswerAsked,
  output: z.object({ id: Id, proposal: Id, words: z.string() }),
  refusals: ['request_unknown', 'pair_unknown', 'no_outcome_pending', 'answer_stands', ...gateRefusals],
})

/** Who told whom, when, how, in which exact words. Everything the clearance rests on is looked at once more. */
export const recordTold = command({
  name: 'disclosure.recordTold',
  path: '/answers/:id/told',
  needs: 'disclosure.propose',
  input: Telling.extend({ id: Id }),
  output: Answer,
  refusals: [
    'answer_unknown',
    'not_cleared',
    'clearance_expired',
    'told_in_future',
    'told_before_cleared',
    'words_not_cleared',
    'not_in_person',
    'teller_untrained',
    'third_person_missing',
    'others_not_ready',
    'order_undecided',
    'not_first',
    ...changes,
    ...gateRefusals,
  ],
})

/** The officer takes back an answer that was not told: by own decision, or because the person found no longer agrees. */
export const withdrawAnswer = command({
  name: 'disclosure.withdrawAnswer',
  path: '/answers/:id/withdraw',
  needs: 'disclosure.propose',
  input: z.object({ id: Id, because: z.enum(['taken_back', 'consent_withdrawn']) }),
  output: Answer,
  refusals: ['answer_unknown', 'not_standing'],
})

/** The data protection officer stops an answer that was not told. */
export const stopAnswer = command({
  name: 'disclosure.stopAnswer',
  path: '/answers/:id/stop',
  needs: 'disclosure.stop',
  input: z.object({ id: Id, reason: Long }),
  output: Answer,
  refusals: ['answer_unknown', 'not_standing'],
})

/** Proposes what a review of detriment decides; a second person confirms it. */
export const reviewDetriment = command({
  name: 'disclosure.reviewDetriment',
  path: '/detriment',
  needs: 'disclosure.propose',
  input: DetrimentAsked,
  output: z.object({ proposal: Id }),
  refusals: ['request_unknown', 'pair_unknown', 'review_not_ahead'],
})

/**
 * Who of several enquirers is told first: whom the person named, or the card; else the head decides. `othersWait` lets
 * this one be told although an answer to another is not ready; the reason is kept.
 */
export const decideOrder = command({
  name: 'disclosure.decideOrder',
  path: '/tracing/requests/:id/first',
  needs: 'disclosure.sign',
  input: z.object({
    id: RequestNumber,
    ground: z.enum(['named_by_person', 'named_on_card', 'head_decides']),
    othersWait: z.boolean(),
    reason: Long,
  }),
  output: z.object({}),
  refusals: ['request_unknown', 'not_linked', 'head_decides'],
})

/**
 * One answer. Its content is for who has a part in it; a death that is not signed yet is for who proposed it and who may
 * sign, nobody else (domain/05 4b e). While it stands, the gate is asked again: what is missing, what has changed.
 */
export const readAnswer = query({
  name: 'disclosure.readAnswer',
  path: '/answers/:id',
  needs: 'disclosure.read',
  input: z.object({ id: Id }),
  output: z.object({
    answer: Answer,
    content: AnswerContent.nullable(),
    now: z.object({ missing: z.array(GateRefusal), changed: Change.nullable() }).nullable(),
    telling: Telling.nullable(),
    detriment: DetrimentAsked.omit({ request: true, pair: true }).nullable(),
    /** Why the data protection officer stopped it. */
    stopped: Long.nullable(),
  }),
  refusals: ['answer_unknown'],
})

/** Answers by their filing, newest first. A cursor holds the filter. */
export const listAnswers = query({
  name: 'disclosure.listAnswers',
  path: '/answers',
  needs: 'disclosure.read',
  input: z.object({
    request: RequestNumber.optional(),
    state: AnswerState.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ answers: z.array(Answer), next: Cursor.nullable() }),
  refusals: ['cursor_unknown'],
})

/**
 * What an answer to a request can rest on: who asks, the accepted pairs that stand with their records, and how many other
 * enquirers seek the same person (who they are is walled apart).
 */
export const readBasis = query({
  name: 'disclosure.readBasis',
  path: '/tracing/requests/:id/basis',
  needs: 'disclosure.read',
  input: z.object({ id: RequestNumber }),
  output: z.object({
    state: State,
    sought: z.string(),
    enquirer: z.object({ name: z.string(), relation: z.enum(relations).nullable(), language: z.string().nullable() }),
    linkedCount: z.number().int(),
    pairs: z.array(
      z.object({
        pair: Id,
        record: z.string(),
        grade: Grade,
        acceptedAt: Instant,
        written: z.string(),
        notice: z.string(),
        receivedOn: Day,
        status: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['request_unknown'],
})

/** A person who was told to be held is transferred, ill, released or dead: what is told next is pending. */
export const reportChange = command({
  name: 'disclosure.reportChange',
  path: '/tracing/requests/:id/change',
  needs: 'disclosure.propose',
  input: z.object({
    id: RequestNumber,
    kind: z.enum(['transfer', 'illness', 'death', 'release']),
    source: Text,
    reason: Long,
  }),
  output: z.object({}),
  refusals: ['request_unknown', 'not_followed'],
})

/** What may be said to a caller whose request is open: one sentence, the same in every open state. Silence may not lie. */
export const readSentence = query({
  name: 'disclosure.readSentence',
  path: '/tracing/requests/:id/sentence',
  needs: 'tracing.read',
  input: z.object({ id: RequestNumber, language: Language }),
  output: z.object({ words: z.string() }),
  refusals: ['request_unknown', 'not_open'],
})
