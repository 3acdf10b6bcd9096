import { z } from 'zod'
import { compartmentOf } from '#access'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as persons from './store-persons.ts'
import * as store from './store.ts'
import { lineFor } from './views.ts'

const After = z.object({ rowId: z.string() })

export const listPersons = handle(contract.listPersons, async ({ limit, cursor, context: of }, context) => {
  const { tx, actor } = context
  const list = `registry.listPersons ${of ?? ''}`
  const after = cursor === undefined ? null : openCursor(context, list, { cursor, schema: After })
  if (cursor !== undefined && after === null) return refuse('cursor_unknown')
  const found = await persons.personsBefore(tx, actor, {
    compartment: of === undefined ? null : compartmentOf(of, 'house'),
    beforeRowId: after?.rowId ?? null,
    limit: limit + 1,
  })
  const page = pageOf(found, limit, ({ row_id }) => sealCursor(context, list, { rowId: row_id }))
  const shown = []
  for (const { id, formed_at } of page.rows) {
    const records = await store.recordsOfPerson(tx, actor, id)
    const [first] = records
    const name = first ? lineFor(actor, first).name : ''
    shown.push({ id, formedAt: formed_at, name, recordCount: records.length })
  }
  return answer(
    { persons: shown, next: page.next },
    shown.map(({ id }) => id),
  )
})
