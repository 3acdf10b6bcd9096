import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { move } from './move.ts'
import * as store from './store.ts'
import { warnLinked } from './warn-linked.ts'

export const reportOutcome = handle(contract.reportOutcome, async ({ id, because }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  const moved = await move(context, request, 'reportOutcome', { because, patch: { review_on: null } })
  if (!moved.ok) return moved
  const warned = await warnLinked(context, id, 'outcome_reported')
  return done(store.headOf(context, moved.request), ...moved.events, ...warned)
})
