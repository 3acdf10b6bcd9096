import type { Person, PersonName } from '@solferino/engine'
import { isNotStated, parseDate, parseSex, type DateOptions } from '@solferino/reading'
import type { NamePart, Slot } from './columns.ts'

type Draft = { -readonly [K in keyof Person]: Person[K] }
type NameDraft = { -readonly [K in keyof PersonName]: PersonName[K] }

/** How cells become persons: the order of days and months in this table, and the day on which ages were counted. */
export type PersonOptions = { readonly dates: DateOptions; readonly ageAt: string }

/** A row's cells as a person of the engine; what cannot be read as a date stays out, what says "unknown" too. */
export function personOf(cells: readonly string[], slots: readonly Slot[], options: PersonOptions): Person {
  const person: Draft & { names: NameDraft[] } = { names: [] }
  const parts: Partial<Record<NamePart, string[]>> = {}
  let fields: Record<string, string[]> | undefined
  for (const { use, columns } of slots) {
    const text = columns.length === 1 ? (cells[columns[0]!] ?? '').trim() : joined(cells, columns, use.to === 'born')
    if (isNotStated(text)) continue
    const { to } = use
    if (to === 'id') person.id = text
    else if (to === 'born') person.born = bornOf(text, options.dates)
    else if (to === 'age') {
      const age = Number(/\d+/u.exec(text)?.[0])
      if (age >= 0 && age < 130) [person.age, person.ageAt] = [age, options.ageAt]
    } else if (to === 'sex') person.sex = parseSex(text) ?? text.toLowerCase()
    else if (to === 'field') {
      fields ??= {}
      const values = use.kind === 'date' ? bornOf(text, options.dates) : spellings(text)
      fields[use.key] = (fields[use.key] ?? []).concat(values)
    } else if (to === 'place' || to === 'number' || to === 'unit' || to === 'mother') {
      person[to] = [person[to] ?? []].flat().concat(spellings(text))
    } else parts[to] = [...(parts[to] ?? []), ...spellings(text)]
  }
  if (fields) person.fields = fields
  person.names = namesOf(parts)
  return person
}

function joined(cells: readonly string[], columns: readonly number[], asDate: boolean): string {
  const texts = columns.map((column) => (cells[column] ?? '').trim()).filter((text) => !isNotStated(text))
  if (!asDate) return texts.join(' ')
  return texts.map((text, at) => (at > 0 && /^\d$/u.test(text) ? `0${text}` : text)).join('-')
}

function spellings(text: string): string[] {
  return text.includes('|')
    ? text
        .split('|')
        .map((one) => one.trim())
        .filter((one) => !isNotStated(one))
    : [text]
}

const isoDay = /^(?:1[5-9]|20)\d\d-\d\d-\d\d$/u

function bornOf(text: string, options: DateOptions): string[] {
  if (isoDay.test(text)) return [text]
  return [...new Set(spellings(text).flatMap((one) => parseDate(one, options)?.readings ?? []))]
}

/** Name parts with all their spellings as the engine takes them: one name of first spellings, others beside it. */
function namesOf(parts: Partial<Record<NamePart, string[]>>): NameDraft[] {
  const names: NameDraft[] = []
  const main: NameDraft = {}
  let parted = false
  for (const part of ['given', 'patronymic', 'father', 'grandfather', 'family'] as const) {
    const first = parts[part]?.[0]
    if (first === undefined) continue
    main[part] = first
    if (part === 'given' || part === 'family') parted = true
  }
  const [whole, ...others] = parts.name ?? []
  if (parted && whole !== undefined) main.alias = whole
  else if (whole !== undefined) main.whole = whole
  if (Object.keys(main).length > 0) names.push(main)
  for (const part of ['given', 'patronymic', 'father', 'grandfather', 'family'] as const) {
    for (const spelling of parts[part]?.slice(1) ?? []) names.push({ ...main, [part]: spelling })
  }
  for (const name of others) names.push({ whole: name })
  for (const alias of parts.alias ?? []) names.push({ alias })
  return names
}
