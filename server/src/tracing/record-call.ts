import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { checkCall } from './dates.ts'
import { addCall } from './history.ts'
import * as store from './store.ts'

export const recordCall = handle(contract.recordCall, async ({ id, ...call }, context) => {
  const { tx, actor, now } = context
  const request = await store.hold(tx, actor, id)
  if (!request) return refuse('request_unknown')
  const wrong = checkCall(call, now)
  if (wrong) return refuse(wrong)
  const made = await addCall(context, request, call)
  const changed = await store.change(tx, id, {
    next_call_on: call.nextCallOn,
    unanswered_calls: call.answered ? 0 : request.unanswered_calls + 1,
  })
  const { compartment } = request
  const data = { call: made, answered: call.answered }
  return done(
    { call: made, request: store.headOf(context, changed) },
    { type: 'tracing.callRecorded', subject: id, compartment, data },
  )
})
