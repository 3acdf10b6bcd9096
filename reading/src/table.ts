import { cutRows, sniffShape, type Shape } from './delimited.ts'
import type { Encoding } from './encoding.ts'
import { ReadingError } from './errors.ts'
import { decodedChunks, detectFormat, type Format } from './format.ts'
import { findHeadings, isHeadingAgain, isNumbering } from './heading-row.ts'
import { importLimits, type Limits } from './limits.ts'
import { cutObjects } from './ndjson.ts'
import { isBlank, type Quarantined, type RawRow, type Row } from './rows.ts'
import { sourceOfBytes, unpackedChunks, type Source } from './source.ts'
import { readXlsx } from './xlsx.ts'

/** How a table is read; all of it may be left out. */
export type ReadOptions = {
  limits?: Limits
  /** overrules what the bytes seem to be */
  encoding?: Encoding
  delimiter?: string
  /** the sheet to read; without it all that are not hidden */
  sheet?: string
  hidden?: boolean
  /** rows in a batch; 1,000 unless told */
  batchRows?: number
  /** headings known from the sender's last list, when the file itself has none */
  headings?: string[]
  signal?: AbortSignal
}

/** What was found out about the file, the same in every batch of a sheet (an NDJSON may gain headings). */
export type TableInfo = {
  file: string
  format: Format['kind']
  gzip: boolean
  encoding: Encoding
  encodingConfidence: 1 | 2 | 3
  delimiter: string | null
  sheet: string | null
  sheetsLeftOut: string[]
  headings: string[]
  /** row of the headings; null when the file has none (they are then `column 1` …) */
  headingRow: number | null
}

/** Counts up to and with this batch; rows in = rows read + rows in quarantine + blank lines + heading rows. */
export type Progress = {
  bytes: number
  bytesTotal: number
  rows: number
  quarantined: number
  blank: number
  headings: number
}

/** Some rows of one sheet, with those that could not be read beside them. Nothing is dropped. */
export type RowBatch = { table: TableInfo; rows: Row[]; quarantine: Quarantined[]; progress: Progress }

/** Rows looked at to find the headings. */
const lookAhead = 40

/**
 * Reads a table of any known format from a source as a stream of batches: finds format, encoding, delimiter and
 * headings by content, and gives each row with its number, literal line and cells in the order of the headings.
 * Rows that cannot be read stand in `quarantine` with a reason; a file that cannot be read is a `ReadingError`.
 */
export async function* readTable(source: Source, options: ReadOptions = {}): AsyncGenerator<RowBatch> {
  const limits = options.limits ?? importLimits
  const given = await detectFormat(source, limits, options.encoding)
  const progress: Progress = { bytes: 0, bytesTotal: source.size, rows: 0, quarantined: 0, blank: 0, headings: 0 }
  const info: TableInfo = {
    file: source.name,
    format: given.kind,
    gzip: given.gzip,
    encoding: given.encoding.encoding,
    encodingConfidence: given.encoding.confidence,
    delimiter: null,
    sheet: null,
    sheetsLeftOut: [],
    headings: [],
    headingRow: null,
  }
  const onBytes = (bytes: number): void => {
    progress.bytes = given.gzip ? Math.min(source.size, progress.bytes + bytes) : progress.bytes + bytes
  }
  let cells = 0
  for await (const batch of sheetBatches(source, given, { options, limits, info, progress, onBytes })) {
    if (options.signal?.aborted) throw new ReadingError('cancelled', { file: source.name })
    for (const row of batch.rows) cells += row.cells.length
    if (cells > limits.cellsMax) {
      throw new ReadingError('cells_too_many', { file: source.name }, { cellsMax: limits.cellsMax })
    }
    yield batch
  }
}

type Reading = {
  options: ReadOptions
  limits: Limits
  info: TableInfo
  progress: Progress
  onBytes: (bytes: number) => void
}

async function* sheetBatches(source: Source, format: Format, reading: Reading): AsyncGenerator<RowBatch> {
  const { options, limits, info, onBytes } = reading
  if (format.kind === 'ndjson') {
    const texts = decodedChunks(source, format, limits, onBytes)
    const rows = cutObjects(texts, info.headings, source.name, limits)
    yield* tableBatches(rows, { ...reading, options: { ...options, headings: info.headings } })
  } else if (format.kind === 'delimited') {
    const sniffed = sniffShape(format.sample, format.extension)
    const shape: Shape = { ...sniffed, delimiter: options.delimiter ?? sniffed.delimiter }
    info.delimiter = shape.delimiter
    yield* tableBatches(cutRows(decodedChunks(source, format, limits, onBytes), shape, source.name, limits), reading)
  } else yield* workbookBatches(source, format, reading)
}

