import type { Description } from '@solferino/server/registry/contract'
import type { z } from 'zod'

/** A date as far as a source gave it (an EDTF subset). */
export type SaidDate = NonNullable<z.infer<typeof Description>['born']>

export type Precision = 'day' | 'month' | 'year' | 'about' | 'between' | 'before' | 'after'

/** An EDTF value in its parts: its precision, and the one or two ends of it as `1987`, `1987-03` or `1987-03-12`. */
export type DateParts = { readonly precision: Precision; readonly from: string | null; readonly to: string | null }

/** Reads the EDTF subset of the registry. An estimate keeps what it is an estimate of in `from`. */
export function partsOf(edtf: string): DateParts {
  const [from = '', to] = edtf.split('/')
  if (to !== undefined) {
    if (from === '..') return { precision: 'before', from: null, to }
    return to === '..' ? { precision: 'after', from, to: null } : { precision: 'between', from, to }
  }
  if (from.endsWith('~')) return { precision: 'about', from: from.slice(0, -1), to: null }
  const precision = (['year', 'month', 'day'] as const)[from.split('-').length - 1] ?? 'day'
  return { precision, from, to: null }
}

const typed = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(~?)$/
const dotted = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(~?)$/
const span = /^(\.\.\/\d{4}|\d{4}\/(\d{4}|\.\.))$/

/**
 * A date as a person types it: `1987`, `1987-3`, `12.3.1987`, `3.1987`, `1987~` for about, `1989/1991`, `../1990`.
 * Null for nothing typed, `wrong` for what is no date, among it days that do not exist.
 */
export function readTyped(words: string): SaidDate | 'wrong' | null {
  const text = words.trim()
  if (text === '') return null
  const edtf = span.test(text) ? text : edtfOf(text)
  if (edtf === null) return 'wrong'
  return { edtf, other: null, calendar: 'gregorian', written: text }
}

function edtfOf(text: string): string | null {
  const iso = typed.exec(text)
  const [year, month, day, about] = iso ? iso.slice(1) : reversed(dotted.exec(text))
  if (year === undefined) return null
  if (month === undefined) return `${year}${about ?? ''}`
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  if (!isMonth) return null
  const upToMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return `${upToMonth}${about ?? ''}`
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > daysInMonth) return null
  return `${upToMonth}-${day.padStart(2, '0')}${about ?? ''}`
}

function reversed(found: RegExpExecArray | null): (string | undefined)[] {
  return found ? [found[3], found[2], found[1], found[4]] : []
}
