import { type fileRequest, relations, WayToCall } from '@solferino/server/tracing/contract'
import { z } from 'zod'
import type { AskedOf } from '#kernel/client.ts'

const Word = z.string()

/** What is typed into the form of a request, as it is kept in a draft: words, each possibly empty. */
export const Form = z.object({
  context: Word,
  enquirer: Word,
  way: WayToCall.shape.way,
  reach: Word,
  safeContact: Word,
  relation: z.enum(relations).nullable(),
  name: Word,
  given: Word,
  father: Word,
  family: Word,
  sex: z.enum(['female', 'male']).nullable(),
  born: Word,
  birthPlace: Word,
  mother: Word,
  unit: Word,
  lastOn: Word,
  lastFrom: Word,
  circumstances: Word,
  placesAlleged: Word,
  silence: z.record(z.string(), z.enum(['unknown', 'not_asked'])),
})
export type Form = z.infer<typeof Form>

export const emptyForm: Form = {
  context: '',
  enquirer: '',
  way: 'telephone',
  reach: '',
  safeContact: '',
  relation: null,
  name: '',
  given: '',
  father: '',
  family: '',
  sex: null,
  born: '',
  birthPlace: '',
  mother: '',
  unit: '',
  lastOn: '',
  lastFrom: '',
  circumstances: '',
  placesAlleged: '',
  silence: {},
}

const partial = /^(\d{4}(-\d{2}(-\d{2})?)?~?|\.\.\/\d{4}|\d{4}\/(\d{4}|\.\.))$/

/** Whether a date can be kept as it is typed: empty, or a year, a month, a day, about a year, or a span of years. */
export function isPartialDate(typed: string): boolean {
  return typed.trim() === '' || partial.test(typed.trim())
}

/** A name of the sought person and a way to call back are enough. */
export function isEnough(form: Form): boolean {
  const isNamed = [form.name, form.given, form.family].some((one) => one.trim() !== '')
  const isReached = form.enquirer.trim() !== '' && form.reach.trim() !== ''
  return isNamed && isReached && isPartialDate(form.born) && isPartialDate(form.lastOn)
}

/** The form as the server takes it: what was left empty is not stated, or silent for a reason that was given. */
export function requestOf(form: Form, context: string): AskedOf<typeof fileRequest> {
  const lastOn = dateOf(form.lastOn)
  const from = said(form.lastFrom)
  const name = { whole: said(form.name), patronymic: null, grandfather: null }
  return {
    context,
    enquirer: {
      name: form.enquirer,
      ways: [{ way: form.way, value: form.reach, note: null }],
      safeContact: said(form.safeContact),
      relation: form.relation,
      relationWords: null,
      identityChecked: null,
      relationChecked: null,
      riskConsidered: null,
      language: null,
      interpreter: null,
      minor: null,
      accompaniedBy: null,
      silence: silenceOf(form, ['relation', 'safeContact']),
    },
    sought: {
      description: {
        names: [{ ...name, given: said(form.given), father: said(form.father), family: said(form.family) }],
        aliases: [],
        sex: form.sex,
        born: dateOf(form.born),
        age: null,
        birthPlace: said(form.birthPlace),
        mother: said(form.mother),
        serviceNumber: null,
        documentNumber: null,
        unit: said(form.unit),
        rank: null,
        occupation: null,
      },
      minor: null,
      lastContact: lastOn || from !== null ? { on: lastOn, means: null, from, content: null } : null,
      circumstances: said(form.circumstances),
      placesAlleged: said(form.placesAlleged),
      searchedAlready: null,
      wishes: null,
      silence: silenceOf(form, soughtFields),
    },
  }
}

const soughtFields = [
  'sex',
  'born',
  'birthPlace',
  'mother',
  'unit',
  'lastOn',
  'lastFrom',
  'circumstances',
  'placesAlleged',
] as const

/** A reason for silence is kept only where nothing was said. */
function silenceOf(form: Form, fields: readonly (keyof Form)[]): Form['silence'] {
  const silent = Object.entries(form.silence).filter(([field]) =>
    fields.some((one) => one === field && (form[one] === null || form[one] === '')),
  )
  return Object.fromEntries(silent)
}

function said(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}

function dateOf(typed: string) {
  const edtf = said(typed)
  return edtf === null ? null : { edtf, other: null, calendar: 'gregorian' as const, written: edtf }
}
