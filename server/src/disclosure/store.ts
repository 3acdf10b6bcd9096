import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import type { Tables } from '#kernel/tables.gen'
import { type Tx, tablesOf } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { Outcome } from '@solferino/server/tracing/contract'
import { Answer, AnswerContent, AnswerState, DetrimentAsked, Ending, Known, Telling } from './shapes.ts'

export const own = tablesOf('disclosure')
const sealedAnswer = sealedColumn('disclosure.answer', AnswerContent)
const sealedTelling = sealedColumn('disclosure.telling', Telling)
const Reason = DetrimentAsked.pick({ reason: true })
const sealedStop = sealedColumn('disclosure.stop', Reason)

export type Reader = { readonly compartments: readonly string[] }
export type AnswerRow = Omit<Selectable<Tables['disclosure.answer']>, 'state' | 'known'> & {
  readonly state: z.output<typeof AnswerState>
  readonly known: z.output<typeof Known>
}
type AnswerName = z.output<typeof Answer>

export function visible(tx: Tx, reader: Reader) {
  const compartments = reader.compartments.length > 0 ? reader.compartments : ['']
  return own(tx).selectFrom('disclosure.answer').where('disclosure.answer.compartment', 'in', compartments)
}

export async function find(tx: Tx, reader: Reader, id: string): Promise<AnswerRow | undefined> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** The same, held until the end of the transaction. */
export async function hold(tx: Tx, reader: Reader, id: string): Promise<AnswerRow | undefined> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && parse(row)
}

/** The answers of these requests or about these records that stand: proposed or cleared. Held. */
export type About = { readonly requests: readonly string[] } | { readonly records: readonly string[] }
export async function standing(tx: Tx, reader: Reader, about: About): Promise<AnswerRow[]> {
  const [column, values] =
    'requests' in about ? (['request', about.requests] as const) : (['record', about.records] as const)
  if (values.length === 0) return []
  const rows = await visible(tx, reader)
    .selectAll()
    .where(column, 'in', values)
    .where('state', 'in', ['proposed', 'cleared'])
    .orderBy('row_id')
    .forUpdate()
    .execute()
  return rows.map(parse)
}

/** Neither told nor ended. */
export function isStanding({ state }: Pick<AnswerRow, 'state'>): boolean {
  return state === 'proposed' || state === 'cleared'
}

/** The last answer that was told to a request's enquirer; undefined when none was. */
export async function lastTold(tx: Tx, reader: Reader, request: string): Promise<AnswerRow | undefined> {
  const row = await visible(tx, reader)
    .selectAll()
    .where('request', '=', request)
    .where('state', '=', 'told')
    .orderBy('row_id', 'desc')
    .executeTakeFirst()
  return row && parse(row)
}

type Filed = {
  readonly id: string
  readonly request: string
  readonly pair: string
  readonly record: string
  readonly compartment: string
  readonly content: z.output<typeof AnswerContent>
}

export async function add(context: Context, filed: Filed): Promise<void> {
  const { tx, now, actor } = context
  const { id, request, pair, record, compartment, content } = filed
  const rowId = context.newRowId()
  const place = { rowId, compartment, subjects: [request, record] }
  await own(tx)
    .insertInto('disclosure.answer')
    .values({
      row_id: rowId,
      id,
      request,
      pair,
      record,
      compartment,
      state: 'proposed',
      known: content.known,
      outcome: content.outcome,
      identity_grade: content.identity.grade,
      fact_grade: content.factGrade,
      until: content.until,
      proposed_at: now,
      proposed_by: actor.id,
      sealed: await sealedAnswer.seal(tx, place, content),
    })
    .execute()
}

/** What an answer says; null when one of those it is about was erased. */
export async function readContent(tx: Tx, row: AnswerRow): Promise<z.output<typeof AnswerContent> | null> {
  return sealedAnswer.openOne(tx, placed(row))
}

export async function clear({ tx, now, actor }: Context, id: string): Promise<void> {
  await own(tx)
    .updateTable('disclosure.answer')
    .set({ state: 'cleared', cleared_at: now, cleared_by: actor.id })
    .where('id', '=', id)
    .execute()
}

export async function end({ tx, now }: Context, id: string, because: z.output<typeof Ending>): Promise<void> {
  await own(tx)
    .updateTable('disclosure.answer')
    .set({ state: 'ended', ended_at: now, ended_because: because })
    .where('id', '=', id)
    .execute()
}

