import { edtf, toGregorian, type Parts } from './calendars.ts'
import { monthIn, type Calendar } from './month-names.ts'
import { asciiDigits, isNotStated } from './words.ts'
import { serialDate } from './xlsx-styles.ts'

/** How a date is to be understood where its writing leaves a choice. */
export type DateOptions = {
  /** which comes first in `03/04/1990`; without it both readings are kept where both are possible */
  order?: 'dmy' | 'mdy'
  /** the calendar of years like 1364; without it Solar Hijri and Hijri are both kept */
  calendar?: Calendar
  /** a bare number may be a date serial of Excel; only for columns of dates */
  serial?: boolean
  /** the last year that can be meant, for two-digit years */
  yearMax?: number
}

/**
 * A date as read. `readings` are EDTF (`1987`, `1987-03`, `1987-03-12`, `1989/1991`, `../1990`, `1990~`): one, or two
 * where the writing allows both; `calendar` is the one it was written in.
 */
export type DateReading = { readings: [string] | [string, string]; calendar: Calendar }

const cache = new Map<string, DateReading | undefined>()
const cacheMax = 20_000

/**
 * Reads one date as people write it: partial, with month names in five languages, with digits of any script, in three
 * calendars, approximate (`c. 1990`, `около 1990`), as interval or as an Excel serial. Undefined when it is no date.
 */
export function parseDate(cell: string, options: DateOptions = {}): DateReading | undefined {
  const key = `${options.order ?? ''}|${options.calendar ?? ''}|${options.serial ?? ''}|${options.yearMax ?? ''}|${cell}`
  if (cache.has(key)) return cache.get(key)
  const reading = cell.length > 60 ? undefined : readDate(cell, options)
  if (cache.size >= cacheMax) cache.clear()
  cache.set(key, reading)
  return reading
}

function readDate(cell: string, options: DateOptions): DateReading | undefined {
  const text = asciiDigits(cell.normalize('NFKC'))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .toLowerCase()
    .trim()
  if (isNotStated(text)) return undefined
  return readEdtf(text, options) ?? readInterval(text) ?? readNamed(text, options) ?? readNumbers(text, options)
}

const approximate =
  /^(?:c\.?|ca\.?|circa|about|approx\.?|vers|environ|около|ок\.?|примерно|близько|прибл\.?|حوالي|نحو|تقريبا)\s*|\s*(?:\?|~|\(\?\))$/u

function one(reading: string | undefined, calendar: Calendar): DateReading | undefined {
  return reading === undefined ? undefined : { readings: [reading], calendar }
}

/** `1987~`, `../1990`, `1989/1991` and ISO dates as they are, with a time behind them cut off. */
function readEdtf(text: string, options: DateOptions): DateReading | undefined {
  const interval = /^(\d{4}(?:-\d\d){0,2}|\.\.)\/(\d{4}(?:-\d\d){0,2}|\.\.)$/u.exec(text)
  if (interval && Number(interval[2]?.slice(0, 4)) < Number(interval[1]?.slice(0, 4))) return undefined
  if (interval && text !== '../..') return one(`${interval[1]}/${interval[2]}`, 'gregorian')
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:[t ]\d\d:\d\d.*)?(~)?$/u.exec(text)
  if (!found) return undefined
  const parts = partsOf(found[1], found[2], found[3])
  return years(parts, options, found[4] === '~')
}

function partsOf(year: string | undefined, month?: string, day?: string): Parts {
  // 00 is how some lists write "month not known"
  const value = (text: string | undefined): number | undefined =>
    text === undefined || Number(text) === 0 ? undefined : Number(text)
  const m = value(month)
  return { year: Number(year), month: m, day: m === undefined ? undefined : value(day) }
}

/** Chooses the calendar by the year: 1200–1500 is no Gregorian year of a living person. */
function years(parts: Parts, options: DateOptions, vague: boolean): DateReading | undefined {
  const mark = (reading: string | undefined): string | undefined =>
    reading !== undefined && vague && !reading.includes('/') ? `${reading}~` : reading
  const calendar = options.calendar ?? 'gregorian'
  if (parts.year < 1200 || parts.year > 1500) return one(mark(edtf(parts)), 'gregorian')
  if (calendar !== 'gregorian') return one(mark(toGregorian(calendar, parts)), calendar)
  const solar = mark(toGregorian('solar-hijri', parts))
  const lunar = mark(toGregorian('hijri', parts))
  if (solar === undefined || lunar === undefined)
    return one(solar ?? lunar, solar === undefined ? 'hijri' : 'solar-hijri')
  const future = Number(lunar.slice(0, 4)) > (options.yearMax ?? 2100)
  return future || solar === lunar ? one(solar, 'solar-hijri') : { readings: [solar, lunar], calendar: 'solar-hijri' }
}

const between = /^(?:between |entre |между |між |بين )?(\d{4})\s*(?:-|–|—|\/|and|et|и|і|та|و|to|по)\s*(\d{4})$/u
const before = /^(?:before|avant|до|قبل)\s+(\d{4})$/u
const after = /^(?:after|après|apres|после|після|بعد)\s+(\d{4})$/u

