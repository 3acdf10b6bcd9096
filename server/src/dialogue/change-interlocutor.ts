import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { interlocutors, shown } from './drawers.ts'

export const changeInterlocutor = handle(
  contract.changeInterlocutor,
  async ({ id, inOffice, reason, ...content }, context) => {
    const taken = await interlocutors.take(context, id)
    if (!taken.ok) return taken
    const { held, event } = await interlocutors.change(context, taken.held, {
      state: inOffice ? 'in_office' : 'term_ended',
      content,
      step: { act: inOffice ? 'changed' : 'term_ended', words: reason },
    })
    return done(shown(held), event)
  },
)
