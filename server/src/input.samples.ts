// Inputs that a contract's schema accepts, for tests that ask every operation there is, also those of tomorrow.
import { z } from 'zod'

/** Texts of the forms the contracts know; numbers and ids come from the test. */
const prefixes = ['R', 'P', 'TR', 'NM', 'COM', 'REP']
const texts = [
  'x',
  ...prefixes.map((prefix) => `${prefix}-00000000000`),
  '00000000-0000-4000-8000-ffffffffffff',
  '2026-03-04',
  '2026-03-04T08:00:00.000Z',
  'en',
  'M'.repeat(43),
  'a'.repeat(64),
  '1987',
]

/** Text that a schema of text accepts, first of all from what is given. */
function textFor(schema: z.ZodType, given: readonly string[]): string {
  const found = [...given, ...texts].find((text) => schema.safeParse(text).success)
  if (found === undefined)
    throw new Error(`no sample text is accepted: add one of the form ${JSON.stringify(z.toJSONSchema(schema))}`)
  return found
}

/** The shortest list that is accepted, of different words where there are words to choose from. */
function listFor(schema: z.ZodArray, given: Given, field: string): unknown[] {
  const { element } = schema
  const lengths = Array.from({ length: 6 }, (_, length) => length)
  const lists = lengths.map((length) =>
    element instanceof z.ZodEnum
      ? element.options.slice(0, length)
      : Array.from({ length }, () => sampleOf(element, given, field)),
  )
  return lists.find((list) => schema.safeParse(list).success) ?? []
}

/** Ids and numbers that are tried first wherever text is asked, or how to come by them for a field. */
type Given = readonly string[] | ((field: string) => readonly string[])

/** The least that a schema accepts: null where it may be null, nothing where it may be left out, the first of several. */
export function sampleOf(schema: z.core.$ZodType, given: Given, field = ''): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined
  if (schema instanceof z.ZodNullable) return null
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape)
        .map(([name, of]): [string, unknown] => [name, sampleOf(of, given, name)])
        .filter(([, value]) => value !== undefined),
    )
  if (schema instanceof z.ZodArray) return listFor(schema, given, field)
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
    const [first] = schema.options
    return first === undefined ? undefined : sampleOf(first, given, field)
  }
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodBoolean) return false
  if (schema instanceof z.ZodNumber) return [1, 0, 10].find((one) => schema.safeParse(one).success)
  if (schema instanceof z.ZodRecord) return {}
  if (schema instanceof z.ZodUnknown) return null
  if (schema instanceof z.ZodPipe) return sampleOf(schema.in, given, field)
  if (schema instanceof z.ZodType) return textFor(schema, typeof given === 'function' ? given(field) : given)
  throw new Error('a schema of a kind that is not known here')
}
