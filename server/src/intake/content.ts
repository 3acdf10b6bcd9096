import { type DateReading, type Field, type Mapping, type PersonValues, readValues, type Row } from '@solferino/reading'
import { Content, type EventClaim, type NameForm, type PartialDate } from '@solferino/server/registry/contract'
import type { z } from 'zod'
import type { CellProblem, Envelope, RowReason } from './contract.ts'
import { eventOfKind, holdsBack, keptDate } from './domain.ts'

type Problem = z.output<typeof CellProblem>
type Claim = z.output<typeof EventClaim>
type Enveloped = z.output<typeof Envelope>

/** What a row says: a record's content, or why a person has to look at it first. Both carry the problems of its cells. */
export type RowRead = {
  readonly content: z.output<typeof Content> | null
  readonly reason: z.output<typeof RowReason> | null
  readonly column: number | null
  readonly problems: Problem[]
}

const lineLengthMax = 20_000
const textLengthMax = 300
const longTextLengthMax = 2_000

/** Reads a row by a mapping into what it claims, under the envelope of its list. Nothing is guessed that no cell says. */
export function readRow(
  row: Row,
  mapping: Mapping,
  by: { readonly envelope: Enveloped; readonly asItStands: boolean; readonly yearMax: number },
): RowRead {
  const { values, problems: found } = readValues(row, mapping, { yearMax: by.yearMax })
  const problems: Problem[] = [
    ...found.map(({ code, column, field }) => ({ code, column: column ?? null, field })),
    ...tooLong(row, mapping),
  ]
  if (row.line.length > lineLengthMax) return { content: null, reason: 'line_too_long', column: null, problems }
  const held = holdsBack(problems, { kind: by.envelope.kind, asItStands: by.asItStands })
  if (held) return { content: null, reason: held.code, column: held.column, problems }
  const unread = new Set(problems.flatMap(({ code, column }) => (code === 'date_ambiguous' ? [] : [column])))
  const parsed = Content.safeParse(contentOf({ row, mapping, values, unread, envelope: by.envelope }))
  // A row whose parts pass one by one and not together is held back whole, never half registered.
  if (!parsed.success) return { content: null, reason: 'cell_too_long', column: null, problems }
  return { content: parsed.data, reason: null, column: null, problems }
}

function tooLong(row: Row, mapping: Mapping): Problem[] {
  return mapping.columns.flatMap(({ field }, at) => {
    const length = row.cells[at]?.trim().length ?? 0
    if (field === null || length <= (field === 'remarks' ? longTextLengthMax : textLengthMax)) return []
    return [{ code: 'cell_too_long' as const, column: at + 1, field }]
  })
}

type Parts = {
  readonly row: Row
  readonly mapping: Mapping
  readonly values: PersonValues
  /** Columns that could not be read: they are kept as written and say nothing. */
  readonly unread: ReadonlySet<number | null>
  readonly envelope: Enveloped
}

function contentOf(parts: Parts): z.input<typeof Content> {
  const { row, values, envelope } = parts
  const text = (field: keyof PersonValues['texts']): string | null => fitting(values.texts[field]?.[0])
  const date = (field: keyof PersonValues['dates']) => dateOf(values.dates[field], writtenIn(parts, field))
  const events = eventsOf(envelope, { date, place: text('heldAt'), status: text('status') })
  const born = dateOf(values.dates.born, writtenIn(parts, 'born') ?? writtenBirth(parts))
  return {
    description: {
      names: namesOf(values),
      aliases: [...(values.texts.alias ?? []), ...(values.parts?.alias ? [values.parts.alias] : [])]
        .filter((alias) => fitting(alias) !== null)
        .slice(0, 10),
      sex: values.sex === undefined ? null : values.sex === 'f' ? 'female' : 'male',
      born,
      age: values.age ?? null,
      birthPlace: text('place'),
      mother: text('mother'),
      serviceNumber: text('number'),
      documentNumber: text('document'),
      unit: text('unit'),
      rank: text('rank'),
      occupation: text('occupation'),
    },
    events,
    legalStatus: envelope.legalStatus && {
      ...envelope.legalStatus,
      written: text('status') ?? envelope.legalStatus.written,
    },
    source: {
      kind: 'list',
      listNumber: envelope.number,
      listDate: envelope.date,
      row: row.row,
      informant: envelope.handedOverBy,
      reference: fitting(values.id),
    },
    remarks: values.texts.remarks?.join('\n').slice(0, longTextLengthMax) ?? null,
    kept: keptOf(parts, events.length > 0),
    literal: row.line === '' ? row.cells.join('\t') : row.line,
  }
}