async function* workbookBatches(source: Source, format: Format, reading: Reading): AsyncGenerator<RowBatch> {
  const { options, limits, info, progress } = reading
  const whole = format.gzip ? await gunzipped(source, format, limits) : source
  const sheets = readXlsx(whole, limits, {
    sheet: options.sheet,
    hidden: options.hidden,
    onSheets: (all) => {
      info.sheetsLeftOut = all
        .filter((sheet) =>
          options.sheet === undefined ? sheet.hidden && options.hidden !== true : sheet.name !== options.sheet,
        )
        .map((sheet) => sheet.name)
    },
  })
  // one sheet after the other, each with headings of its own
  let next = await sheets.next()
  while (!next.done) {
    const sheet = next.value.sheet
    const rows = async function* ofSheet(): AsyncGenerator<RawRow[]> {
      while (!next.done && next.value.sheet === sheet) {
        yield next.value.rows
        next = await sheets.next()
      }
    }
    yield* tableBatches(rows(), { ...reading, info: { ...info, sheet, headings: [], headingRow: null } })
  }
  progress.bytes = source.size
}

async function gunzipped(source: Source, format: Format, limits: Limits): Promise<Source> {
  const texts: Uint8Array[] = []
  for await (const chunk of unpackedChunks(source, format.gzip, { ...limits, unpackedMax: limits.bytesMax }))
    texts.push(chunk)
  return sourceOfBytes(source.name, new Uint8Array(Buffer.concat(texts)))
}

/** Finds the headings of one sheet, then sorts its rows into those read and those set aside. */
async function* tableBatches(raw: AsyncGenerator<RawRow[]>, reading: Reading): AsyncGenerator<RowBatch> {
  const { options, info, progress } = reading
  const size = options.batchRows ?? 1000
  const held: RawRow[] = []
  let ended = false
  while (held.length < lookAhead && !ended) {
    const next = await raw.next()
    if (next.done) ended = true
    else for (const row of next.value) held.push(row)
  }
  const headings = options.headings ? { headings: options.headings, at: -1 } : findHeadings(held.slice(0, lookAhead))
  info.headings = headings.headings
  info.headingRow = headings.at < 0 ? null : held[headings.at]!.row
  const sorter = rowSorter(info, progress)
  for (let at = 0; at < headings.at; at += 1) sorter.setAside(held[at]!, 'before_headings')
  if (headings.at >= 0) progress.headings += 1
  let from = headings.at + 1
  let waiting: RawRow[] = held
  for (;;) {
    for (; from < waiting.length; from += 1) {
      sorter.take(waiting[from]!)
      if (sorter.held() >= size) yield sorter.batch()
    }
    if (ended) break
    const next = await raw.next()
    if (next.done) ended = true
    else [waiting, from] = [next.value, 0]
  }
  yield sorter.batch()
}

function rowSorter(info: TableInfo, progress: Progress) {
  let rows: Row[] = []
  let quarantine: Quarantined[] = []

  function setAside(raw: RawRow, reason: Quarantined['reason'], column = raw.column): void {
    if (raw.reason === undefined && isBlank(raw.cells)) {
      progress.blank += 1
      return
    }
    progress.quarantined += 1
    quarantine.push({ row: raw.row, line: raw.line, reason, ...(column === undefined ? {} : { column }) })
  }

  return {
    setAside,
    held: () => rows.length + quarantine.length,
    take(raw: RawRow): void {
      if (raw.reason !== undefined) return setAside(raw, raw.reason)
      const width = info.headings.length
      const { cells } = raw
      if (isBlank(cells)) progress.blank += 1
      else if (isHeadingAgain(cells, info.headings)) setAside(raw, 'heading_again')
      else if (isNumbering(cells)) setAside(raw, 'numbering_row')
      else if (cells.length > width && !isBlank(cells.slice(width))) {
        setAside(raw, 'cells_more_than_headings', width + 1)
      } else {
        if (cells.length > width) cells.length = width
        while (cells.length < width) cells.push('')
        progress.rows += 1
        rows.push({ row: raw.row, line: raw.line, cells })
      }
    },
    batch(): RowBatch {
      const batch = { table: info, rows, quarantine, progress: { ...progress } }
      rows = []
      quarantine = []
      return batch
    },
  }
}
