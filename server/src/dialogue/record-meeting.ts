import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { meetings, shown } from './drawers.ts'
import { wrongWith } from './present.ts'

export const recordMeeting = handle(contract.recordMeeting, async ({ party, ...met }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const wrong = await wrongWith(context, found.channel, met)
  if (wrong) return refuse(wrong)
  const { held, event } = await meetings.add(context, found.channel, {
    state: 'held',
    content: { ...met, minutes: null },
    step: { act: 'recorded' },
  })
  return done(shown(held), event)
})