function fitting(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' || trimmed.length > textLengthMax ? null : trimmed
}

/** All spellings, in parts where columns or the form of the name tell them apart; the whole as written beside them. */
function namesOf({ texts, parts }: PersonValues): z.input<typeof NameForm>[] {
  const whole = texts.name ?? (texts.given || texts.family ? [] : (texts.alias ?? []).slice(0, 1))
  const count = Math.max(1, whole.length, texts.given?.length ?? 0, texts.family?.length ?? 0)
  const spelling = (field: 'given' | 'patronymic' | 'father' | 'grandfather' | 'family', at: number) => {
    const own = texts[field]
    return fitting(own?.[at] ?? own?.[0] ?? (at === 0 ? parts?.[field] : undefined))
  }
  return Array.from({ length: Math.min(count, 8) }, (_, at) => ({
    whole: fitting(whole[at]),
    given: spelling('given', at),
    patronymic: spelling('patronymic', at),
    father: spelling('father', at),
    grandfather: spelling('grandfather', at),
    family: spelling('family', at),
  }))
}

function dateOf(reading: DateReading | undefined, written: string | null): z.input<typeof PartialDate> | null {
  const [first, second] = reading?.readings ?? []
  const edtf = first === undefined ? null : keptDate(first)
  if (reading === undefined || edtf === null) return null
  const calendar = reading.calendar === 'solar-hijri' ? ('solar_hijri' as const) : reading.calendar
  return { edtf, other: second === undefined ? null : keptDate(second), calendar, written }
}

function writtenIn({ row, mapping }: Parts, field: Field): string | null {
  return fitting(row.cells[mapping.columns.findIndex((column) => column.field === field)])
}

function writtenBirth(parts: Parts): string | null {
  const fields = ['bornYear', 'bornMonth', 'bornDay'] as const
  return fields.flatMap((field) => writtenIn(parts, field) ?? []).join('-') || null
}

type Dated = {
  readonly date: (field: 'event' | 'captured' | 'released' | 'died') => z.input<typeof PartialDate> | null
  readonly place: string | null
  readonly status: string | null
}

/** What the list tells of the person by its kind, and what dated columns of the row tell besides. */
function eventsOf(envelope: Enveloped, { date, place, status }: Dated): z.input<typeof EventClaim>[] {
  const kind = eventOfKind[envelope.kind] ?? (place === null ? null : 'held')
  const own = kind === 'release' ? date('released') : kind === 'death' ? date('died') : null
  const main = kind === null ? [] : [{ kind, on: own ?? date('event'), place, note: status }]
  const beside = (event: Claim['kind'], field: 'captured' | 'released' | 'died') => {
    const on = event === kind ? null : date(field)
    return on === null ? [] : [{ kind: event, on, place: null, note: null }]
  }
  return [...beside('capture', 'captured'), ...main, ...beside('release', 'released'), ...beside('death', 'died')]
}

const keptFields: ReadonlySet<Field> = new Set([
  'rowNumber',
  'list',
  'address',
  'postcode',
  'contact',
  'nationality',
  'maritalStatus',
  'ethnicity',
])

/** What the row says besides, under the sender's own headings. The literal line has everything in any case. */
function keptOf({ row, mapping, unread }: Parts, hasEvent: boolean) {
  const kept = mapping.columns.flatMap(({ heading, field }, at) => {
    const value = row.cells[at]?.trim() ?? ''
    const told = field !== null && !keptFields.has(field) && !unread.has(at + 1)
    const toldByEvent = hasEvent || (field !== 'status' && field !== 'event')
    if (value === '' || (told && toldByEvent)) return []
    return [{ heading: heading.slice(0, textLengthMax), value: value.slice(0, longTextLengthMax) }]
  })
  return kept.slice(0, 60)
}
