import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const clearUrgent = handle(contract.clearUrgent, async ({ id }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  if (request.urgent_reason === null) return refuse('not_urgent')
  const cleared = await store.change(context.tx, id, {
    urgent_reason: null,
    urgent_by: null,
    urgent_at: null,
    urgent_review_on: null,
  })
  const { compartment } = request
  return done(store.headOf(context, cleared), { type: 'tracing.urgentCleared', subject: id, compartment, data: {} })
})
