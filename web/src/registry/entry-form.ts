import { type enterRecord, EventKind, LegalStatus, NoticeKind } from '@solferino/server/registry/contract'
import { z } from 'zod'
import type { AskedOf } from '#kernel/client.ts'
import { readTyped } from '#ui/dates.ts'

const Word = z.string()

const EventTyped = z.object({ kind: EventKind.nullable(), on: Word, place: Word, note: Word })

/** One record as it is typed by hand: nothing is chosen beforehand, what stays empty is not stated. */
export const Form = z.object({
  context: Word,
  channel: Word,
  notice: NoticeKind.nullable(),
  confirmed: z.enum(['yes', 'no']).nullable(),
  receivedOn: Word,
  source: z.enum(['list', 'person', 'document']).nullable(),
  listNumber: Word,
  listDate: Word,
  informant: Word,
  reference: Word,
  literal: Word,
  name: Word,
  given: Word,
  patronymic: Word,
  father: Word,
  grandfather: Word,
  family: Word,
  alias: Word,
  sex: z.enum(['female', 'male']).nullable(),
  born: Word,
  age: Word,
  birthPlace: Word,
  mother: Word,
  serviceNumber: Word,
  documentNumber: Word,
  unit: Word,
  rank: Word,
  occupation: Word,
  legalStatus: LegalStatus.shape.status.nullable(),
  legalWritten: Word,
  remarks: Word,
  events: z.array(EventTyped),
})
export type Form = z.infer<typeof Form>
export type EventTyped = z.infer<typeof EventTyped>

export const emptyEvent: EventTyped = { kind: null, on: '', place: '', note: '' }
export const emptyForm: Form = {
  context: '',
  channel: '',
  notice: null,
  confirmed: null,
  receivedOn: '',
  source: null,
  listNumber: '',
  listDate: '',
  informant: '',
  reference: '',
  literal: '',
  name: '',
  given: '',
  patronymic: '',
  father: '',
  grandfather: '',
  family: '',
  alias: '',
  sex: null,
  born: '',
  age: '',
  birthPlace: '',
  mother: '',
  serviceNumber: '',
  documentNumber: '',
  unit: '',
  rank: '',
  occupation: '',
  legalStatus: null,
  legalWritten: '',
  remarks: '',
  events: [],
}

type Asked = AskedOf<typeof enterRecord>

/** What has not been said yet, by the name of its field; empty when the record can be entered. */
export function missing(form: Form, context: string): string[] {
  const isNamed = [form.name, form.given, form.family].some(isSaid) || form.notice === 'remains_handed_over'
  const isFromList = form.source === 'list'
  const dates = [form.listDate, form.born, ...form.events.map(({ on }) => on)]
  const asked: readonly (readonly [string, boolean])[] = [
    ['channel', context !== '' && form.channel !== ''],
    ['notice', form.notice !== null],
    ['confirmed', form.confirmed !== null],
    ['receivedOn', form.receivedOn !== ''],
    ['sourceKind', form.source !== null],
    ['listNumber', !isFromList || isSaid(form.listNumber)],
    ['informant', isFromList || form.source === null || isSaid(form.informant) || isSaid(form.reference)],
    ['literal', isSaid(form.literal)],
    ['name', isNamed],
    ['dates', dates.every((one) => readTyped(one) !== 'wrong')],
    ['age', form.age.trim() === '' || ageOf(form.age) !== null],
    ['eventKind', form.events.every(({ kind }) => kind !== null)],
  ]
  return asked.filter(([, isGiven]) => !isGiven).map(([field]) => field)
}

/** The record as the server takes it, null while something is still to be said. */
export function recordOf(form: Form, context: string): Asked | null {
  const { notice, source, confirmed } = form
  if (notice === null || source === null || confirmed === null || missing(form, context).length > 0) return null
  return {
    context,
    channel: form.channel,
    notice,
    confirmed: confirmed === 'yes',
    receivedOn: form.receivedOn,
    content: {
      description: descriptionOf(form),
      events: form.events.flatMap(({ kind, on, place, note }) =>
        kind === null ? [] : [{ kind, on: dateOf(on), place: said(place), note: said(note) }],
      ),
      legalStatus: form.legalStatus && { status: form.legalStatus, written: said(form.legalWritten) },
      source: {
        kind: source,
        listNumber: source === 'list' ? said(form.listNumber) : null,
        listDate: source === 'list' ? dateOf(form.listDate) : null,
        row: null,
        informant: said(form.informant),
        reference: said(form.reference),
      },
      remarks: said(form.remarks),
      kept: [],
      literal: form.literal,
    },
  }
}

function descriptionOf(form: Form): Asked['content']['description'] {
  return {
    names: [
      {
        whole: said(form.name),
        given: said(form.given),
        patronymic: said(form.patronymic),
        father: said(form.father),
        grandfather: said(form.grandfather),
        family: said(form.family),
      },
    ],
    aliases: isSaid(form.alias) ? [form.alias.trim()] : [],
    sex: form.sex,
    born: dateOf(form.born),
    age: ageOf(form.age),
    birthPlace: said(form.birthPlace),
    mother: said(form.mother),
    serviceNumber: said(form.serviceNumber),
    documentNumber: said(form.documentNumber),
    unit: said(form.unit),
    rank: said(form.rank),
    occupation: said(form.occupation),
  }
}

const yearsMax = 130

function ageOf(typed: string): number | null {
  const years = Number(typed.trim())
  return typed.trim() !== '' && Number.isInteger(years) && years >= 0 && years <= yearsMax ? years : null
}

function dateOf(typed: string) {
  const date = readTyped(typed)
  return date === 'wrong' ? null : date
}

const isSaid = (typed: string): boolean => typed.trim() !== ''
const said = (typed: string): string | null => (isSaid(typed) ? typed.trim() : null)
