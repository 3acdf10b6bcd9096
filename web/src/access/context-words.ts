import type { listAccounts } from '@solferino/server/access/contract'
import type { OutputOf } from '#kernel/client.ts'
import { usePreferences, useText } from '#kernel/text.tsx'

type ContextOfWork = OutputOf<typeof listAccounts>['contexts'][number]

/** A label in the reader's language, else in English. */
export function useLabel(): (labels: { readonly en: string } & Readonly<Record<string, string | undefined>>) => string {
  const { language } = usePreferences().preferences
  return (labels) => labels[language] ?? labels.en
}

/** Where a role is held, in words: a context, one channel of it, or the installation. */
export function useContextWords(
  contexts: readonly ContextOfWork[],
): (context: string | null, channel: string | null) => string {
  const text = useText()
  const label = useLabel()
  return (context, channel) => {
    if (context === null) return text('access.where.installation')
    const found = contexts.find((one) => one.id === context)
    if (!found) return text('access.where.unknown')
    const party = found.parties.find((one) => one.id === channel)
    if (channel === null) return label(found.labels)
    const place = party ? label(party.labels) : text('access.where.families')
    return text('access.where.channel', { context: label(found.labels), channel: place })
  }
}
