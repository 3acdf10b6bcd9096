import { z } from 'zod'
import { readRecords, writtenName } from '#registry'
import { answer, type Context, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { rowsAfter, type StoredRow } from './store-rows.ts'
import * as store from './store.ts'

/** Where a list of rows goes on. */
export const AfterRow = z.object({ sheet: z.number(), number: z.number() })

export const listRows = handle(contract.listRows, async ({ id, state, limit, cursor }, context) => {
  const { tx, actor } = context
  if (!(await store.listById(tx, actor, id))) return refuse('list_unknown')
  const name = `intake.listRows ${id} ${state ?? ''}`
  const after = cursor === undefined ? null : openCursor(context, name, { cursor, schema: AfterRow })
  if (cursor !== undefined && after === null) return refuse('cursor_unknown')
  const found = await rowsAfter(tx, actor, { list: id, state, after, limit: limit + 1 })
  const page = pageOf(found, limit, ({ sheet, number }) => sealCursor(context, name, { sheet, number }))
  const disclosed = page.rows.map(({ record, id: row }) => record ?? row)
  const names = await namesOf(
    context,
    page.rows.flatMap(({ record }) => record ?? []),
  )
  return answer({ rows: page.rows.map((row) => rowFor(row, names)), next: page.next }, [id, ...disclosed])
})

/** The main name of each record as it was written, as far as the reader may see it. */
export async function namesOf(context: Context, records: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await readRecords(context, records)
  return new Map(
    found.flatMap(({ id, content }) => {
      const [name] = content?.description.names ?? []
      return name ? [[id, writtenName(name)] as const] : []
    }),
  )
}

function rowFor(row: StoredRow, names: ReadonlyMap<string, string>) {
  const { waiting, rowId: _rowId, list: _list, compartment: _compartment, number, ...rest } = row
  const { line = null, headings = [], cells = [], column = null, problems = [] } = waiting ?? {}
  const name = row.record === null ? null : (names.get(row.record) ?? null)
  return { ...rest, row: number, name, column, line, headings, cells, problems }
}
