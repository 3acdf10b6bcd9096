import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Actor, Context } from '#kernel/handler'
import type { Tables } from '#kernel/tables.gen'
import { type Tx, tablesOf } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { Decision, Grade, Question, Score, State, Step } from './shapes.ts'
import { standing, underReview } from './words.ts'

const own = tablesOf('matching')
const sealedPair = sealedColumn('matching.pair', z.object({ score: Score }))
const Taken = z.object({ decision: Decision.nullable(), questions: z.array(Question) })
const sealedStep = sealedColumn('matching.step', Taken)

export type PairRow = Omit<Selectable<Tables['matching.pair']>, 'state' | 'grade'> & {
  readonly state: z.output<typeof State>
  readonly grade: z.output<typeof Grade> | null
}
export type Reader = { readonly compartments: readonly string[] }
type ScoreOf = z.output<typeof Score>

/** A pair is there for whoever is a member of all three: the house's own compartment, the request's and the record's. */
function visible(tx: Tx, { compartments }: Reader) {
  const among = compartments.length > 0 ? compartments : ['']
  return own(tx)
    .selectFrom('matching.pair')
    .where('compartment', 'in', among)
    .where('request_compartment', 'in', among)
    .where('record_compartment', 'in', among)
}

export async function find(tx: Tx, reader: Reader, id: string): Promise<PairRow | undefined> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** The same, held until the end of the transaction. */
export async function hold(tx: Tx, reader: Reader, id: string): Promise<PairRow | undefined> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && parse(row)
}

export type Filter = { readonly state: string | null; readonly request: string | null; readonly record: string | null }

/** A page in the order of proposing: the rows after `afterRowId`. */
export async function list(
  tx: Tx,
  reader: Reader,
  { filter, afterRowId, limit }: { filter: Filter; afterRowId: string | null; limit: number },
): Promise<PairRow[]> {
  const rows = await visible(tx, reader)
    .selectAll()
    .$if(filter.state !== null, (rest) => rest.where('state', '=', filter.state ?? ''))
    .$if(filter.request !== null, (rest) => rest.where('request', '=', filter.request ?? ''))
    .$if(filter.record !== null, (rest) => rest.where('record', '=', filter.record ?? ''))
    .$if(afterRowId !== null, (rest) => rest.where('row_id', '>', afterRowId ?? ''))
    .orderBy('row_id')
    .limit(limit)
    .execute()
  return rows.map(parse)
}

/** Every pair of a request or of a record, held, whatever its state: for the system's own principal. */
export async function pairsOf(tx: Tx, about: { request: string } | { record: string }): Promise<PairRow[]> {
  const [column, value] =
    'request' in about ? (['request', about.request] as const) : (['record', about.record] as const)
  const rows = await own(tx)
    .selectFrom('matching.pair')
    .selectAll()
    .where(column, '=', value)
    .orderBy('row_id')
    .forUpdate()
    .execute()
  return rows.map(parse)
}

/**
 * Pairs that stand and share an end with this one, whoever may see them: only for the question whether a rival is as
 * likely, of which one bit crosses (security.md 0.8).
 */
export async function standingBeside(tx: Tx, about: { request: string; record: string }): Promise<PairRow[]> {
  const rows = await own(tx)
    .selectFrom('matching.pair')
    .selectAll()
    .where((is) => is.or([is('request', '=', about.request), is('record', '=', about.record)]))
    .where('state', 'in', standing)
    .orderBy('row_id')
    .execute()
  return rows.map(parse)
}

type Proposed = {
  readonly compartment: string
  readonly request: {
    readonly id: string
    readonly compartment: string
    readonly version: number
    readonly context: string
  }
  readonly record: { readonly id: string; readonly compartment: string }
  readonly score: ScoreOf
}

export async function add(context: Context, { compartment, request, record, score }: Proposed): Promise<PairRow> {
  const { tx, now, actor } = context
  const rowId = context.newRowId()
  const values = {
    row_id: rowId,
    id: context.newId(),
    compartment,
    request_compartment: request.compartment,
    record_compartment: record.compartment,
    context: request.context,
    request: request.id,
    record: record.id,
    state: 'queued',
    proposed_by: actor.id,
    proposed_by_system: actor.kind === 'system',
    proposed_at: now,
    sought_version: request.version,
    state_at: now,
    sealed: await sealedPair.seal(tx, { rowId, compartment, subjects: [request.id, record.id] }, { score }),
  }
  const row = await own(tx).insertInto('matching.pair').values(values).returningAll().executeTakeFirstOrThrow()
  return parse(row)
}

/** What the two sides weigh now, with the version of what is sought that was looked at. */
export async function reweigh({ tx }: Context, pair: PairRow, { score, version }: { score: ScoreOf; version: number }) {
  const sealed = await sealedPair.seal(tx, placed(pair), { score })
  const set = { sealed, sought_version: version }
  await own(tx).updateTable('matching.pair').set(set).where('id', '=', pair.id).execute()
}

