import { applyMapping, guessMapping, type Mapping, type Row } from '@solferino/reading'
import type { z } from 'zod'
import type * as contract from './contract.ts'
import type { MappingSaved } from './store-mappings.ts'

type Asked = z.output<typeof contract.Mapping>

/** A mapping as the reading library takes it. */
export function libraryMapping({ columns, dateOrder }: MappingSaved): Mapping {
  return { columns, ...(dateOrder === null ? {} : { dateOrder }) }
}

/** A mapping a person has fixed: nothing in it is a guess any more. */
export function fixedMapping({ columns, dateOrder }: Asked): MappingSaved {
  return { columns: columns.map((column) => ({ ...column, confidence: 3 as const })), dateOrder }
}

/** What the columns of one sheet are likely to hold. */
export function guessFor(headings: readonly string[], rows: readonly Row[]): MappingSaved {
  const { columns, dateOrder = null } = guessMapping(headings, rows)
  return { columns, dateOrder }
}

/** One mapping for all sheets of a file: the columns of the first, and what later ones have besides. */
export function joinMappings(mappings: readonly MappingSaved[]): MappingSaved {
  const [first, ...rest] = mappings
  if (!first) return { columns: [], dateOrder: null }
  const columns = [...first.columns]
  for (const column of rest.flatMap((mapping) => mapping.columns))
    if (!columns.some(({ heading }) => heading === column.heading)) columns.push(column)
  const orders = new Set(mappings.map(({ dateOrder }) => dateOrder))
  return { columns, dateOrder: orders.size === 1 ? first.dateOrder : null }
}

/** A mapping for the headings of one sheet: column by column where they are the same, else by heading. */
export function mappingFor(mapping: MappingSaved, headings: readonly string[]): Mapping {
  const { columns } = mapping
  const same = columns.length === headings.length && columns.every(({ heading }, at) => heading === headings[at])
  return same ? libraryMapping(mapping) : applyMapping(libraryMapping(mapping), headings)
}

/** How the sender's last list was read, for a new list's columns; what it did not have is guessed. */
export function senderMapping(saved: MappingSaved, guess: MappingSaved): MappingSaved {
  const headings = guess.columns.map(({ heading }) => heading)
  const known = mappingFor(saved, headings).columns
  const said = new Set(saved.columns.map(({ heading }) => heading))
  const columns = guess.columns.map((guessed, at) => {
    const column = known[at]
    return column && (said.has(guessed.heading) || column.field !== null)
      ? { ...guessed, field: column.field, confidence: 3 as const }
      : guessed
  })
  return { columns, dateOrder: saved.dateOrder ?? guess.dateOrder }
}
