import { compartmentOf } from '#access'
import type { Context, Event } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { LinkBasis } from './contract.ts'
import { numberSets, setsOf } from './domain.ts'
import * as persons from './store-persons.ts'
import * as store from './store.ts'
import type { z } from 'zod'

type Basis = z.output<typeof LinkBasis>

/**
 * Decides that records speak of one person, in the caller's transaction and with the caller's `registry.link`. Used by
 * matching on accepted pairs (`pair` is then the pair's id) and by the act of two people here.
 */
export async function linkRecords(
  context: Context,
  link: { first: string; second: string; basis: Basis; pair: string | null; proposer?: string },
) {
  const actor = context.actor.for('registry.link')
  const found = await mayLink(context, link.first, link.second)
  if (!found.ok) return found
  const { first, second } = link
  const id = await persons.addLink(context, {
    compartment: found.compartment,
    first,
    second,
    basis: link.basis,
    pair: link.pair,
    linkedBy: link.proposer ?? actor.id,
    confirmedBy: link.proposer === undefined ? null : actor.id,
  })
  const data = { link: id, first, second, basis: link.basis }
  const linked: Event = { type: 'registry.recordsLinked', subject: first, compartment: found.compartment, data }
  return { ok: true as const, id, events: [linked, ...(await renumber(context, found.compartment, [first, second]))] }
}

/** Ends the links that rest on a pair, because the pair was withdrawn. */
export async function unlinkPair(context: Context, pair: string): Promise<Event[]> {
  const links = await persons.standingLinksOfPair(context.tx, context.actor.for('registry.link'), pair)
  const events: Event[] = []
  for (const link of links) events.push(...(await endLink(context, link.id, 'pair_withdrawn')))
  return events
}

/** Ends one link and gives every record its person anew; nothing of a record changes. */
export async function endLink(context: Context, id: string, reason: string): Promise<Event[]> {
  const link = await persons.linkById(context.tx, context.actor.for('registry.link'), id)
  if (!link || !(await persons.endLink(context, id, context.actor.id, reason))) return []
  const { first, second, compartment } = link
  const data = { link: id, first, second, reason }
  const ended: Event = { type: 'registry.linkEnded', subject: first, compartment, data }
  return [ended, ...(await renumber(context, compartment, [first, second]))]
}

/** Whether two records may be linked, and in which compartment the link lies. */
export async function mayLink(context: Context, first: string, second: string) {
  const actor = context.actor.for('registry.link')
  const found = await store.recordsById(context.tx, actor, [first, second])
  if (first === second) return refuse(found.length === 0 ? 'record_unknown' : 'same_record')
  const [one, other] = found
  if (!one || !other || one.erasedAt !== null || other.erasedAt !== null) return refuse('record_unknown')
  const compartment = compartmentOf(one.context, 'house')
  if (one.context !== other.context) return refuse('other_context')
  if (!actor.compartments.includes(compartment)) return refuse('record_unknown')
  if (first.startsWith('RM-') || second.startsWith('RM-')) return refuse('remains_form_no_person')
  if (one.withdrawnAt !== null || other.withdrawnAt !== null) return refuse('withdrawn')
  const { links } = await persons.linksAround(context.tx, [first])
  const joined = links.some(
    (link) => [link.first, link.second].includes(first) && [link.first, link.second].includes(second),
  )
  return joined ? refuse('already_linked') : { ok: true as const, compartment }
}

/** Gives the sets around some records their numbers, after a link was made or ended. */
export async function renumber(context: Context, compartment: string, around: readonly string[]): Promise<Event[]> {
  const { tx } = context
  const { records, links } = await persons.linksAround(tx, around)
  const sets = numberSets(setsOf(links), await persons.foundedBy(tx, records))
  const inSets = new Set(sets.flatMap((set) => set.records))
  await store.setPerson(
    tx,
    records.filter((record) => !inSets.has(record)),
    null,
  )
  const events: Event[] = []
  for (const set of sets) {
    const [founder = ''] = set.records
    const person = set.person ?? (await persons.addPerson(context, compartment, founder))
    await store.setPerson(tx, set.records, person)
    const type = set.person === null ? 'registry.personFormed' : 'registry.personChanged'
    events.push({ type, subject: person, compartment, data: { recordCount: set.records.length } })
  }
  return events
}
