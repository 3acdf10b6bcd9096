import { z } from 'zod'

/** Text as somebody wrote it, in any script. */
export const Text = z.string().trim().min(1).max(300)

/** One way a person's name was written: in parts where they were told apart, whole where not. */
export const NameForm = z.object({
  whole: Text.nullable(),
  given: Text.nullable(),
  patronymic: Text.nullable(),
  father: Text.nullable(),
  grandfather: Text.nullable(),
  family: Text.nullable(),
})

const edtf = /^(\d{4}(-\d{2}(-\d{2})?)?~?|\.\.\/\d{4}|\d{4}\/(\d{4}|\.\.))$/

/** A partial date (an EDTF subset: `1987`, `1987-03`, `1987-03-12`, `1989/1991`, `../1990`, `1990~`), both readings where day and month are ambiguous. */
export const PartialDate = z.object({
  edtf: z.string().regex(edtf),
  /** The second reading of an ambiguous day and month; null when there is one reading. */
  other: z.string().regex(edtf).nullable(),
  calendar: z.enum(['gregorian', 'solar_hijri', 'hijri']),
  /** As it was written. */
  written: Text.nullable(),
})

/** What a source says of a person: nothing here is a truth, and `null` is "not stated", which contradicts nothing. */
export const Description = z.object({
  /** All spellings this source gives; the first is the main one. */
  names: z.array(NameForm).min(1).max(8),
  aliases: z.array(Text).max(10),
  sex: z.enum(['female', 'male']).nullable(),
  born: PartialDate.nullable(),
  /** Whole years at the time of the statement. */
  age: z.number().int().min(0).max(130).nullable(),
  birthPlace: Text.nullable(),
  mother: Text.nullable(),
  serviceNumber: Text.nullable(),
  documentNumber: Text.nullable(),
  unit: Text.nullable(),
  rank: Text.nullable(),
  occupation: Text.nullable(),
})
