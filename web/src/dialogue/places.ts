import { listChannels, readChannel } from '@solferino/server/dialogue/contract'
import { type Answer, useAnswer } from '#kernel/operation.ts'
import type { OutputOf } from '#kernel/client.ts'
import type { Entry, Kind, Of } from '#dialogue/words.ts'
import { titleOf } from '#dialogue/words.ts'
import { usePlaces } from '#ui/places.ts'

export type Channel = OutputOf<typeof listChannels>['channels'][number]
export type ChannelRead = OutputOf<typeof readChannel>

export function useChannels(): Answer<OutputOf<typeof listChannels>> {
  return useAnswer(listChannels, {})
}

/** The channel of a party and how that party is called; undefined for who is no member. */
export function useChannel(party: string): { readonly channel: Channel | undefined; readonly called: string } {
  const { output } = useChannels()
  const places = usePlaces()
  const channel = output?.channels.find((one) => one.party === party)
  return { channel, called: channel ? places.channel(channel.context, party) : '' }
}

const entriesMax = 200

/** The newest entries of one kind of an opened channel. */
export function useEntries<Which extends Exclude<Kind, 'note'>>(party: string, kind: Which): readonly Of<Which>[] {
  const asked = { party, kind, limit: entriesMax }
  const { output } = useAnswer(readChannel, asked, { enabled: party !== '' })
  return (output?.timeline ?? []).filter((entry): entry is Of<Which> => entry.kind === kind)
}

/** Entries as they stand in a field in which one of them is chosen. */
export function toOptions(entries: readonly Entry[]): { value: string; label: string }[] {
  const wordsMax = 80
  return entries.map((entry) => ({ value: entry.id, label: (titleOf(entry) ?? entry.id).slice(0, wordsMax) }))
}
