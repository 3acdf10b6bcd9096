import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { closeSession } from './sessions.ts'

export const signOut = handle(contract.signOut, async (_input, { tx, actor, now }) => {
  const session = actor.session ?? ''
  await closeSession(tx, actor.id, session, now)
  const event = { type: 'access.signedOut', subject: actor.id, compartment: installation, data: { session } }
  return { ...done({}, event), session: null }
})
