import { z } from 'zod'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { countsOf, lineOf } from './counts.ts'
import * as store from './store.ts'

const After = z.object({ rowId: z.string() })

export const listLists = handle(contract.listLists, async ({ limit, cursor, ...filter }, context) => {
  const { tx, actor } = context
  const name = `intake.listLists ${[filter.context, filter.channel, filter.state].join()}`
  const after = cursor === undefined ? null : openCursor(context, name, { cursor, schema: After })
  if (cursor !== undefined && after === null) return refuse('cursor_unknown')
  const found = await store.listsBefore(tx, actor, { filter, beforeRowId: after?.rowId ?? null, limit: limit + 1 })
  const page = pageOf(found, limit, ({ rowId }) => sealCursor(context, name, { rowId }))
  const counts = await countsOf(tx, actor, page.rows)
  return answer({ lists: page.rows.map((list) => lineOf(list, counts.get(list.id))), next: page.next }, [])
})
