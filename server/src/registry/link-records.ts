import { done, handle } from '#kernel/handler'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { linkRecords as link, mayLink } from './sets.ts'

/** That two records speak of one person is decided by two people. */
export const linkAct = act({
  name: 'registry.linkRecords',
  needs: 'registry.link',
  days: 7,
  payload: contract.linkRecords.input,
  apply: (payload, inRole) =>
    link(inRole, {
      first: payload.id,
      second: payload.other,
      basis: payload.basis,
      pair: null,
      proposer: inRole.proposer,
    }),
})

export const linkRecords = handle(contract.linkRecords, async (payload, context) => {
  const may = await mayLink(context, payload.id, payload.other)
  if (!may.ok) return may
  const proposed = await propose(context, linkAct, { subject: payload.id, compartment: may.compartment, payload })
  return done({ proposal: proposed.id }, proposed.event)
})
