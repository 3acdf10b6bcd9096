import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Actor, Context } from '#kernel/handler'
import type { Tables } from '#kernel/tables.gen'
import { type Tx, tablesOf } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import type { Channel } from './channels.ts'
import { EntryKind } from './shapes.ts'
import type { EntryKind as Kind } from './words.ts'

const own = tablesOf('dialogue')
const sealedEntry = sealedColumn('dialogue.entry', z.object({ content: z.unknown(), nextStep: z.string().nullable() }))
const sealedStep = sealedColumn(
  'dialogue.step',
  z.object({
    on: z.string().nullable(),
    words: z.string().nullable(),
    corrects: z.string().nullable(),
    content: z.unknown(),
  }),
)

export type Row = Omit<Selectable<Tables['dialogue.entry']>, 'kind' | 'awaits'> & {
  readonly kind: Kind
  readonly awaits: 'party' | 'us' | null
}
/** A row with what it says, not yet checked against its kind. */
export type Opened = { readonly row: Row; readonly content: unknown; readonly nextStep: string | null }

type Reader = Pick<Actor, 'compartments'>

export function visible(tx: Tx, { compartments }: Reader) {
  const member = compartments.length > 0 ? compartments : ['']
  return own(tx).selectFrom('dialogue.entry').where('dialogue.entry.compartment', 'in', member)
}

export async function find(tx: Tx, reader: Reader, id: string): Promise<Row | null> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).executeTakeFirst()
  return row ? parse(row) : null
}

/** The same, held until the end of the transaction. */
export async function hold(tx: Tx, reader: Reader, id: string): Promise<Row | null> {
  const row = await visible(tx, reader).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? parse(row) : null
}

export type Wanted = {
  readonly compartment: string
  readonly kinds: readonly Kind[]
  readonly states?: readonly string[]
  readonly parent?: string
  readonly beforeRowId?: string | null
  readonly limit: number
}

/** Entries of one channel, newest first. */
export async function list(tx: Tx, reader: Reader, wanted: Wanted): Promise<Row[]> {
  const { states, parent, beforeRowId } = wanted
  let rows = visible(tx, reader)
    .selectAll()
    .where('compartment', '=', wanted.compartment)
    .where('kind', 'in', wanted.kinds)
  if (states) rows = rows.where('state', 'in', states)
  if (parent !== undefined) rows = rows.where('parent', '=', parent)
  if (beforeRowId) rows = rows.where('row_id', '<', beforeRowId)
  return (await rows.orderBy('row_id', 'desc').limit(wanted.limit).execute()).map(parse)
}

/** What awaits an answer, longest first; what is past our reminder date, earliest first. */
export async function waiting(
  tx: Tx,
  reader: Reader,
  asked: { compartment: string; what: 'party' | 'us' | 'reminder'; today: string; limit: number },
): Promise<Row[]> {
  const rows = visible(tx, reader).selectAll().where('compartment', '=', asked.compartment).limit(asked.limit)
  const found =
    asked.what === 'reminder'
      ? rows.where('remind_on', '<=', asked.today).orderBy('remind_on').orderBy('row_id')
      : rows.where('awaits', '=', asked.what).orderBy('awaited_since').orderBy('row_id')
  return (await found.execute()).map(parse)
}

/** How much waits in each channel, by columns in clear: for those who have not opened it yet, too. */
export async function countWaiting(tx: Tx, reader: Reader, today: string) {
  return visible(tx, reader)
    .select(({ fn }) => [
      'compartment',
      fn.count<number>('row_id').filterWhere('awaits', '=', 'party').as('unanswered'),
      fn.min('awaited_since').filterWhere('awaits', '=', 'party').as('unanswered_since'),
      fn.count<number>('row_id').filterWhere('awaits', '=', 'us').as('owed'),
      fn.min('awaited_since').filterWhere('awaits', '=', 'us').as('owed_since'),
      fn.count<number>('row_id').filterWhere('remind_on', '<=', today).as('reminders'),
    ])
    .groupBy('compartment')
    .execute()
}

/** The entries of one shared matter, in whichever of these channels. */
export async function sharedIn(tx: Tx, reader: Reader, compartments: readonly string[]): Promise<Row[]> {
  if (compartments.length === 0) return []
  const rows = await visible(tx, reader)
    .selectAll()
    .where('compartment', 'in', compartments)
    .where('shared', 'is not', null)
    .orderBy('row_id')
    .limit(2_000)
    .execute()
  return rows.map(parse)
}

/** Opens what rows say; what cannot be opened any more is left out. */
export async function open(tx: Tx, rows: readonly Row[]): Promise<Opened[]> {
  const contents = await sealedEntry.open(tx, rows.map(placed))
  return rows.flatMap((row, index) => {
    const opened = contents[index]
    return opened ? [{ row, content: opened.content, nextStep: opened.nextStep }] : []
  })
}

