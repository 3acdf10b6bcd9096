import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { record } from './consents.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const giveConsent = handle(contract.giveConsent, async ({ id, ...asked }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  const recorded = await record(context, request, asked)
  return recorded.ok ? done({ consent: recorded.consent }, recorded.event) : recorded
})
