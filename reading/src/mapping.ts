import { parseDate } from './dates.ts'
import { fields, isField, type Field } from './fields.ts'
import { fieldOfHeading, plainHeading } from './heading-words.ts'
import { isPatronymic } from './names.ts'
import type { Row } from './rows.ts'
import { isNotStated, parseSex } from './words.ts'

/**
 * What one column is taken for. `field` null: kept as it is, offered, used for nothing. `confidence` 3 sure, 2 likely,
 * 1 by content alone; a person confirms before anything rests on it.
 */
export type ColumnMapping = { heading: string; field: Field | null; confidence: 1 | 2 | 3 }

/**
 * What the columns of a table are taken for: a plain value, kept per sender and applied to the next list. `dateOrder`
 * is told by dates of the table that allow only one order.
 */
export type Mapping = { columns: ColumnMapping[]; dateOrder?: 'dmy' | 'mdy' }

/** Guesses what the columns hold, from headings first and content second; content may only contradict or fill in. */
export function guessMapping(headings: readonly string[], rows: readonly Row[]): Mapping {
  const sample = rows.slice(0, 200)
  const columns = headings.map((heading, column): ColumnMapping => {
    const values = sample.map((row) => row.cells[column] ?? '').filter((cell) => !isNotStated(cell))
    return guessColumn(heading, values)
  })
  settleNumbers(columns, sample)
  settleNames(columns)
  settleKeys(columns)
  const dateOrder = orderOfDates(columns, sample)
  return { columns, ...(dateOrder === undefined ? {} : { dateOrder }) }
}

function guessColumn(heading: string, values: string[]): ColumnMapping {
  const named = /^column \d+$/u.test(heading) ? undefined : fieldOfHeading(heading)
  if (named) {
    const fits = values.length === 0 || contentFits(named.field, values)
    if (fits) return { heading, field: named.field, confidence: named.confidence }
    return { heading, field: named.confidence === 3 ? named.field : null, confidence: 1 }
  }
  // a heading that says something we do not know is never guessed into a field of a person
  if (!/^column \d+$/u.test(heading)) return { heading, field: null, confidence: 1 }
  return { heading, field: fieldOfContent(values), confidence: 1 }
}

