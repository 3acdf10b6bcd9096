import type { Person, Schema } from '@solferino/engine'
import { commandLimits, guessMapping, readTable, type Quarantined, type Row } from '@solferino/reading'
import { columnOf, planColumns, type Columns, type MapOption } from './columns.ts'
import { usage } from './failure.ts'
import { fileSource } from './file-source.ts'
import { personOf } from './persons.ts'
import { say } from './say.ts'

/** Rows of a file under one set of headings; a file may have several (sheets), each in as many of these as it is long. */
type Piece = { columns: Columns; rows: readonly Row[] }
/** A file being read: `first` are its first columns, `quarantine` fills while `pieces` are taken. */
type Table = { path: string; pieces: AsyncGenerator<Piece>; first: Piece; quarantine: Quarantined[] }

/** So many rows tell what a column holds. */
const guessRows = 500

/** The persons of a file, with ids that are unique (`labelOf` gives them as written), and its first columns. */
export type Persons = { persons: Person[]; columns: Columns; schema: Schema }

export type ReadPersonsOptions = { readonly map: MapOption; readonly ageAt: string }

/** Reads one file of persons, or two whose columns are to be compared with each other. Rows are let go as they are read. */
export async function readPersons(paths: readonly string[], options: ReadPersonsOptions): Promise<Persons[]> {
  const tables: Table[] = []
  for (const path of paths) tables.push(await openTable(path))
  const seen: Columns[] = []
  const found: Persons[] = []
  for (const [at, table] of tables.entries()) {
    const { all, ...persons } = await toPersons(table, tables[1 - at] ?? table, options)
    tellQuarantine(table)
    seen.push(...all)
    found.push(persons)
  }
  checkMap(paths, seen, options.map)
  return found
}

async function openTable(path: string): Promise<Table> {
  const quarantine: Quarantined[] = []
  const pieces = piecesOf(path, quarantine)
  const { value } = await pieces.next()
  return { path, pieces, first: value ?? { columns: { headings: [], mapping: { columns: [] } }, rows: [] }, quarantine }
}

async function* piecesOf(path: string, quarantine: Quarantined[]): AsyncGenerator<Piece, undefined> {
  let headings: readonly string[] | undefined
  let columns: Columns | undefined
  let held: Row[] = []
  const guessed = (): Piece => {
    columns = { headings: [...(headings ?? [])], mapping: guessMapping(headings ?? [], held.slice(0, guessRows)) }
    const rows = held
    held = []
    return { columns, rows }
  }
  for await (const batch of readTable(fileSource(path), { limits: commandLimits, batchRows: 5000, keepLost: true })) {
    quarantine.push(...batch.quarantine)
    if (batch.rows.length === 0 && headings !== undefined) continue
    if (batch.table.headings !== headings) {
      if (headings !== undefined && columns === undefined) yield guessed()
      ;[headings, columns] = [batch.table.headings, undefined]
    }
    if (columns !== undefined) yield { columns, rows: batch.rows }
    else {
      held.push(...batch.rows)
      if (held.length >= guessRows) yield guessed()
    }
  }
  if (headings !== undefined && columns === undefined) yield guessed()
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

function checkMap(paths: readonly string[], all: readonly Columns[], map: MapOption): void {
  for (const { to, headings } of map) {
    for (const heading of headings) {
      if (all.some((columns) => columnOf(columns, heading) >= 0)) continue
      const offered = [...new Set(all.flatMap((columns) => columns.headings))].join(', ')
      throw usage(
        `--map ${to}=${headings.join('+')}: ${paths.join(' and ')} have no column "${heading}". Columns: ${offered}.`,
      )
    }
  }
}

/** Marks off what makes a repeated id unique; never written out. */
const repeat = '\u0000'

async function toPersons(
  table: Table,
  other: Table,
  { map, ageAt }: ReadPersonsOptions,
): Promise<Persons & { all: Columns[] }> {
  const persons: Person[] = []
  const seen = new Set<string>()
  const all: Columns[] = []
  let plan: ReturnType<typeof planColumns> | undefined
  let first: typeof plan
  const take = (piece: Piece): void => {
    if (plan === undefined || all.at(-1) !== piece.columns) {
      plan = planColumns(piece.columns, other === table ? piece.columns : other.first.columns, map)
      first ??= plan
      all.push(piece.columns)
    }
    const { dateOrder } = piece.columns.mapping
    const dates = { serial: true, ...(dateOrder === undefined ? {} : { order: dateOrder }) }
    for (const row of piece.rows) {
      const person = personOf(row.cells, plan.slots, { dates, ageAt })
      const label = person.id ?? String(row.row)
      const id = seen.has(label) ? `${label}${repeat}${row.row}` : label
      seen.add(id)
      persons.push({ ...person, id })
    }
  }
  take(table.first)
  for await (const piece of table.pieces) take(piece)
  if (first && !first.slots.some(({ use }) => use.to === 'id'))
    say(`${table.path}: no column of ids; the number of the row stands for it.`)
  return { persons, columns: table.first.columns, all, schema: first?.schema ?? {} }
}

/** An id as it was written in the file. */
export function labelOf(id: string): string {
  const at = id.indexOf(repeat)
  return at < 0 ? id : id.slice(0, at)
}
