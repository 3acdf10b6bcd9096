import { compartmentOf } from '#access'
import { type Context, done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import { readForAnswer } from '#tracing'
import * as contract from './contract.ts'
import { endAnswer } from './endings.ts'
import * as store from './store.ts'

/** Two people decide whether telling may harm the person or the relatives (guard DET, GC IV 137, 140). */
export const detrimentAct = act({
  name: 'disclosure.reviewDetriment',
  needs: 'disclosure.propose',
  confirmNeeds: 'disclosure.sign',
  days: 7,
  payload: contract.DetrimentAsked,
  apply: async (review, context) => {
    const about = await recordOf(context, review)
    if (!about) return refuse('pair_unknown')
    const id = await store.addDetriment(context, review, { ...about, proposer: context.proposer })
    const { request: subject, decision, reviewOn } = review
    const { compartment } = about
    const data = { review: id, decision, reviewOn }
    const event = { type: 'disclosure.detrimentReviewed', subject, compartment, data }
    // What stood under another decision stands no longer.
    const ended = []
    if (decision === 'delay' || decision === 'agency_only')
      for (const answer of await store.standing(context.tx, context.actor, { request: subject }))
        ended.push(...(await endAnswer(context, answer, 'detriment_decided')))
    return { ok: true, events: [event, ...ended] }
  },
})

export const reviewDetriment = handle(contract.reviewDetriment, async (review, context) => {
  const found = await readForAnswer(context, review.request)
  if (!found) return refuse('request_unknown')
  const about = await recordOf(context, review)
  if (!about) return refuse('pair_unknown')
  if (review.reviewOn <= context.now.slice(0, 10)) return refuse('review_not_ahead')
  const { compartment } = about
  const proposed = await propose(context, detrimentAct, { subject: review.request, compartment, payload: review })
  return done({ proposal: proposed.id }, proposed.event)
})

async function recordOf(context: Context, { request, pair }: { request: string; pair: string }) {
  const found = await readForAnswer(context, request)
  const lead = found?.leads.find((one) => one.pair === pair)
  if (!found || !lead) return null
  return { record: lead.record, compartment: compartmentOf(found.request.context, 'house') }
}
