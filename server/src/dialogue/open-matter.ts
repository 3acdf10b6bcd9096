import { done, handle } from '#kernel/handler'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { matters, shown } from './drawers.ts'

export const openMatter = handle(contract.openMatter, async ({ party, ...matter }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { held, event } = await matters.add(context, found.channel, {
    state: 'open',
    content: { ...matter, from: null, put: null, answer: null },
    step: { act: 'opened' },
  })
  return done(shown(held), event)
})
