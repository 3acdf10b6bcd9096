import type { Chain } from '@solferino/server/audit/contract'
import type { z } from 'zod'
import { useText } from '#kernel/text.tsx'
import { usePlaces } from '#ui/places.ts'

/** Whose chain it is, in words; an auditor works in no conflict, and sees the chain's own name. */
export function useChainWords(): (chain: z.infer<typeof Chain>) => string {
  const text = useText()
  const places = usePlaces()
  return ({ chain, context, channel }) => {
    if (context === null) return text('audit.chain.house')
    const isKnown = places.contexts.some((one) => one.id === context)
    if (!isKnown) return chain
    return `${places.context(context)} · ${channel === null ? text('audit.chain.whole') : places.channel(context, channel)}`
  }
}
