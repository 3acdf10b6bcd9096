import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
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
  return answer({ rows: page.rows.map(rowFor), next: page.next }, [id, ...disclosed])
})

function rowFor({ id, sheet, number, state, record, reason, mendedAt, waiting }: StoredRow) {
  const { line = null, headings = [], cells = [], column = null, problems = [] } = waiting ?? {}
  return { id, sheet, row: number, state, record, reason, column, line, headings, cells, problems, mendedAt }
}
