import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'
import { lineFor } from './views.ts'

const After = z.object({ rowId: z.string() })

export const listRecords = handle(contract.listRecords, async ({ limit, cursor, ...filter }, context) => {
  const { tx, actor } = context
  const list = `registry.listRecords ${[filter.context, filter.channel, filter.list, filter.notice, filter.mark].join()}`
  const after = cursor === undefined ? null : openCursor(context, list, { cursor, schema: After })
  if (cursor !== undefined && after === null) return refuse('cursor_unknown')
  const found = await store.recordsBefore(tx, actor, { filter, beforeRowId: after?.rowId ?? null, limit: limit + 1 })
  const page = pageOf(found, limit, ({ rowId }) => sealCursor(context, list, { rowId }))
  const records = page.rows.map((record) => lineFor(actor, record))
  return answer(
    { records, next: page.next },
    records.map(({ id }) => id),
  )
})
