import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { runningMode } from './read-door.ts'
import { addSession, closeSession, sessionsOf } from './sessions.ts'
import * as store from './store.ts'

export const walkAs = handle(contract.walkAs, async ({ person }, context) => {
  const { tx, actor, now } = context
  const current = (await sessionsOf(tx, actor.id, now)).find((one) => one.id === actor.session)
  if (runningMode(context).mode !== 'exercise' || current?.kind !== 'walk') return refuse('not_a_walk')
  if (!(await store.openPerson(tx, person))) return refuse('person_unknown')
  await closeSession(tx, actor.id, current.id, now)
  const session = await addSession(context, person, 'walk')
  const event = {
    type: 'access.signedIn',
    subject: person,
    compartment: installation,
    data: { session: session.id, kind: 'walk' },
  }
  return { ...done({}, event), session: session.token }
})
