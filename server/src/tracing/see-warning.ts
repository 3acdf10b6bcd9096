import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as links from './links.ts'
import * as store from './store.ts'

export const seeWarning = handle(contract.seeWarning, async ({ id, warning }, context) => {
  const request = await store.find(context.tx, context.actor, id)
  if (!request || !(await links.seeWarning(context, id, warning))) return refuse('warning_unknown')
  const { compartment } = request
  return done({}, { type: 'tracing.warningSeen', subject: id, compartment, data: { warning } })
})
