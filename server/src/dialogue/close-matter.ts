import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { matters, shown } from './drawers.ts'

export const closeMatter = handle(contract.closeMatter, async ({ id, reason }, context) => {
  const taken = await matters.take(context, id)
  if (!taken.ok) return taken
  if (taken.held.state === 'closed') return refuse('already_closed')
  const { held, event } = await matters.change(context, taken.held, {
    state: 'closed',
    awaits: null,
    remindOn: null,
    nextStep: null,
    step: { act: 'closed', words: reason },
  })
  return done(shown(held), event)
})
