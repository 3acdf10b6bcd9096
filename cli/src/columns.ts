import type { FieldKind, Schema } from '@solferino/engine'
import { fieldOfHeading, fields, plainHeading, type Field, type Mapping } from '@solferino/reading'
import { usage } from './failure.ts'

/** What a column is to the engine: a field of a person, or a comparator of its own. */
export type Use =
  | { readonly to: 'id' | 'born' | 'age' | 'sex' | 'place' | 'number' | 'unit' | 'mother' | NamePart }
  | { readonly to: 'field'; readonly key: string; readonly kind: FieldKind }
export type NamePart = 'name' | 'given' | 'patronymic' | 'father' | 'grandfather' | 'family' | 'alias'

/** One use and the columns (from 0) whose cells make it, joined. */
export type Slot = { readonly use: Use; readonly columns: readonly number[] }

/** `--map`: `born=birth_year+birth_month+birth_day`, `identifier:tax=tax no`; an empty right side takes a field away. */
export type MapOption = readonly { readonly to: string; readonly headings: readonly string[] }[]

const standard = ['id', 'born', 'age', 'sex', 'place', 'number', 'unit', 'mother'] as const
const nameParts = ['name', 'given', 'patronymic', 'father', 'grandfather', 'family', 'alias'] as const
const comparators = [
  'address',
  'postcode',
  'document',
  'contact',
  'nationality',
  'occupation',
  'maritalStatus',
  'ethnicity',
  'rank',
] as const
const kinds: readonly FieldKind[] = ['date', 'place', 'identifier', 'attribute']

/** Names that may stand on the left of `--map`. */
export const mapFields: readonly string[] = [
  ...standard,
  ...nameParts,
  ...comparators,
  ...kinds.map((kind) => `${kind}:NAME`),
]

/** Reads `--map` options; throws for what is none. */
export function parseMap(texts: readonly string[]): MapOption {
  return texts
    .flatMap((text) => text.split(','))
    .flatMap((part) => {
      if (part.trim() === '') return []
      const at = part.indexOf('=')
      if (at <= 0) throw usage(`--map ${part}: write FIELD=COLUMN or FIELD=COLUMN+COLUMN.`)
      const to = part.slice(0, at).trim()
      if (!usedAs(to)) throw usage(`--map ${part}: "${to}" is no field. Fields: ${mapFields.join(', ')}.`)
      const headings = part
        .slice(at + 1)
        .split('+')
        .map((heading) => heading.trim())
        .filter((heading) => heading !== '')
      return [{ to, headings }]
    })
}

function usedAs(word: string): Use | undefined {
  for (const name of [...standard, ...nameParts]) if (name === word) return { to: name }
  const [kind, ...rest] = word.split(':')
  const found = kinds.find((one) => one === kind)
  if (found) return { to: 'field', key: rest.join(':') || found, kind: found }
  if (comparators.some((name) => name === word)) return { to: 'field', key: word, kind: kindOf(word, '') }
  const told = fieldOfHeading(word)
  if (told?.confidence !== 3) return undefined
  return told.field === word ? undefined : usedAs(told.field)
}

function kindOf(field: string, heading: string): FieldKind {
  if (/number|state|province|region|country|district/u.test(heading)) return 'attribute'
  const kind = Object.entries(fields).find(([name]) => name === field)?.[1]
  return kind === 'place' || kind === 'identifier' || kind === 'date' ? kind : 'attribute'
}

/** A table as far as columns go. */
export type Columns = { readonly headings: readonly string[]; readonly mapping: Mapping }

/**
 * What the columns of one table are to the engine, so that the same column of the `other` table is the same to it.
 * Columns nobody knows stay out: they are kept and offered, never guessed into a name.
 */
export function planColumns(own: Columns, other: Columns, map: MapOption): { slots: Slot[]; schema: Schema } {
  const slots: Slot[] = []
  const taken = new Set<number>()
  const mapped = new Set<string>()
  for (const { to, headings } of map) {
    const columns = headings.map((heading) => columnOf(own, heading))
    const use = usedAs(to)!
    if (headings.length > 0 && columns.some((column) => column < 0)) continue
    mapped.add(to)
    if (use.to !== 'field') mapped.add(use.to)
    for (const column of columns) taken.add(column)
    if (columns.length > 0) slots.push({ use, columns })
  }
  const free = (field: Field): number[] =>
    own.mapping.columns.flatMap((column, at) =>
      column.field === field && !taken.has(at) && !mapped.has(field) ? [at] : [],
    )

  for (const field of ['id', 'age', 'sex', 'unit'] as const) {
    const column = free(field)[0]
    if (column !== undefined) slots.push({ use: { to: field }, columns: [column] })
  }
  for (const field of ['given', 'family'] as const)
    if (free(field).length > 0) slots.push({ use: { to: field }, columns: free(field) })
  for (const field of ['name', 'patronymic', 'father', 'grandfather', 'alias', 'mother', 'number'] as const) {
    for (const column of free(field)) slots.push({ use: { to: field }, columns: [column] })
  }
  const born = free('born')[0]
  const parts = [free('bornYear')[0], free('bornMonth')[0], free('bornDay')[0]].filter((column) => column !== undefined)
  if (!mapped.has('born')) {
    if (born !== undefined) slots.push({ use: { to: 'born' }, columns: [born] })
    else if (free('bornYear').length > 0) slots.push({ use: { to: 'born' }, columns: parts })
  }
  const places = free('place')
  if (places[0] !== undefined) slots.push({ use: { to: 'place' }, columns: [places[0]] })
  for (const column of places.slice(1)) pushComparator(slots, own, column, kindOf('place', plain(own, column)))
  pushComparators(slots, own, other, free)
  return { slots, schema: schemaOf(slots) }
}

function pushComparators(slots: Slot[], own: Columns, other: Columns, free: (field: Field) => number[]): void {
  for (const field of comparators) {
    if (field === 'rank') continue
    const columns = free(field)
    const theirs = other.mapping.columns
      .filter((column) => column.field === field)
      .map((column) => plainHeading(column.heading))
    const shared = columns.filter((column) => theirs.includes(plain(own, column)))
    if (shared.length > 1)
      for (const column of shared) pushComparator(slots, own, column, kindOf(field, plain(own, column)))
    else if (columns.length > 0) slots.push({ use: { to: 'field', key: field, kind: kindOf(field, '') }, columns })
  }
}

function pushComparator(slots: Slot[], own: Columns, column: number, kind: FieldKind): void {
  slots.push({ use: { to: 'field', key: plain(own, column), kind }, columns: [column] })
}

function plain(table: Columns, column: number): string {
  return plainHeading(table.headings[column] ?? '')
}

/** The column with this heading, as written or but for case and marks; -1 when there is none. */
export function columnOf(table: Columns, heading: string): number {
  const exact = table.headings.indexOf(heading)
  return exact >= 0 ? exact : table.headings.findIndex((one) => plainHeading(one) === plainHeading(heading))
}

function schemaOf(slots: readonly Slot[]): Schema {
  return { fields: Object.fromEntries(slots.flatMap(({ use }) => (use.to === 'field' ? [[use.key, use.kind]] : []))) }
}
