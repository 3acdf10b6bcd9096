import { z } from 'zod'
import { Cursor, Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { RequestNumber } from '@solferino/server/tracing/contract'
import {
  Answer,
  AnswerAsked,
  AnswerContent,
  AnswerState,
  DetrimentAsked,
  GateRefusal,
  Language,
  Long,
  Telling,
} from './shapes.ts'
import { gateRefusals } from './words.ts'

export * from './shapes.ts'
export { events } from './events.ts'

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
    'others_not_ready',
    ...gateRefusals,
  ],
})

/** The officer takes an answer back that was not told. */
export const withdrawAnswer = command({
  name: 'disclosure.withdrawAnswer',
  path: '/answers/:id/withdraw',
  needs: 'disclosure.propose',
  input: z.object({ id: Id }),
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

/** Who of several enquirers is told first, where not all can be told on the same day. */
export const decideOrder = command({
  name: 'disclosure.decideOrder',
  path: '/tracing/requests/:id/first',
  needs: 'disclosure.sign',
  input: z.object({
    id: RequestNumber,
    ground: z.enum(['named_by_person', 'named_on_card', 'head_decides']),
    reason: Long,
  }),
  output: z.object({}),
  refusals: ['request_unknown', 'not_linked'],
})

export const readAnswer = query({
  name: 'disclosure.readAnswer',
  path: '/answers/:id',
  needs: 'disclosure.read',
  input: z.object({ id: Id }),
  output: z.object({
    answer: Answer,
    content: AnswerContent,
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

/** What may be said to a caller whose request is open: one sentence, the same in every open state. Silence may not lie. */
export const readSentence = query({
  name: 'disclosure.readSentence',
  path: '/tracing/requests/:id/sentence',
  needs: 'tracing.read',
  input: z.object({ id: RequestNumber, language: Language }),
  output: z.object({ words: z.string() }),
  refusals: ['request_unknown', 'not_open'],
})
