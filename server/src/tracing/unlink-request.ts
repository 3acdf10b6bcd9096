import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { unlink } from './links.ts'
import * as store from './store.ts'

export const unlinkRequest = handle(contract.unlinkRequest, async ({ id, other }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  if (!(await unlink(context, id, other))) return refuse('not_linked')
  const { compartment } = request
  return done({}, { type: 'tracing.requestUnlinked', subject: id, compartment, data: { other } })
})
