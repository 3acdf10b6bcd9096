import { z } from 'zod'
import { eraseSubjects, holderOf } from '#kernel/erase'
import { type Context, done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import * as persons from './store-persons.ts'
import * as store from './store.ts'

/** The data protection officer proposes an erasure; the lead or the head confirms exactly those subjects. */
export const eraseAct = act({
  name: 'registry.erase',
  needs: 'registry.erase',
  confirmNeeds: 'registry.erase_confirm',
  days: 14,
  payload: z.object({ id: z.string(), ground: contract.EraseGround, subjects: z.array(z.string()).min(1).max(500) }),
  apply: async ({ id, ground, subjects }, inRole) => {
    const compartment = await holderOf(inRole, id)
    if (compartment === null) return refuse('subject_unknown')
    const keyCount = await eraseSubjects(inRole, subjects)
    return { ok: true, events: [{ type: 'registry.erased', subject: id, compartment, data: { ground, keyCount } }] }
  },
})

export const erase = handle(contract.erase, async ({ id, ground }, context) => {
  const compartment = await holderOf(context, id)
  if (compartment === null || !context.actor.compartments.includes(compartment)) return refuse('subject_unknown')
  if ((await store.placeOfRecord(context.tx, id))?.erased_at) return refuse('already_erased')
  const subjects = id.startsWith('P-') ? [id, ...(await persons.recordIdsOf(context.tx, id))] : [id]
  const payload = { id, ground, subjects }
  const proposed = await propose(context, eraseAct, { subject: id, compartment, payload })
  return done({ proposal: proposed.id }, proposed.event)
})

/** Where this room holds a record or a person, whoever asks. */
export async function holds(subject: string, { tx }: Context): Promise<string | null> {
  const place = subject.startsWith('P-')
    ? await persons.placeOfPerson(tx, subject)
    : await store.placeOfRecord(tx, subject)
  return place?.compartment ?? null
}
