import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isOpen } from './domain.ts'
import { link } from './links.ts'
import * as store from './store.ts'

export const linkRequest = handle(contract.linkRequest, async ({ id, other }, context) => {
  const { tx, actor } = context
  if (id === other) return refuse('same_request')
  const request = await store.hold(tx, actor, id)
  const second = await store.find(tx, actor, other)
  if (!request || second?.compartment !== request.compartment) return refuse('request_unknown')
  if (!isOpen(request.state) && request.state !== 'submitted') return refuse('not_open')
  if (!(await link(context, request, second))) return refuse('already_linked')
  const { compartment } = request
  return done({}, { type: 'tracing.requestLinked', subject: id, compartment, data: { other } })
})
