import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { AfterRow, namesOf } from './list-rows.ts'
import { unlistedAfter } from './store-rows.ts'
import * as store from './store.ts'

export const listUnlisted = handle(contract.listUnlisted, async ({ id, limit, cursor }, context) => {
  const { tx, actor } = context
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const name = `intake.listUnlisted ${id}`
  const after = cursor === undefined ? null : openCursor(context, name, { cursor, schema: AfterRow })
  if (cursor !== undefined && after === null) return refuse('cursor_unknown')
  const { replaces: replaced } = list
  // Before the whole of the new list has been read, nothing can be said of what it leaves out.
  if (replaced === null || list.completedAt === null) return answer({ replaced, records: [], next: null }, [id])
  const found = await unlistedAfter(tx, actor, { list: id, replaced, after, limit: limit + 1 })
  const page = pageOf(found, limit, ({ sheet, number }) => sealCursor(context, name, { sheet, number }))
  const left = page.rows.flatMap(({ record, sheet, number }) => (record ? { record, sheet, row: number } : []))
  const names = await namesOf(
    context,
    left.map(({ record }) => record),
  )
  const records = left.map((one) => ({ ...one, name: names.get(one.record) ?? null }))
  return answer({ replaced, records, next: page.next }, [id, ...records.map(({ record }) => record)])
})
