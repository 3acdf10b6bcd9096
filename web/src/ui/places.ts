import { useSelf } from '#kernel/session.tsx'
import { usePreferences, useText } from '#kernel/text.tsx'

type Labels = { readonly en: string } & Readonly<Record<string, string | undefined>>

export type Channel = { readonly id: string; readonly words: string }
export type Places = {
  /** Whose channel something came by: a party, the families, the house. */
  readonly channel: (context: string, channel: string) => string
  readonly context: (id: string) => string
  readonly contexts: readonly Channel[]
  /** The parties of a context, in the alphabet of the reader and without rank. */
  readonly parties: (context: string) => readonly Channel[]
  /** Whether the law of a conflict between States applies: elsewhere no word of it appears. */
  readonly isInternational: (context: string) => boolean
}

/** Contexts and channels in the reader's words, as far as the reader works in them. */
export function usePlaces(): Places {
  const text = useText()
  const { contexts } = useSelf()
  const { language } = usePreferences().preferences
  const label = (labels: Labels) => labels[language] ?? labels.en
  const find = (id: string) => contexts.find((one) => one.id === id)
  const parties = (id: string) =>
    (find(id)?.parties ?? [])
      .map((party) => ({ id: party.id, words: label(party.labels) }))
      .sort((a, b) => a.words.localeCompare(b.words, language))
  return {
    contexts: contexts.map((one) => ({ id: one.id, words: label(one.labels) })),
    context: (id) => {
      const found = find(id)
      return found ? label(found.labels) : text('ui.place.unknown')
    },
    parties,
    channel: (id, channel) => {
      if (channel === 'families' || channel === 'house') return text(`ui.place.${channel}`)
      return parties(id).find((one) => one.id === channel)?.words ?? text('ui.place.unknown')
    },
    isInternational: (id) => find(id)?.kind === 'international',
  }
}
