import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { countsOf, lineOf } from './counts.ts'
import * as store from './store.ts'

export const readList = handle(contract.readList, async ({ id }, { tx, actor }) => {
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const counts = await countsOf(tx, actor, [list])
  const { envelope, bytes, sha256, sameFileAs, returnedReason, confirmedAt, fileDestroyedAt, unlistedNotedAt } = list
  const more = { envelope, bytes, sha256, sameFileAs, returnedReason, confirmedAt, fileDestroyedAt, unlistedNotedAt }
  return answer({ ...lineOf(list, counts.get(id)), ...more }, [id])
})
