import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'
import { recordFor } from './views.ts'

export const readRecord = handle(contract.readRecord, async ({ id }, { tx, actor }) => {
  const [record] = await store.recordsById(tx, actor, [id])
  if (!record) return refuse('record_unknown')
  const shown = recordFor(actor, record)
  return shown ? answer(shown, [id]) : refuse('record_erased')
})
