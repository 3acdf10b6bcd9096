import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { countsOf, lineOf } from './counts.ts'
import * as store from './store.ts'

export const readReceipt = handle(contract.readReceipt, async ({ id }, { tx, actor }) => {
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const line = lineOf(list, (await countsOf(tx, actor, [list])).get(id))
  const { number, date, receivedBy, fileName } = list.envelope
  const { bytes, sha256 } = list
  return answer({ ...line, number, date, receivedBy, fileName, bytes, sha256 }, [id])
})
