// What waits in each channel, by counts and by dates of our own acts: it may be seen before a channel is opened.
import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import { countToConfirm } from '#kernel/second'
import { type Channel, isOpened } from './channels.ts'
import { acts } from './acts.ts'
import type { Channel as ChannelShape, ChannelCounts } from './contract.ts'
import * as store from './store.ts'

type Counts = z.output<typeof ChannelCounts>

export async function waitsIn(context: Context): Promise<ReadonlyMap<string, Counts>> {
  const { tx, actor, now } = context
  const confirming = await countToConfirm(context, acts)
  const rows = await store.countWaiting(tx, actor, now.slice(0, 10))
  const found = new Map<string, Counts>()
  for (const compartment of actor.compartments) {
    const row = rows.find((one) => one.compartment === compartment)
    const toConfirm = confirming.get(compartment)
    found.set(compartment, {
      unanswered: row?.unanswered ?? 0,
      unansweredSince: row?.unanswered_since ?? null,
      owed: row?.owed ?? 0,
      owedSince: row?.owed_since ?? null,
      reminders: row?.reminders ?? 0,
      toConfirm: toConfirm?.count ?? 0,
      toConfirmSince: toConfirm?.since ?? null,
    })
  }
  return found
}

const nothing: Counts = {
  unanswered: 0,
  unansweredSince: null,
  owed: 0,
  owedSince: null,
  reminders: 0,
  toConfirm: 0,
  toConfirmSince: null,
}

export async function channelShown(
  context: Context,
  channel: Channel,
  waits: ReadonlyMap<string, Counts>,
): Promise<z.output<typeof ChannelShape>> {
  const opened = await isOpened(context, channel.compartment)
  return { context: channel.context, party: channel.party, opened, waits: waits.get(channel.compartment) ?? nothing }
}