const share = (values: string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length

function contentFits(field: Field, values: string[]): boolean {
  const kind = fields[field]
  if (kind === 'date') return share(values, (value) => parseDate(firstOf(value), { serial: true }) !== undefined) > 0.5
  if (kind === 'datePart') return share(values, (value) => /\d/u.test(value) || value.length < 12) > 0.5
  return kind !== 'name' || share(values, (value) => /\p{L}/u.test(value)) > 0.5
}

function firstOf(value: string): string {
  return value.split('|')[0]!
}

function fieldOfContent(values: string[]): Field | null {
  if (values.length === 0) return null
  if (share(values, (value) => parseSex(value) !== undefined && /\p{L}/u.test(value)) > 0.9) return 'sex'
  const dated = share(values, (value) => value.length >= 6 && parseDate(value) !== undefined)
  if (dated > 0.8) return median(values.map((value) => yearIn(value))) < 2012 ? 'born' : 'event'
  if (share(values, (value) => /^(?:19|20)\d\d$/u.test(value)) > 0.9) return 'bornYear'
  const words = share(values, (value) => /^[\p{L}\p{M}'’ʼ`\-. ,،]+$/u.test(value))
  if (words < 0.8) return null
  if (share(values, (value) => value.trim().split(/\s+/u).length >= 2) > 0.7) return 'name'
  if (share(values, (value) => isPatronymic(value.trim())) > 0.6) return 'patronymic'
  return null
}

function yearIn(value: string): number {
  return Number(parseDate(value)?.readings[0].slice(0, 4) ?? Number.NaN)
}

function median(numbers: number[]): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** `No`, `Number`, `Номер`: a column that only counts is the row number; one that does not may be a service number. */
function settleNumbers(columns: ColumnMapping[], rows: readonly Row[]): void {
  columns.forEach((column, at) => {
    if (column.field !== 'rowNumber') return
    const numbers = rows.map((row) => Number(row.cells[at])).filter((number) => Number.isFinite(number))
    const counts =
      numbers.length > rows.length * 0.8 && numbers.every((number, i) => i === 0 || number >= numbers[i - 1]!)
    if (rows.length > 1 && !counts) columns[at] = { ...column, field: null, confidence: 1 }
  })
}

/**
 * `Nom`, `Name` and `الاسم` beside a given name or family name mean the other half; alone they are the whole name.
 * A column `father` that holds patronymics is the patronymic.
 */
function settleNames(columns: ColumnMapping[]): void {
  const at = (field: Field): number => columns.findIndex((column) => column.field === field)
  const whole = at('name')
  if (whole >= 0 && plainIs(columns[whole]!, ['name', 'nom', 'الاسم', 'имя', 'names'])) {
    if (at('family') >= 0 && at('given') < 0) columns[whole] = { ...columns[whole]!, field: 'given', confidence: 2 }
    else if (at('given') >= 0 && at('family') < 0)
      columns[whole] = { ...columns[whole]!, field: 'family', confidence: 2 }
  }
  const family = at('family')
  if (family >= 0 && at('given') < 0 && at('name') < 0 && plainIs(columns[family]!, ['nom', 'noms'])) {
    columns[family] = { ...columns[family]!, field: 'name', confidence: 2 }
  }
  const given = at('given')
  if (given >= 0 && at('family') < 0 && at('name') < 0 && plainIs(columns[given]!, ['имя', 'імя', 'ім я'])) {
    columns[given] = { ...columns[given]!, field: 'name', confidence: 2 }
  }
}

function plainIs(column: ColumnMapping, words: string[]): boolean {
  return words.includes(plainHeading(column.heading))
}

/** One column is the id: the first that is called so. Of several called name, the first is it, others are aliases. */
function settleKeys(columns: ColumnMapping[]): void {
  for (const field of ['id', 'rowNumber', 'name'] as const) {
    let seen = false
    columns.forEach((column, at) => {
      if (column.field !== field) return
      if (seen) columns[at] = { ...column, field: field === 'name' ? 'alias' : null, confidence: 1 }
      seen = true
    })
  }
}

/** Dates like 25/12/1990 show the order of day and month for the whole table; when both orders occur, neither. */
function orderOfDates(columns: ColumnMapping[], rows: readonly Row[]): 'dmy' | 'mdy' | undefined {
  let dmy = 0
  let mdy = 0
  columns.forEach((column, at) => {
    if (column.field === null || fields[column.field] !== 'date') return
    for (const row of rows) {
      const found = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/u.exec(row.cells[at] ?? '')
      if (!found) continue
      if (Number(found[1]) > 12) dmy += 1
      if (Number(found[2]) > 12) mdy += 1
    }
  })
  if (dmy > 2 && mdy === 0) return 'dmy'
  return mdy > 2 && dmy === 0 ? 'mdy' : undefined
}

/** Applies a stored mapping to the headings of a new list: by heading, not by position; new columns are unknown. */
export function applyMapping(stored: Mapping, headings: readonly string[]): Mapping {
  const known = new Map(stored.columns.map((column) => [plainHeading(column.heading), column]))
  const columns = headings.map((heading): ColumnMapping => {
    const column = known.get(plainHeading(heading))
    return column ? { ...column, heading } : { heading, field: null, confidence: 1 }
  })
  return { ...stored, columns }
}

/** A mapping from data that came from outside (a stored one): columns with unknown fields become unknown columns. */
export function checkedMapping(columns: readonly { heading: string; field: string | null }[]): Mapping {
  return {
    columns: columns.map(({ heading, field }) => ({
      heading,
      field: field !== null && isField(field) ? field : null,
      confidence: 3,
    })),
  }
}
