const wordsMax = 20_000

/** The very words of a span, counted in UTF-16 code units; null when it is not inside the text, empty or too long. */
export function wordsAt(text: string, { start, end }: { start: number; end: number }): string | null {
  if (start >= end || end > text.length || end - start > wordsMax) return null
  const words = text.slice(start, end).trim()
  return words === '' ? null : words
}