function readInterval(text: string): DateReading | undefined {
  const range = between.exec(text)
  if (range && Number(range[1]) < Number(range[2])) return one(`${range[1]}/${range[2]}`, 'gregorian')
  const until = before.exec(text)
  if (until) return one(`../${until[1]}`, 'gregorian')
  const since = after.exec(text)
  return since ? one(`${since[1]}/..`, 'gregorian') : undefined
}

/** `12 мая 1987 г.`, `May 12, 1987`, `12-MAY-87`, `mai 1987`, `12 رمضان 1410`. */
function readNamed(text: string, options: DateOptions): DateReading | undefined {
  const month = monthIn(text.replace(/[ًٌٍَُِّْ]/gu, ''))
  if (!month) return undefined
  const numbers = (text.replace(month.name, ' ').match(/\d+/gu) ?? []).map(Number)
  const written = text.match(/\d+/gu) ?? []
  const yearAt = written.findIndex((digits) => digits.length === 4)
  const at = yearAt >= 0 ? yearAt : numbers.length - 1
  const year = numbers[at]
  if (year === undefined || numbers.length > 2) return undefined
  const full = written[at]!.length <= 2 ? century(year, options)[0]! : year
  const calendar =
    month.calendar === 'gregorian' && full >= 1200 && full <= 1500 ? (options.calendar ?? 'gregorian') : month.calendar
  const parts = { year: full, month: month.month, day: numbers[1 - at] }
  return one(toGregorian(calendar, parts), calendar)
}

function readNumbers(text: string, options: DateOptions): DateReading | undefined {
  const vague = approximate.test(text)
  const bare = text
    .replace(approximate, '')
    .replace(/\s*(?:г\.?\s?р\.?|года?\s?р\.?|года?|г\.?|р\.?\s?н\.?|року|рік|р\.?|هـ|ه|م|م\.)$/u, '')
    .replace(/[t ]\d\d?:\d\d.*$/u, '')
    .trim()
  const lunar = /هـ|ه$|\bah\b/u.test(text)
  const settled = lunar && options.calendar === undefined ? { ...options, calendar: 'hijri' as const } : options
  const whole = /^(\d+)(?:\.0)?$/u.exec(bare)?.[1]
  if (whole !== undefined) return readDigits(whole, settled, vague)
  const found = /^(\d{1,4})\s*[./\-\s،,]\s*(\d{1,4})(?:\s*[./\-\s،,]\s*(\d{1,4}))?$/u.exec(bare)
  if (!found) return undefined
  const [a, b, c] = [found[1]!, found[2]!, found[3]]
  if (c === undefined) return readTwo(a, b, settled, vague)
  if (a.length >= 3) return years(partsOf(a, b, c), settled, vague)
  if (c.length === 3 || b.length > 2) return undefined
  return readThree([a, b, c], settled, vague)
}

/** `1987`, `19870312`, `12031987` when only that is a day, or an Excel serial. */
function readDigits(digits: string, options: DateOptions, vague: boolean): DateReading | undefined {
  if (digits.length === 4) return years({ year: Number(digits) }, options, vague)
  if (digits.length === 8) {
    const forward = years(partsOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)), options, vague)
    const start = Number(digits.slice(0, 4))
    if (forward && ((start > 1200 && start < 1500) || (start > 1800 && start < 2100))) return forward
    return one(edtf(partsOf(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2))), 'gregorian')
  }
  if (options.serial === true && digits.length === 5) {
    const day = serialDate(Number(digits), false)
    return day === undefined ? undefined : one(day, 'gregorian')
  }
  return undefined
}

function readTwo(a: string, b: string, options: DateOptions, vague: boolean): DateReading | undefined {
  if (a.length === 4 && b.length <= 2) return years(partsOf(a, b), options, vague)
  return b.length === 4 && a.length <= 2 ? years(partsOf(b, a), options, vague) : undefined
}

/** Day, month and year by numbers: both orders where both are days and nothing says which is meant. */
function readThree([a, b, c]: [string, string, string], options: DateOptions, vague: boolean): DateReading | undefined {
  const readings: string[] = []
  let calendar: Calendar = 'gregorian'
  const yearsMeant = c.length <= 2 ? century(Number(c), options) : [Number(c)]
  for (const year of yearsMeant) {
    const orders: [string, string][] =
      options.order === 'mdy'
        ? [[b, a]]
        : options.order === 'dmy'
          ? [[a, b]]
          : [
              [a, b],
              [b, a],
            ]
    for (const [day, month] of orders) {
      const read = years(partsOf(String(year), month, day), options, vague)
      if (read) calendar = read.calendar
      for (const reading of read?.readings ?? []) if (!readings.includes(reading)) readings.push(reading)
    }
  }
  if (readings.length === 0 && options.order !== undefined) return readThree([a, b, c], dropOrder(options), vague)
  const [first, second] = readings
  if (first === undefined) return undefined
  return { readings: second === undefined ? [first] : [first, second], calendar }
}

function dropOrder(options: DateOptions): DateOptions {
  const { order: _, ...rest } = options
  return rest
}

/** The years a two-digit year can mean, likelier first: the last hundred years, and for 00–29 both centuries. */
function century(year: number, options: DateOptions): number[] {
  const last = options.yearMax ?? 2029
  const recent = 2000 + year
  return recent > last ? [1900 + year] : [1900 + year, recent].reverse()
}
