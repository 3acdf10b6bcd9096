import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { closeSession } from './sessions.ts'

export const endSession = handle(contract.endSession, async ({ id }, { tx, actor, now }) => {
  if (!(await closeSession(tx, actor.id, id, now))) return refuse('session_unknown')
  return done({}, { type: 'access.signedOut', subject: actor.id, compartment: installation, data: { session: id } })
})
