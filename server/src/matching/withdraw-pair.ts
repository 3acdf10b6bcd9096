import { type Event, done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import { unlinkPair } from '#registry'
import { pairWithdrawn } from '#tracing'
import { count } from './candidates.ts'
import * as contract from './contract.ts'
import { next } from './domain.ts'
import { eventOf } from './moving.ts'
import * as store from './store.ts'

/** That an accepted pair stands no longer is decided by two reviewers (domain/07 3); dependent cases are warned. */
export const withdrawAct = act({
  name: 'matching.withdrawPair',
  needs: 'matching.review',
  days: 7,
  payload: contract.withdrawPair.input,
  apply: async ({ id, because, note }, inRole) => {
    const pair = await store.hold(inRole.tx, inRole.actor, id)
    const to = pair ? next(pair.state, 'withdraw') : null
    if (!pair) return refuse('pair_unknown')
    if (to === null) return refuse('not_now')
    const decision = { grade: null, fields: [], because: null, note }
    await store.move(inRole, pair, { kind: 'withdraw', to, decision })
    const told = await pairWithdrawn(inRole, { request: pair.request, pair: id })
    if (!told.ok) return told
    await count(inRole, pair.request)
    const events: Event[] = [eventOf('pairWithdrawn', pair, { because }), ...told.events]
    return { ok: true, events: [...events, ...(await unlinkPair(inRole, id))] }
  },
})

export const withdrawPair = handle(contract.withdrawPair, async (payload, context) => {
  const pair = await store.hold(context.tx, context.actor, payload.id)
  if (!pair) return refuse('pair_unknown')
  if (next(pair.state, 'withdraw') === null) return refuse('not_now')
  const { request: subject, compartment } = pair
  const proposed = await propose(context, withdrawAct, { subject, compartment, payload })
  return done({ proposal: proposed.id }, proposed.event)
})
