import { registerRecords } from '#registry'
import type { Context, Event } from '#kernel/handler'
import { readRow } from './content.ts'
import { mappingFor } from './mapping.ts'
import type { Item } from './read-file.ts'
import type { MappingSaved } from './store-mappings.ts'
import * as rows from './store-rows.ts'
import type { StoredList } from './store.ts'
import type { z } from 'zod'
import type { Content } from '@solferino/server/registry/contract'

export type Registering = { readonly list: StoredList; readonly mapping: MappingSaved }

/**
 * Makes records of some rows of one sheet, in the order of the file. A row that this sender has said before, in the same
 * words and by the same kind of list, adds nothing; one that cannot be read waits in quarantine. The sender is held.
 */
export async function registerRows(
  context: Context,
  { list, mapping }: Registering,
  { headings, items }: { headings: string[]; items: readonly Item[] },
): Promise<Event[]> {
  const { tx } = context
  const [first] = items
  if (!first) return []
  const taken = await rows.placesTaken(
    tx,
    list.id,
    first.sheet,
    items.map(({ row }) => row),
  )
  const fresh = items
    .filter(({ row }) => !taken.has(row))
    .map((item) => ({ item, mark: rows.markOf(tx, list, item.line === '' ? item.cells.join('\t') : item.line) }))
  const known = await rows.knownMarks(
    tx,
    list.compartment,
    fresh.map(({ mark }) => mark),
  )
  const columns = mappingFor(mapping, headings)
  const said = new Set<string>()
  const contents: { mark: string; content: z.output<typeof Content> }[] = []
  const made: rows.NewRow[] = []
  for (const { item, mark } of fresh) {
    const key = mark.toString('hex')
    const place = { sheet: item.sheet, number: item.row, mark }
    if (known.has(key) || said.has(key)) {
      made.push({ ...place, state: 'known', reason: null, record: known.get(key) ?? null, waiting: null })
      continue
    }
    said.add(key)
    const read =
      item.reason === null
        ? readRow(item, columns, { envelope: list.envelope, asItStands: false, yearMax: yearOf(context) })
        : { content: null, reason: item.reason, column: item.column, problems: [] }
    if (read.content) {
      contents.push({ mark: key, content: read.content })
      made.push({ ...place, state: 'registered', reason: null, record: null, waiting: null })
      continue
    }
    const waiting = { line: item.line, headings, cells: item.cells, column: read.column, problems: read.problems }
    made.push({ ...place, state: 'quarantined', reason: read.reason, record: null, waiting })
  }
  const registered = await registerRecords(
    context,
    contents.map(({ content }) => recordOf(list, content)),
  )
  const recordOfMark = new Map(contents.map(({ mark }, at) => [mark, registered[at]?.id ?? null]))
  await rows.addRows(
    context,
    list,
    made.map((row) => ({ ...row, record: row.record ?? recordOfMark.get(row.mark.toString('hex')) ?? null })),
  )
  return registered.map(({ event }) => event)
}

/** A record of a list's row, as the registry takes it. */
export function recordOf(list: StoredList, content: z.output<typeof Content>) {
  return {
    compartment: list.compartment,
    context: list.context,
    channel: list.channel,
    notice: list.kind,
    list: list.id,
    unconfirmed: list.authenticity !== 'confirmed',
    receivedOn: list.receivedOn,
    content,
  }
}

/** No list tells of a year that has not come. */
export function yearOf({ now }: Context): number {
  return Number(now.slice(0, 4))
}
