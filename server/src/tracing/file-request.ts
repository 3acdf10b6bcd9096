import { compartmentOf } from '#access'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { addEnquirer, addSought } from './contents.ts'
import * as contract from './contract.ts'
import { addTransition } from './history.ts'
import * as store from './store.ts'

export const fileRequest = handle(contract.fileRequest, async (asked, context) => {
  const compartment = compartmentOf(asked.context, 'families')
  if (!context.actor.compartments.includes(compartment)) return refuse('context_unknown')
  const request = await store.add(context, { id: context.newNumber('TR'), context: asked.context, compartment })
  await addSought(context, request, { content: asked.sought, corrects: null })
  await addEnquirer(context, request, { content: asked.enquirer, corrects: null })
  await addTransition(context, request, { happening: 'file', to: 'draft', outcome: null, because: asked.because })
  return done(store.headOf(context, request), {
    type: 'tracing.requestFiled',
    subject: request.id,
    compartment,
    data: {},
  })
})
