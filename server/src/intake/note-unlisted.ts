import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const noteUnlisted = handle(contract.noteUnlisted, async ({ id, outcome }, { tx, actor, now }) => {
  const list = await store.listToChange(tx, actor, id)
  if (!list) return refuse('list_unknown')
  if (!list.unlistedCount) return refuse('nothing_unlisted')
  if (list.unlistedNotedAt !== null) return refuse('already_noted')
  await store.setList(tx, list, { unlisted_noted_at: now, unlisted_outcome: outcome })
  return done({}, { type: 'intake.unlistedNoted', subject: id, compartment: list.compartment, data: { outcome } })
})
