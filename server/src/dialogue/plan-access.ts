import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { accesses, shown } from './drawers.ts'

export const planAccess = handle(contract.planAccess, async ({ party, ...asked }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  if (asked.place === null && asked.category === null) return refuse('place_missing')
  const { held, event } = await accesses.add(context, found.channel, {
    state: 'planned',
    content: { ...asked, requests: [], answers: [], visits: [] },
    step: { act: 'planned', words: asked.reason },
  })
  return done(shown(held), event)
})
