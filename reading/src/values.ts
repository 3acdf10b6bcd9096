import { parseDate, type DateOptions, type DateReading } from './dates.ts'
import { edtf } from './calendars.ts'
import { fields, type Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { splitName, type NameParts } from './names.ts'
import type { Row } from './rows.ts'
import { asciiDigits, isNotStated, parseSex } from './words.ts'

/** What is wrong with one cell: a code and values; the literal text stays in the row. `column` counts from 1. */
export type Problem = {
  code: 'date_unread' | 'date_ambiguous' | 'age_unread' | 'sex_unread' | 'cell_too_long' | 'cell_error' | 'name_missing'
  row: number
  column?: number
  field: Field
  literal: string
}

/** Fields that are texts, each with all its spellings (a cell may hold several, separated by `|`). */
type TextField = {
  [F in Field]: (typeof fields)[F] extends 'date' | 'datePart' | 'key' ? never : F
}[Exclude<Field, 'sex'>]
type DateField = { [F in Field]: (typeof fields)[F] extends 'date' ? F : never }[Field]

/**
 * A person as one row states it. Texts are as written but for outer blanks; what is "not stated" is absent. `parts`
 * is how a whole name reads by its own form (never in place of it).
 */
export type PersonValues = {
  id?: string
  rowNumber?: string
  list?: string
  texts: Partial<Record<TextField, string[]>>
  dates: Partial<Record<DateField, DateReading>>
  age?: number
  sex?: 'm' | 'f'
  /** only when the whole name shows its parts by its own form */
  parts?: NameParts
}

const cellLengthMax = 2000

/** Reads the cells of a row by a mapping into values; what cannot be read is a problem and stays in the literal line. */
export function readValues(
  row: Row,
  mapping: Mapping,
  options: DateOptions = {},
): { values: PersonValues; problems: Problem[] } {
  const values: PersonValues = { texts: {}, dates: {} }
  const problems: Problem[] = []
  const birth: [string, string, string] = ['', '', '']
  const dateOptions: DateOptions = {
    serial: true,
    ...(mapping.dateOrder === undefined ? {} : { order: mapping.dateOrder }),
    ...options,
  }
  const columns = mapping.columns
  for (let at = 0; at < columns.length; at += 1) {
    const field = columns[at]!.field
    const raw = row.cells[at]
    if (field === null || raw === undefined || raw === '') continue
    const cell = raw.trim()
    const report = (code: Problem['code']): void => {
      problems.push({ code, row: row.row, column: at + 1, field, literal: cell.slice(0, 200) })
    }
    if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!)$/u.test(cell)) report('cell_error')
    if (isNotStated(cell)) continue
    if (cell.length > cellLengthMax && fields[field] !== 'text') report('cell_too_long')
    readCell(field, cell, { values, birth, dateOptions, report })
  }
  joinBirth(values, birth)
  const { texts } = values
  const name = texts.name?.[0]
  if (name !== undefined && !texts.given && !texts.family) {
    const parts = splitName(name)
    if (parts) values.parts = parts
  }
  if (!texts.name && !texts.given && !texts.family && !texts.alias) {
    problems.push({ code: 'name_missing', row: row.row, field: 'name', literal: '' })
  }
  return { values, problems }
}

type CellContext = {
  values: PersonValues
  birth: [string, string, string]
  dateOptions: DateOptions
  report: (code: Problem['code']) => void
}

function readCell(field: Field, cell: string, { values, birth, dateOptions, report }: CellContext): void {
  const part = ['bornYear', 'bornMonth', 'bornDay'].indexOf(field)
  if (part >= 0) birth[part] = cell
  else if (field === 'id' || field === 'rowNumber' || field === 'list') values[field] = cell
  else if (isDateField(field)) {
    const reading = readDates(cell, dateOptions)
    if (!reading) return report('date_unread')
    if (reading.readings.length === 2 && !cell.includes('|')) report('date_ambiguous')
    values.dates[field] ??= reading
  } else if (field === 'age') {
    const age = Number(/\d+/u.exec(asciiDigits(cell))?.[0])
    if (age >= 0 && age < 130) values.age = age
    else report('age_unread')
  } else if (field === 'sex') {
    const sex = parseSex(cell)
    if (sex) values.sex = sex
    else report('sex_unread')
  } else if (isTextField(field)) addTexts(values, field, cell)
}

function isDateField(field: Field): field is DateField {
  return fields[field] === 'date'
}

function isTextField(field: Field): field is TextField {
  return !['date', 'datePart', 'key'].includes(fields[field]) && field !== 'sex'
}

function addTexts(values: PersonValues, field: TextField, cell: string): void {
  const spellings = cell.includes('|')
    ? cell.split('|').flatMap((part) => (isNotStated(part.trim()) ? [] : [part.trim()]))
    : [cell]
  if (spellings.length === 0) return
  const held = values.texts[field]
  if (held === undefined) values.texts[field] = spellings
  // a second column of given or family names goes on with the first (`first_name2`, `surname2`)
  else if (field === 'given' || field === 'family') values.texts[field] = held.map((text) => `${text} ${cell}`)
  else held.push(...spellings)
}

/** A cell with several dates (`1960|1962-05`) gives the first two as the readings. */
function readDates(cell: string, options: DateOptions): DateReading | undefined {
  if (!cell.includes('|')) return parseDate(cell, options)
  const all = cell.split('|').flatMap((part) => parseDate(part.trim(), options) ?? [])
  const [first, second] = [...new Set(all.map((reading) => reading.readings[0]))]
  if (first === undefined) return undefined
  return { readings: second === undefined ? [first] : [first, second], calendar: all[0]!.calendar }
}

/** Year, month and day in columns of their own make one date, as far as they go. */
function joinBirth(values: PersonValues, [year, month, day]: [string, string, string]): void {
  if (values.dates.born || year === '') return
  const named = month !== '' && !/^\d+$/u.test(month) ? parseDate(`${day} ${month} ${year}`.trim()) : undefined
  if (named) {
    values.dates.born = named
    return
  }
  const number = (text: string): number | undefined => {
    const value = Number(asciiDigits(text))
    return text === '' || !Number.isInteger(value) || value === 0 ? undefined : value
  }
  const parts = { year: number(year) ?? 0, month: number(month), day: number(day) }
  const reading = edtf(parts) ?? edtf({ year: parts.year })
  const whole = reading === undefined ? parseDate(year) : parseDate(reading)
  if (whole) values.dates.born = whole
}
