import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { settle } from './domain.ts'
import { accesses, shown } from './drawers.ts'

export const settleConditions = handle(contract.settleConditions, async ({ id, settled, ...given }, context) => {
  const taken = await accesses.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  const decided = settle(state, settled, given)
  if (!decided.ok) return decided
  if (given.on > context.now.slice(0, 10)) return refuse('in_future')
  const end = { answer: decided.state, necessity: false, until: null }
  const { held, event } = await accesses.change(context, taken.held, {
    state: decided.state,
    content: { ...content, answers: [...content.answers, { ...given, ...end }] },
    awaits: null,
    remindOn: null,
    step: { act: settled ? 'settled' : 'not_settled', on: given.on, words: given.reason },
  })
  return done(shown(held), event)
})
