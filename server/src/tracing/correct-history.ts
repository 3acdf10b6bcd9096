import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { addTransition, readTransitions } from './history.ts'
import * as store from './store.ts'

export const correctHistory = handle(contract.correctHistory, async ({ id, transition, because }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  const wrong = (await readTransitions(context.tx, id)).find((one) => one.id === transition)
  if (!wrong) return refuse('transition_unknown')
  const { compartment, state: to, outcome } = request
  const corrects = transition
  const made = await addTransition(context, request, { happening: 'correctHistory', to, outcome, because, corrects })
  const event = { type: 'tracing.historyCorrected', subject: id, compartment, data: { transition } }
  return done({ transition: made }, event)
})
