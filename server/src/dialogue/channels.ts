import { compartments } from '#access'
import type { Context } from '#kernel/handler'
import { openable } from '#kernel/keyring'
import { refuse, type Refused } from '#kernel/result'

export type Channel = { readonly compartment: string; readonly context: string; readonly party: string }
type Found = { readonly ok: true; readonly channel: Channel } | Refused<'channel_unknown' | 'channel_closed'>

/** The channels in which the actor has the capability that this operation needs, opened or not. */
export async function channelsOf({ tx, actor }: Context): Promise<Channel[]> {
  return (await compartments(tx))
    .filter((one) => one.sensitivity === 'dialogue' && actor.compartments.includes(one.compartment))
    .map(({ compartment, context, channel }) => ({ compartment, context, party: channel }))
}

/** A party's channel. One that is not the actor's looks like none; one the session has not opened is closed. */
export async function channelOf(context: Context, party: string): Promise<Found> {
  const channel = (await channelsOf(context)).find((one) => one.party === party)
  if (!channel) return refuse('channel_unknown')
  return (await isOpened(context, channel.compartment)) ? { ok: true, channel } : refuse('channel_closed')
}

export async function isOpened({ tx }: Context, compartment: string): Promise<boolean> {
  return (await openable(tx, [compartment])).length > 0
}

type All = { readonly ok: true; readonly channels: readonly Channel[] } | Refused<'context_unknown' | 'channel_closed'>

/** All channels of a context, for what is put to each party alike: every one of them has to be open. */
export async function channelsIn(context: Context, of: string): Promise<All> {
  const channels = (await channelsOf(context)).filter((one) => one.context === of)
  if (channels.length === 0) return refuse('context_unknown')
  for (const { compartment } of channels) if (!(await isOpened(context, compartment))) return refuse('channel_closed')
  return { ok: true, channels }
}
