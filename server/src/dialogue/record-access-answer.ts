import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { answer } from './domain.ts'
import { accesses, shown } from './drawers.ts'

export const recordAccessAnswer = handle(contract.recordAccessAnswer, async ({ id, ...given }, context) => {
  const taken = await accesses.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  if (given.on > context.now.slice(0, 10)) return refuse('in_future')
  const decided = answer(state, given, content.requests.at(-1))
  if (!decided.ok) return decided
  const { held, event } = await accesses.change(context, taken.held, {
    state: decided.state,
    content: { ...content, answers: [...content.answers, given] },
    awaits: null,
    // A refusal for a time is come back to when its time is over.
    remindOn: decided.state === 'refused_temporary' ? given.until : null,
    step: { act: decided.state, on: given.on, words: given.reason },
  })
  return done(shown(held), event)
})
