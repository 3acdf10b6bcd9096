/**
 * What can be wrong with a whole file. A code and values, never a sentence for people: the caller owns the words.
 * What is wrong with a single row is no error but a quarantine item (`Quarantined` in table.ts).
 */
export type ReadingErrorCode =
  | 'file_empty'
  | 'file_too_large'
  | 'unpacked_too_large'
  | 'cells_too_many'
  | 'entries_too_many'
  | 'format_unknown'
  | 'format_not_a_table'
  | 'extension_wrong'
  | 'zip_broken'
  | 'zip_encrypted'
  | 'gzip_broken'
  | 'xlsx_broken'
  | 'xml_broken'
  | 'xml_doctype'
  | 'sheet_unknown'
  | 'line_too_long'
  | 'json_array'
  | 'columns_too_many'
  | 'memory_exceeded'
  | 'cpu_exceeded'
  | 'child_failed'
  | 'cancelled'
  | 'map_invalid'

/** Where in what was sent: the file's name, and as far as known sheet, row (1 = first line) and column (1 = first). */
export type Place = { file: string; sheet?: string; row?: number; column?: number }

/** A file, or a way of reading it, that cannot go on. `values` are what a sentence about it needs. */
export class ReadingError extends Error {
  readonly code: ReadingErrorCode
  readonly place: Place
  readonly values: Record<string, string | number>

  constructor(code: ReadingErrorCode, place: Place, values: Record<string, string | number> = {}) {
    super(code)
    this.name = 'ReadingError'
    this.code = code
    this.place = place
    this.values = values
  }
}

/** True when `error` is a foreseen answer about a file, whatever copy of the class made it. */
export function isReadingError(error: unknown): error is ReadingError {
  return error instanceof ReadingError
}
