import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { destroyKeys, fingerprint, sealedColumn } from '#kernel/vault'
import { CellProblem, RowReason, RowState, SetAsideReason } from './contract.ts'
import { inOrNone } from './visible.ts'

const own = tablesOf('intake')
const Reason = z.union([RowReason, SetAsideReason])

/** A row that became no record: its literal line, and what is known of its cells. */
export const Waiting = z.object({
  line: z.string(),
  headings: z.array(z.string()),
  cells: z.array(z.string()),
  column: z.number().int().nullable(),
  problems: z.array(CellProblem),
})
const rowContent = sealedColumn('intake.row', Waiting)

export type NewRow = {
  readonly sheet: number
  readonly number: number
  readonly state: 'registered' | 'known' | 'quarantined'
  readonly reason: z.output<typeof RowReason> | null
  readonly record: string | null
  readonly mark: Buffer
  readonly waiting: z.output<typeof Waiting> | null
}

export type StoredRow = {
  readonly rowId: string
  readonly id: string
  readonly list: string
  readonly compartment: string
  readonly sheet: number
  readonly number: number
  readonly state: z.output<typeof RowState>
  readonly reason: z.output<typeof Reason> | null
  readonly record: string | null
  readonly mendedAt: string | null
  readonly waiting: z.output<typeof Waiting> | null
}

/** A line known again: an HMAC of all of it, and of what kind of list says it, under a key of the sender. */
export function markOf(tx: Tx, { compartment, kind }: { compartment: string; kind: string }, line: string): Buffer {
  return fingerprint(tx, `intake.row|${compartment}`, `${kind}\n${line}`)
}

/**
 * Rows of one sender are entered, mended and withdrawn by one transaction at a time, wherever it runs: what is known
 * stays known, and no row becomes two records. Held before any row is read.
 */
