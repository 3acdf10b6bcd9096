import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { endAnswer } from './endings.ts'
import * as store from './store.ts'

export const withdrawAnswer = handle(contract.withdrawAnswer, async ({ id }, context) => {
  const { tx, actor } = context
  const answer = await store.hold(tx, actor, id)
  if (!answer) return refuse('answer_unknown')
  if (answer.state !== 'proposed' && answer.state !== 'cleared') return refuse('not_standing')
  const [first, ...more] = await endAnswer(context, answer, 'taken_back')
  const ended = await store.find(tx, actor, id)
  if (!first || !ended) return refuse('answer_unknown')
  return done(store.shown(ended), first, ...more)
})
