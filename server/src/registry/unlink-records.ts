import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { endLink } from './sets.ts'
import * as persons from './store-persons.ts'

/** A set of records is parted by two people, as it was joined. */
export const unlinkAct = act({
  name: 'registry.unlinkRecords',
  needs: 'registry.link',
  days: 7,
  payload: contract.unlinkRecords.input,
  apply: async ({ id, reason }, inRole) => {
    const events = await endLink(inRole, id, reason)
    return events.length === 0 ? refuse('link_ended') : { ok: true as const, events }
  },
})

export const unlinkRecords = handle(contract.unlinkRecords, async (payload, context) => {
  const link = await persons.linkById(context.tx, context.actor, payload.id)
  if (!link) return refuse('link_unknown')
  if (link.endedAt !== null) return refuse('link_ended')
  const { compartment, first } = link
  const proposed = await propose(context, unlinkAct, { subject: first, compartment, payload })
  return done({ proposal: proposed.id }, proposed.event)
})
