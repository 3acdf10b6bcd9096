import { membersOf } from '#access'
import { done, handle } from '#kernel/handler'
import { openForSession } from '#kernel/keyring'
import { refuse } from '#kernel/result'
import { channelsOf } from './channels.ts'
import * as contract from './contract.ts'
import { channelShown, waitsIn } from './waits.ts'

export const enterChannel = handle(contract.enterChannel, async ({ party }, context) => {
  const { tx, actor, now } = context
  const channel = (await channelsOf(context)).find((one) => one.party === party)
  if (!channel) return refuse('channel_unknown')
  const { compartment } = channel
  const members = await membersOf(tx, compartment, contract.enterChannel.needs)
  const outcome = await openForSession(tx, compartment, { person: actor.id, members, now })
  if (outcome === 'not_handed_on') return refuse('key_not_handed_on')
  return done(await channelShown(context, channel, await waitsIn(context)), {
    type: 'dialogue.channelEntered',
    subject: party,
    compartment,
    data: { party },
  })
})
