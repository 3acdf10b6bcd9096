import { z } from 'zod'
import type { Actor, Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { fingerprint, sealedColumn } from '#kernel/vault'
import { AuthenticityState, Confirmation, Envelope, FileProblem, ListKind, ListState } from './contract.ts'
import { inOrNone } from './visible.ts'

const own = tablesOf('intake')

const Sealed = z.object({
  envelope: Envelope,
  sha256: z.string(),
  problem: FileProblem.nullable(),
  /** How the origin was made sure after the list had come in. */
  confirmed: z.object({ how: Confirmation, by: z.string(), person: z.string() }).nullable(),
})
const listContent = sealedColumn('intake.list', Sealed)

export type StoredList = {
  readonly rowId: string
  readonly id: string
  readonly compartment: string
  readonly context: string
  readonly channel: string
  readonly kind: z.output<typeof ListKind>
  readonly state: z.output<typeof ListState>
  readonly authenticity: z.output<typeof AuthenticityState>
  readonly confirmedAt: string | null
  readonly receivedOn: string
  readonly enteredAt: string
  readonly enteredBy: string
  readonly file: string
  readonly bytes: number
  readonly sameFileAs: string | null
  readonly replaces: string | null
  readonly returnedReason: string | null
  readonly readAt: string | null
  readonly rowCount: number | null
  readonly blankCount: number
  readonly headingCount: number
  readonly mappedAt: string | null
  readonly completedAt: string | null
  readonly unlistedCount: number | null
  readonly unlistedNotedAt: string | null
  readonly fileDestroyedAt: string | null
} & z.output<typeof Sealed>

function visible(tx: Tx, actor: Actor) {
  return own(tx).selectFrom('intake.list').where('compartment', 'in', inOrNone(actor))
}

/** Puts a list down as received. Gives the list of the same sender whose file was the same to the byte, if any. */
export async function addList(
  context: Context,
  list: {
    id: string
    compartment: string
    context: string
    channel: string
    file: string
    bytes: number
    sha256: string
    envelope: z.output<typeof Envelope>
  },
): Promise<string | null> {
  const { tx, now, actor } = context
  const { envelope, sha256, compartment, id } = list
  const mark = fingerprint(tx, `intake.file|${compartment}`, sha256)
  const same = await visible(tx, actor).select('id').where('file_mark', '=', mark).orderBy('row_id').executeTakeFirst()
  const rowId = context.newRowId()
  const place = { rowId, compartment, subjects: [id] }
  await own(tx)
    .insertInto('intake.list')
    .values({
      row_id: rowId,
      id,
      compartment,
      context: list.context,
      channel: list.channel,
      kind: envelope.kind,
      state: 'received',
      authenticity: envelope.authenticity.state,
      confirmed_at: envelope.authenticity.state === 'confirmed' ? now : null,
      received_on: envelope.receivedOn,
      entered_at: now,
      entered_by: actor.id,
      file: list.file,
      bytes: list.bytes,
      file_mark: mark,
      same_file_as: same?.id ?? null,
      replaces: envelope.replaces,
      sealed: await listContent.seal(tx, place, { envelope, sha256, problem: null, confirmed: null }),
    })
    .execute()
  return same?.id ?? null
}

export async function listById(tx: Tx, actor: Actor, id: string): Promise<StoredList | null> {
  const rows = await visible(tx, actor).selectAll().where('id', '=', id).execute()
  const [list] = await opened(tx, rows)
  return list ?? null
}

/** The same, held until the transaction ends: who changes it and who registers its rows wait for each other. */
export async function listToChange(tx: Tx, actor: Actor, id: string): Promise<StoredList | null> {
  const rows = await visible(tx, actor).selectAll().where('id', '=', id).forUpdate().execute()
  const [list] = await opened(tx, rows)
  return list ?? null
}

type Filter = {
  readonly context?: string | undefined
  readonly channel?: string | undefined
  readonly state?: string | undefined
}

/** A page of lists, newest first: rows before `beforeRowId`. */
export async function listsBefore(
  tx: Tx,
  actor: Actor,
  { filter, beforeRowId, limit }: { filter: Filter; beforeRowId: string | null; limit: number },
): Promise<StoredList[]> {
  const { context, channel, state } = filter
  const rows = await visible(tx, actor)
    .selectAll()
    .$if(context !== undefined, (rest) => rest.where('context', '=', context ?? ''))
    .$if(channel !== undefined, (rest) => rest.where('channel', '=', channel ?? ''))
    .$if(state !== undefined, (rest) => rest.where('state', '=', state ?? ''))
    .$if(beforeRowId !== null, (rest) => rest.where('row_id', '<', beforeRowId ?? ''))
    .orderBy('row_id', 'desc')
    .limit(limit)
    .execute()
  return opened(tx, rows)
}

/** Lists at which something waits, oldest first: not read, not mapped, not complete, or not sure where they come from. */
export async function listsWaiting(tx: Tx, actor: Actor, limit: number): Promise<StoredList[]> {
  const rows = await visible(tx, actor)
    .selectAll()
    .where('state', '!=', 'returned')
    .where((where) =>
      where.or([
        where('completed_at', 'is', null),
        where('authenticity', '!=', 'confirmed'),
        where.and([where('unlisted_count', '>', 0), where('unlisted_noted_at', 'is', null)]),
        where.exists(
          where
            .selectFrom('intake.row')
            .select('intake.row.id')
            .whereRef('intake.row.list', '=', 'intake.list.id')
            .where('intake.row.state', '=', 'quarantined'),
        ),
      ]),
    )
    .orderBy('row_id')
    .limit(limit)
    .execute()
  return opened(tx, rows)
}

type Change = {
  readonly state?: z.output<typeof ListState>
  readonly authenticity?: z.output<typeof AuthenticityState>
  readonly confirmed_at?: string
  readonly returned_reason?: string
  readonly read_at?: string
  readonly row_count?: number
  readonly blank_count?: number
  readonly heading_count?: number
  readonly mapped_at?: string
  readonly completed_at?: string
  readonly unlisted_count?: number
  readonly unlisted_noted_at?: string | null
  readonly unlisted_outcome?: string
}

/** Changes what stands in clear of a list. */
export async function setList(tx: Tx, list: StoredList, change: Change): Promise<void> {
  await own(tx).updateTable('intake.list').set(change).where('row_id', '=', list.rowId).execute()
}

/** Writes down why a file cannot be read. */
export async function setProblem(context: Context, list: StoredList, problem: z.output<typeof FileProblem>) {
  const { envelope, sha256, confirmed } = list
  await reseal(context.tx, list, { envelope, sha256, confirmed, problem })
  await own(context.tx)
    .updateTable('intake.list')
    .set({ problem: problem.code, read_at: context.now })
    .where('row_id', '=', list.rowId)
    .execute()
}

/** Writes down how a list was confirmed after it had come in. */
export async function setConfirmed(tx: Tx, list: StoredList, confirmed: z.output<typeof Sealed>['confirmed']) {
  const { envelope, sha256, problem } = list
  await reseal(tx, list, { envelope, sha256, problem, confirmed })
}

async function reseal(tx: Tx, { rowId, compartment, id }: StoredList, content: z.output<typeof Sealed>) {
  const sealed = await listContent.seal(tx, { rowId, compartment, subjects: [id] }, content)
  await own(tx).updateTable('intake.list').set({ sealed }).where('row_id', '=', rowId).execute()
}

/** The originals in which a row became this record; they are destroyed as files when it is erased. Gives their keys. */
export async function destroyFilesNaming(context: Context, record: string): Promise<string[]> {
  const { tx, now } = context
  const naming = own(tx).selectFrom('intake.row').select('intake.row.list').where('intake.row.record', '=', record)
  const rows = await own(tx)
    .updateTable('intake.list')
    .set({ file_destroyed_at: now })
    .where('id', 'in', naming)
    .where('file_destroyed_at', 'is', null)
    .returning('file')
    .execute()
  return rows.map(({ file }) => file)
}

/** Originals whose keys are destroyed and whose bytes are still there; each is given once. */
export async function filesToRemove({ tx, now }: Context) {
  return own(tx)
    .updateTable('intake.list')
    .set({ file_removed_at: now })
    .where('file_destroyed_at', 'is not', null)
    .where('file_removed_at', 'is', null)
    .returning(['id', 'compartment', 'file'])
    .execute()
}

type Row = {
  row_id: string
  id: string
  compartment: string
  context: string
  channel: string
  kind: string
  state: string
  authenticity: string
  confirmed_at: string | null
  received_on: string
  entered_at: string
  entered_by: string
  file: string
  bytes: number
  same_file_as: string | null
  replaces: string | null
  returned_reason: string | null
  read_at: string | null
  row_count: number | null
  blank_count: number
  heading_count: number
  mapped_at: string | null
  completed_at: string | null
  unlisted_count: number | null
  unlisted_noted_at: string | null
  file_destroyed_at: string | null
  sealed: Uint8Array
}

async function opened(tx: Tx, rows: readonly Row[]): Promise<StoredList[]> {
  const contents = await listContent.open(
    tx,
    rows.map(({ row_id, compartment, id, sealed }) => ({ rowId: row_id, compartment, subjects: [id], sealed })),
  )
  return rows.flatMap((row, index) => {
    const content = contents[index]
    if (!content) return []
    return {
      rowId: row.row_id,
      id: row.id,
      compartment: row.compartment,
      context: row.context,
      channel: row.channel,
      kind: ListKind.parse(row.kind),
      state: ListState.parse(row.state),
      authenticity: AuthenticityState.parse(row.authenticity),
      confirmedAt: row.confirmed_at,
      receivedOn: row.received_on,
      enteredAt: row.entered_at,
      enteredBy: row.entered_by,
      file: row.file,
      bytes: row.bytes,
      sameFileAs: row.same_file_as,
      replaces: row.replaces,
      returnedReason: row.returned_reason,
      readAt: row.read_at,
      rowCount: row.row_count,
      blankCount: row.blank_count,
      headingCount: row.heading_count,
      mappedAt: row.mapped_at,
      completedAt: row.completed_at,
      unlistedCount: row.unlisted_count,
      unlistedNotedAt: row.unlisted_noted_at,
      fileDestroyedAt: row.file_destroyed_at,
      ...content,
    }
  })
}
