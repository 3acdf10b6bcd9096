import { ReadingError, type Place } from './errors.ts'
import type { Limits } from './limits.ts'
import type { RawRow } from './rows.ts'
import { serialDate } from './xlsx-styles.ts'
import type { Workbook } from './xlsx.ts'
import { readXml } from './xml.ts'

/** What a sheet is read under; `spent` is counted over all sheets of the workbook. */
export type SheetContext = { place: Place; limits: Limits; spent: { cells: number; characters: number } }

/**
 * Reads the rows of one sheet as its XML flows. Cells without a value (formatting, merges) take nothing, so that a
 * merge over the whole sheet is harmless. The literal line of a row is its cells joined by tabs.
 */
export async function* readSheet(
  chunks: AsyncIterable<Uint8Array>,
  workbook: Workbook,
  context: SheetContext,
): AsyncGenerator<RawRow[]> {
  let rows: RawRow[] = []
  const reader = sheetReader(workbook, context, (row) => rows.push(row))
  for await (const _ of readXml(chunks, context.place, reader)) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

function sheetReader(workbook: Workbook, { place, limits, spent }: SheetContext, onRow: (row: RawRow) => void) {
  let row = 0
  let column = 0
  let cells: string[] = []
  let type = ''
  let style = 0
  let text = ''
  let takes = false
  let phonetic = 0

  function endCell(): void {
    if (text === '') return
    const value = cellText(text, type, style, workbook)
    if (column > limits.columnsMax) {
      throw new ReadingError('columns_too_many', { ...place, row, column }, { columnsMax: limits.columnsMax })
    }
    spent.cells += Math.max(1, column - cells.length)
    spent.characters += value.length
    if (spent.cells > limits.cellsMax) {
      throw new ReadingError('cells_too_many', { ...place, row, column }, { cellsMax: limits.cellsMax })
    }
    // one shared text may stand in every cell: what is told counts, not only what is stored
    if (spent.characters > limits.unpackedMax) {
      throw new ReadingError('unpacked_too_large', { ...place, row, column }, { bytesMax: limits.unpackedMax })
    }
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = value
  }

  return {
    open(name: string, attributes: Record<string, string>): void {
      if (name === 'row') {
        row = positive(attributes['r']) ?? row + 1
        column = 0
        cells = []
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        text = ''
      } else if (name === 'rPh') phonetic += 1
      else if (name === 'v' || (name === 't' && phonetic === 0)) takes = true
    },
    text(piece: string): void {
      if (!takes) return
      text += piece
      if (text.length > limits.lineLengthMax) {
        throw new ReadingError('line_too_long', { ...place, row, column }, { charactersMax: limits.lineLengthMax })
      }
    },
    close(name: string): void {
      if (name === 'v' || name === 't') takes = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'c') endCell()
      else if (name === 'row' && cells.length > 0) onRow({ row, line: cells.join('\t'), cells })
    },
  }
}

/** What a cell says: shared and inline texts, numbers without noise, dates by their style, booleans, errors as shown. */
function cellText(raw: string, type: string, style: number, workbook: Workbook): string {
  switch (type) {
    case 's':
      return workbook.strings[Number(raw)] ?? ''
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE'
    case 'n': {
      const number = Number(raw)
      if (!Number.isFinite(number)) return raw
      if (workbook.dates.has(style)) return serialDate(number, workbook.date1904) ?? raw
      return Number.isInteger(number) && Math.abs(number) < 1e21
        ? String(number)
        : String(Number(number.toPrecision(15)))
    }
    case 'd':
      return raw.replace(/T00:00:00(\.0+)?Z?$/u, '')
    default:
      return raw
  }
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text)
  return text !== undefined && Number.isInteger(number) && number > 0 ? number : undefined
}

/** Column number of a reference like `AB12`; A is 1. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? undefined : column
}
