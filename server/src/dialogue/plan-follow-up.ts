import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { changeAny, shown, takeAny } from './drawers.ts'

export const planFollowUp = handle(contract.planFollowUp, async ({ id, on, nextStep }, context) => {
  const taken = await takeAny(context, id, true)
  if (!taken.ok) return taken
  if (taken.held.row.kind === 'note' || taken.held.row.kind === 'proposal') return refuse('entry_unknown')
  if (on <= context.now.slice(0, 10)) return refuse('not_ahead')
  const { held, event } = await changeAny(context, taken.held, {
    remindOn: on,
    nextStep,
    step: { act: 'follow_up_planned', on, words: nextStep },
  })
  return done(shown(held), event)
})