type Change = Partial<Pick<PairRow, 'first_by' | 'second_by' | 'grade' | 'record_doubted_at'>>

/** Moves a pair and keeps the step beside it. */
export async function move(
  context: Context,
  pair: PairRow,
  what: {
    readonly kind: z.output<typeof Step>
    readonly to: PairRow['state']
    readonly change?: Change
    readonly decision?: z.output<typeof Decision>
    readonly questions?: readonly z.output<typeof Question>[]
  },
): Promise<void> {
  const { tx, now, actor } = context
  const { kind, to, change = {}, decision = null, questions = [] } = what
  await own(tx)
    .updateTable('matching.pair')
    .set({ ...change, state: to, state_at: now })
    .where('id', '=', pair.id)
    .execute()
  const rowId = context.newRowId()
  const { compartment } = pair
  const content = { decision, questions: [...questions] }
  await own(tx)
    .insertInto('matching.step')
    .values({
      row_id: rowId,
      id: context.newId(),
      pair: pair.id,
      kind,
      from_state: pair.state,
      to_state: to,
      by: actor.id,
      at: now,
      sealed: await sealedStep.seal(tx, { rowId, compartment, subjects: [pair.request, pair.record] }, content),
    })
    .execute()
}

/** What was said beside a pair that a person proposed. */
export async function remark(context: Context, pair: PairRow, note: string): Promise<void> {
  const decision = { grade: null, fields: [], because: null, note }
  await move(context, pair, { kind: 'propose', to: pair.state, decision })
}

export async function doubt({ tx, now }: Context, id: string): Promise<void> {
  await own(tx).updateTable('matching.pair').set({ record_doubted_at: now }).where('id', '=', id).execute()
}

/** The steps of a pair in their order; of a pair whose ends were erased none. */
export async function readSteps(tx: Tx, pair: PairRow) {
  const rows = await own(tx)
    .selectFrom('matching.step')
    .selectAll()
    .where('pair', '=', pair.id)
    .orderBy('row_id')
    .execute()
  const { compartment } = pair
  const subjects = [pair.request, pair.record]
  const contents = await sealedStep.open(
    tx,
    rows.map((row) => ({ rowId: row.row_id, compartment, subjects, sealed: row.sealed })),
  )
  return rows.flatMap((row, index) => {
    const content = contents[index]
    if (!content) return []
    const moved = { kind: Step.parse(row.kind), from: State.parse(row.from_state), to: State.parse(row.to_state) }
    return { ...moved, at: row.at, by: row.by, ...content }
  })
}

/** Scores in the order of the rows; null where one end was erased. */
export async function readScores(tx: Tx, rows: readonly PairRow[]): Promise<(ScoreOf | null)[]> {
  const contents = await sealedPair.open(tx, rows.map(placed))
  return contents.map((content) => content?.score ?? null)
}

/** How many pairs of a request people have still to decide. */
export async function countUnderReview(tx: Tx, request: string): Promise<number> {
  const { count } = await own(tx)
    .selectFrom('matching.pair')
    .select((of) => of.fn.countAll().as('count'))
    .where('request', '=', request)
    .where('state', 'in', underReview)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many pairs of a state there are for this reader and since when the oldest has it; those `notFirst` judged are left out. */
export async function waiting(tx: Tx, reader: Reader, { state, notFirst }: { state: string; notFirst: string | null }) {
  const row = await visible(tx, reader)
    .select((of) => [of.fn.countAll().as('count'), of.fn.min('state_at').as('since')])
    .where('state', '=', state)
    .$if(notFirst !== null, (rest) => rest.where('first_by', '!=', notFirst))
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), since: row.since }
}

/** Accepted pairs whose record was taken back, oldest doubt first. */
export async function doubted(tx: Tx, reader: Reader, limit: number): Promise<PairRow[]> {
  const rows = await visible(tx, reader)
    .selectAll()
    .where('state', '=', 'accepted')
    .where('record_doubted_at', 'is not', null)
    .orderBy('record_doubted_at')
    .limit(limit)
    .execute()
  return rows.map(parse)
}

/** What stood in clear of one who is being erased; what is sealed opens no more without the key. */
export async function forget(tx: Tx, subject: string): Promise<void> {
  const ofSubject = own(tx)
    .selectFrom('matching.pair')
    .select('id')
    .where((is) => is.or([is('request', '=', subject), is('record', '=', subject)]))
  await own(tx).deleteFrom('matching.step').where('pair', 'in', ofSubject).execute()
  await own(tx)
    .deleteFrom('matching.pair')
    .where((is) => is.or([is('request', '=', subject), is('record', '=', subject)]))
    .execute()
}

export function isActor(actor: Actor, id: string | null): boolean {
  return id !== null && actor.id === id
}

function placed(row: PairRow) {
  const { row_id: rowId, compartment, request, record, sealed } = row
  return { rowId, compartment, subjects: [request, record], sealed }
}

function parse(row: Selectable<Tables['matching.pair']>): PairRow {
  return { ...row, state: State.parse(row.state), grade: Grade.nullable().parse(row.grade) }
}
