import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import { readSought } from './contents.ts'
import * as contract from './contract.ts'
import { mainName } from './domain.ts'
import * as store from './store.ts'

const list = contract.listRequests.name
const Content = z.object({
  filter: z.object({
    state: z.string().nullable(),
    urgent: z.boolean(),
    officer: z.string().nullable(),
    dueOn: z.string().nullable(),
  }),
  after: z.object({ at: z.string(), rowId: z.string() }),
})

export const listRequests = handle(contract.listRequests, async (asked, context) => {
  const { tx, actor, now } = context
  const going = asked.cursor === undefined ? null : openCursor(context, list, { cursor: asked.cursor, schema: Content })
  if (asked.cursor !== undefined && !going) return refuse('cursor_unknown')
  const filter = going?.filter ?? {
    state: asked.state ?? null,
    urgent: asked.urgent ?? false,
    officer: asked.mine ? actor.id : null,
    dueOn: asked.waiting ? now.slice(0, 10) : null,
  }
  const found = await store.list(tx, actor, { filter, after: going?.after ?? null, limit: asked.limit })
  const page = pageOf(found, asked.limit, (last) =>
    sealCursor(context, list, { filter, after: { at: last.state_at, rowId: last.row_id } }),
  )
  const contents = await readSought(tx, page.rows)
  const requests = page.rows.flatMap((request) => {
    const sought = contents.get(request.id)
    return sought ? [{ ...store.headOf(context, request), sought: mainName(sought.description) }] : []
  })
  return answer(
    { requests, next: page.next },
    requests.map((request) => request.id),
  )
})
