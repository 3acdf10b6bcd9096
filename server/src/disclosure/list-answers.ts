import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'

const list = contract.listAnswers.name
const Content = z.object({
  filter: z.object({ request: z.string().nullable(), state: z.string().nullable() }),
  beforeRowId: z.string(),
})

export const listAnswers = handle(contract.listAnswers, async (asked, context) => {
  const { tx, actor } = context
  const going = asked.cursor === undefined ? null : openCursor(context, list, { cursor: asked.cursor, schema: Content })
  if (asked.cursor !== undefined && !going) return refuse('cursor_unknown')
  const filter = going?.filter ?? { request: asked.request ?? null, state: asked.state ?? null }
  const found = await store.list(tx, actor, { filter, beforeRowId: going?.beforeRowId ?? null, limit: asked.limit })
  const page = pageOf(found, asked.limit, (last) => sealCursor(context, list, { filter, beforeRowId: last.row_id }))
  return answer(
    { answers: page.rows.map(store.shown), next: page.next },
    page.rows.map((row) => row.request),
  )
})