export async function holdSender(tx: Tx, compartment: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`intake ${compartment}`}, 0))`.execute(own(tx))
}

/** Which of these rows of a list have been dealt with already. */
export async function placesTaken(
  tx: Tx,
  list: string,
  sheet: number,
  numbers: readonly number[],
): Promise<Set<number>> {
  if (numbers.length === 0) return new Set()
  const rows = await own(tx)
    .selectFrom('intake.row')
    .select('number')
    .where('list', '=', list)
    .where('sheet', '=', sheet)
    .where('number', 'in', numbers)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** What this sender has said before, of these marks (in hexadecimal): the record it became, null where it waits or was set aside. */
export async function knownMarks(tx: Tx, compartment: string, marks: readonly Buffer[]) {
  if (marks.length === 0) return new Map<string, string | null>()
  const rows = await own(tx)
    .selectFrom('intake.row')
    .select(['mark', 'record'])
    .where('compartment', '=', compartment)
    .where('mark', 'in', marks)
    .where('state', 'in', ['registered', 'quarantined', 'set_aside', 'erased'])
    .execute()
  return new Map(rows.map(({ mark, record }) => [Buffer.from(mark).toString('hex'), record]))
}

export async function addRows(
  context: Context,
  list: { readonly id: string; readonly compartment: string },
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { compartment } = list
  const numbered = rows.map((row) => ({ ...row, id: context.newId(), rowId: context.newRowId() }))
  const waiting = numbered.flatMap((row) => (row.waiting === null ? [] : { ...row, waiting: row.waiting }))
  const sealed = await rowContent.sealAll(
    context.tx,
    waiting.map(({ rowId, id, waiting: content }) => ({ place: { rowId, compartment, subjects: [id] }, content })),
  )
  const sealedOf = new Map(waiting.map(({ id }, index) => [id, sealed[index] ?? null]))
  await own(context.tx)
    .insertInto('intake.row')
    .values(
      numbered.map(({ rowId, id, sheet, number, state, reason, record, mark }) => ({
        row_id: rowId,
        id,
        list: list.id,
        compartment,
        sheet,
        number,
        state,
        reason,
        record,
        mark,
        sealed: sealedOf.get(id) ?? null,
      })),
    )
    .execute()
}

function visible(tx: Tx, actor: Actor) {
  return own(tx).selectFrom('intake.row').where('compartment', 'in', inOrNone(actor))
}

type After = { readonly sheet: number; readonly number: number }

/** Rows of a list in the order of the file, after a place. */
export async function rowsAfter(
  tx: Tx,
  actor: Actor,
  { list, state, after, limit }: { list: string; state: string | undefined; after: After | null; limit: number },
): Promise<StoredRow[]> {
  const rows = await visible(tx, actor)
    .selectAll()
    .where('list', '=', list)
    .$if(state !== undefined, (rest) => rest.where('state', '=', state ?? ''))
    .$if(after !== null, (rest) =>
      rest.where((where) =>
        where.or([
          where('sheet', '>', after?.sheet ?? 0),
          where.and([where('sheet', '=', after?.sheet ?? 0), where('number', '>', after?.number ?? 0)]),
        ]),
      ),
    )
    .orderBy('sheet')
    .orderBy('number')
    .limit(limit)
    .execute()
  return opened(tx, rows)
}

/** The compartment in which a row lies, for who may see it: so that its sender can be held before the row is read. */
export async function placeOfRow(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const row = await visible(tx, actor).select('compartment').where('id', '=', id).executeTakeFirst()
  return row?.compartment ?? null
}

/** Rows by id, held until the transaction ends. */
export async function rowsToChange(tx: Tx, actor: Actor, ids: readonly string[]): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  const rows = await visible(tx, actor).selectAll().where('id', 'in', ids).orderBy('row_id').forUpdate().execute()
  return opened(tx, rows)
}

/** Records of a list that bear the mark `unconfirmed` perhaps: all that its rows have become, after a record. */
export async function recordsOfList(tx: Tx, list: string, after: string, limit: number): Promise<string[]> {
  const rows = await own(tx)
    .selectFrom('intake.row')
    .select('record')
    .distinct()
    .where('list', '=', list)
    .where('record', '>', after)
    .where('state', '=', 'registered')
    .orderBy('record')
    .limit(limit)
    .execute()
  return rows.flatMap(({ record }) => record ?? [])
}

/** A row has become a record. Its line stands in the record from now on, so what was kept here is destroyed. */
export async function settleRow(context: Context, row: StoredRow, record: string, by: 'mended' | 'run'): Promise<void> {
  const { tx, now, actor } = context
  const mended = by === 'mended' ? { mended_at: now, mended_by: actor.id } : {}
  await own(tx)
    .updateTable('intake.row')
    .set({ state: 'registered', reason: null, record, sealed: null, ...mended })
    .where('row_id', '=', row.rowId)
    .execute()
  await own(tx)
    .updateTable('intake.row')
    .set({ record })
    .where('compartment', '=', row.compartment)
    .where('state', '=', 'known')
    .where('mark', '=', own(tx).selectFrom('intake.row').select('mark').where('row_id', '=', row.rowId))
    .execute()
  await destroyKeys(tx, [row.id])
}

/** Writes anew what a row in quarantine waits for. */
export async function keepWaiting(
  tx: Tx,
  row: StoredRow,
  { reason, waiting }: { reason: z.output<typeof RowReason>; waiting: z.output<typeof Waiting> },
): Promise<void> {
  const place = { rowId: row.rowId, compartment: row.compartment, subjects: [row.id] }
  const sealed = await rowContent.seal(tx, place, waiting)
  await own(tx).updateTable('intake.row').set({ reason, sealed }).where('row_id', '=', row.rowId).execute()
}

export async function setAside(context: Context, rows: readonly StoredRow[], reason: string): Promise<void> {
  const { tx, now, actor } = context
  await own(tx)
    .updateTable('intake.row')
    .set({ state: 'set_aside', reason, mended_at: now, mended_by: actor.id })
    .where(
      'row_id',
      'in',
      rows.map(({ rowId }) => rowId),
    )
    .execute()
}

/** The row of a list that says a record; a sender's own word by which it is withdrawn. */
export async function rowOfRecord(tx: Tx, actor: Actor, list: string, record: string) {
  return visible(tx, actor)
    .select(['id', 'state'])
    .where('list', '=', list)
    .where('record', '=', record)
    .executeTakeFirst()
}

/** All rows of the sender that say this record are withdrawn: said again after that, it is a new claim. */
export async function withdrawRows(tx: Tx, compartment: string, record: string): Promise<void> {
  await own(tx)
    .updateTable('intake.row')
    .set({ state: 'withdrawn' })
    .where('compartment', '=', compartment)
    .where('record', '=', record)
    .execute()
}

/** Rows of an erased record keep only their place and mark, so that the same file does not bring the person back. */
export async function eraseRows(tx: Tx, record: string): Promise<void> {
  const naming = own(tx).updateTable('intake.row').set({ record: null }).where('record', '=', record)
  await naming.set({ state: 'erased' }).where('state', '=', 'registered').execute()
  await naming.execute()
}

/** Whether any row of a list has been dealt with. */
export async function hasRows(tx: Tx, list: string): Promise<boolean> {
  const row = await own(tx).selectFrom('intake.row').select('id').where('list', '=', list).limit(1).executeTakeFirst()
  return row !== undefined
}

/** How many rows of each list are in each state. */
export async function countsByState(tx: Tx, lists: readonly string[]) {
  if (lists.length === 0) return []
  return own(tx)
    .selectFrom('intake.row')
    .select(['list', 'state', (column) => column.fn.countAll<number>().as('count')])
    .where('list', 'in', lists)
    .groupBy(['list', 'state'])
    .execute()
}

/** Records of a replaced list that no row of the replacing one says again, in the order of the file. */
export async function unlistedAfter(
  tx: Tx,
  actor: Actor,
  { list, replaced, after, limit }: { list: string; replaced: string; after: After | null; limit: number },
) {
  return visible(tx, actor)
    .select(['record', 'sheet', 'number'])
    .where('list', '=', replaced)
    .where('state', 'in', ['registered', 'known'])
    .where('record', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('intake.row as later')
            .select('later.id')
            .where('later.list', '=', list)
            .whereRef('later.record', '=', 'intake.row.record'),
        ),
      ),
    )
    .$if(after !== null, (rest) =>
      rest.where((where) =>
        where.or([
          where('sheet', '>', after?.sheet ?? 0),
          where.and([where('sheet', '=', after?.sheet ?? 0), where('number', '>', after?.number ?? 0)]),
        ]),
      ),
    )
    .orderBy('sheet')
    .orderBy('number')
    .limit(limit)
    .execute()
}

type Row = {
  row_id: string
  id: string
  list: string
  compartment: string
  sheet: number
  number: number
  state: string
  reason: string | null
  record: string | null
  mended_at: string | null
  sealed: Uint8Array | null
}

async function opened(tx: Tx, rows: readonly Row[]): Promise<StoredRow[]> {
  const sealed = rows.flatMap((row) => (row.sealed === null ? [] : { ...row, sealed: row.sealed }))
  const contents = await rowContent.open(
    tx,
    sealed.map((row) => ({
      rowId: row.row_id,
      compartment: row.compartment,
      subjects: [row.id],
      sealed: row.sealed,
    })),
  )
  const contentOf = new Map(sealed.map(({ id }, index) => [id, contents[index] ?? null]))
  return rows.map((row) => ({
    rowId: row.row_id,
    id: row.id,
    list: row.list,
    compartment: row.compartment,
    sheet: row.sheet,
    number: row.number,
    state: RowState.parse(row.state),
    reason: row.reason === null ? null : Reason.parse(row.reason),
    record: row.record,
    mendedAt: row.mended_at,
    waiting: contentOf.get(row.id) ?? null,
  }))
}
