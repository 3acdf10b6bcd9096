import type { Person } from '@solferino/engine'
import { guessMapping } from '@solferino/reading'
import { planColumns, type Columns, type MapOption, type Slot } from './columns.ts'
import { personOf } from './persons.ts'

/** A line that is no query, in words. */
export class LineProblem extends Error {}

/** What one reads persons of lines with: the records' columns, so that the same key is the same field. */
export type QueryOptions = { readonly other: Columns | null; readonly map: MapOption; readonly ageAt: string }

/** Reads persons from lines: a text is a whole name, an object has the fields of a list as its keys. */
export function queryReader({ other, map, ageAt }: QueryOptions) {
  const plans = new Map<string, readonly Slot[]>()
  return (value: unknown): Person => {
    if (typeof value === 'string') return { names: value.trim() === '' ? [] : [{ whole: value.trim() }] }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new LineProblem('a name or an object is needed')
    const entries = Object.entries(value).filter(([key]) => key !== 'k' && key !== 'id')
    const headings = entries.map(([key]) => key)
    const cells = entries.map(([, cell]) => textOf(cell))
    const signature = headings.join('\u0000')
    let slots = plans.get(signature)
    if (!slots) {
      const columns = { headings, mapping: guessMapping(headings, [{ row: 1, line: '', cells }]) }
      slots = planColumns(columns, other ?? columns, map).slots
      if (plans.size < 1000) plans.set(signature, slots)
    }
    return personOf(cells, slots, { dates: {}, ageAt })
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('|')
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A line as what it holds: JSON where it begins like an object, else its text. */
export function parseLine(line: string): unknown {
  if (!line.trimStart().startsWith('{')) return line.trim()
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    throw new LineProblem('the line is no valid JSON')
  }
}

/** A key of a parsed line, undefined where there is none. */
export function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
