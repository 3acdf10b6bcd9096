import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { track } from './domain.ts'
import { commitments, shown } from './drawers.ts'

export const trackCommitment = handle(contract.trackCommitment, async ({ id, howSeen, lookOn }, context) => {
  const taken = await commitments.take(context, id)
  if (!taken.ok) return taken
  const decided = track(taken.held.state)
  if (!decided.ok) return decided
  if (lookOn <= context.now.slice(0, 10)) return refuse('not_ahead')
  const { held, event } = await commitments.change(context, taken.held, {
    state: decided.state,
    content: { ...taken.held.content, howSeen },
    remindOn: lookOn,
    nextStep: howSeen,
    step: { act: 'tracked', on: lookOn, words: howSeen },
  })
  return done(shown(held), event)
})
