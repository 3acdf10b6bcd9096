import { readDoor } from '@solferino/server/access/contract'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { ask, type Interruption } from '#kernel/client.ts'

type Connection = {
  readonly lost: boolean
  readonly interruption: Interruption
  /** Every reply passes here: it alone says whether the house can be reached and whether one is known. */
  readonly seen: (code: string) => void
  readonly resume: () => void
}

const ConnectionContext = createContext<Connection>({
  lost: false,
  interruption: 'none',
  seen: () => {},
  resume: () => {},
})

export function useConnection(): Connection {
  return useContext(ConnectionContext)
}

const againMs = 3_000

/** Watches the connection. While it is gone or the server is sealed, it knocks every three seconds; nothing is unmounted. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [lost, setLost] = useState(false)
  const [interruption, setInterruption] = useState<Interruption>('none')

  const seen = useCallback((code: string) => {
    setLost(code === 'unreachable')
    if (code === 'sealed') setInterruption('sealed')
    else if (code === 'signed_out') setInterruption('signed_out')
    else if (code !== 'unreachable') setInterruption((was) => (was === 'sealed' ? 'none' : was))
  }, [])
  const resume = useCallback(() => {
    setInterruption('none')
    void queries.invalidateQueries()
  }, [queries])

  const waits = lost || interruption === 'sealed'
  useEffect(() => {
    if (!waits) return undefined
    const knock = async () => {
      const reply = await ask(readDoor, {}, seen)
      if (reply.ok) await queries.invalidateQueries()
    }
    const timer = setInterval(() => void knock(), againMs)
    return () => clearInterval(timer)
  }, [waits, seen, queries])

  const value = useMemo(() => ({ lost, interruption, seen, resume }), [lost, interruption, seen, resume])
  return <ConnectionContext value={value}>{children}</ConnectionContext>
}
