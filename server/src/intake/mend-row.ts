import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isOpen } from './domain.ts'
import { tryAgain } from './mend.ts'
import { mappingOf } from './store-mappings.ts'
import { holdSender, placeOfRow, rowsToChange } from './store-rows.ts'
import * as store from './store.ts'

export const mendRow = handle(contract.mendRow, async ({ id, cells, asItStands }, context) => {
  const { tx, actor } = context
  const compartment = await placeOfRow(tx, actor, id)
  if (compartment === null) return refuse('row_unknown')
  await holdSender(tx, compartment)
  const [row] = await rowsToChange(tx, actor, [id])
  const list = row && (await store.listToChange(tx, actor, row.list))
  if (!row || !list) return refuse('row_unknown')
  if (!isOpen(row.state) || !row.waiting) return refuse('row_settled')
  const mapping = await mappingOf(tx, list)
  if (!mapping) throw new Error('a row waits in quarantine only after its list was mapped')
  const taken = cells ?? row.waiting.cells
  if (taken.length === 0 || taken.length !== row.waiting.headings.length) return refuse('cells_wrong')
  const mended = await tryAgain(context, { list, mapping }, { row, cells: taken, asItStands, by: 'mended' })
  const { reason, problems } = mended.read
  const state = mended.record === null ? ('quarantined' as const) : ('registered' as const)
  const event = { type: 'intake.rowMended', subject: list.id, compartment }
  return done(
    { state, record: mended.record, reason, problems },
    { ...event, data: { row: id, state, asItStands } },
    ...mended.events,
  )
})
