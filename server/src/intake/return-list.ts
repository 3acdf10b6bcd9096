import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { mayReturn } from './domain.ts'
import { hasRows } from './store-rows.ts'
import * as store from './store.ts'

export const returnList = handle(contract.returnList, async ({ id, reason }, { tx, actor }) => {
  const list = await store.listToChange(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const wrong = mayReturn(list.state)
  if (wrong) return refuse(wrong)
  // A run that was stopped half-way has left records: from then on rows are withdrawn one by one.
  if (await hasRows(tx, id)) return refuse('has_records')
  await store.setList(tx, list, { state: 'returned', returned_reason: reason })
  const { compartment } = list
  return done({}, { type: 'intake.listReturned', subject: id, compartment, data: { reason } })
})
