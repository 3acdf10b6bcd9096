import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { liesAhead } from './dates.ts'
import { next, noFacts } from './domain.ts'
import { move } from './move.ts'
import * as store from './store.ts'

/** A search rests only when two people find no new avenue, and with a date on which it is looked at again (4E). */
export const suspendAct = act({
  name: 'tracing.suspendRequest',
  needs: 'tracing.write',
  confirmNeeds: 'tracing.confirm',
  days: 7,
  payload: contract.suspendRequest.input,
  apply: async ({ id, reviewOn, because }, context) => {
    const request = await store.hold(context.tx, context.actor, id)
    if (!request) return refuse('request_unknown')
    const facts = { reviewAhead: liesAhead(reviewOn, context.now) }
    return move(context, request, 'suspend', { facts, because, patch: { review_on: reviewOn }, data: { reviewOn } })
  },
})

export const suspendRequest = handle(contract.suspendRequest, async (asked, context) => {
  const request = await store.find(context.tx, context.actor, asked.id)
  if (!request) return refuse('request_unknown')
  const decision = next(request.state, 'suspend', { ...noFacts, reviewAhead: liesAhead(asked.reviewOn, context.now) })
  if (!decision.ok) return decision
  const { compartment } = request
  const proposed = await propose(context, suspendAct, { subject: asked.id, compartment, payload: asked })
  return done({ proposal: proposed.id }, proposed.event)
})
