import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { confirm } from './domain.ts'
import { commitments, shown } from './drawers.ts'

export const confirmCommitment = handle(contract.confirmCommitment, async ({ id, ...confirmation }, context) => {
  const taken = await commitments.take(context, id)
  if (!taken.ok) return taken
  const decided = confirm(taken.held.state, confirmation.outcome)
  if (!decided.ok) return decided
  if (confirmation.on > context.now.slice(0, 10)) return refuse('in_future')
  const { held, event } = await commitments.change(context, taken.held, {
    state: decided.state,
    content: { ...taken.held.content, confirmation },
    step: { act: decided.state, on: confirmation.on, words: confirmation.words },
  })
  return done(shown(held), event)
})
