/**
 * Dates of birth: EDTF subset of the house (style.md, "Time and ids"), compared with the slips lists
 * really have: day and month swapped, one digit wrong, a year off, a calendar taken for another.
 */

/** A reading: a day, a month, a year, or years from–to; month and day 0 when not stated. */
export type Reading = {
  readonly from: number
  readonly to: number
  readonly month: number
  readonly day: number
  readonly about: boolean
}

/** How two dates meet, the best first. */
export type DateLevel =
  | 'equal'
  | 'month'
  | 'year'
  | 'swapped'
  | 'digit'
  | 'part'
  | 'near'
  | 'loose'
  | 'calendar'
  | 'about'
  | 'other'
  | 'rough'
  | 'contradiction'

const YEAR_MIN = 1000
const YEAR_MAX = 2200
/** an open end of an interval reaches this far */
const OPEN_YEARS = 100

/** Reads one EDTF text (`1987`, `1987-03`, `1987-03-12`, `1989/1991`, `../1990`, `1990~`, also `19870312`); undefined when it is none. */
export function readDate(text: string): Reading | undefined {
  const slash = text.indexOf('/')
  if (slash >= 0) return readInterval(text.slice(0, slash), text.slice(slash + 1))
  const found = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:T.*)?([~?%])?$/.exec(text.trim())
  if (!found) return undefined
  const year = Number(found[1])
  const month = Number(found[2] ?? 0)
  const day = Number(found[3] ?? 0)
  if (year < YEAR_MIN || year > YEAR_MAX || month > 12 || day > 31) return undefined
  return { from: year, to: year, month, day: month === 0 ? 0 : day, about: found[4] !== undefined }
}

/** The one way a reading is written, so that days that are the same are written the same; `readDate` reads it back. */
export function writeDate(date: Reading): string {
  const about = date.about ? '~' : ''
  if (date.from !== date.to) return `${date.from}${about}/${date.to}`
  const two = (value: number): string => String(value).padStart(2, '0')
  const month = date.month > 0 ? `-${two(date.month)}` : ''
  const day = date.day > 0 ? `-${two(date.day)}` : ''
  return `${date.from}${month}${day}${about}`
}

function readInterval(first: string, last: string): Reading | undefined {
  const low = first === '..' || first === '' ? undefined : readDate(first)
  const high = last === '..' || last === '' ? undefined : readDate(last)
  if (!low && !high) return undefined
  const about = (low?.about ?? false) || (high?.about ?? false)
  const from = low ? low.from : (high?.to ?? 0) - OPEN_YEARS
  const to = high ? high.to : from + OPEN_YEARS
  return from <= to ? { from, to, month: 0, day: 0, about } : undefined
}

/** What each way two dates meet weighs, in 1/256 bit; `equal` is what equality adds to the rarity of the day. */
export type DateWeights = Readonly<Record<DateLevel, number>>

/**
 * Weights that hold when nothing was fitted: shares among true pairs of the public linkage sets against random pairs of
 * them; `equal` is log2 of the share of true pairs whose dates agree.
 */
export const DATE_WEIGHTS: DateWeights = {
  equal: -150,
  month: 2000,
  year: 1180,
  swapped: 2300,
  digit: 1500,
  part: 400,
  near: 500,
  loose: -400,
  calendar: 1800,
  about: 640,
  other: -900,
  rough: -900,
  contradiction: -1600,
}

/** A day of birth cannot be rarer than one in some 42 years of days. */
const EQUAL_MOST = 3500

/**
 * Weight of two readings of a date of birth, in 1/256 bit; symmetric. A stated day against a stated day is strong both
 * ways, a year alone is weak, an interval weaker still. `share`: the share of other records with the day (0 … 1).
 */
export function compareReadings(
  a: Reading,
  b: Reading,
  weights: DateWeights = DATE_WEIGHTS,
  share = 0,
): { level: DateLevel; bits: number } {
  const level = levelOf(a, b)
  let bits = weights[level]
  if (level === 'equal') bits += Math.min(EQUAL_MOST, -256 * Math.log2(Math.max(share, 1e-9)))
  if (level === 'about') {
    const years = 1 + Math.max(a.to - a.from, b.to - b.from) + (a.about || b.about ? 3 : 0)
    bits = Math.max(77, bits + 384 - 256 * Math.log2(years))
  }
  if (level === 'contradiction' || level === 'rough') bits -= Math.min(512, gapOf(a, b) * 20)
  return { level, bits: Math.round(bits) }
}

/** Years between two readings, 0 when they overlap. */
export function gapOf(a: Reading, b: Reading): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

function levelOf(a: Reading, b: Reading): DateLevel {
  if (a.from !== a.to || b.from !== b.to || a.about || b.about) {
    const gap = gapOf(a, b)
    if (gap === 0) return 'about'
    return gap <= 2 ? 'near' : gap <= ROUGH_YEARS ? 'rough' : 'contradiction'
  }
  const years = Math.abs(a.from - b.from)
  if (isFirst(a) !== isFirst(b) || (isFirst(a) && years > 0)) return yearLevel(a, b, years)
  if (a.day > 0 && b.day > 0) return dayLevel(a, b, years)
  if (a.month > 0 && b.month > 0) {
    if (years === 0) return a.month === b.month ? 'month' : 'near'
    return years === 1 && a.month === b.month ? 'near' : calendarOf(a, b) ? 'calendar' : farLevel(years)
  }
  return yearLevel(a, b, years)
}

