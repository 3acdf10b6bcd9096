import type { Calendar } from './month-names.ts'

/** A date as far as it is known, in its own calendar. */
export type Parts = { year: number; month?: number | undefined; day?: number | undefined }

const persian = new Intl.DateTimeFormat('en-u-ca-persian', numeric())
const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', numeric())
const dayMs = 86_400_000

function numeric(): Intl.DateTimeFormatOptions {
  return { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }
}

/**
 * The Gregorian reading of a date in a calendar, as EDTF: `1985-08-03` for a full date, an interval of the same
 * precision for a partial one (a year of Solar Hijri lies in two of ours: `1985/1986`). Undefined when the calendar
 * has no such day. Solar Hijri years 1200–1500, lunar Hijri years 1250–1500 (Umm al-Qura; a day's doubt is usual).
 */
export function toGregorian(calendar: Calendar, parts: Parts): string | undefined {
  if (calendar === 'gregorian') return edtf(parts)
  const first = gregorianDay(calendar, { year: parts.year, month: parts.month ?? 1, day: parts.day ?? 1 })
  if (first === undefined) return undefined
  if (parts.day !== undefined) return iso(first)
  const after =
    parts.month === undefined || parts.month === 12
      ? gregorianDay(calendar, { year: parts.year + 1, month: 1, day: 1 })
      : gregorianDay(calendar, { year: parts.year, month: parts.month + 1, day: 1 })
  if (after === undefined) return undefined
  const length = parts.month === undefined ? 4 : 7
  const [from, to] = [iso(first).slice(0, length), iso(after - dayMs).slice(0, length)]
  return from === to ? from : `${from}/${to}`
}

/** A Gregorian date as EDTF, undefined when there is no such day: `1987`, `1987-03`, `1987-03-12`. */
export function edtf({ year, month, day }: Parts): string | undefined {
  if (!(year >= 1 && year <= 9999)) return undefined
  const y = String(year).padStart(4, '0')
  if (month === undefined) return y
  if (!(month >= 1 && month <= 12)) return undefined
  const m = String(month).padStart(2, '0')
  if (day === undefined) return `${y}-${m}`
  if (!(day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate())) return undefined
  return `${y}-${m}-${String(day).padStart(2, '0')}`
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Finds the Gregorian day by an estimate and a walk of a few days: the calendars of ICU are the reference. */
function gregorianDay(
  calendar: 'solar-hijri' | 'hijri',
  wanted: Required<{ [K in keyof Parts]: number }>,
): number | undefined {
  const { year, month, day } = wanted
  if (month < 1 || month > 12 || day < 1 || day > (calendar === 'hijri' ? 30 : 31)) return undefined
  if (year < (calendar === 'hijri' ? 1250 : 1200) || year > 1500) return undefined
  const format = calendar === 'hijri' ? islamic : persian
  const yearDays = calendar === 'hijri' ? 354.367 : 365.2422
  const epoch = calendar === 'hijri' ? Date.UTC(622, 6, 19) : Date.UTC(622, 2, 22)
  const monthDays = calendar === 'hijri' ? 29.53 : 30.44
  let time = epoch + Math.floor((year - 1) * yearDays + (month - 1) * monthDays + day - 1) * dayMs
  for (let step = 0; step < 8; step += 1) {
    const at = partsOf(format, time)
    const apart = Math.round((year - at.year) * yearDays + (month - at.month) * monthDays) + day - at.day
    if (at.year === year && at.month === month && at.day === day) return time
    time += (apart === 0 ? Math.sign(year * 400 + month * 31 - at.year * 400 - at.month * 31) || 1 : apart) * dayMs
  }
  return undefined
}

function partsOf(format: Intl.DateTimeFormat, time: number): { year: number; month: number; day: number } {
  const found = { year: 0, month: 0, day: 0 }
  for (const { type, value } of format.formatToParts(time)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number(value)
  }
  return found
}
