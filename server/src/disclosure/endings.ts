import type { z } from 'zod'
import { type Context, done, type Event } from '#kernel/handler'
import { refuse } from '#kernel/result'
import type { Delivered, Subscriber } from '#kernel/slice'
import { recordsOfPerson } from '#registry'
import { clearanceEnded, factWithdrawn, requestsRestingOn } from '#tracing'
import type { Ending } from './shapes.ts'
import * as store from './store.ts'

type Because = z.output<typeof Ending>

/** A person of the house ends an answer that was not told. */
export async function endById(context: Context, id: string, because: Because) {
  const { tx, actor } = context
  const answer = await store.hold(tx, actor, id)
  if (!answer) return refuse('answer_unknown')
  if (!store.isStanding(answer)) return refuse('not_standing')
  const [first, ...more] = await endAnswer(context, answer, because)
  const ended = await store.find(tx, actor, id)
  return done(store.shown(ended ?? answer), first, ...more)
}

/**
 * Ends an answer that was not told. A clearance that dies leaves its request with the outcome pending, where the pair
 * still stands; what it was proposed by is of no use any more, because a signature finds no answer that is proposed.
 */
export async function endAnswer(
  context: Context,
  answer: store.AnswerRow,
  because: Because,
): Promise<[Event, ...Event[]]> {
  await store.end(context, answer.id, because)
  const { request: subject, compartment } = answer
  const data = { answer: answer.id, because }
  const ended: Event = { type: 'disclosure.answerEnded', subject, compartment, data }
  if (answer.state !== 'cleared') return [ended]
  const moved = await clearanceEnded(context, subject)
  return moved.ok ? [ended, ...moved.events] : [ended]
}

/** A subscriber that ends what stands about the event's request. */
function ends(because: Because): Subscriber {
  return {
    as: 'disclosure',
    run: (event, context) => endAll(context, event, { about: { requests: [event.subject] }, because }),
  }
}

/** A new claim about the person, or one less: whatever stands about a record of the sets that changed ends. */
const claimed: Subscriber = {
  as: 'disclosure',
  run: async (event, context) => {
    const records = new Set<string>()
    for (const end of [event.data['first'], event.data['second']]) {
      if (typeof end !== 'string') continue
      for (const record of await recordsOfPerson(context, end)) records.add(record.id)
    }
    return endAll(context, event, { about: { records: [...records] }, because: 'new_claim' })
  },
}

/** A sender takes a record back: what rests on it ends, and requests go back to the search or are owed a correction. */
const recordWithdrawn: Subscriber = {
  as: 'disclosure',
  run: async (event, context) => {
    const events = await endAll(context, event, { about: { records: [event.subject] }, because: 'fact_withdrawn' })
    for (const request of await requestsRestingOn(context, event.subject)) {
      const moved = await factWithdrawn(context, request)
      if (moved.ok) events.push(...moved.events)
    }
    return events
  },
}

/** What was told and is now doubted is marked, beside the correction that the request owes (domain/05 4b). */
const doubted: Subscriber = {
  as: 'disclosure',
  run: async (event, context) => {
    const about = { requests: [event.subject] }
    const events = await endAll(context, event, { about, because: 'fact_withdrawn' })
    const answer = await store.lastTold(context.tx, context.actor.for('disclosure.read'), event.subject)
    if (!answer || event.data['state'] !== 'reopened') return events
    await store.doubt(context, answer.id)
    const { compartment } = answer
    const data = { answer: answer.id }
    return [...events, { type: 'disclosure.answerDoubted', subject: event.subject, compartment, data }]
  },
}

/** A clearance dies at once on any new claim about the person and on a withdrawn consent (domain/05 7). */
export const on: Readonly<Record<string, Subscriber>> = {
  'tracing.consentWithdrawn': ends('consent_withdrawn'),
  'tracing.soughtChanged': ends('request_changed'),
  'tracing.enquirerChanged': ends('request_changed'),
  'tracing.leadKept': ends('new_claim'),
  'matching.pairProposed': ends('new_claim'),
  'tracing.outcomeReported': ends('request_closed'),
  'tracing.requestClosed': ends('request_closed'),
  'tracing.pairDropped': doubted,
  'tracing.factWithdrawn': doubted,
  'registry.recordWithdrawn': recordWithdrawn,
  'registry.recordsLinked': claimed,
  'registry.linkEnded': claimed,
}

async function endAll(
  context: Context,
  event: Delivered,
  { about, because }: { about: store.About; because: Because },
): Promise<Event[]> {
  const events: Event[] = []
  const answers = await store.standing(context.tx, context.actor.for('disclosure.read'), about)
  // What was proposed after the event was proposed in its knowledge.
  for (const answer of answers)
    if (answer.proposed_at <= event.at) events.push(...(await endAnswer(context, answer, because)))
  return events
}
