import type { z } from 'zod'
import type { Context, Event } from '#kernel/handler'
import type { Subscriber } from '#kernel/slice'
import { clearanceEnded } from '#tracing'
import type { Ending } from './shapes.ts'
import * as store from './store.ts'

type Because = z.output<typeof Ending>

/**
 * Ends an answer that was not told. A clearance that dies leaves its request with the outcome pending, where the pair
 * still stands; what it was proposed by is of no use any more, because a signature finds no answer that is proposed.
 */
export async function endAnswer(context: Context, answer: store.AnswerRow, because: Because): Promise<Event[]> {
  await store.end(context, answer.id, because)
  const { request: subject, compartment } = answer
  const data = { answer: answer.id, because }
  const events: Event[] = [{ type: 'disclosure.answerEnded', subject, compartment, data }]
  if (answer.state !== 'cleared') return events
  const moved = await clearanceEnded(context, subject)
  return moved.ok ? [...events, ...moved.events] : events
}

/** A subscriber that ends what stands about the event's request. */
function ends(because: Because): Subscriber {
  return {
    as: 'disclosure',
    run: (event, context) => endAll(context, { request: event.subject, at: event.at }, because),
  }
}

/** A subscriber that ends what rests on the event's record. */
function endsByRecord(because: Because): Subscriber {
  return {
    as: 'disclosure',
    run: async (event, context) => {
      const events = await endAll(context, { record: event.subject, at: event.at }, because)
      for (const key of ['first', 'second']) {
        const record = event.data[key]
        if (typeof record === 'string' && record !== event.subject)
          events.push(...(await endAll(context, { record, at: event.at }, because)))
      }
      return events
    },
  }
}

/** What was told and is now doubted is marked, beside the correction that the request owes. */
function doubts(): Subscriber {
  return {
    as: 'disclosure',
    run: async (event, context) => {
      const reader = context.actor.for('disclosure.read')
      const events = await endAll(context, { request: event.subject, at: event.at }, 'fact_withdrawn')
      const answer = await store.lastTold(context.tx, reader, event.subject)
      if (!answer || event.data['state'] !== 'reopened') return events
      await store.doubt(context, answer.id)
      const data = { answer: answer.id }
      const { compartment } = answer
      return [...events, { type: 'disclosure.answerDoubted', subject: event.subject, compartment, data }]
    },
  }
}

/** A clearance dies at once on any new claim about the person and on a withdrawn consent (domain/05 7). */
export const on: Readonly<Record<string, Subscriber>> = {
  'tracing.consentWithdrawn': ends('consent_withdrawn'),
  'tracing.soughtChanged': ends('request_changed'),
  'tracing.enquirerChanged': ends('request_changed'),
  'tracing.leadKept': ends('new_claim'),
  'tracing.outcomeReported': ends('request_closed'),
  'tracing.requestClosed': ends('request_closed'),
  'tracing.pairDropped': doubts(),
  'tracing.factWithdrawn': doubts(),
  'registry.recordWithdrawn': endsByRecord('fact_withdrawn'),
  'registry.recordsLinked': endsByRecord('new_claim'),
  'registry.linkEnded': endsByRecord('new_claim'),
}

async function endAll(
  context: Context,
  about: ({ request: string } | { record: string }) & { at: string },
  because: Because,
): Promise<Event[]> {
  const events: Event[] = []
  const answers = await store.standing(context.tx, context.actor.for('disclosure.read'), about)
  // What was proposed after the event was proposed in its knowledge.
  for (const answer of answers)
    if (answer.proposed_at <= about.at) events.push(...(await endAnswer(context, answer, because)))
  return events
}
