import { readRecords, withdrawRecord } from '#registry'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { holdSender, rowOfRecord, withdrawRows } from './store-rows.ts'
import * as store from './store.ts'

export const withdrawRow = handle(contract.withdrawRow, async ({ id, record, reason, replacedBy }, context) => {
  const { tx, actor } = context
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const { compartment } = list
  await holdSender(tx, compartment)
  const row = await rowOfRecord(tx, actor, id, record)
  if (!row) return refuse('row_unknown')
  if (row.state === 'withdrawn') return refuse('already_withdrawn')
  if (replacedBy !== null) {
    const [replacement] = await readRecords(context, [replacedBy])
    const stands = replacement?.compartment === compartment && replacement.withdrawnAt === null
    if (replacedBy === record || !stands) return refuse('replacement_unknown')
  }
  const withdrawn = await withdrawRecord(context, { id: record, reason, replacedBy })
  if (!withdrawn) return refuse('already_withdrawn')
  await withdrawRows(tx, compartment, record)
  return done({}, { type: 'intake.rowWithdrawn', subject: id, compartment, data: { record, reason } }, withdrawn)
})
