import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { capabilitiesOf } from './domain.ts'
import { runningMode } from './read-door.ts'
import { sessionsOf } from './sessions.ts'
import * as store from './store.ts'

export const readSelf = handle(contract.readSelf, async (_input, context) => {
  const { tx, actor, now } = context
  const [person] = await store.readPeople(tx, [actor.id])
  const grants = await store.grantsOf(tx, actor.id)
  const sessions = await sessionsOf(tx, actor.id, now)
  const current = sessions.find((one) => one.id === actor.session)
  if (!person || !current) throw new Error('a session without its person')
  const contexts = [...new Set(grants.flatMap((grant) => (grant.context === null ? [] : [grant.context])))]
  return answer(
    {
      id: actor.id,
      name: person.name,
      mode: runningMode(context).mode,
      settings: person.settings,
      capabilities: capabilitiesOf(grants),
      roles: [...new Set(grants.map((grant) => contract.Role.parse(grant.role)))],
      contexts: await store.contextsOf(tx, contexts),
      memberships: grants.map(({ role, context, channel }) => ({ role: contract.Role.parse(role), context, channel })),
      session: { ...current, current: true },
    },
    [],
  )
})
