import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { runningMode } from './read-door.ts'
import { sessionsOf } from './sessions.ts'
import * as store from './store.ts'

export const readWalk = handle(contract.readWalk, async (_input, context) => {
  const { tx, actor, now } = context
  const current = (await sessionsOf(tx, actor.id, now)).find((one) => one.id === actor.session)
  if (runningMode(context).mode !== 'exercise' || current?.kind !== 'walk') return refuse('not_a_walk')
  const people = (await store.readPeople(tx)).filter((one) => one.state === 'open')
  const held = await Promise.all(
    people.map(async ({ id, name }) => ({ id, name, grants: await store.grantsOf(tx, id) })),
  )
  const [place] = await store.contextsOf(tx)
  // The whole walk goes through one context; who works in none, as the auditor, belongs to every one.
  const walkers = held.flatMap(({ id, name, grants }) =>
    grants
      .filter((grant) => grant.context === null || grant.context === place?.id)
      .map((grant) => ({ person: id, name, role: contract.Role.parse(grant.role) })),
  )
  return answer({ people: walkers }, [])
})
