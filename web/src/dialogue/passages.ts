// A text cut where passages begin and end, so that each piece can be drawn once and no letter is added or lost.
export type Passage = { readonly id: string; readonly start: number; readonly end: number }

export type Piece = {
  readonly start: number
  readonly text: string
  /** The passages this piece lies in, in their order. */
  readonly within: readonly string[]
  /** The passages that end with it. */
  readonly closes: readonly string[]
}

/** Cuts a text (offsets in UTF-16 code units) at the ends of its passages. The pieces joined are the text. */
export function piecesOf(text: string, passages: readonly Passage[]): Piece[] {
  const inside = (at: number) => Math.min(Math.max(at, 0), text.length)
  const cuts = new Set([0, text.length])
  for (const { start, end } of passages) cuts.add(inside(start)).add(inside(end))
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length
    const within = passages.filter((one) => one.start < end && one.end > start)
    return {
      start,
      text: text.slice(start, end),
      within: within.map((one) => one.id),
      closes: within.filter((one) => inside(one.end) === end).map((one) => one.id),
    }
  })
}

/** Where words stand in a text: where they were marked, else where they stand only once; null when that is not known. */
export function spanOf(text: string, words: string, marked: number | null): { start: number; end: number } | null {
  if (words === '') return null
  if (marked !== null && text.startsWith(words, marked)) return { start: marked, end: marked + words.length }
  const start = text.indexOf(words)
  const isOnce = start >= 0 && !text.includes(words, start + 1)
  return isOnce ? { start, end: start + words.length } : null
}
