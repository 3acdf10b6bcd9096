import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import type { Tx } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { silenceOf } from './domain.ts'
import { Enquirer, Sought } from './shapes.ts'
import { own, type Request } from './store.ts'

const sealedSought = sealedColumn('tracing.sought', Sought)
const sealedEnquirer = sealedColumn('tracing.enquirer', Enquirer)
type SoughtContent = z.output<typeof Sought>
type EnquirerContent = z.output<typeof Enquirer>
type Version<Content> = {
  readonly version: number
  readonly corrects: number | null
  readonly at: string
  readonly by: string
  readonly content: Content
}

/** Adds a version of what is known of the sought person; `corrects` is the version it follows, null for the first. */
export async function addSought(
  context: Context,
  request: Request,
  { content, corrects }: { content: SoughtContent; corrects: number | null },
): Promise<void> {
  const silence = silenceOf({ ...content, ...content.description }, content.silence)
  const row = versionRow(context, request, corrects)
  const place = { rowId: row.row_id, compartment: request.compartment, subjects: [request.id] }
  const sealed = await sealedSought.seal(context.tx, place, { ...content, silence })
  await own(context.tx)
    .insertInto('tracing.sought')
    .values({ ...row, sealed })
    .execute()
}

export async function addEnquirer(
  context: Context,
  request: Request,
  { content, corrects }: { content: EnquirerContent; corrects: number | null },
): Promise<void> {
  const silence = silenceOf(content, content.silence)
  const row = versionRow(context, request, corrects)
  const place = { rowId: row.row_id, compartment: request.compartment, subjects: [request.id] }
  const sealed = await sealedEnquirer.seal(context.tx, place, { ...content, silence })
  await own(context.tx)
    .insertInto('tracing.enquirer')
    .values({ ...row, sealed })
    .execute()
}

function versionRow({ newRowId, now, actor }: Context, request: Request, corrects: number | null) {
  const { id, compartment } = request
  return { row_id: newRowId(), request: id, compartment, version: (corrects ?? 0) + 1, corrects, at: now, by: actor.id }
}

/** What is known now of each of these requests' sought persons; nothing for one whose key is gone. */
export async function readSought(tx: Tx, requests: readonly Request[]): Promise<Map<string, SoughtContent>> {
  const found = new Map<string, SoughtContent>()
  if (requests.length === 0) return found
  const rows = await own(tx)
    .selectFrom('tracing.sought')
    .innerJoin('tracing.request', (on) =>
      on
        .onRef('tracing.request.id', '=', 'tracing.sought.request')
        .onRef('tracing.request.sought_version', '=', 'tracing.sought.version'),
    )
    .selectAll('tracing.sought')
    .where(
      'tracing.sought.request',
      'in',
      requests.map((one) => one.id),
    )
    .execute()
  const opened = await sealedSought.open(tx, rows.map(placed))
  for (const [index, row] of rows.entries()) {
    const content = opened[index]
    if (content) found.set(row.request, content)
  }
  return found
}

/** Who asks, as known now; null when the key is gone. */
export async function readEnquirer(tx: Tx, request: Request): Promise<EnquirerContent | null> {
  const row = await own(tx)
    .selectFrom('tracing.enquirer')
    .selectAll()
    .where('request', '=', request.id)
    .where('version', '=', request.enquirer_version)
    .executeTakeFirstOrThrow()
  return sealedEnquirer.openOne(tx, placed(row))
}

/** All versions, oldest first. */
export async function soughtVersions(tx: Tx, id: string): Promise<Version<SoughtContent>[]> {
  const rows = await own(tx)
    .selectFrom('tracing.sought')
    .selectAll()
    .where('request', '=', id)
    .orderBy('version')
    .execute()
  return versionsOf(rows, await sealedSought.open(tx, rows.map(placed)))
}

export async function enquirerVersions(tx: Tx, id: string): Promise<Version<EnquirerContent>[]> {
  const rows = await own(tx)
    .selectFrom('tracing.enquirer')
    .selectAll()
    .where('request', '=', id)
    .orderBy('version')
    .execute()
  return versionsOf(rows, await sealedEnquirer.open(tx, rows.map(placed)))
}

type Row = { row_id: string; request: string; compartment: string; sealed: Uint8Array }
type VersionRow = { version: number; corrects: number | null; at: string; by: string }

function placed(row: Row) {
  return { rowId: row.row_id, compartment: row.compartment, subjects: [row.request], sealed: row.sealed }
}

function versionsOf<Content>(rows: readonly VersionRow[], opened: readonly (Content | null)[]): Version<Content>[] {
  return rows.flatMap(({ version, corrects, at, by }, index) => {
    const content = opened[index]
    return content ? [{ version, corrects, at, by, content }] : []
  })
}
