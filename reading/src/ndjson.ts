import { ReadingError } from './errors.ts'
import type { Limits } from './limits.ts'
import type { RawRow } from './rows.ts'
import { rowCutter } from './delimited.ts'

/**
 * Cuts NDJSON (one JSON object a line) into rows. `headings` is the list of keys in the order they were first met
 * and grows while reading; cells stand in that order. Numbers and booleans become their text, null becomes empty,
 * a list of texts is joined by `|` (several spellings in one field), anything deeper stays JSON.
 */
export async function* cutObjects(
  texts: AsyncIterable<string>,
  headings: string[],
  file: string,
  limits: Limits,
): AsyncGenerator<RawRow[]> {
  const columns = new Map<string, number>(headings.map((heading, index) => [heading, index]))
  // a delimiter that does not occur and no quote: the cutter is used for its lines alone
  const lines = rowCutter({ delimiter: '\u0000', quote: '\u0000', newline: '\n' }, file, limits)
  const toRow = (raw: RawRow): RawRow => objectRow(raw, columns, headings, { file, limits })
  for await (const text of texts) {
    const rows = lines.push(text).map(toRow)
    if (rows.length > 0) yield rows
  }
  const rows = lines.end().map(toRow)
  if (rows.length > 0) yield rows
}

function objectRow(
  { row, line, reason }: RawRow,
  columns: Map<string, number>,
  headings: string[],
  { file, limits }: { file: string; limits: Limits },
): RawRow {
  if (reason !== undefined) return { row, line, cells: [], reason }
  if (line.trim() === '') return { row, line, cells: [] }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { row, line, cells: [], reason: 'json_invalid' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { row, line, cells: [], reason: 'json_not_a_person' }
  }
  const cells: string[] = Array.from({ length: headings.length }, () => '')
  for (const [key, entry] of Object.entries(value)) {
    let column = columns.get(key)
    if (column === undefined) {
      column = headings.length
      if (column >= limits.columnsMax) {
        throw new ReadingError('columns_too_many', { file, row, column }, { columnsMax: limits.columnsMax })
      }
      columns.set(key, column)
      headings.push(key)
    }
    cells[column] = cellOf(entry)
  }
  return { row, line, cells }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('|')
  return JSON.stringify(value)
}
