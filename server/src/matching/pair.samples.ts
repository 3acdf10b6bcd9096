// Pairs that two reviewers have accepted, for the tests of later rooms: what led to the decision is not looked at.
import { compartmentOf } from '#access'
import type { Context, Event } from '#kernel/handler'
import { readRecords } from '#registry'
import { pairAccepted, pairWithdrawn, readRequests } from '#tracing'
import * as store from './store.ts'
import type { Grade } from './words.ts'

type Accepted = { readonly pair: string; readonly events: readonly Event[] }

/** A request and a record accepted as one person, as the principal `matching`. */
export async function acceptedBetween(
  context: Context,
  about: {
    readonly request: string
    readonly record: string
    readonly grade?: Grade
    readonly reviewers: readonly [string, string]
  },
): Promise<Accepted> {
  const grade = about.grade ?? 'established'
  const [first, second] = about.reviewers
  const [request] = await readRequests(context, [about.request])
  const [record] = await readRecords(context, [about.record])
  if (!request || !record) throw new Error('a pair of two who are not there')
  const known = (await store.pairsOf(context.tx, { request: request.id })).find((pair) => pair.record === record.id)
  const score = { bits: 5_000, probability: 0.97, reasons: [] }
  const compartment = compartmentOf(request.context, 'house')
  const pair = known ?? (await store.add(context, { compartment, request, record, score }))
  const decision = { grade, fields: ['name' as const], because: null, note: null }
  await store.move(context, pair, { kind: 'accept', to: 'accepted_first', change: { first_by: first }, decision })
  const change = { second_by: second, grade }
  await store.move(context, { ...pair, state: 'accepted_first' }, { kind: 'agree', to: 'accepted', change, decision })
  const told = await pairAccepted(context, { request: request.id, pair: pair.id, record: record.id, grade })
  if (!told.ok) throw new Error(`the pair was not accepted: ${told.refusal}`)
  return { pair: pair.id, events: told.events }
}

/** An accepted pair that two reviewers have withdrawn. */
export async function withdrawnAgain(
  context: Context,
  about: { readonly request: string; readonly pair: string },
): Promise<readonly Event[]> {
  const pair = await store.hold(context.tx, context.actor.for('matching.write'), about.pair)
  if (!pair) throw new Error('no such pair')
  await store.move(context, pair, { kind: 'withdraw', to: 'withdrawn' })
  const told = await pairWithdrawn(context, about)
  return told.ok ? told.events : []
}
