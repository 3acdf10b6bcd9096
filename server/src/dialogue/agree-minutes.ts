import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { meetings, shown } from './drawers.ts'

export const agreeMinutes = handle(contract.agreeMinutes, async ({ id, ...minutes }, context) => {
  const taken = await meetings.take(context, id)
  if (!taken.ok) return taken
  if (minutes.agreedOn > context.now.slice(0, 10)) return refuse('in_future')
  const { held, event } = await meetings.change(context, taken.held, {
    state: 'minutes_agreed',
    content: { ...taken.held.content, minutes },
    step: { act: 'minutes_agreed', on: minutes.agreedOn, words: minutes.text },
  })
  return done(shown(held), event)
})
