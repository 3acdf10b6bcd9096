import { ReadingError } from './errors.ts'
import type { Limits } from './limits.ts'
import type { RawRow } from './rows.ts'

/** How a delimited text is cut: its delimiter, quote and line end. */
export type Shape = { delimiter: string; quote: string; newline: '\n' | '\r' }

/** A quoted cell may run over so many lines and characters; after that the quote counts as forgotten. */
const openLinesMax = 50
const openCharactersMax = 65_536
const delimiters = ['\t', ';', ',', '|']

/**
 * Guesses delimiter, quote and line end from the first lines of a decoded text. The delimiter is the one that cuts
 * most lines into the same number (more than one) of cells; `extension` (`tsv`, `csv` …) decides between equals.
 * An Excel line `sep=;` at the top is obeyed.
 */
export function sniffShape(sample: string, extension: string): Shape {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
  const told = /^sep=(.)\r?(?:\n|$)/iu.exec(sample)?.[1]
  const lines = sample
    .split(newline)
    .slice(0, 60)
    .filter((line) => line.trim() !== '')
  const quote = mostlyQuotedBy("'", lines) ? "'" : '"'
  if (told !== undefined) return { delimiter: told, quote, newline }
  const favourite = ['tsv', 'tab'].includes(extension) ? '\t' : ','
  let best = favourite
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = consistency(lines, delimiter, quote) * (delimiter === favourite ? 1.05 : 1)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return { delimiter: best, quote, newline }
}

/** Share of lines that have the commonest number of cells, weighted by how many cells that is; 0 for a single cell. */
function consistency(lines: string[], delimiter: string, quote: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const cells = cutLine(line, delimiter, quote, false)?.length ?? 1
    counts.set(cells, (counts.get(cells) ?? 0) + 1)
  }
  let best = 0
  for (const [cells, times] of counts) {
    if (cells > 1) best = Math.max(best, (times / lines.length) * (1 - 0.5 ** cells))
  }
  return best
}

function mostlyQuotedBy(quote: string, lines: string[]): boolean {
  const quoted = lines.filter((line) => line.startsWith(quote) && line.trimEnd().endsWith(quote)).length
  return lines.length > 0 && quoted > lines.length / 2
}

/**
 * Cuts one line (or several joined by line ends) into cells. Null when a quote is left open; with `strict` also when
 * something stands behind a closing quote, which for a cell over several lines means that the quote was never meant.
 */
export function cutLine(line: string, delimiter: string, quote: string, strict: boolean): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let start = at
    while (line[start] === ' ') start += 1
    let next: number
    if (line[start] === quote) {
      const closed = closeQuote(line, start, quote)
      if (closed === null) return null
      next = line.indexOf(delimiter, closed.end)
      const tail = line.slice(closed.end, next < 0 ? line.length : next)
      if (strict && tail.trim() !== '') return null
      cells.push(tail.trim() === '' ? closed.text : closed.text + tail)
    } else {
      next = line.indexOf(delimiter, at)
      cells.push(line.slice(at, next < 0 ? line.length : next))
    }
    if (next < 0) return cells
    at = next + delimiter.length
  }
}

function closeQuote(line: string, start: number, quote: string): { text: string; end: number } | null {
  let text = ''
  let from = start + 1
  for (;;) {
    const found = line.indexOf(quote, from)
    if (found < 0) return null
    text += line.slice(from, found)
    if (line[found + 1] !== quote) return { text, end: found + 1 }
    text += quote
    from = found + 2
  }
}

/**
 * Cuts decoded text into rows, a batch for each piece of text. Lines without a quote are split directly, which is
 * what makes a million rows take seconds; a quoted cell may run over lines; a quote that is never closed puts its own
 * line aside and harms no other. Blank lines come as rows with blank cells.
 */
export async function* cutRows(
  texts: AsyncIterable<string>,
  shape: Shape,
  file: string,
  limits: Limits,
): AsyncGenerator<RawRow[]> {
  const cutter = rowCutter(shape, file, limits)
  for await (const text of texts) {
    const rows = cutter.push(text)
    if (rows.length > 0) yield rows
  }
  const rows = cutter.end()
  if (rows.length > 0) yield rows
}

/** The synchronous middle of `cutRows`: `push` text, get the rows that are whole; `end` gives what was left. */
export function rowCutter({ delimiter, quote, newline }: Shape, file: string, limits: Limits) {
  let rest = ''
  let lineNumber = 0
  let open: string[] = []

  function cut(line: string, rows: RawRow[], mayQuote: boolean): void {
    lineNumber += 1
    if (open.length > 0) continueQuoted(line, rows)
    else if (mayQuote && line.includes(quote)) startQuoted(line, rows)
    else rows.push(whole(lineNumber, line, line.split(delimiter)))
  }

  function startQuoted(line: string, rows: RawRow[]): void {
    const cells = cutLine(line, delimiter, quote, false)
    if (cells) rows.push(whole(lineNumber, line, cells))
    else open = [line]
  }

  function continueQuoted(line: string, rows: RawRow[]): void {
    open.push(line)
    const first = lineNumber - open.length + 1
    const joined = line.includes(quote) ? open.join('\n') : ''
    const cells = joined === '' ? null : cutLine(joined, delimiter, quote, true)
    if (cells) {
      open = []
      rows.push(whole(first, joined, cells))
    } else if (open.length > openLinesMax || joined.length > openCharactersMax) giveUp(rows)
  }

  /** The quote was never closed: its line goes to quarantine, the lines behind it are rows of their own. */
  function giveUp(rows: RawRow[]): void {
    const [first, ...others] = open
    if (first === undefined) return
    lineNumber -= others.length
    open = []
    rows.push({ row: lineNumber, line: first, cells: [], reason: 'quote_unclosed', column: quoteColumn(first) })
    for (const line of others) cut(line, rows, true)
  }

  function quoteColumn(line: string): number {
    const start = line.lastIndexOf(quote)
    return line.slice(0, start).split(delimiter).length
  }

  function whole(row: number, line: string, cells: string[]): RawRow {
    if (cells.length > limits.columnsMax) {
      throw new ReadingError('columns_too_many', { file, row, column: cells.length }, { columnsMax: limits.columnsMax })
    }
    return line.includes('\uFFFD')
      ? { row, line, cells, reason: 'characters_lost', column: cells.findIndex((c) => c.includes('\uFFFD')) + 1 }
      : { row, line, cells }
  }

  return {
    push(text: string): RawRow[] {
      const rows: RawRow[] = []
      const all = rest === '' ? text : rest + text
      const mayQuote = all.includes(quote)
      let at = 0
      for (;;) {
        const end = all.indexOf(newline, at)
        if (end < 0) break
        const stop = newline === '\n' && all.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end
        cut(all.slice(at, stop), rows, mayQuote)
        at = end + 1
      }
      rest = all.slice(at)
      if (rest.length > limits.lineLengthMax) {
        throw new ReadingError('line_too_long', { file, row: lineNumber + 1 }, { charactersMax: limits.lineLengthMax })
      }
      return rows
    },
    end(): RawRow[] {
      const rows: RawRow[] = []
      const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest
      rest = ''
      if (last !== '' && last !== '\u001A') cut(last, rows, true)
      while (open.length > 0) giveUp(rows)
      return rows
    },
  }
}
