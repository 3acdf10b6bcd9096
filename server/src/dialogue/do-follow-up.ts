import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { changeAny, shown, takeAny } from './drawers.ts'

export const doFollowUp = handle(contract.doFollowUp, async ({ id, done: words, next }, context) => {
  const taken = await takeAny(context, id, true)
  if (!taken.ok) return taken
  if (taken.held.row.remind_on === null) return refuse('no_follow_up')
  if (next && next.on <= context.now.slice(0, 10)) return refuse('not_ahead')
  const { held, event } = await changeAny(context, taken.held, {
    remindOn: next?.on ?? null,
    nextStep: next?.nextStep ?? null,
    step: { act: 'followed_up', words },
  })
  return done(shown(held), event)
})
