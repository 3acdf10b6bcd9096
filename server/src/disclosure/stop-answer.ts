import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { endById } from './endings.ts'
import * as store from './store.ts'

export const stopAnswer = handle(contract.stopAnswer, async ({ id, reason }, context) => {
  const ended = await endById(context, id, 'stopped')
  if (ended.ok) await store.addStop(context, id, reason)
  return ended
})
