import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { endConsent, readConsents } from './history.ts'
import * as store from './store.ts'

export const withdrawConsent = handle(contract.withdrawConsent, async ({ id, consent }, context) => {
  const request = await store.hold(context.tx, context.actor, id)
  if (!request) return refuse('request_unknown')
  const found = (await readConsents(context.tx, id)).find((one) => one.id === consent)
  if (!found) return refuse('consent_unknown')
  if (found.withdrawnAt !== null) return refuse('already_withdrawn')
  await endConsent(context, consent)
  const { compartment } = request
  const data = { consent, purpose: found.purpose, recipient: found.recipient }
  return done({}, { type: 'tracing.consentWithdrawn', subject: id, compartment, data })
})
