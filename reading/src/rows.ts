/** Why one row could not be read. The row is kept whole and literal: a person decides about it. */
export type QuarantineReason =
  | 'before_headings'
  | 'heading_again'
  | 'numbering_row'
  | 'quote_unclosed'
  | 'characters_lost'
  | 'cells_more_than_headings'
  | 'json_invalid'
  | 'json_not_a_person'

/** One row as it stood in the file: its number (the physical line, or the sheet's row, from 1), literal line, cells. */
export type Row = { row: number; line: string; cells: string[] }

/** A row that could not be read, with the reason; `column` (from 1) where the reason has a place in the line. */
export type Quarantined = { row: number; line: string; reason: QuarantineReason; column?: number }

/** A row on its way from a format reader to the table: `reason` is set when the format itself could not read it. */
export type RawRow = Row & { reason?: QuarantineReason; column?: number }

/** True when nothing is written in any cell. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false
  return true
}
