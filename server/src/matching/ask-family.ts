import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { next } from './domain.ts'
import { eventOf } from './moving.ts'
import { lineNow } from './sides.ts'
import * as store from './store.ts'

export const askFamily = handle(contract.askFamily, async ({ id, questions }, context) => {
  const pair = await store.hold(context.tx, context.actor, id)
  if (!pair) return refuse('pair_unknown')
  if (new Set(questions).size < questions.length) return refuse('questions_repeat')
  const to = next(pair.state, 'ask')
  if (to === null) return refuse('not_now')
  await store.move(context, pair, { kind: 'ask', to, questions })
  const line = await lineNow(context, id)
  return line ? done(line, eventOf('familyAsked', pair, { questionCount: questions.length })) : refuse('pair_unknown')
})
