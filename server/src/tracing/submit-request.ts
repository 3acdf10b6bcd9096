import { done, handle, type Event } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { record } from './consents.ts'
import * as contract from './contract.ts'
import { move } from './move.ts'
import * as store from './store.ts'

export const submitRequest = handle(contract.submitRequest, async ({ id, consent, because }, context) => {
  const { tx, actor, now } = context
  const request = await store.hold(tx, actor, id)
  if (!request) return refuse('request_unknown')
  const before: Event[] = []
  if (consent) {
    const recorded = await record(context, request, consent)
    if (!recorded.ok) return recorded
    before.push(recorded.event)
  }
  const moved = await move(context, request, 'submit', { because, patch: { submitted_at: now } })
  if (!moved.ok) return moved
  return done(store.headOf(context, moved.request), ...moved.events, ...before)
})
