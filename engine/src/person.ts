/**
 * What the engine is told about a person: plain values, no party, no clock, no file.
 * Every value may be given several times: all known and former spellings are compared.
 */

/** One value or several readings of it; an empty text or an empty list is "not stated". */
export type Values = string | readonly string[]

/** One way a person is written down; parts that are not known are left out. */
export type PersonName = {
  /** the name as one text, when nobody said which word is which */
  readonly whole?: string
  readonly given?: string
  readonly patronymic?: string
  readonly father?: string
  readonly grandfather?: string
  readonly family?: string
  /** another name the person goes by: compared as a whole name of its own */
  readonly alias?: string
}

/** A record or a request. */
export type Person = {
  readonly id?: string
  readonly names: readonly PersonName[]
  /** mother's name */
  readonly mother?: Values
  /** dates in the EDTF subset of the house; several when day and month are ambiguous */
  readonly born?: Values
  /** completed years of life, with `ageAt` the date (EDTF) on which they were counted */
  readonly age?: number
  readonly ageAt?: string
  readonly sex?: string
  /** place of birth */
  readonly place?: Values
  /** service number */
  readonly number?: Values
  readonly unit?: Values
  /** any other column, compared by the kind its schema gives (`attribute` when none) */
  readonly fields?: Readonly<Record<string, Values>>
}

/**
 * How a field is compared. `date`: EDTF with slips; `place`: words by the name model, any order
 * (addresses too); `identifier`: nearly unique, one slip forgiven; `attribute`: equal or not, rare
 * values telling more than common ones.
 */
export type FieldKind = 'date' | 'place' | 'identifier' | 'attribute'

/** The kinds of the fields beyond the standard ones. */
export type Schema = { readonly fields?: Readonly<Record<string, FieldKind>> }

/** The standard fields and how they are compared. */
export const STANDARD_FIELDS: Readonly<Record<string, FieldKind>> = {
  born: 'date',
  sex: 'attribute',
  place: 'place',
  number: 'identifier',
  unit: 'place',
}

/** Roles of a word in a name; `whole` is a word nobody gave a role. */
export const ROLE = { whole: 0, given: 1, father: 2, grandfather: 3, family: 4, mother: 5 } as const

/** The role's name by its number, as used in reasons. */
export const ROLE_NAMES = ['name', 'given', 'father', 'grandfather', 'family', 'mother'] as const

/** A word of a name before it is interned: its text, its role, and which of the person's names it belongs to. */
export type RoledWord = { readonly word: string; readonly role: number; readonly name: number }

/** Several values as a list without empty ones. */
export function valuesOf(values: Values | undefined): string[] {
  if (values === undefined) return []
  const list = typeof values === 'string' ? [values] : values
  return list.map((value) => value.trim()).filter((value) => value !== '')
}

/** Every field of a person but names: key, kind and values, sorted by key so that sums never depend on order. */
export function fieldsOf(person: Person, schema: Schema): { key: string; kind: FieldKind; values: string[] }[] {
  const found: { key: string; kind: FieldKind; values: string[] }[] = []
  const born = valuesOf(person.born)
  if (born.length === 0 && person.age !== undefined && person.ageAt !== undefined) {
    const year = Number(person.ageAt.slice(0, 4)) - person.age
    if (Number.isInteger(year)) born.push(`${year - 1}~/${year}~`)
  }
  const put = (key: string, kind: FieldKind, values: string[]): void => {
    if (values.length > 0) found.push({ key, kind, values: values.slice(0, VALUES_MAX) })
  }
  put('born', 'date', born)
  put('sex', 'attribute', valuesOf(person.sex))
  put('place', 'place', valuesOf(person.place))
  put('number', 'identifier', valuesOf(person.number))
  put('unit', 'place', valuesOf(person.unit))
  for (const [key, values] of Object.entries(person.fields ?? {})) {
    if (key in STANDARD_FIELDS) continue
    put(key, schema.fields?.[key] ?? 'attribute', valuesOf(values))
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** More values of one field, names of one person or words of one name than these are not compared. */
export const VALUES_MAX = 8
export const NAMES_MAX = 8
export const WORDS_MAX = 8
