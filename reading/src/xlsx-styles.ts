import type { Place } from './errors.ts'
import { walkXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** Number formats of ECMA-376 18.8.30 that show a date, in all languages. */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
for (let id = 27; id <= 36; id += 1) builtIn.add(id)
for (let id = 50; id <= 58; id += 1) builtIn.add(id)

/** Indexes into `cellXfs` whose number is a date: a number alone never tells. */
export async function dateStyles(zip: Zip, part: string | undefined, place: Place): Promise<Set<number>> {
  const dates = new Set<number>()
  if (part === undefined) return dates
  const formats = new Set(builtIn)
  let inCellXfs = false
  let index = 0
  await walkXml(zip.chunks(part), place, {
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) formats.add(Number(attributes['numFmtId']))
      if (name === 'cellXfs') inCellXfs = true
      if (name === 'xf' && inCellXfs) {
        if (formats.has(Number(attributes['numFmtId']))) dates.add(index)
        index += 1
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false
    },
  })
  return dates
}

/** True when a number format shows year, month, day or time: quoted text, escapes, colours and locales set aside. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  return /[ymdhs]/iu.test(bare) && !/general/iu.test(bare)
}

const dayMs = 86_400_000

/**
 * A date serial of Excel as text: `1990-05-12`, with ` 14:30:00` behind when there is a time of day, only the time
 * when there is no day. Knows both epochs, and that 1900 was no leap year though Excel has a 29 February in it.
 * Undefined for what is no date (negative, beyond the year 9999).
 */
export function serialDate(serial: number, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const days = Math.floor(serial)
  const seconds = Math.round((serial - days) * 86_400)
  const time = new Date(seconds * 1000).toISOString().slice(11, 19)
  if (days === 0 && !date1904) return time
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const day = new Date(epoch + days * dayMs).toISOString().slice(0, 10)
  return seconds === 0 || seconds === 86_400 ? day : `${day} ${time}`
}
