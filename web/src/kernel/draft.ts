import { readDraft, saveDraft } from '@solferino/server/kernel/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '#kernel/client.ts'
import { useConnection } from '#kernel/connection.tsx'

export type DraftState = 'loading' | 'empty' | 'saving' | 'kept' | 'only_here'

export type Draft<Content> = {
  readonly content: Content
  readonly state: DraftState
  readonly change: (next: Partial<Content>) => void
  /** Forgets it here and on the server: after it was filed, or when the person says so. */
  readonly discard: () => Promise<void>
}

const restMs = 700

/** What a person types, sealed on the server as they type and nowhere in the browser's storage (security.md 0.14). */
export function useDraft<Content extends object>(
  name: string,
  empty: Content,
  parse: (content: unknown) => Content | null,
): Draft<Content> {
  const { seen } = useConnection()
  const [content, setContent] = useState(empty)
  const [state, setState] = useState<DraftState>('loading')
  const unsaved = useRef<Content | null>(null)
  const start = useRef({ empty, parse })

  useEffect(() => {
    let isWanted = true
    void ask(readDraft, { name }, seen).then((reply) => {
      if (!isWanted || unsaved.current) return
      const found = reply.ok && reply.output.content !== null ? start.current.parse(reply.output.content) : null
      if (found) setContent(found)
      setState(found ? 'kept' : 'empty')
    })
    return () => {
      isWanted = false
    }
  }, [name, seen])

  const save = useCallback(async () => {
    const sent = unsaved.current
    if (!sent) return
    const reply = await ask(saveDraft, { name, content: sent }, seen)
    if (unsaved.current !== sent) return
    if (reply.ok) unsaved.current = null
    setState(reply.ok ? 'kept' : 'only_here')
  }, [name, seen])

  const change = useCallback((next: Partial<Content>) => {
    setContent((was) => {
      const now = { ...was, ...next }
      unsaved.current = now
      return now
    })
    setState('saving')
  }, [])

  // A pause in typing saves; what could not be saved is tried again until it is.
  useEffect(() => {
    if (state !== 'saving' && state !== 'only_here') return undefined
    const timer = setTimeout(() => void save(), state === 'saving' ? restMs : restMs * 5)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react/exhaustive-effect-dependencies -- each further letter begins the pause anew
  }, [state, content, save])
  useEffect(() => () => void save(), [save])

  const discard = useCallback(async () => {
    unsaved.current = null
    setContent(start.current.empty)
    setState('empty')
    await ask(saveDraft, { name, content: null }, seen)
  }, [name, seen])

  return { content, state, change, discard }
}
