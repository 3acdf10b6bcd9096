import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '#kernel/text.tsx'

/** A key that acts: by its place on the keyboard, so that it is the same key on Cyrillic and Arabic layouts. */
export type Key = {
  readonly code: string
  /** What stands on the cap. */
  readonly cap: string
  /** The words of what it does: a text key. */
  readonly label: string
  readonly run: () => void
}

type KeysHeld = {
  readonly shown: readonly Key[]
  readonly hold: (id: number, keys: readonly Key[] | null) => void
}

const KeysContext = createContext<KeysHeld>({ shown: [], hold: () => {} })
let lastId = 0

/** The keys that act on this page at the moment, for the help that `?` opens. */
export function useShownKeys(): readonly Key[] {
  return useContext(KeysContext).shown
}

export function KeysProvider({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<ReadonlyMap<number, readonly Key[]>>(new Map())
  const hold = useCallback((id: number, keys: readonly Key[] | null) => {
    setHeld((was) => {
      const next = new Map(was)
      if (keys === null) next.delete(id)
      else next.set(id, keys)
      return next
    })
  }, [])
  const value = useMemo(() => ({ shown: [...held.values()].flat(), hold }), [held, hold])
  return <KeysContext value={value}>{children}</KeysContext>
}

/** Single keys of a page. They act outside fields and dialogs, and not at all when switched off (WCAG 2.1.4). */
export function useKeys(keys: readonly Key[]): void {
  const { hold } = useContext(KeysContext)
  const isOn = usePreferences().preferences.keys
  const [id] = useState(() => (lastId += 1))
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  const names = keys.map((key) => `${key.code} ${key.label}`).join('|')
  useEffect(() => {
    hold(id, isOn ? current.current : null)
    return () => hold(id, null)
    // eslint-disable-next-line react/exhaustive-effect-dependencies -- the names say when the keys, which are new each time, are others
  }, [hold, id, isOn, names])
  useEffect(() => {
    if (!isOn) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const key = current.current.find((one) => one.code === codeOf(event))
      if (!key) return
      event.preventDefault()
      key.run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
}

function codeOf(event: KeyboardEvent): string {
  if (event.key === '?') return 'Shift+Slash'
  return event.shiftKey ? `Shift+${event.code}` : event.code
}

/** Whether keys belong to a field, or to a dialog or menu that lies over the page. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=alertdialog]')) return true
  if (!(target instanceof HTMLElement)) return false
  return target.closest('input, textarea, select, [contenteditable], [role=menu], [role=listbox]') !== null
}
