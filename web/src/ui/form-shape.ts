// What a form asks, read from the schema of its operation: one declaration gives the check, the fields and the limits.
import { z } from 'zod'
import { readTyped } from '#ui/dates.ts'

export type Part = {
  readonly name: string
  /** `day` is of our own calendar, `date` is as far as it is known; `lines` are one word or name a line. */
  readonly kind: 'line' | 'words' | 'day' | 'date' | 'choice' | 'choices' | 'yes' | 'lines' | 'group' | 'groups'
  readonly isRequired: boolean
  readonly lengthMax: number
  readonly options: readonly string[]
  readonly parts: readonly Part[]
}

/** What was typed, as it stands in the fields: a choice by its word, yes as `yes`, several choices or lines one a line. */
export type Typed = string | TypedGroup | readonly TypedGroup[]
export type TypedGroup = { readonly [name: string]: Typed }

const isTyped: z.ZodType<Typed> = z.lazy(() => z.union([z.string(), z.record(z.string(), isTyped), z.array(TypedKept)]))
/** A form as a draft keeps it. */
export const TypedKept: z.ZodType<TypedGroup> = z.record(z.string(), isTyped)

/** The parts of an object's schema in its order. What is fixed, or is no matter of a form, is left out. */
export function partsOf(schema: z.ZodObject, leftOut: readonly string[] = []): Part[] {
  return Object.entries(schema.shape).flatMap(([name, of]) => {
    const part = leftOut.includes(name) ? null : partOf(name, of, true)
    return part ? [part] : []
  })
}

const bare = { lengthMax: 300, options: [], parts: [] } as const

function partOf(name: string, schema: z.core.$ZodType, isRequired: boolean): Part | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return partOf(name, schema.unwrap(), false)
  if (schema instanceof z.ZodISODate) return { ...bare, name, kind: 'day', isRequired }
  if (schema instanceof z.ZodBoolean) return { ...bare, name, kind: 'yes', isRequired: false }
  if (schema instanceof z.ZodEnum)
    return { ...bare, name, kind: 'choice', isRequired, options: schema.options.map(String) }
  if (schema instanceof z.ZodObject) {
    if ('edtf' in schema.shape) return { ...bare, name, kind: 'date', isRequired }
    const parts = partsOf(schema)
    // An object of which nothing can be typed (a span of a text) is no matter of a form.
    return parts.length === 0 ? null : { ...bare, name, kind: 'group', isRequired, parts }
  }
  if (schema instanceof z.ZodArray) return arrayPart(name, schema)
  if (!(schema instanceof z.ZodString) && !(schema instanceof z.ZodStringFormat)) return null
  const lengthMax = schema.maxLength ?? bare.lengthMax
  return { ...bare, name, kind: lengthMax > bare.lengthMax ? 'words' : 'line', isRequired, lengthMax }
}

function arrayPart(name: string, schema: z.ZodArray): Part {
  const isRequired = !schema.safeParse([]).success
  const { element } = schema
  if (element instanceof z.ZodObject) return { ...bare, name, kind: 'groups', isRequired, parts: partsOf(element) }
  if (element instanceof z.ZodEnum)
    return { ...bare, name, kind: 'choices', isRequired, options: element.options.map(String) }
  return { ...bare, name, kind: 'lines', isRequired, lengthMax: 6_000 }
}

/** A form in which nothing is typed. Where at least one is needed, one row stands ready. */
export function emptyParts(parts: readonly Part[]): TypedGroup {
  return Object.fromEntries(
    parts.map(({ name, kind, parts: inner, isRequired }): [string, Typed] => {
      if (kind === 'group') return [name, emptyParts(inner)]
      if (kind === 'groups') return [name, isRequired ? [emptyParts(inner)] : []]
      return [name, '']
    }),
  )
}

/** A value as it would have been typed, to be corrected. */
export function typedParts(parts: readonly Part[], value: unknown): TypedGroup {
  const held = recordOf(value)
  return Object.fromEntries(parts.map((part): [string, Typed] => [part.name, typedPart(part, held[part.name])]))
}

function typedPart({ kind, parts }: Part, value: unknown): Typed {
  if (kind === 'group') return value === null || value === undefined ? emptyParts(parts) : typedParts(parts, value)
  if (kind === 'groups') return listOf(value).map((one) => typedParts(parts, one))
  if (kind === 'lines' || kind === 'choices') return listOf(value).map(String).join('\n')
  if (kind === 'yes') return value === true ? 'yes' : ''
  if (kind === 'date') {
    const date = recordOf(value)
    return typeof date['edtf'] === 'string' ? date['edtf'] : ''
  }
  return typeof value === 'string' ? value : ''
}

/** What was said by what was typed, and the fields at which something is missing or wrong, by their names. */
export type Said = { readonly value: Readonly<Record<string, unknown>>; readonly lacking: readonly string[] }

export function saidParts(parts: readonly Part[], typed: TypedGroup): Said {
  const lacking: string[] = []
  const entries = parts.map((part): [string, unknown] => {
    const said = saidPart(part, typed[part.name] ?? '')
    lacking.push(...said.lacking)
    return [part.name, said.value]
  })
  return { value: Object.fromEntries(entries), lacking }
}

function saidPart(part: Part, typed: Typed): { readonly value: unknown; readonly lacking: readonly string[] } {
  const { name, kind, parts, isRequired } = part
  if (kind === 'groups') {
    const rows = Array.isArray(typed) ? typed : []
    const said = rows.map((row) => saidParts(parts, row))
    const lacking = said.flatMap((one) => one.lacking)
    return { value: said.map((one) => one.value), lacking: isRequired && rows.length === 0 ? [name] : lacking }
  }
  if (kind === 'group') {
    const group = typeof typed === 'object' && !Array.isArray(typed) ? groupOf(typed) : emptyParts(parts)
    if (!isRequired && isEmpty(group)) return { value: null, lacking: [] }
    return saidParts(parts, group)
  }
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (kind === 'yes') return { value: text === 'yes', lacking: [] }
  if (kind === 'lines' || kind === 'choices') {
    const lines = linesOf(text)
    return { value: lines, lacking: isRequired && lines.length === 0 ? [name] : [] }
  }
  if (text === '') return { value: null, lacking: isRequired ? [name] : [] }
  if (kind !== 'date') return { value: text, lacking: [] }
  const date = readTyped(text)
  return date === 'wrong' ? { value: null, lacking: [name] } : { value: date, lacking: [] }
}

/** Whether nothing at all stands in a group. */
function isEmpty(group: TypedGroup): boolean {
  return Object.values(group).every((one) => {
    if (typeof one === 'string') return one.trim() === ''
    return Array.isArray(one) ? one.every(isEmpty) : isEmpty(groupOf(one))
  })
}

export function groupOf(typed: Typed | undefined): TypedGroup {
  return TypedKept.safeParse(typed).data ?? {}
}

/** Several words typed one a line. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** An object of which nothing is known but that it has names. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).safeParse(value).data ?? {}
}

export function listOf(value: unknown): readonly unknown[] {
  return z.array(z.unknown()).safeParse(value).data ?? []
}
