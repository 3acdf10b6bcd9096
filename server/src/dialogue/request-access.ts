import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isPast, request } from './domain.ts'
import { accesses, shown } from './drawers.ts'

export const requestAccess = handle(contract.requestAccess, async ({ id, answerBy, ...asked }, context) => {
  const taken = await accesses.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  const today = context.now.slice(0, 10)
  const decided = request(state, isPast(row.remind_on, today))
  if (!decided.ok) return decided
  if (asked.on > today) return refuse('in_future')
  if (answerBy <= today) return refuse('not_ahead')
  const { held, event } = await accesses.change(context, taken.held, {
    state: decided.state,
    content: { ...content, requests: [...content.requests, asked] },
    // Asked again, it has waited since it was first asked.
    ...(row.awaits === 'party' ? {} : { awaits: 'party' }),
    remindOn: answerBy,
    step: { act: 'requested', on: asked.on },
  })
  return done(shown(held), event)
})