export type NewEntry = {
  readonly id: string
  readonly kind: Kind
  readonly state: string
  readonly channel: Channel
  readonly content: unknown
  readonly parent?: string | null
  readonly shared?: string | null
  readonly awaits?: 'party' | 'us' | null
  readonly remindOn?: string | null
  readonly nextStep?: string | null
}

export async function add(context: Context, entry: NewEntry): Promise<Opened> {
  const { tx, now, actor } = context
  const { id, kind, state, content, nextStep = null, awaits = null } = entry
  const { compartment, party } = entry.channel
  const rowId = context.newRowId()
  const sealed = await sealedEntry.seal(tx, { rowId, compartment, subjects: [id] }, { content, nextStep })
  const row = {
    row_id: rowId,
    id,
    compartment,
    party,
    kind,
    state,
    parent: entry.parent ?? null,
    shared: entry.shared ?? null,
    opened_at: now,
    opened_by: actor.id,
    changed_at: now,
    awaits,
    awaited_since: awaits === null ? null : now,
    remind_on: entry.remindOn ?? null,
    sealed,
  }
  await own(tx).insertInto('dialogue.entry').values(row).execute()
  return { row, content, nextStep }
}

export type Change = {
  readonly state?: string
  readonly content?: unknown
  /** Undefined leaves it as it is; null ends the waiting. */
  readonly awaits?: 'party' | 'us' | null
  readonly remindOn?: string | null
  readonly nextStep?: string | null
}

export async function change(context: Context, opened: Opened, to: Change): Promise<Opened> {
  const { tx, now } = context
  const { row } = opened
  const content = to.content === undefined ? opened.content : to.content
  const nextStep = to.nextStep === undefined ? opened.nextStep : to.nextStep
  const awaits = to.awaits === undefined ? row.awaits : to.awaits
  const changed = {
    state: to.state ?? row.state,
    changed_at: now,
    awaits,
    awaited_since: awaits === null ? null : to.awaits === undefined ? row.awaited_since : now,
    remind_on: to.remindOn === undefined ? row.remind_on : to.remindOn,
    sealed: await sealedEntry.seal(tx, placed(row), { content, nextStep }),
  }
  await own(tx).updateTable('dialogue.entry').set(changed).where('row_id', '=', row.row_id).execute()
  return { row: { ...row, ...changed }, content, nextStep }
}

export type Step = {
  readonly act: string
  readonly on?: string | null
  readonly words?: string | null
  readonly corrects?: string | null
  readonly proposedBy?: string | null
}

/** Writes down what was done to an entry, and what it said afterwards. A text's own words are not kept twice. */
export async function addStep(context: Context, { row, content }: Opened, step: Step): Promise<void> {
  const { tx, now, actor } = context
  const rowId = context.newRowId()
  const { compartment } = row
  const kept = row.kind === 'text' ? null : content
  const { on = null, words = null, corrects = null, proposedBy = null } = step
  await own(tx)
    .insertInto('dialogue.step')
    .values({
      row_id: rowId,
      id: context.newId(),
      entry: row.id,
      compartment,
      act: step.act,
      state: row.state,
      at: now,
      by: actor.id,
      proposed_by: proposedBy,
      sealed: await sealedStep.seal(
        tx,
        { rowId, compartment, subjects: [row.id] },
        { on, words, corrects, content: kept },
      ),
    })
    .execute()
}

/** What has happened to an entry, first things first. */
export async function stepsOf(tx: Tx, row: Row) {
  const steps = await own(tx)
    .selectFrom('dialogue.step')
    .selectAll()
    .where('entry', '=', row.id)
    .orderBy('row_id')
    .execute()
  const contents = await sealedStep.open(
    tx,
    steps.map((step) => ({ ...placed(row), rowId: step.row_id, sealed: step.sealed })),
  )
  return steps.map((step, index) => ({
    id: step.id,
    at: step.at,
    by: step.by,
    proposedBy: step.proposed_by,
    act: step.act,
    state: step.state,
    on: contents[index]?.on ?? null,
    words: contents[index]?.words ?? null,
    corrects: contents[index]?.corrects ?? null,
  }))
}

function placed(row: Row) {
  return { rowId: row.row_id, compartment: row.compartment, subjects: [row.id], sealed: row.sealed }
}

function parse(row: Selectable<Tables['dialogue.entry']>): Row {
  return {
    ...row,
    kind: EntryKind.parse(row.kind),
    awaits: row.awaits === 'party' || row.awaits === 'us' ? row.awaits : null,
  }
}
