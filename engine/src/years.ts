/** Values of a column of dates by their year, so that a search looks only at the years around the one it asks for. */
import { isWide, type Reading } from './dates.ts'
import { valueOf, type Column } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory

/** Numbers of values by year; `wide` are those of several years or about one. */
export type Years = { readonly byYear: Map<number, number[]>; readonly wide: number[]; isMixed: boolean; upTo: number }

/** Years below this may be of another calendar. */
export const CALENDAR_YEAR_MAX = 1500

/** Two years further than this are a contradiction. */
const YEARS_AROUND = 4

const known = new WeakMap<Column, Years>()

/** The index of a column, with what came since it was last asked for. */
export function yearsOf(column: Column): Years {
  let years = known.get(column)
  if (!years) {
    years = { byYear: new Map(), wide: [], isMixed: false, upTo: 0 }
    known.set(column, years)
  }
  for (; years.upTo < column.texts.count; years.upTo += 1) {
    for (const reading of valueOf(column, years.upTo).readings) {
      if (reading.from < CALENDAR_YEAR_MAX) years.isMixed = true
      if (isWide(reading)) years.wide.push(years.upTo)
      else {
        const list = years.byYear.get(reading.from)
        if (list) list.push(years.upTo)
        else years.byYear.set(reading.from, [years.upTo])
      }
    }
  }
  return years
}

/** The values that may meet one of the readings better than a contradiction, calendars aside. */
export function valuesAround(years: Years, readings: readonly Reading[]): number[] {
  const found: number[] = [...years.wide]
  for (const { from, to } of readings) {
    if (to - from > years.byYear.size) for (const list of years.byYear.values()) found.push(...list)
    else
      for (let year = from - YEARS_AROUND; year <= to + YEARS_AROUND; year += 1)
        found.push(...(years.byYear.get(year) ?? []))
  }
  return found
}
