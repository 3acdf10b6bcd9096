// How senders write a list: headings, words and dates in their own language, names in their own script.
import { writeCsv, writeXlsx } from '@solferino/reading'
import type { Somebody } from './population.ts'
import { write, type Script } from './scripts.ts'

export const languages = ['en', 'ru', 'ar'] as const
export type Language = (typeof languages)[number]

export type ColumnName =
  | 'reference'
  | 'name'
  | 'family'
  | 'given'
  | 'father'
  | 'mother'
  | 'sex'
  | 'born'
  | 'age'
  | 'place'
  | 'number'
  | 'rank'
  | 'unit'
  | 'captured'
  | 'released'
  | 'died'
  | 'heldAt'
  | 'remarks'

type Words = Readonly<Record<Language, string>>
const headings: Readonly<Record<ColumnName, Words>> = {
  reference: { en: 'Reference', ru: 'Код', ar: 'رقم القيد' },
  name: { en: 'Full name', ru: 'ФИО', ar: 'الاسم الرباعي' },
  family: { en: 'Surname', ru: 'Фамилия', ar: 'اللقب' },
  given: { en: 'Given name', ru: 'Имя', ar: 'الاسم الاول' },
  father: { en: "Father's name", ru: 'Имя отца', ar: 'اسم الاب' },
  mother: { en: "Mother's name", ru: 'Имя матери', ar: 'اسم الام' },
  sex: { en: 'Sex', ru: 'Пол', ar: 'الجنس' },
  born: { en: 'Date of birth', ru: 'Дата рождения', ar: 'تاريخ الميلاد' },
  age: { en: 'Age', ru: 'Возраст', ar: 'العمر' },
  place: { en: 'Place of birth', ru: 'Место рождения', ar: 'مكان الولادة' },
  number: { en: 'Service number', ru: 'Личный номер', ar: 'الرقم العسكري' },
  rank: { en: 'Rank', ru: 'Звание', ar: 'الرتبة' },
  unit: { en: 'Unit', ru: 'Часть', ar: 'الوحدة' },
  captured: { en: 'Date of capture', ru: 'Дата пленения', ar: 'تاريخ الاسر' },
  released: { en: 'Date of release', ru: 'Дата освобождения', ar: 'تاريخ الافراج' },
  died: { en: 'Date of death', ru: 'Дата смерти', ar: 'تاريخ الوفاة' },
  heldAt: { en: 'Place of detention', ru: 'Место содержания', ar: 'مكان الاحتجاز' },
  remarks: { en: 'Remarks', ru: 'Примечание', ar: 'ملاحظات' },
}
const sexes = {
  female: { en: 'F', ru: 'ж', ar: 'أنثى' },
  male: { en: 'M', ru: 'м', ar: 'ذكر' },
} as const satisfies Record<string, Words>
const ranks: readonly Words[] = [
  { en: 'Private', ru: 'рядовой', ar: 'جندي' },
  { en: 'Corporal', ru: 'ефрейтор', ar: 'عريف' },
  { en: 'Sergeant', ru: 'сержант', ar: 'رقيب' },
  { en: 'Lieutenant', ru: 'лейтенант', ar: 'ملازم' },
]
const camp: Words = { en: 'Camp', ru: 'Лагерь', ar: 'معسكر' }
const unit: Words = { en: 'Battalion', ru: 'батальон', ar: 'كتيبة' }
const remarks: readonly Words[] = [
  { en: 'wounded in the leg', ru: 'ранен в ногу', ar: 'مصاب في الساق' },
  { en: 'in good health', ru: 'здоров', ar: 'بصحة جيدة' },
  { en: 'asked to write home', ru: 'просит написать домой', ar: 'طلب مراسلة أهله' },
]

export type Form = { readonly language: Language; readonly script: Script; readonly file: 'csv' | 'tsv' | 'xlsx' }
/** How one list writes people down: its form, and the calendar's own day of a day of the play. */
export type Writing = Form & {
  readonly dateOf: (day: number) => string
  /** The day, in the play, of what the list tells of somebody. */
  readonly happened: (one: Somebody) => number
  /** A word as this list's clerk heard it. */
  readonly heard: (word: string) => string
}

export function headingOf(column: ColumnName, language: Language): string {
  return headings[column][language]
}

/** A date as lists of this language write it: `1987-03-12`, `12.03.1987`, `12/03/1987`. */
function dated(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-')
  if (language === 'en') return iso
  return [day, month, year].join(language === 'ru' ? '.' : '/')
}

/** One cell of somebody's row. */
export function cellOf(column: ColumnName, one: Somebody, writing: Writing): string {
  const { language, script, heard, happened, dateOf } = writing
  const name = (word: string) => write(heard(word), script)
  const { year, month, day } = one.born
  const two = (value: number) => String(value).padStart(2, '0')
  const born = one.number % 9 === 4 ? String(year) : dated(`${year}-${two(month)}-${two(day)}`, language)
  const cells: Record<ColumnName, () => string> = {
    reference: () => `${two(one.unit)}/${1000 + one.number}`,
    name: () => fullName(one, name, language),
    family: () => name(one.family),
    given: () => name(one.given),
    father: () => name(one.father),
    mother: () => name(one.mother),
    sex: () => sexes[one.sex][language],
    born: () => born,
    age: () => String(Number(dateOf(0).slice(0, 4)) - year),
    place: () => write(one.place, script),
    number: () => (one.isSoldier ? one.serviceNumber : ''),
    rank: () => (one.isSoldier ? (ranks[one.rank]?.[language] ?? '') : ''),
    unit: () => (one.isSoldier ? `${one.unit} ${unit[language]}` : ''),
    captured: () => dated(dateOf(one.lostOn), language),
    released: () => dated(dateOf(happened(one)), language),
    died: () => dated(dateOf(happened(one)), language),
    heldAt: () => `${camp[language]} ${1 + (one.unit % 5)}`,
    remarks: () => (one.number % 11 === 3 ? (remarks[one.number % 3]?.[language] ?? '') : ''),
  }
  return cells[column]()
}

/** A name in one cell: Arabic lists give four names in a row, others the family first. */
function fullName(one: Somebody, name: (word: string) => string, language: Language): string {
  const parts = language === 'ar' ? [one.given, one.father, one.grandfather, one.family] : [one.family, one.given]
  return parts.map(name).join(' ')
}

/** The file of a list, as its sender would save it. */
export function fileOf(rows: readonly (readonly string[])[], file: Form['file']): Uint8Array<ArrayBuffer> {
  if (file === 'xlsx') return new Uint8Array(writeXlsx([{ name: '1', rows }]))
  if (file === 'csv') return new TextEncoder().encode(writeCsv(rows))
  return new TextEncoder().encode(rows.map((cells) => cells.join('\t')).join('\n'))
}
