import type { Actor } from '#kernel/handler'
import type { Doors } from '#kernel/slice'
import type { Tx } from '#kernel/tx'
import { type Compartment, decide, decideForPrincipal, type Grant, isPrincipal, chainOfRead } from './domain.ts'
import { liveSession } from './sessions.ts'
import * as store from './store.ts'

/** What the kernel asks of this room: who someone is, read anew at each request, so that a change acts at once. */
export const doors: Doors = {
  chainOfRead,
  personOfSession: async (tx, tokenHash, now) => {
    const session = await liveSession(tx, tokenHash, now)
    if (!session) return null
    const actor = await personOf(tx, session.person, session.id)
    return actor && { actor, session: session.id }
  },
  personOf: (tx, id) => personOf(tx, id, null),
  principal: async (tx, name) => {
    if (!isPrincipal(name)) throw new Error('a system principal without a row in the access table')
    const compartments = await store.compartments(tx)
    return actorWith({
      id: `system:${name}`,
      kind: 'system',
      session: null,
      memberships: [],
      decided: (need) => decideForPrincipal(name, need, compartments),
    })
  },
}

async function personOf(tx: Tx, id: string, session: string | null): Promise<Actor | null> {
  if (!(await store.openPerson(tx, id))) return null
  const grants = await store.grantsOf(tx, id)
  const compartments = await store.compartments(tx)
  return actorWith({
    id,
    kind: 'person',
    session,
    memberships: membershipsOf(grants, compartments),
    decided: (need) => decide(grants, need, compartments),
  })
}

/** Roles with one compartment each, for showing and for drafts; decisions are taken by capability. */
function membershipsOf(grants: readonly Grant[], compartments: readonly Compartment[]) {
  return grants.flatMap((grant) => {
    if (grant.context === null) return [{ role: grant.role, compartment: 'house' }]
    const channel = grant.channel ?? 'families'
    const found = compartments.find((one) => one.context === grant.context && one.channel === channel)
    return found ? [{ role: grant.role, compartment: found.compartment }] : []
  })
}

function actorWith(
  parts: Omit<Actor, 'compartments' | 'for'> & { decided: (need: string) => readonly string[] },
): Actor {
  const { decided, ...rest } = parts
  const inRole = (compartments: readonly string[]): Actor => ({
    ...rest,
    compartments,
    for: (need) => inRole(decided(need)),
  })
  return inRole([])
}
