import { done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { count } from './candidates.ts'
import * as contract from './contract.ts'
import { stepOf } from './domain.ts'
import { eventOf } from './moving.ts'
import { lineNow } from './sides.ts'
import * as store from './store.ts'

export const rejectPair = handle(contract.rejectPair, async ({ id, because, note }, context) => {
  const { tx, actor } = context
  const pair = await store.hold(tx, actor, id)
  if (!pair) return refuse('pair_unknown')
  const step = stepOf(pair.state, { accepts: false }, { first: pair.first_by, by: actor.id, firstGrade: null })
  if (!step.ok) return step
  const decision = { grade: null, fields: [], because, note }
  const isSecond = step.step === 'disagree'
  const event: Event = isSecond ? eventOf('pairDisputed', pair) : eventOf('pairRejected', pair, { because })
  const change = isSecond ? { second_by: actor.id } : { first_by: actor.id }
  const to = isSecond ? 'disputed' : 'rejected'
  await store.move(context, pair, { kind: isSecond ? 'disagree' : 'reject', to, change, decision })
  await count(context, pair.request)
  const line = await lineNow(context, id)
  return line ? done(line, event) : refuse('pair_unknown')
})
