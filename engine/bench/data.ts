/** Public data for benches, read where it lies: `../shared/data` beside the repository, or `SOLFERINO_DATA`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One row by column name; a column that is empty is an empty text. */
export type Row = Readonly<Record<string, string>>

/** The folder of the name data, or undefined when this machine has none. */
export function dataFolder(): string | undefined {
  const root = process.env['SOLFERINO_DATA'] ?? join(import.meta.dirname, '../../../shared/data')
  const folder = join(root, 'names')
  return existsSync(folder) ? folder : undefined
}

/** Says that there is no data here; benches end after it. */
export function sayMissing(what: string): void {
  console.log(
    `${what}: the public data is not on this machine (../shared/data or SOLFERINO_DATA); nothing was measured.`,
  )
}

/** The rows of a gzipped table with a header line. */
export function readRows(path: string): Row[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  const columns = (lines[0] ?? '').split('\t')
  return lines
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    })
}

/** What stands in a column of a row; empty when there is no such column. */
export function cell(row: Row, column: string): string {
  return row[column] ?? ''
}
