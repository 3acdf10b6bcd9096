import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { usePreferences, useText } from '#kernel/text.tsx'
import type { Channel } from '#dialogue/places.ts'
import { usePlaces } from '#ui/places.ts'

/** Channels by what their parties are called, in the alphabet of the reader's language. */
export function useCalled(channels: readonly Channel[]): { readonly channel: Channel; readonly words: string }[] {
  const places = usePlaces()
  const { language } = usePreferences().preferences
  return channels
    .map((channel) => ({ channel, words: places.channel(channel.context, channel.party) }))
    .sort((a, b) => a.words.localeCompare(b.words, language))
}

/** What waits in a channel, how much and since when, always in the same order. Words: `dialogue.waits.<key>`. */
export function waitsOf({
  waits,
}: Channel): { readonly key: string; readonly count: number; readonly since: string | null }[] {
  return [
    { key: 'toConfirm', count: waits.toConfirm, since: waits.toConfirmSince },
    { key: 'owed', count: waits.owed, since: waits.owedSince },
    { key: 'unanswered', count: waits.unanswered, since: waits.unansweredSince },
    { key: 'reminders', count: waits.reminders, since: null },
  ]
}

export function LockMark({ isOpened }: { readonly isOpened: boolean }) {
  const text = useText()
  const Lock = isOpened ? IconLockOpen : IconLock
  return (
    <span className="sf-second dialogue-mark">
      <Lock size={14} stroke={1.5} aria-hidden="true" /> {text(isOpened ? 'dialogue.opened' : 'dialogue.closed')}
    </span>
  )
}
