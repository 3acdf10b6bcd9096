import { answer, handle } from '#kernel/handler'
import { channelsOf } from './channels.ts'
import * as contract from './contract.ts'
import { inReadersOrder } from './readers-order.ts'
import { channelShown, waitsIn } from './waits.ts'

export const listChannels = handle(contract.listChannels, async (_input, context) => {
  const waits = await waitsIn(context)
  const channels = []
  for (const channel of await inReadersOrder(context, await channelsOf(context)))
    channels.push(await channelShown(context, channel, waits))
  return answer({ channels }, [])
})
