import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Words marked in a text, and where they begin in it, in UTF-16 code units. */
export type Marked = { readonly words: string; readonly start: number }

/** What is marked in the text at this moment, and where it begins, counted in its own letters. */
export function markedIn(container: HTMLElement | null): Marked | null {
  const selection = container?.ownerDocument.getSelection()
  if (!container || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!container.contains(range.commonAncestorContainer)) return null
  const before = range.cloneRange()
  before.selectNodeContents(container)
  before.setEnd(range.startContainer, range.startOffset)
  const raw = range.toString()
  const words = raw.trim()
  return words === '' ? null : { words, start: before.toString().length + raw.indexOf(words) }
}

/** Tells of each passage that is marked in the text while this is shown. */
export function useMarking(shown: RefObject<HTMLElement | null>, mark: (marked: Marked) => void): void {
  const tell = useEffectEvent(() => {
    const marked = markedIn(shown.current)
    if (marked) mark(marked)
  })
  useEffect(() => {
    const listen = () => tell()
    document.addEventListener('selectionchange', listen)
    return () => document.removeEventListener('selectionchange', listen)
  }, [])
}
