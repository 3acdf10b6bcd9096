import { z } from 'zod'
import { Cursor, Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { RecordId } from '@solferino/server/registry/contract'
import { RequestNumber } from '@solferino/server/tracing/contract'
import { Field, Grade, Long, Pair, Question, Rejection, Score, Side, State, StepTaken } from './shapes.ts'
import { withdrawals } from './words.ts'

export * from './shapes.ts'
export { events } from './events.ts'
export * as words from './words.ts'

/** What stands against a grade (domain/07 3, P): said before anything is decided. */
const gradeRefusals = [
  'field_not_stated',
  'grade_needs_fields',
  'source_not_first_hand',
  'record_unconfirmed',
  'record_withdrawn',
  'second_record',
  'second_request',
] as const

/** Pairs in the order in which they were proposed. A cursor holds the filter. */
export const listPairs = query({
  name: 'matching.listPairs',
  path: '/pairs',
  needs: 'matching.read',
  input: z.object({
    state: State.optional(),
    request: RequestNumber.optional(),
    record: RecordId.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ pairs: z.array(Pair), next: Cursor.nullable() }),
  refusals: ['cursor_unknown'],
})

/**
 * One pair: both sides field by field, blind to whose list it was; why the engine thinks so; what was decided. The first
 * reviewer's decision is shown to nobody else until a second has decided.
 */
export const readPair = query({
  name: 'matching.readPair',
  path: '/pairs/:id',
  needs: 'matching.read',
  input: z.object({ id: Id }),
  output: z.object({
    pair: Pair,
    request: Side,
    record: Side,
    score: Score,
    steps: z.array(StepTaken),
    /** What a decision may rest on: stated on both sides, or learned otherwise. */
    fields: z.array(Field),
    /** What stands against each grade if all that both sides state is named; null where it may be given. */
    grades: z.array(z.object({ grade: Grade, against: z.enum(gradeRefusals).nullable() })),
  }),
  refusals: ['pair_unknown'],
})

/** A reviewer takes a pair from the queue. */
export const openPair = command({
  name: 'matching.openPair',
  path: '/pairs/:id/open',
  needs: 'matching.review',
  input: z.object({ id: Id }),
  output: Pair,
  refusals: ['pair_unknown', 'not_now'],
})

/** A reviewer holds the two to be one person; the second, who is another, agrees by giving the same grade. */
export const acceptPair = command({
  name: 'matching.acceptPair',
  path: '/pairs/:id/accept',
  needs: 'matching.review',
  input: z.object({ id: Id, grade: Grade, fields: z.array(Field).min(1).max(20), note: Long.nullable() }),
  output: Pair,
  refusals: ['pair_unknown', 'not_now', 'same_person', 'request_unknown', 'not_searching', ...gradeRefusals],
})

/** A reviewer holds them to be two persons. It is not proposed again unless what is sought changes. */
export const rejectPair = command({
  name: 'matching.rejectPair',
  path: '/pairs/:id/reject',
  needs: 'matching.review',
  input: z.object({ id: Id, because: Rejection, note: Long.nullable() }),
  output: Pair,
  refusals: ['pair_unknown', 'not_now', 'same_person'],
})

/** Three questions of a fixed set go to the family by the case's officer: asked of all alike, so that none shows that a candidate exists. */
export const askFamily = command({
  name: 'matching.askFamily',
  path: '/pairs/:id/ask',
  needs: 'matching.review',
  input: z.object({ id: Id, questions: z.array(Question).length(3) }),
  output: Pair,
  refusals: ['pair_unknown', 'not_now', 'questions_repeat'],
})

/** The officer says that the family was asked and knew no more; what it knew is written into the request. */
export const closeQuestions = command({
  name: 'matching.closeQuestions',
  path: '/tracing/requests/:id/asked',
  needs: 'matching.propose',
  input: z.object({ id: RequestNumber }),
  output: z.object({ pairs: z.number().int() }),
  refusals: ['nothing_asked'],
})

/** Two reviewers differ: the lead decides, who was neither of them. */
export const settlePair = command({
  name: 'matching.settlePair',
  path: '/pairs/:id/settle',
  needs: 'matching.settle',
  input: z.object({
    id: Id,
    /** Null rejects. */
    grade: Grade.nullable(),
    fields: z.array(Field).max(20),
    because: Rejection.nullable(),
    note: Long,
  }),
  output: Pair,
  refusals: [
    'pair_unknown',
    'not_now',
    'same_person',
    'request_unknown',
    'not_searching',
    'reason_missing',
    ...gradeRefusals,
  ],
})

/** Proposes that an accepted pair stands no longer; a second reviewer confirms it, and dependent cases are warned. */
export const withdrawPair = command({
  name: 'matching.withdrawPair',
  path: '/pairs/:id/withdraw',
  needs: 'matching.review',
  input: z.object({ id: Id, because: z.enum(withdrawals), note: Long }),
  output: z.object({ proposal: Id }),
  refusals: ['pair_unknown', 'not_now', 'request_unknown'],
})

/** A person holds a request and a record to be worth a look: the pair is queued, whatever its weight. */
export const proposePair = command({
  name: 'matching.proposePair',
  path: '/pairs',
  needs: 'matching.propose',
  input: z.object({ request: RequestNumber, record: RecordId, note: Long.nullable() }),
  output: Pair,
  refusals: ['request_unknown', 'record_unknown', 'record_withdrawn', 'not_searched', 'pair_stands'],
})
