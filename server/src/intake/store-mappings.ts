import { z } from 'zod'
import type { Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { DateOrder, Field, FileProblem, RowReason } from './contract.ts'
import type { StoredList } from './store.ts'

const own = tablesOf('intake')

const Confidence = z.union([z.literal(1), z.literal(2), z.literal(3)])
/** How columns are read, with how sure the reading library was; 3 where a person has fixed it. */
export const SavedMapping = z.object({
  columns: z.array(z.object({ heading: z.string(), field: Field.nullable(), confidence: Confidence })),
  dateOrder: DateOrder.nullable(),
})

/** What was seen of a file when it was looked through. */
export const Sample = z.object({
  sheets: z.array(
    z.object({
      name: z.string().nullable(),
      format: z.enum(['xlsx', 'delimited', 'ndjson']),
      encoding: z.string(),
      encodingConfidence: z.number().int(),
      delimiter: z.string().nullable(),
      headings: z.array(z.string()),
      headingRow: z.number().int().nullable(),
    }),
  ),
  sheetsLeftOut: z.array(z.string()),
  rows: z.array(
    z.object({ sheet: z.number().int(), row: z.number().int(), line: z.string(), cells: z.array(z.string()) }),
  ),
  unread: z.array(z.object({ sheet: z.number().int(), row: z.number().int(), line: z.string(), reason: RowReason })),
  guess: SavedMapping,
})
export type SampleSeen = z.output<typeof Sample>
export type MappingSaved = z.output<typeof SavedMapping>
export type Problem = z.output<typeof FileProblem>

const sampleContent = sealedColumn('intake.sample', Sample)
const mappingContent = sealedColumn('intake.mapping', SavedMapping)

/** Keeps what was seen of a file, under the file's own key: it goes with the file. */
export async function saveSample(context: Context, list: StoredList, sample: SampleSeen): Promise<void> {
  const { tx } = context
  const rowId = context.newRowId()
  const { compartment, file } = list
  await own(tx).deleteFrom('intake.sample').where('list', '=', list.id).execute()
  const sealed = await sampleContent.seal(tx, { rowId, compartment, subjects: [file] }, sample)
  await own(tx)
    .insertInto('intake.sample')
    .values({ row_id: rowId, list: list.id, compartment, file, sealed })
    .execute()
}

/** What was seen of a list's file; null before it was looked through, and when it was destroyed. */
export async function sampleOf(tx: Tx, list: StoredList): Promise<SampleSeen | null> {
  const row = await own(tx).selectFrom('intake.sample').selectAll().where('list', '=', list.id).executeTakeFirst()
  if (!row) return null
  const { row_id: rowId, compartment, file, sealed } = row
  return sampleContent.openOne(tx, { rowId, compartment, subjects: [file], sealed })
}

/** Removes what was seen of files whose keys go. */
export async function dropSamples(tx: Tx, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  await own(tx).deleteFrom('intake.sample').where('file', 'in', files).execute()
}

export async function saveMapping(context: Context, list: StoredList, mapping: MappingSaved): Promise<void> {
  const { tx, now, actor } = context
  const rowId = context.newRowId()
  const { compartment, kind, id } = list
  const sealed = await mappingContent.seal(tx, { rowId, compartment, subjects: [`mapping:${id}`] }, mapping)
  await own(tx)
    .insertInto('intake.mapping')
    .values({ row_id: rowId, list: id, compartment, kind, saved_at: now, saved_by: actor.id, sealed })
    .execute()
}

export async function mappingOf(tx: Tx, list: StoredList): Promise<MappingSaved | null> {
  const row = await own(tx)
    .selectFrom('intake.mapping')
    .selectAll()
    .where('list', '=', list.id)
    .orderBy('row_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? opened(tx, row) : null
}

/** How this sender's last list was read: one of the same kind before any other. */
export async function mappingOfSender(tx: Tx, { compartment, kind }: StoredList): Promise<MappingSaved | null> {
  const last = own(tx)
    .selectFrom('intake.mapping')
    .selectAll()
    .where('compartment', '=', compartment)
    .orderBy('row_id', 'desc')
    .limit(1)
  const row = (await last.where('kind', '=', kind).executeTakeFirst()) ?? (await last.executeTakeFirst())
  return row ? opened(tx, row) : null
}

function opened(tx: Tx, row: { row_id: string; list: string; compartment: string; sealed: Uint8Array }) {
  const { row_id: rowId, list, compartment, sealed } = row
  return mappingContent.openOne(tx, { rowId, compartment, subjects: [`mapping:${list}`], sealed })
}