export async function doubt({ tx }: Context, id: string): Promise<void> {
  await own(tx).updateTable('disclosure.answer').set({ state: 'doubted' }).where('id', '=', id).execute()
}

export async function addTelling(
  context: Context,
  answer: AnswerRow,
  telling: z.output<typeof Telling>,
): Promise<void> {
  const { tx, now, actor } = context
  const rowId = context.newRowId()
  const place = { rowId, compartment: answer.compartment, subjects: [answer.request, answer.record] }
  await own(tx)
    .insertInto('disclosure.telling')
    .values({
      row_id: rowId,
      answer: answer.id,
      compartment: answer.compartment,
      at: now,
      by: actor.id,
      how: telling.how,
      sealed: await sealedTelling.seal(tx, place, telling),
    })
    .execute()
  await own(tx)
    .updateTable('disclosure.answer')
    .set({ state: 'told', told_at: now, told_by: actor.id })
    .where('id', '=', answer.id)
    .execute()
}

export async function readTelling(tx: Tx, answer: AnswerRow): Promise<z.output<typeof Telling> | null> {
  const row = await own(tx)
    .selectFrom('disclosure.telling')
    .selectAll()
    .where('answer', '=', answer.id)
    .executeTakeFirst()
  if (!row) return null
  const { compartment, sealed, row_id: rowId } = row
  return sealedTelling.openOne(tx, { rowId, compartment, sealed, subjects: [answer.request, answer.record] })
}

/** Why the data protection officer stopped an answer. */
export async function addStop(context: Context, id: string, reason: string): Promise<void> {
  const answer = await find(context.tx, context.actor, id)
  if (!answer) return
  const { compartment, request, record } = answer
  const rowId = context.newRowId()
  const sealed = await sealedStop.seal(context.tx, { rowId, compartment, subjects: [request, record] }, { reason })
  await own(context.tx)
    .insertInto('disclosure.stop')
    .values({ row_id: rowId, answer: id, compartment, at: context.now, by: context.actor.id, sealed })
    .execute()
}

export async function readStop(tx: Tx, answer: AnswerRow): Promise<string | null> {
  const row = await own(tx).selectFrom('disclosure.stop').selectAll().where('answer', '=', answer.id).executeTakeFirst()
  if (!row) return null
  const { compartment, sealed, row_id: rowId } = row
  const opened = await sealedStop.openOne(tx, {
    rowId,
    compartment,
    sealed,
    subjects: [answer.request, answer.record],
  })
  return opened?.reason ?? null
}

export type ListFilter = { readonly request: string | null; readonly state: string | null }

/** Answers newest first, one row more than a page. */
export async function list(
  tx: Tx,
  reader: Reader,
  asked: { filter: ListFilter; beforeRowId: string | null; limit: number },
): Promise<AnswerRow[]> {
  const { filter, beforeRowId } = asked
  let rows = visible(tx, reader).selectAll()
  if (filter.request !== null) rows = rows.where('request', '=', filter.request)
  if (filter.state !== null) rows = rows.where('state', '=', filter.state)
  if (beforeRowId !== null) rows = rows.where('row_id', '<', beforeRowId)
  const found = await rows
    .orderBy('row_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return found.map(parse)
}

/** The answers that rest on this request or this record and still stand end with its erasing. */
export async function forget({ tx, now }: Pick<Context, 'tx' | 'now'>, subject: string): Promise<void> {
  await own(tx)
    .updateTable('disclosure.answer')
    .set({ state: 'ended', ended_at: now, ended_because: 'erased' })
    .where((is) => is.or([is('request', '=', subject), is('record', '=', subject)]))
    .where('state', 'in', ['proposed', 'cleared'])
    .execute()
}

export function shown(row: AnswerRow): AnswerName {
  return Answer.parse({
    id: row.id,
    request: row.request,
    pair: row.pair,
    state: row.state,
    known: row.known,
    outcome: Outcome.parse(row.outcome),
    identityGrade: row.identity_grade,
    factGrade: row.fact_grade,
    until: row.until,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    clearedAt: row.cleared_at,
    clearedBy: row.cleared_by,
    toldAt: row.told_at,
    toldBy: row.told_by,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  })
}

function placed(row: { row_id: string; compartment: string; request: string; record: string; sealed: Uint8Array }) {
  return { rowId: row.row_id, compartment: row.compartment, subjects: [row.request, row.record], sealed: row.sealed }
}

function parse(row: Selectable<Tables['disclosure.answer']>): AnswerRow {
  return { ...row, state: AnswerState.parse(row.state), known: Known.parse(row.known) }
}