/** The first of January stands in lists for a day nobody knew. */
function isFirst(date: Reading): boolean {
  return date.month === 1 && date.day === 1
}

function yearLevel(a: Reading, b: Reading, years: number): DateLevel {
  if (years === 0) return 'year'
  return calendarOf(a, b) ? 'near' : farLevel(years)
}

/** Where only years are told, people who do not know theirs are written down up to so many off. */
const ROUGH_YEARS = 10

function farLevel(years: number): DateLevel {
  return years === 1 ? 'near' : years <= ROUGH_YEARS ? 'rough' : 'contradiction'
}

function dayLevel(a: Reading, b: Reading, years: number): DateLevel {
  const day = a.day === b.day
  const month = a.month === b.month
  if (years === 0 && day && month) return 'equal'
  if (years === 0 && a.day === b.month && a.month === b.day) return 'swapped'
  if (oneSlip(digits(a), digits(b))) return 'digit'
  if (years === 0 && (day || month)) return 'part'
  if (day && month)
    return years === 1 || oneDigit(a.from, b.from)
      ? 'digit'
      : years <= 2
        ? 'loose'
        : // The very day of another year: a namesake has it once in 365 times, a year misheard or guessed has it always.
          calendarOf(a, b)
          ? 'calendar'
          : 'rough'
  if (years === 0) return 'loose'
  if (calendarOf(a, b)) return 'calendar'
  if (years === 1 && (day || month)) return 'loose'
  return years <= 1 ? 'other' : farOrCalendar(a, b, years)
}

function farOrCalendar(a: Reading, b: Reading, years: number): DateLevel {
  return calendarOf(a, b) ? 'calendar' : years <= 2 ? 'other' : 'contradiction'
}

/** Whether a reading is more than one year, or about one. */
export function isWide(date: Reading): boolean {
  return date.from !== date.to || date.about
}

/** How the days are written that are one slip from a day: swapped, a digit, two neighbours, a year off, only the month. */
export function slipsOfDate(date: Reading): string[] {
  if (isWide(date) || date.month === 0) return []
  const texts: string[] = []
  const put = (from: number, month: number, day: number): void => {
    if (month <= 12 && day <= 31) texts.push(writeDate({ from, to: from, month, day, about: false }))
  }
  if (date.day === 0) {
    for (let day = 1; day <= 31; day += 1) put(date.from, date.month, day)
    return texts
  }
  put(date.from, date.month, 0)
  put(date.from, date.day, date.month)
  for (const years of [-1, 1]) put(date.from + years, date.month, date.day)
  const plain = digits(date)
  const read = (text: string): void => put(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
  for (let at = 0; at < plain.length; at += 1) {
    for (let digit = 0; digit < 10; digit += 1) read(`${plain.slice(0, at)}${digit}${plain.slice(at + 1)}`)
    if (at > 0) read(`${plain.slice(0, at - 1)}${plain[at]}${plain[at - 1]}${plain.slice(at + 1)}`)
  }
  return texts
}

/** A day as eight digits. */
function digits(date: Reading): string {
  return String(date.from * 10_000 + date.month * 100 + date.day)
}

/** One digit wrong, or two neighbours changed places. */
function oneSlip(x: string, y: string): boolean {
  let differing = 0
  let first = -1
  let last = -1
  for (let at = 0; at < x.length; at += 1) {
    if (x[at] === y[at]) continue
    differing += 1
    if (first < 0) first = at
    last = at
  }
  return differing === 1 || (differing === 2 && last === first + 1 && x[first] === y[last] && x[last] === y[first])
}

/** Two years that differ in one digit, or by two neighbours changed places: 1987 and 1967, 1978 and 1987. */
function oneDigit(a: number, b: number): boolean {
  const x = String(a)
  const y = String(b)
  if (x.length !== y.length) return false
  const differing = [0, 1, 2, 3].filter((at) => x[at] !== y[at])
  if (differing.length === 1) return true
  const [first = 0, second = 0] = differing
  return differing.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first]
}

/** Whether one reading is the other in the Solar Hijri or the Hijri calendar taken as it stands. */
function calendarOf(a: Reading, b: Reading): boolean {
  const early = a.from < b.from ? a : b
  const late = early === a ? b : a
  if (late.from - early.from < 300) return false
  const full = early.month > 0 && late.month > 0
  const solar = solarHijriYear(late)
  if (early.from === solar || (!full && Math.abs(early.from - solar) <= 1)) return true
  return Math.abs(early.from - hijriYear(late)) <= 1
}

/** Year of the Solar Hijri calendar (Iran, Afghanistan) of a Gregorian date; the year turns about 21 March. */
function solarHijriYear(date: Reading): number {
  const afterTurn = date.month > 3 || (date.month === 3 && date.day >= 21) || date.month === 0
  return date.from - (afterTurn ? 621 : 622)
}

/** Year of the Hijri calendar of a Gregorian date, right to a year: lunar years are 354.37 days. */
function hijriYear(date: Reading): number {
  return Math.floor(((date.from - 622 + (Math.max(1, date.month) - 7) / 12) * 365.2425) / 354.367) + 1
}

/** The best of all pairs of readings; undefined when a side has none that can be read. */
export function compareDates(
  a: readonly Reading[],
  b: readonly Reading[],
  weights: DateWeights,
  share: number,
): { level: DateLevel; bits: number } | undefined {
  let best: { level: DateLevel; bits: number } | undefined
  for (const left of a) {
    for (const right of b) {
      const met = compareReadings(left, right, weights, share)
      if (!best || met.bits > best.bits) best = met
    }
  }
  return best
}
