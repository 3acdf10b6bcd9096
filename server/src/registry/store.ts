import type { z } from 'zod'
import type { Actor, Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { Content, NoticeKind, WithdrawnReason } from './contract.ts'
import { countsAsNotice, prefixOf } from './domain.ts'

const own = tablesOf('registry')
const recordContent = sealedColumn('registry.record', Content)

export type StoredRecord = {
  readonly rowId: string
  readonly id: string
  readonly compartment: string
  readonly context: string
  readonly channel: string
  readonly notice: z.output<typeof NoticeKind>
  readonly countsAsNotice: boolean
  readonly list: string | null
  readonly unconfirmed: boolean
  readonly withdrawnAt: string | null
  readonly withdrawnReason: z.output<typeof WithdrawnReason> | null
  readonly replacedBy: string | null
  readonly receivedOn: string
  readonly enteredAt: string
  readonly erasedAt: string | null
  readonly person: string | null
  /** Null where the record was erased. */
  readonly content: z.output<typeof Content> | null
}

/** A record about to be entered; `channel` is a party's id, `families` or `house`. */
export type NewRecord = {
  readonly compartment: string
  readonly context: string
  readonly channel: string
  readonly notice: z.output<typeof NoticeKind>
  readonly list: string | null
  readonly unconfirmed: boolean
  readonly receivedOn: string
  readonly content: z.input<typeof Content>
}

type Filter = {
  readonly context?: string | undefined
  readonly channel?: string | undefined
  readonly list?: string | undefined
  readonly notice?: string | undefined
  readonly mark?: 'unconfirmed' | 'withdrawn' | 'none' | undefined
}

function visible(tx: Tx, actor: Actor) {
  return own(tx).selectFrom('registry.record').where('compartment', 'in', inOrNone(actor))
}

/** `in ()` is no SQL: who has no compartment looks into one that cannot be. */
function inOrNone(actor: Actor): readonly string[] {
  return actor.compartments.length > 0 ? actor.compartments : ['']
}

/** Enters records in one go; gives their numbers in the order given. */
export async function addRecords(context: Context, records: readonly NewRecord[]): Promise<string[]> {
  if (records.length === 0) return []
  const { tx, now, actor } = context
  const numbered = records.map((record) => ({
    record,
    rowId: context.newRowId(),
    id: context.newNumber(prefixOf(record.notice)),
  }))
  const sealed = await recordContent.sealAll(
    tx,
    numbered.map(({ record, rowId, id }) => ({
      place: { rowId, compartment: record.compartment, subjects: [id] },
      content: record.content,
    })),
  )
  const rows = numbered.flatMap(({ record, rowId, id }, index) => {
    const bytes = sealed[index]
    if (bytes === undefined) return []
    return {
      row_id: rowId,
      id,
      compartment: record.compartment,
      context: record.context,
      channel: record.channel,
      notice: record.notice,
      list: record.list,
      unconfirmed: record.unconfirmed,
      received_on: record.receivedOn,
      entered_at: now,
      entered_by: actor.id,
      sealed: bytes,
    }
  })
  await own(tx).insertInto('registry.record').values(rows).execute()
  return numbered.map(({ id }) => id)
}

/** Records by their numbers, those the actor may see, in the order asked. */
export async function recordsById(tx: Tx, actor: Actor, ids: readonly string[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return []
  const rows = await visible(tx, actor).selectAll().where('id', 'in', ids).execute()
  const found = new Map((await opened(tx, rows)).map((record) => [record.id, record]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A page of records, newest first: rows before `beforeRowId`. Erased ones are in no list. */
export async function recordsBefore(
  tx: Tx,
  actor: Actor,
  { filter, beforeRowId, limit }: { filter: Filter; beforeRowId: string | null; limit: number },
): Promise<StoredRecord[]> {
  const { context, channel, list, notice, mark } = filter
  const rows = await visible(tx, actor)
    .selectAll()
    .where('erased_at', 'is', null)
    .$if(context !== undefined, (rest) => rest.where('context', '=', context ?? ''))
    .$if(channel !== undefined, (rest) => rest.where('channel', '=', channel ?? ''))
    .$if(list !== undefined, (rest) => rest.where('list', '=', list ?? ''))
    .$if(notice !== undefined, (rest) => rest.where('notice', '=', notice ?? ''))
    .$if(mark === 'unconfirmed', (rest) => rest.where('unconfirmed', '=', true))
    .$if(mark === 'withdrawn', (rest) => rest.where('withdrawn_at', 'is not', null))
    .$if(mark === 'none', (rest) => rest.where('unconfirmed', '=', false).where('withdrawn_at', 'is', null))
    .$if(beforeRowId !== null, (rest) => rest.where('row_id', '<', beforeRowId ?? ''))
    .orderBy('row_id', 'desc')
    .limit(limit)
    .execute()
  return opened(tx, rows)
}

/** Records in the order in which they were entered, from the start or after a row: for an index that is being built. */
export async function recordsAfter(
  tx: Tx,
  actor: Actor,
  { afterRowId, limit }: { afterRowId: string | null; limit: number },
): Promise<StoredRecord[]> {
  const rows = await visible(tx, actor)
    .selectAll()
    .where('erased_at', 'is', null)
    .$if(afterRowId !== null, (rest) => rest.where('row_id', '>', afterRowId ?? ''))
    .orderBy('row_id')
    .limit(limit)
    .execute()
  return opened(tx, rows)
}

export async function recordsOfPerson(tx: Tx, actor: Actor, person: string): Promise<StoredRecord[]> {
  const rows = await visible(tx, actor)
    .selectAll()
    .where('person', '=', person)
    .where('erased_at', 'is', null)
    .orderBy('row_id')
    .execute()
  return opened(tx, rows)
}

/** Takes the mark `unconfirmed` off; gives those that bore it. */
export async function confirmRecords(tx: Tx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return own(tx)
    .updateTable('registry.record')
    .set({ unconfirmed: false })
    .where('id', 'in', ids)
    .where('compartment', 'in', inOrNone(actor))
    .where('unconfirmed', '=', true)
    .where('erased_at', 'is', null)
    .returning(['id', 'compartment', 'list'])
    .execute()
}

/** Marks a record withdrawn by its sender; undefined when it was already, or is not to be seen. */
export async function withdrawRecord(
  { tx, now }: Context,
  actor: Actor,
  what: { id: string; reason: z.output<typeof WithdrawnReason>; replacedBy: string | null },
) {
  return own(tx)
    .updateTable('registry.record')
    .set({ withdrawn_at: now, withdrawn_reason: what.reason, replaced_by: what.replacedBy })
    .where('id', '=', what.id)
    .where('compartment', 'in', inOrNone(actor))
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .returning(['id', 'compartment', 'list'])
    .executeTakeFirst()
}

/** Says of records which person they speak of, or that they speak of none. */
export async function setPerson(tx: Tx, ids: readonly string[], person: string | null): Promise<void> {
  if (ids.length === 0) return
  await own(tx).updateTable('registry.record').set({ person }).where('id', 'in', ids).execute()
}

/** Where a record lies, whoever asks: for an erasure, which must find it in every compartment. */
export async function placeOfRecord(tx: Tx, id: string) {
  return own(tx)
    .selectFrom('registry.record')
    .select(['compartment', 'erased_at', 'person'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Leaves of a record its number and the date of its erasure. Its key is destroyed by who asked for this. */
export async function leaveTombstone({ tx, now }: Context, id: string): Promise<void> {
  await own(tx)
    .updateTable('registry.record')
    .set({ erased_at: now, person: null, sealed: new Uint8Array() })
    .where('id', '=', id)
    .execute()
}

type Row = {
  row_id: string
  id: string
  compartment: string
  context: string
  channel: string
  notice: string
  list: string | null
  unconfirmed: boolean
  received_on: string
  entered_at: string
  withdrawn_at: string | null
  withdrawn_reason: string | null
  replaced_by: string | null
  erased_at: string | null
  person: string | null
  sealed: Uint8Array
}

async function opened(tx: Tx, rows: readonly Row[]): Promise<StoredRecord[]> {
  const standing = rows.filter((row) => row.erased_at === null)
  const contents = await recordContent.open(
    tx,
    standing.map(({ row_id, compartment, id, sealed }) => ({ rowId: row_id, compartment, subjects: [id], sealed })),
  )
  const contentOf = new Map(standing.map((row, index) => [row.id, contents[index] ?? null]))
  return rows.map((row) => {
    const notice = NoticeKind.parse(row.notice)
    return {
      rowId: row.row_id,
      id: row.id,
      compartment: row.compartment,
      context: row.context,
      channel: row.channel,
      notice,
      countsAsNotice: countsAsNotice(notice),
      list: row.list,
      unconfirmed: row.unconfirmed,
      withdrawnAt: row.withdrawn_at,
      withdrawnReason: row.withdrawn_reason === null ? null : WithdrawnReason.parse(row.withdrawn_reason),
      replacedBy: row.replaced_by,
      receivedOn: row.received_on,
      enteredAt: row.entered_at,
      erasedAt: row.erased_at,
      person: row.person,
      content: contentOf.get(row.id) ?? null,
    }
  })
}
