import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { linesOf } from './sides.ts'
import * as store from './store.ts'

const list = contract.listPairs.name
const text = z.string().nullable()
const Content = z.object({ filter: z.object({ state: text, request: text, record: text }), afterRowId: z.string() })

export const listPairs = handle(contract.listPairs, async (asked, context) => {
  const { tx, actor } = context
  const going = asked.cursor === undefined ? null : openCursor(context, list, { cursor: asked.cursor, schema: Content })
  if (asked.cursor !== undefined && !going) return refuse('cursor_unknown')
  const { state = null, request = null, record = null } = asked
  const filter = going?.filter ?? { state, request, record }
  const found = await store.list(tx, actor, { filter, afterRowId: going?.afterRowId ?? null, limit: asked.limit + 1 })
  const page = pageOf(found, asked.limit, (last) => sealCursor(context, list, { filter, afterRowId: last.row_id }))
  const pairs = await linesOf(context, page.rows)
  return answer(
    { pairs, next: page.next },
    pairs.flatMap((pair) => [pair.request, pair.record]),
  )
})
