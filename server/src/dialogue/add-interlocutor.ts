import { done, handle } from '#kernel/handler'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { interlocutors, shown } from './drawers.ts'

export const addInterlocutor = handle(contract.addInterlocutor, async ({ party, ...content }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { held, event } = await interlocutors.add(context, found.channel, {
    state: 'in_office',
    content,
    step: { act: 'added' },
  })
  return done(shown(held), event)
})
