// One table for what comes out of a column, so that rows are equal on both engines.
import pg from 'pg'

const arrays = pg.types as typeof pg.types & {
  arrayParser: { create: (text: string, one: (item: string) => unknown) => { parse: () => unknown[] } }
}

/** `2026-11-25 20:15:00.5+00` becomes `2026-11-25T20:15:00.500Z`; digits beyond milliseconds stay. */
function instant(text: string): string {
  const parts = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  return parts ? `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0')}Z` : text
}

/** A count; above 2^53 it would be silently wrong, so it throws. */
function count(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too big for a number; read it as text`)
  return value
}

const text = (value: string): string => value
const list =
  (one: (item: string) => unknown) =>
  (value: string): unknown[] =>
    arrays.arrayParser.create(value, one).parse()

// Ids of types are PostgreSQL's pg_type.dat and never change; arrays have ids of their own.
const decoders: Record<number, (value: string) => unknown> = {
  20: count,
  1016: list(count),
  1700: text,
  1231: list(text),
  1082: text,
  1182: list(text),
  1083: text,
  1183: list(text),
  1114: text,
  1115: list(text),
  1184: instant,
  1185: list(instant),
  1186: text,
  1187: list(text),
}

/**
 * Parsers for pg: instants as ISO strings in UTC, dates as `YYYY-MM-DD`, other times and intervals and money (numeric)
 * as text, counts (int8) as numbers, and arrays of these; everything else as pg does it.
 */
export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) =>
    (format !== 'binary' && decoders[oid]) ||
    (pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown)(oid, format),
}
