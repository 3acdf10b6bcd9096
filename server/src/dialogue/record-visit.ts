import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { visit } from './domain.ts'
import { accesses, shown } from './drawers.ts'

export const recordVisit = handle(contract.recordVisit, async ({ id, on, outcome, reason }, context) => {
  const taken = await accesses.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  const decided = visit(state, outcome, reason)
  if (!decided.ok) return decided
  if (on > context.now.slice(0, 10)) return refuse('in_future')
  const last = content.visits.length - 1
  const visits = content.visits.map((one, index) => (index === last ? { ...one, on, outcome, reason } : one))
  const { held, event } = await accesses.change(context, taken.held, {
    state: decided.state,
    content: { ...content, visits },
    remindOn: null,
    step: { act: outcome, on, words: reason },
  })
  return done(shown(held), event)
})
