/** What kind of thing a column holds: decides how its values are read and how the engine compares them. */
export type FieldKind = 'key' | 'name' | 'date' | 'datePart' | 'place' | 'identifier' | 'attribute' | 'text'

/**
 * The fields a column of a list may be about, in the words of the field (GC III 17, 70, 122; GC IV 138), and their
 * kind. `born` … `died` are dates; `captured`, `released` and `died` are events whose date stands in its own column,
 * `event` is a date whose meaning another column (`status`) tells.
 */
export const fields = {
  id: 'key',
  rowNumber: 'key',
  list: 'key',
  name: 'name',
  given: 'name',
  patronymic: 'name',
  father: 'name',
  grandfather: 'name',
  family: 'name',
  alias: 'name',
  mother: 'name',
  born: 'date',
  bornYear: 'datePart',
  bornMonth: 'datePart',
  bornDay: 'datePart',
  age: 'datePart',
  sex: 'attribute',
  place: 'place',
  number: 'identifier',
  document: 'identifier',
  rank: 'attribute',
  unit: 'attribute',
  status: 'attribute',
  event: 'date',
  captured: 'date',
  released: 'date',
  died: 'date',
  heldAt: 'place',
  address: 'place',
  postcode: 'identifier',
  contact: 'identifier',
  nationality: 'attribute',
  occupation: 'attribute',
  maritalStatus: 'attribute',
  ethnicity: 'attribute',
  remarks: 'text',
} as const satisfies Record<string, FieldKind>

export type Field = keyof typeof fields

/** True when a word is the name of a field. */
export function isField(word: string): word is Field {
  return Object.hasOwn(fields, word)
}
