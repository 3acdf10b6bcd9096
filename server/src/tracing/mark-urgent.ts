import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { liesAhead } from './dates.ts'
import { mayBeUrgent } from './domain.ts'
import * as store from './store.ts'

export const markUrgent = handle(contract.markUrgent, async ({ id, reason, reviewOn }, context) => {
  const { tx, actor, now } = context
  const request = await store.hold(tx, actor, id)
  if (!request) return refuse('request_unknown')
  if (!mayBeUrgent(request.state)) return refuse('not_open')
  if (!liesAhead(reviewOn, now)) return refuse('review_not_ahead')
  const marked = await store.change(tx, id, {
    urgent_reason: reason,
    urgent_by: actor.id,
    urgent_at: now,
    urgent_review_on: reviewOn,
  })
  const { compartment } = request
  return done(store.headOf(context, marked), {
    type: 'tracing.urgentMarked',
    subject: id,
    compartment,
    data: { reason, reviewOn },
  })
})
