import { done, handle } from '#kernel/handler'
import { forgetSessionKeys } from '#kernel/keyring'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { channelShown, waitsIn } from './waits.ts'

export const leaveChannel = handle(contract.leaveChannel, async ({ party }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { channel } = found
  const output = { ...(await channelShown(context, channel, await waitsIn(context))), opened: false }
  await forgetSessionKeys(context.tx, [context.actor.session ?? ''], channel.compartment)
  return done(output, {
    type: 'dialogue.channelLeft',
    subject: party,
    compartment: channel.compartment,
    data: { party },
  })
})
