import { compartmentOf } from '#access'
import { type Context, done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import { acceptedPair } from '#matching'
import { readRequests } from '#tracing'
import * as contract from './contract.ts'
import { endAnswer } from './endings.ts'
import * as reviews from './reviews.ts'
import * as store from './store.ts'

/** Two people decide whether telling may harm the person or the relatives (guard DET, GC IV 137, 140). */
export const detrimentAct = act({
  name: 'disclosure.reviewDetriment',
  needs: 'disclosure.propose',
  confirmNeeds: 'disclosure.sign',
  days: 7,
  payload: contract.DetrimentAsked,
  apply: async (review, context) => {
    const about = await aboutOf(context, review)
    if (!about) return refuse('pair_unknown')
    const id = await reviews.addDetriment(context, review, { ...about, proposer: context.proposer })
    const { request: subject, decision, reviewOn } = review
    const { compartment } = about
    const data = { review: id, decision, reviewOn }
    const events: Event[] = [{ type: 'disclosure.detrimentReviewed', subject, compartment, data }]
    // What stood under another decision stands no longer.
    if (decision === 'tell' || decision === 'family_only') return { ok: true, events }
    for (const answer of await store.standing(context.tx, context.actor, { requests: [subject] }))
      events.push(...(await endAnswer(context, answer, 'detriment_decided')))
    return { ok: true, events }
  },
})

export const reviewDetriment = handle(contract.reviewDetriment, async (review, context) => {
  const [request] = await readRequests(context, [review.request])
  if (!request) return refuse('request_unknown')
  const about = await aboutOf(context, review)
  if (!about) return refuse('pair_unknown')
  if (review.reviewOn <= context.now.slice(0, 10)) return refuse('review_not_ahead')
  const { compartment } = about
  const proposed = await propose(context, detrimentAct, { subject: review.request, compartment, payload: review })
  return done({ proposal: proposed.id }, proposed.event)
})

async function aboutOf(context: Context, review: { request: string; pair: string }) {
  const [request] = await readRequests(context, [review.request])
  const pair = await acceptedPair(context, { request: review.request, pair: review.pair })
  return request && pair ? { record: pair.record, compartment: compartmentOf(request.context, 'house') } : null
}
