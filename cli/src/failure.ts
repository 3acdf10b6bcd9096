import { isReadingError, type ReadingError } from '@solferino/reading'

/** Exit codes, as `--help` tells them. */
export const exitCodes = { done: 0, broken: 1, usage: 2, input: 3, output: 4, refused: 5, interrupted: 130 } as const

/** An expected end: what to say on standard error, and the exit code. */
export class Failure extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.name = 'Failure'
    this.exitCode = exitCode
  }
}

/** A wrong command line. */
export function usage(message: string): Failure {
  return new Failure(`${message}\nSee solferino --help.`, exitCodes.usage)
}

/** Any error as what a person is told: files with name, sheet, row and column. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (isReadingError(error)) return new Failure(sentenceOf(error), exitCodes.input)
  if (error instanceof Error && 'code' in error && 'path' in error) {
    return new Failure(`${String(error.path)}: ${fileSentences[String(error.code)] ?? error.message}`, exitCodes.input)
  }
  return new Failure(error instanceof Error ? (error.stack ?? error.message) : String(error), exitCodes.broken)
}

const fileSentences: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EACCES: 'this file may not be read.',
  EISDIR: 'this is a folder, not a file.',
}

const sentences: Record<ReadingError['code'], string> = {
  file_empty: 'the file is empty.',
  file_too_large: 'the file is larger than is read.',
  unpacked_too_large: 'unpacked, the file is larger than is read.',
  cells_too_many: 'the file has more cells than are read.',
  entries_too_many: 'the workbook has more parts than a workbook has.',
  format_unknown: 'this is neither CSV, TSV, XLSX nor NDJSON.',
  format_not_a_table: 'this is no table; CSV, TSV, XLSX and NDJSON are read.',
  extension_wrong: 'the content is not what the name says; rename the file or save it again.',
  zip_broken: 'the workbook is cut off or damaged.',
  zip_encrypted: 'the workbook is locked by a password.',
  gzip_broken: 'the compressed file is cut off or damaged.',
  xlsx_broken: 'this is a ZIP file, but no XLSX workbook that can be read.',
  xml_broken: 'the workbook is damaged inside.',
  xml_doctype: 'the workbook declares a document type, which none needs; it is not read.',
  sheet_unknown: 'there is no such sheet.',
  line_too_long: 'this line is too long to be a row.',
  json_array: 'this is a JSON array; write one JSON object a line.',
  columns_too_many: 'this row has more columns than are read.',
  memory_exceeded: 'reading needs more memory than is given.',
  cpu_exceeded: 'reading takes longer than is given.',
  child_failed: 'the file could not be read.',
  cancelled: 'stopped.',
  map_invalid: 'the mapping is not valid.',
}

function sentenceOf({ code, place, values }: ReadingError): string {
  const where = [place.file]
  if (place.sheet !== undefined) where.push(`sheet ${place.sheet}`)
  if (place.row !== undefined) where.push(`row ${place.row}`)
  if (place.column !== undefined) where.push(`column ${place.column}`)
  const told = Object.entries(values).map(([name, value]) => `${name} ${value}`)
  return `${where.join(', ')}: ${sentences[code]}${told.length > 0 ? ` (${told.join(', ')})` : ''}`
}
