import { readSelf } from '@solferino/server/access/contract'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { languageFor } from '#kernel/languages.ts'
import { useAnswer } from '#kernel/operation.ts'
import { usePreferences } from '#kernel/text.tsx'

export type Self = OutputOf<typeof readSelf>

const SelfContext = createContext<Self | null>(null)

/** Who is signed in. Only used below `SelfProvider`, which shows nothing of the house to nobody. */
export function useSelf(): Self {
  const self = useContext(SelfContext)
  if (!self) throw new Error('nobody is signed in here')
  return self
}

export function useMay(): (...capabilities: readonly string[]) => boolean {
  const { capabilities } = useSelf()
  return (...asked) => asked.some((capability) => capabilities.includes(capability))
}

/** Asks who one is; shows `otherwise` for as long as that is nobody. */
export function SelfProvider({
  children,
  otherwise,
}: {
  children: ReactNode
  otherwise: (code: string | null, reference: string | null) => ReactNode
}) {
  const { output, trouble } = useAnswer(readSelf, {})
  const { prefer } = usePreferences()
  const settings = output?.settings
  useEffect(() => {
    if (settings) prefer({ ...settings, language: languageFor(settings.language) })
  }, [settings, prefer])
  if (!output) return otherwise(trouble?.code ?? null, trouble?.reference ?? null)
  return <SelfContext value={output}>{children}</SelfContext>
}
