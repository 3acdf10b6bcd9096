import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { isOpen, next, noFacts } from './domain.ts'
import { move } from './move.ts'
import * as store from './store.ts'

/** The same enquirer asks for the same person twice: one goes on, and two people say so (guard 4E). */
export const mergeAct = act({
  name: 'tracing.mergeRequest',
  needs: 'tracing.write',
  confirmNeeds: 'tracing.confirm',
  days: 7,
  payload: contract.mergeRequest.input,
  apply: async ({ id, into, because }, context) => {
    const request = await store.hold(context.tx, context.actor, id)
    const kept = await store.find(context.tx, context.actor, into)
    if (!request || !kept) return refuse('request_unknown')
    if (!mayTakeIn(kept)) return refuse('not_open')
    return move(context, request, 'merge', { because, patch: { merged_into: into }, data: { into } })
  },
})

export const mergeRequest = handle(contract.mergeRequest, async (asked, context) => {
  const { tx, actor } = context
  if (asked.id === asked.into) return refuse('same_request')
  const request = await store.find(tx, actor, asked.id)
  const kept = await store.find(tx, actor, asked.into)
  if (!request || kept?.compartment !== request.compartment) return refuse('request_unknown')
  if (!mayTakeIn(kept)) return refuse('not_open')
  const decision = next(request.state, 'merge', noFacts)
  if (!decision.ok) return decision
  const { compartment } = request
  const proposed = await propose(context, mergeAct, { subject: asked.id, compartment, payload: asked })
  return done({ proposal: proposed.id }, proposed.event)
})

function mayTakeIn(kept: store.Request): boolean {
  return isOpen(kept.state) || kept.state === 'submitted'
}
