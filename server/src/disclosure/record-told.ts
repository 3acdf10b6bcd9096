import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { linkedRequests, told } from '#tracing'
import * as contract from './contract.ts'
import { checkTelling, mayBeTold, missing } from './domain.ts'
import { gather } from './evidence.ts'
import * as store from './store.ts'

export const recordTold = handle(contract.recordTold, async ({ id, ...telling }, context) => {
  const { tx, actor, now } = context
  const answer = await store.hold(tx, actor, id)
  const content = answer && (await store.readContent(tx, answer))
  if (!answer || !content) return refuse('answer_unknown')
  const { state, cleared_at: clearedAt, until, request, pair } = answer
  const checked = checkTelling({ state, clearedAt, until, known: content.known, words: content.words }, telling, now)
  if (!checked.ok) return checked
  const evidence = await gather(context, { ...content, request, pair })
  if (!evidence.ok) return refuse('pair_not_established')
  const [first] = missing(evidence.case)
  if (first) return refuse(first)
  if (!mayBeTold(await linkedRequests(context, request), await store.hasOrder(tx, request)))
    return refuse('others_not_ready')

  const { outcome, stillHeld } = content
  const moved = await told(context, { request, answer: id, outcome, stillHeld, inPerson: telling.how === 'in_person' })
  if (!moved.ok) return refuse(moved.refusal === 'outcome_unfit' ? 'outcome_unfit' : 'not_cleared')
  await store.addTelling(context, answer, telling)
  const data = { answer: id, outcome, how: telling.how }
  const event = { type: 'disclosure.answerTold', subject: request, compartment: answer.compartment, data }
  const after = await store.find(tx, actor, id)
  return done(store.shown(after ?? answer), event, ...moved.events)
})
