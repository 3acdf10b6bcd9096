import { compartmentOf } from '#access'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { heldOrReleased, readRequests } from '#tracing'
import * as contract from './contract.ts'

export const reportChange = handle(contract.reportChange, async ({ id, kind, source, reason }, context) => {
  const [request] = await readRequests(context, [id])
  if (!request) return refuse('request_unknown')
  const moved = await heldOrReleased(context, id, { occurred: null, source, reason })
  if (!moved.ok) return moved
  const compartment = compartmentOf(request.context, 'house')
  return done({}, { type: 'disclosure.changeReported', subject: id, compartment, data: { kind } }, ...moved.events)
})
