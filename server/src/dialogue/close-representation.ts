import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { representations, shown } from './drawers.ts'

export const closeRepresentation = handle(contract.closeRepresentation, async ({ id, effect }, context) => {
  const taken = await representations.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  if (content.delivery === null || state === 'closed') return refuse('not_delivered')
  const { held, event } = await representations.change(context, taken.held, {
    state: 'closed',
    content: { ...content, effect },
    awaits: null,
    remindOn: null,
    nextStep: null,
    step: { act: 'closed', words: effect },
  })
  return done(shown(held), event)
})
