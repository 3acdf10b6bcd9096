// The background: a new record meets all requests, a new request all records, and what has changed is looked at again.
import { compartmentOf } from '#access'
import type { Context, Event } from '#kernel/handler'
import type { Delivered, Subscriber } from '#kernel/slice'
import { readRecords, type StoredRecord } from '#registry'
import { candidatesCounted, isSought, readRequests, type RequestRead } from '#tracing'
import { next } from './domain.ts'
import { compartmentsHeld } from './held.ts'
import { eventOf } from './moving.ts'
import * as store from './store.ts'
import { isWorthProposing, recordsFor, requestsFor, weighPair } from './weighing.ts'
import type { lapses, State } from './words.ts'

type Because = (typeof lapses)[number]

/** A record came in: requests of the same context that may seek this person. */
async function meetRequests(event: Delivered, context: Context): Promise<Event[]> {
  if (compartmentsHeld(context, 'requests').length === 0) return []
  const [record] = await readRecords(context, [event.subject])
  if (!record || !mayPair(record)) return []
  const families = compartmentOf(record.context, 'families')
  const requests = await readRequests(context, requestsFor(context, record, [families]))
  const events: Event[] = []
  for (const request of requests) events.push(...(await meet(context, request, [record])))
  return events
}

/** A request came into the search, or what it seeks has changed: records of its context that may be this person. */
async function meetRecords(event: Delivered, context: Context): Promise<Event[]> {
  const [request] = await readRequests(context, [event.subject])
  if (!request || !isSought(request.state)) return []
  const own = context.actor
    .for('registry.read')
    .compartments.filter((compartment) => compartment.startsWith(`${request.context}/`))
  const known = await store.pairsOf(context.tx, { request: request.id })
  const ids = new Set([...recordsFor(context, request, own), ...known.map((pair) => pair.record)])
  return meet(context, request, await readRecords(context, [...ids]))
}

/** What is sought has changed: what was asked of the family has come, and every pair weighs anew. */
async function meetChanged(event: Delivered, context: Context): Promise<Event[]> {
  const events: Event[] = []
  for (const pair of await store.pairsOf(context.tx, { request: event.subject }))
    if (pair.state === 'info_requested') events.push(await learn(context, pair))
  return [...events, ...(await meetRecords(event, context))]
}

/** What was asked of the family has come, or it knew no more: the review goes on. */
export async function learn(context: Context, pair: store.PairRow): Promise<Event> {
  await store.move(context, pair, { kind: 'learn', to: 'in_review' })
  return eventOf('pairLearned', pair)
}

/** Proposes, weighs anew, or leaves alone: whatever the order in which two ends came. */
async function meet(context: Context, request: RequestRead, records: readonly StoredRecord[]): Promise<Event[]> {
  const known = new Map((await store.pairsOf(context.tx, { request: request.id })).map((pair) => [pair.record, pair]))
  const events: Event[] = []
  for (const record of records) {
    const pair = known.get(record.id)
    const score = mayPair(record) ? weighPair(context, request, record) : null
    if (!score) continue
    if (!pair) {
      if (isWorthProposing(score)) events.push(await proposed(context, { request, record, score }))
    } else if (isOver(pair.state)) {
      // Decided pairs come back only when what is sought has changed since (domain/07 3).
      const isNews = request.version > pair.sought_version || pair.state === 'lapsed'
      if (isNews && isWorthProposing(score)) events.push(await proposeAgain(context, pair, { request, score }))
    } else if (request.version > pair.sought_version) {
      await store.reweigh(context, pair, { score, version: request.version })
    }
  }
  if (events.length > 0) await count(context, request.id)
  return events
}

type Meeting = {
  readonly request: RequestRead
  readonly record: { readonly id: string; readonly compartment: string }
  readonly score: NonNullable<ReturnType<typeof weighPair>>
}

/** Queues a new pair. */
export async function addPair(context: Context, { request, record, score }: Meeting): Promise<store.PairRow> {
  return store.add(context, { compartment: compartmentOf(request.context, 'house'), request, record, score })
}

async function proposed(context: Context, meeting: Meeting): Promise<Event> {
  return eventOf('pairProposed', await addPair(context, meeting), { bySystem: true })
}

/** Brings a pair back into the queue with what it weighs now. */
export async function proposeAgain(
  context: Context,
  pair: store.PairRow,
  { request, score }: Omit<Meeting, 'record'>,
): Promise<Event> {
  await store.reweigh(context, pair, { score, version: request.version })
  const change = { first_by: null, second_by: null, grade: null, record_doubted_at: null }
  await store.move(context, pair, { kind: 'proposeAgain', to: 'queued', change })
  return eventOf('pairProposed', pair, { bySystem: context.actor.kind === 'system' })
}

export function isOver(state: State): boolean {
  return next(state, 'proposeAgain') !== null
}

/** Neither remains, whose identity is the competent authority's to find, nor what its sender took back (workflow 4b). */
export function mayPair(record: { readonly id: string; readonly withdrawnAt: string | null }): boolean {
  return !record.id.startsWith('RM-') && record.withdrawnAt === null
}

/** A record was taken back: what is undecided lapses, what was accepted is in doubt and waits for two reviewers. */
async function recordWithdrawn(event: Delivered, context: Context): Promise<Event[]> {
  const events: Event[] = []
  for (const pair of await store.pairsOf(context.tx, { record: event.subject })) {
    if (pair.state === 'accepted') {
      await store.doubt(context, pair.id)
      events.push(eventOf('pairDoubted', pair))
    } else events.push(...(await lapse(context, pair, 'record_withdrawn')))
  }
  return events
}

/** A request left the search: nobody reviews for it. */
async function requestLeft(event: Delivered, context: Context): Promise<Event[]> {
  const [request] = await readRequests(context, [event.subject])
  if (request && isSought(request.state)) return []
  const events: Event[] = []
  for (const pair of await store.pairsOf(context.tx, { request: event.subject }))
    events.push(...(await lapse(context, pair, 'request_closed')))
  return events
}

async function lapse(context: Context, pair: store.PairRow, because: Because): Promise<Event[]> {
  if (next(pair.state, 'lapse') === null) return []
  await store.move(context, pair, { kind: 'lapse', to: 'lapsed' })
  await count(context, pair.request)
  return [eventOf('pairLapsed', pair, { because })]
}

/** Tells the request how many candidates are under review. */
export async function count(context: Context, request: string): Promise<void> {
  await candidatesCounted(context, request, await store.countUnderReview(context.tx, request))
}

const as = (run: Subscriber['run']): Subscriber => ({ as: 'matching', run })

export const on: Readonly<Record<string, Subscriber>> = {
  'registry.recordRegistered': as(meetRequests),
  'registry.recordWithdrawn': as(recordWithdrawn),
  'tracing.requestSubmitted': as(meetRecords),
  'tracing.requestOpened': as(meetRecords),
  'tracing.requestReopened': as(meetRecords),
  'tracing.requestTakenUp': as(meetRecords),
  'tracing.requestUnmerged': as(meetRecords),
  'tracing.soughtChanged': as(meetChanged),
  'tracing.requestClosed': as(requestLeft),
  'tracing.requestMerged': as(requestLeft),
  'tracing.requestReferred': as(requestLeft),
  'tracing.outcomeReported': as(requestLeft),
}
