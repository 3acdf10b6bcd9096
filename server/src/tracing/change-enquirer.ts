import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { addEnquirer } from './contents.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const changeEnquirer = handle(contract.changeEnquirer, async ({ id, corrects, enquirer }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  if (request.enquirer_version !== corrects) return refuse('changed_meanwhile')
  await addEnquirer(context, request, { content: enquirer, corrects })
  const version = corrects + 1
  const changed = await store.change(context.tx, id, { enquirer_version: version })
  const { compartment } = request
  const event = { type: 'tracing.enquirerChanged', subject: id, compartment, data: { version } }
  return done(store.headOf(context, changed), event)
})
