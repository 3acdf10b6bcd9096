import { fieldOfHeading, plainHeading } from './heading-words.ts'
import { isBlank, type RawRow } from './rows.ts'

/** Headings of a table and which of the rows they stood in; -1 when the table has none. */
export type Headings = { headings: string[]; at: number }

/**
 * Finds the row with the headings among the first rows. Lists begin with titles, seals and empty lines, so it is the
 * row that holds most headings we know; failing that the first row, if it looks like words over data. What stands
 * above is not dropped: the caller sets it aside.
 */
export function findHeadings(rows: readonly RawRow[]): Headings {
  const width = commonWidth(rows)
  let best = -1
  let bestKnown = 0
  rows.forEach((row, at) => {
    if (row.reason !== undefined || at > 25) return
    const known = knownHeadings(row.cells)
    if (known > bestKnown) [best, bestKnown] = [at, known]
  })
  const wide = best >= 0 ? rows[best]!.cells.filter((cell) => cell.trim() !== '').length : 0
  if (bestKnown >= 2 || (bestKnown === 1 && wide <= 2 && titleLike(rows[best]!.cells))) return headed(rows, best, width)
  const first = rows.findIndex((row) => row.reason === undefined && !isBlank(row.cells))
  if (first >= 0 && wordsOverData(rows, first, width)) return headed(rows, first, width)
  return { headings: Array.from({ length: width }, (_, column) => `column ${column + 1}`), at: -1 }
}

function headed(rows: readonly RawRow[], at: number, width: number): Headings {
  const cells = rows[at]!.cells.map((cell) => cell.trim())
  while (cells.length < width) cells.push('')
  const seen = new Map<string, number>()
  const headings = cells.map((cell, column) => {
    const heading = cell === '' ? `column ${column + 1}` : cell
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return times === 1 ? heading : `${heading} ${times}`
  })
  return { headings, at }
}

function knownHeadings(cells: readonly string[]): number {
  const found = new Set<string>()
  for (const cell of cells) {
    const text = cell.trim()
    if (text === '' || text.length > 60 || /^\d/u.test(text)) continue
    const guess = fieldOfHeading(text)
    if (guess?.confidence === 3) found.add(plainHeading(text))
    else if (guess && text.length <= 40) found.add(plainHeading(text))
  }
  return found.size
}

function titleLike(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/u.test(cell))
}

/** A first row without any digit over rows that have digits, or all different words over a table of other width. */
function wordsOverData(rows: readonly RawRow[], first: number, width: number): boolean {
  const cells = rows[first]!.cells
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length < Math.max(1, width - 1) || new Set(filled).size !== filled.length) return false
  if (filled.some((cell) => /\d{2}/u.test(cell) || cell.length > 60)) return false
  const below = rows.slice(first + 1).filter((row) => row.reason === undefined && !isBlank(row.cells))
  return below.length > 0 && below.filter((row) => row.cells.some((cell) => /\d/u.test(cell))).length > below.length / 2
}

/** The number of cells that at least half of the rows reach: a stray wide row does not make a table wide. */
function commonWidth(rows: readonly RawRow[]): number {
  const widths = rows
    .filter((row) => row.reason === undefined && !isBlank(row.cells))
    .map((row) => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1)
    .sort((a, b) => b - a)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

/** True when a row repeats the headings, as at the top of a printed page. */
export function isHeadingAgain(cells: readonly string[], headings: readonly string[]): boolean {
  if (cells[0] !== headings[0] && cells[1] !== headings[1]) return false
  let same = 0
  let filled = 0
  for (let column = 0; column < headings.length; column += 1) {
    const cell = cells[column]?.trim() ?? ''
    if (cell === '') continue
    filled += 1
    if (cell === headings[column]) same += 1
  }
  return filled > 1 && same === filled
}

/** True for the row `1 2 3 4 …` that forms print under their headings. */
export function isNumbering(cells: readonly string[]): boolean {
  if (cells.length < 4 || cells[0] !== '1' || cells[1] !== '2') return false
  return cells.every((cell, column) => cell.trim() === String(column + 1))
}
