import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { addSought } from './contents.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const changeSought = handle(contract.changeSought, async ({ id, corrects, sought }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  if (request.sought_version !== corrects) return refuse('changed_meanwhile')
  await addSought(context, request, { content: sought, corrects })
  const version = corrects + 1
  const changed = await store.change(context.tx, id, { sought_version: version })
  const { compartment } = request
  const event = { type: 'tracing.soughtChanged', subject: id, compartment, data: { version } }
  return done(store.headOf(context, changed), event)
})
