import { z } from 'zod'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { checkGrant, installation } from './domain.ts'
import * as store from './store.ts'

const Change = contract.changeMembership.input

/** A change of membership takes two administrators, and neither can be the one it is about. */
export const membershipAct = act({
  name: 'access.changeMembership',
  needs: 'access.administer',
  days: 7,
  payload: z.object({ ...Change.shape }),
  apply: async ({ id, change, role, context, channel }, inRole) => {
    if (id === inRole.actor.id) return refuse('own_account')
    const grant = { role, context, channel }
    if (change === 'grant') {
      await store.addMembership(inRole, {
        ...grant,
        person: id,
        grantedBy: inRole.proposer,
        confirmedBy: inRole.actor.id,
      })
    } else if (!(await store.endMembership(inRole, id, grant))) return refuse('membership_unknown')
    const type = change === 'grant' ? 'access.membershipGranted' : 'access.membershipEnded'
    return { ok: true, events: [{ type, subject: id, compartment: installation, data: grant }] }
  },
})

export const changeMembership = handle(contract.changeMembership, async (change, context) => {
  const { tx, actor } = context
  if (change.id === actor.id) return refuse('own_account')
  if (!(await store.openPerson(tx, change.id))) return refuse('account_unknown')
  const wrong = checkGrant(change)
  if (wrong) return refuse(wrong)
  if (change.context !== null && (await store.contextsOf(tx, [change.context])).length === 0)
    return refuse('context_unknown')
  const proposed = await propose(context, membershipAct, {
    subject: change.id,
    compartment: installation,
    payload: change,
  })
  return done({ proposal: proposed.id }, proposed.event)
})
