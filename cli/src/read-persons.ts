import type { Person, Schema } from '@solferino/engine'
import { commandLimits, guessMapping, readTable, type Quarantined, type Row } from '@solferino/reading'
import { columnOf, planColumns, type Columns, type MapOption, type Slot } from './columns.ts'
import { usage } from './failure.ts'
import { fileSource } from './file-source.ts'
import { personOf } from './persons.ts'
import { say } from './say.ts'

/** Rows of a file with one set of headings. */
type Part = { columns: Columns; rows: Row[] }
type Table = { path: string; parts: Part[]; quarantine: Quarantined[] }

/** The persons of a file: `labels` are the ids as written, `persons` carry ids that are unique. */
export type Persons = { persons: Person[]; columns: Columns; schema: Schema }

export type ReadPersonsOptions = { readonly map: MapOption; readonly ageAt: string }

/** Reads one file of persons, or two whose columns are to be compared with each other. */
export async function readPersons(paths: readonly string[], options: ReadPersonsOptions): Promise<Persons[]> {
  const tables: Table[] = []
  for (const path of paths) tables.push(await readFile(path))
  checkMap(tables, options.map)
  return tables.map((table, at) => toPersons(table, tables[1 - at] ?? table, options))
}

async function readFile(path: string): Promise<Table> {
  const table: Table = { path, parts: [], quarantine: [] }
  let lastHeadings: readonly string[] | undefined
  for await (const batch of readTable(fileSource(path), { limits: commandLimits, batchRows: 5000, keepLost: true })) {
    let part = table.parts.at(-1)
    if (!part || (batch.table.headings !== lastHeadings && batch.rows.length > 0)) {
      part = { columns: { headings: batch.table.headings, mapping: { columns: [] } }, rows: [] }
      table.parts.push(part)
    }
    lastHeadings = batch.table.headings
    for (const row of batch.rows) part.rows.push(row)
    table.quarantine.push(...batch.quarantine)
  }
  for (const part of table.parts) {
    part.columns = {
      headings: [...part.columns.headings],
      mapping: guessMapping(part.columns.headings, part.rows.slice(0, 500)),
    }
  }
  tellQuarantine(table)
  return table
}

function tellQuarantine({ path, quarantine }: Table): void {
  const real = quarantine.filter(({ reason }) => reason !== 'before_headings')
  for (const { row, column, reason } of real.slice(0, 10)) {
    say(
      `${path}, row ${row}${column === undefined ? '' : `, column ${column}`}: not read (${reason.replaceAll('_', ' ')}).`,
    )
  }
  if (real.length > 10) say(`${path}: ${real.length - 10} more rows were not read.`)
}

function checkMap(tables: readonly Table[], map: MapOption): void {
  const all = tables.flatMap(({ parts }) => parts)
  for (const { to, headings } of map) {
    for (const heading of headings) {
      if (all.some(({ columns }) => columnOf(columns, heading) >= 0)) continue
      const offered = [...new Set(all.flatMap(({ columns }) => columns.headings))].join(', ')
      throw usage(
        `--map ${to}=${headings.join('+')}: ${tables.map(({ path }) => path).join(' and ')} have no column "${heading}". Columns: ${offered}.`,
      )
    }
  }
}

/** Marks off what makes a repeated id unique; never written out. */
const repeat = '\u0000'

function toPersons(table: Table, other: Table, { map, ageAt }: ReadPersonsOptions): Persons {
  const persons: Person[] = []
  const seen = new Set<string>()
  const theirs = other.parts[0]?.columns ?? { headings: [], mapping: { columns: [] } }
  let first: { slots: Slot[]; schema: Schema } | undefined
  for (const { columns, rows } of table.parts) {
    const plan = planColumns(columns, other === table ? columns : theirs, map)
    first ??= plan
    const { dateOrder } = columns.mapping
    const dates = { serial: true, ...(dateOrder === undefined ? {} : { order: dateOrder }) }
    for (const row of rows) {
      const person = personOf(row.cells, plan.slots, { dates, ageAt })
      const label = person.id ?? String(row.row)
      const id = seen.has(label) ? `${label}${repeat}${row.row}` : label
      seen.add(id)
      persons.push({ ...person, id })
    }
    rows.length = 0
  }
  if (first && !first.slots.some(({ use }) => use.to === 'id'))
    say(`${table.path}: no column of ids; the number of the row stands for it.`)
  return {
    persons,
    columns: table.parts[0]?.columns ?? { headings: [], mapping: { columns: [] } },
    schema: first?.schema ?? {},
  }
}

/** An id as it was written in the file. */
export function labelOf(id: string): string {
  const at = id.indexOf(repeat)
  return at < 0 ? id : id.slice(0, at)
}
