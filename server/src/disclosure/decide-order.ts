import { compartmentOf } from '#access'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { linkedRequests, readRequests } from '#tracing'
import * as contract from './contract.ts'
import * as reviews from './reviews.ts'

export const decideOrder = handle(contract.decideOrder, async ({ id, ground, othersWait, reason }, context) => {
  const [request] = await readRequests(context, [id])
  if (!request) return refuse('request_unknown')
  if ((await linkedRequests(context, id)).length === 0) return refuse('not_linked')
  const compartment = compartmentOf(request.context, 'house')
  const decides = context.actor.for('disclosure.order').compartments.includes(compartment)
  if (ground === 'head_decides' && !decides) return refuse('head_decides')
  await reviews.addOrder(context, { request: id, compartment, ground, othersWait, reason })
  return done({}, { type: 'disclosure.orderDecided', subject: id, compartment, data: { ground, othersWait } })
})
