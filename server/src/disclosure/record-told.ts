import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { linkedRequests, told } from '#tracing'
import * as contract from './contract.ts'
import { changedSince, checkOrder, checkTelling, missing } from './domain.ts'
import { gather } from './evidence.ts'
import * as reviews from './reviews.ts'
import * as store from './store.ts'

export const recordTold = handle(contract.recordTold, async ({ id, ...telling }, context) => {
  const { tx, actor, now } = context
  const answer = await store.hold(tx, actor, id)
  const content = answer && (await store.readContent(tx, answer))
  if (!answer || !content) return refuse('answer_unknown')
  const { request, pair } = answer
  const { known, words, rests } = content
  const people = [...content.identity.reviewers, answer.proposed_by, answer.cleared_by ?? answer.proposed_by]
  const tellable = { state: answer.state, clearedAt: answer.cleared_at, until: answer.until, known, words, people }
  const checked = checkTelling(tellable, { ...telling, by: actor.id }, now)
  if (!checked.ok) return checked

  const evidence = await gather(context, { ...content, request, pair }, telling.heldAt.slice(0, 10))
  if (!evidence.ok) return refuse('pair_not_established')
  const changed = changedSince({ ...rests, words }, evidence.rests)
  if (changed) return refuse(changed)
  const [first] = missing(evidence.case)
  if (first) return refuse(first)
  const linked = await linkedRequests(context, request)
  const order = checkOrder(request, linked, await reviews.decidedOrder(tx, [request, ...linked.map((one) => one.id)]))
  if (!order.ok) return order

  const { outcome, stillHeld } = content
  const moved = await told(context, { request, answer: id, outcome, stillHeld, inPerson: telling.how === 'in_person' })
  if (!moved.ok) return refuse(moved.refusal === 'outcome_unfit' ? 'outcome_unfit' : 'not_cleared')
  await store.addTelling(context, answer, telling)
  const data = { answer: id, outcome, how: telling.how }
  const event = { type: 'disclosure.answerTold', subject: request, compartment: answer.compartment, data }
  const after = await store.find(tx, actor, id)
  return done(store.shown(after ?? answer), event, ...moved.events)
})
