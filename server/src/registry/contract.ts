import { z } from 'zod'
import { Cursor, Id, Instant, RecordNumber } from '#kernel/contract'
import { command, query } from '#kernel/operation'

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

/** What kind of notice a record came by; it decides what it can mean (workflow 4). */
export const NoticeKind = z.enum([
  'held',
  'released_or_exchanged',
  'deaths',
  'remains_handed_over',
  'graves',
  'hospital',
  'own_missing_sought',
  'replies',
  'statement',
])

export const EventKind = z.enum([
  'held',
  'capture',
  'transfer',
  'hospital',
  'release',
  'exchange',
  'repatriation',
  'escape',
  'death',
  'burial',
  'remains_handed_over',
  'own_missing_sought',
  'seen',
])

/** One thing a source says has happened: where, in the source's own words, and when, as far as it was told. */
export const EventClaim = z.object({
  kind: EventKind,
  on: PartialDate.nullable(),
  place: Text.nullable(),
  note: z.string().trim().min(1).max(2_000).nullable(),
})

/** A status under the law, always "as claimed by" the source; the house decides none (GC III 4, 5). */
export const LegalStatus = z.object({
  status: z.enum([
    'prisoner_of_war',
    'retained',
    'civilian_internee',
    'security_detainee',
    'criminal_detainee',
    'disputed',
    'unknown',
  ]),
  written: Text.nullable(),
})

/** Where a record comes from: a row of a list, or a person or paper that somebody of the house took down. */
export const Source = z.object({
  kind: z.enum(['list', 'person', 'document']),
  listNumber: Text.nullable(),
  listDate: PartialDate.nullable(),
  row: z.number().int().min(1).nullable(),
  /** Who said it, or who handed it over. */
  informant: Text.nullable(),
  /** The authority's own reference. */
  reference: Text.nullable(),
})

/** All that a record says. It is never changed; a correction is another record. */
export const Content = z.object({
  description: Description,
  events: z.array(EventClaim).max(20),
  legalStatus: LegalStatus.nullable(),
  source: Source,
  remarks: z.string().trim().min(1).max(2_000).nullable(),
  /** What the source told besides, under its own headings. */
  kept: z.array(z.object({ heading: z.string().max(300), value: z.string().max(2_000) })).max(60),
  /** The line as it stood, or the words as they were said. */
  literal: z.string().min(1).max(20_000),
})

/** A list as it was received: a message of a bureau or of an armed group's office (domain/08). */
export const ListNumber = z.string().regex(/^NM-[0-9A-HJKMNP-TV-Z]{11}$/)

export const WithdrawnReason = z.enum(['sender_withdrew', 'sender_corrected'])
const Day = z.iso.date()
export const RecordId = z.string().regex(/^(R|RM)-[0-9A-HJKMNP-TV-Z]{11}$/)
const PersonId = z.string().regex(/^P-[0-9A-HJKMNP-TV-Z]{11}$/)

const marks = {
  id: RecordId,
  context: Id,
  /** A party's id, `families` or `house`. */
  channel: z.string(),
  notice: NoticeKind,
  /** False for the sender's own missing and for remains: nothing in them says that the sender holds somebody. */
  countsAsNotice: z.boolean(),
  list: ListNumber.nullable(),
  unconfirmed: z.boolean(),
  withdrawnAt: Instant.nullable(),
  withdrawnReason: WithdrawnReason.nullable(),
  replacedBy: RecordId.nullable(),
  receivedOn: Day,
  enteredAt: Instant,
  /** The person it was decided to speak of; null where there is none, or the reader does not see all of the context. */
  person: PersonId.nullable(),
}

export const RecordNumbered = z.object({ ...marks, content: Content })
export const RecordLine = z.object({ ...marks, name: z.string(), row: z.number().int().nullable() })

/** One record as a source said it, with its channel, date and literal line. */
export const readRecord = query({
  name: 'registry.readRecord',
  path: '/records/:id',
  needs: 'registry.read',
  input: z.object({ id: RecordId }),
  output: RecordNumbered,
  refusals: ['record_unknown', 'record_erased'],
})

const paged = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: Cursor.optional() }

/** The records a reader may see, newest first; filtered by what stands in clear only. */
export const listRecords = query({
  name: 'registry.listRecords',
  path: '/records',
  needs: 'registry.read',
  input: z.object({
    context: Id.optional(),
    channel: z.string().max(40).optional(),
    list: ListNumber.optional(),
    notice: NoticeKind.optional(),
    mark: z.enum(['unconfirmed', 'withdrawn', 'none']).optional(),
    ...paged,
  }),
  output: z.object({ records: z.array(RecordLine), next: Cursor.nullable() }),
  refusals: ['cursor_unknown'],
})

export const AttributeName = z.enum([
  'name',
  'alias',
  'sex',
  'born',
  'age',
  'birthPlace',
  'mother',
  'serviceNumber',
  'documentNumber',
  'unit',
  'rank',
  'occupation',
  'legalStatus',
])

export const AttributeClaim = z.object({
  record: RecordId,
  channel: z.string(),
  receivedOn: Day,
  unconfirmed: z.boolean(),
  withdrawn: z.boolean(),
  text: z.string().nullable(),
  name: NameForm.nullable(),
  date: PartialDate.nullable(),
})

/** All that was claimed of one attribute. `contradicts`: the claims cannot all be right; `differs`: they are not written alike. */
export const Attribute = z.object({
  attribute: AttributeName,
  agreement: z.enum(['one', 'same', 'differs', 'contradicts']),
  claims: z.array(AttributeClaim),
})

export const TimelineEntry = z.object({
  ...EventClaim.shape,
  record: RecordId,
  channel: z.string(),
  receivedOn: Day,
  unconfirmed: z.boolean(),
  withdrawn: z.boolean(),
})

export const LinkBasis = z.enum(['same_identifiers', 'same_source_again', 'told_by_source', 'accepted_pair'])
export const Link = z.object({
  id: Id,
  first: RecordId,
  second: RecordId,
  basis: LinkBasis,
  linkedAt: Instant,
  linkedBy: z.string(),
  endedAt: Instant.nullable(),
})

export const Person = z.object({
  id: PersonId,
  context: Id,
  formedAt: Instant,
  records: z.array(RecordNumbered),
  attributes: z.array(Attribute),
  timeline: z.array(TimelineEntry),
  links: z.array(Link),
})

/** A person as the house has it: the records people decided belong together, each claim with its source and date. */
export const readPerson = query({
  name: 'registry.readPerson',
  path: '/persons/:id',
  needs: 'registry.read',
  input: z.object({ id: PersonId }),
  output: Person,
  refusals: ['person_unknown'],
})

export const listPersons = query({
  name: 'registry.listPersons',
  path: '/persons',
  needs: 'registry.read',
  input: z.object({ context: Id.optional(), ...paged }),
  output: z.object({
    persons: z.array(z.object({ id: PersonId, formedAt: Instant, name: z.string(), recordCount: z.number().int() })),
    next: Cursor.nullable(),
  }),
  refusals: ['cursor_unknown'],
})

/** One record typed by a person of the house: who said it and in which words is asked, never guessed. */
export const enterRecord = command({
  name: 'registry.enterRecord',
  path: '/records',
  needs: 'registry.write',
  input: z.object({
    context: Id,
    channel: z.string().min(1).max(40),
    notice: NoticeKind,
    /** Whether it is confirmed that this comes from the source it names. */
    confirmed: z.boolean(),
    receivedOn: Day,
    content: Content,
  }),
  output: z.object({ id: RecordId }),
  refusals: ['channel_unknown', 'source_unnamed', 'received_in_future', 'remains_without_event'],
})

const Ended = z.enum(['decided_wrongly', 'contradicted', 'source_withdrew'])

/** Proposes that two records speak of one person; a second person confirms. */
export const linkRecords = command({
  name: 'registry.linkRecords',
  path: '/records/:id/link',
  needs: 'registry.link',
  input: z.object({ id: RecordId, other: RecordId, basis: LinkBasis.exclude(['accepted_pair']) }),
  output: z.object({ proposal: Id }),
  refusals: ['record_unknown', 'same_record', 'other_context', 'already_linked', 'remains_form_no_person', 'withdrawn'],
})

/** Proposes to end a link. The set falls apart along it, and every record stays as it is. */
export const unlinkRecords = command({
  name: 'registry.unlinkRecords',
  path: '/links/:id/end',
  needs: 'registry.link',
  input: z.object({ id: Id, reason: Ended }),
  output: z.object({ proposal: Id }),
  refusals: ['link_unknown', 'link_ended'],
})

export const EraseGround = z.enum(['person_objects', 'entered_in_error', 'no_longer_lawful'])

/**
 * Proposes to erase a record, a person with all records, or whatever another room holds under this number. The lead or
 * the head confirms; the keys are destroyed and a tombstone stays (domain/05 3.5).
 */
export const erase = command({
  name: 'registry.erase',
  path: '/subjects/:id/erase',
  needs: 'registry.erase',
  input: z.object({ id: RecordNumber, ground: EraseGround }),
  output: z.object({ proposal: Id }),
  refusals: ['subject_unknown', 'already_erased'],
})

export const events = {
  recordRegistered: z.strictObject({ notice: NoticeKind, list: ListNumber.nullable(), unconfirmed: z.boolean() }),
  recordConfirmed: z.strictObject({ list: ListNumber.nullable() }),
  recordWithdrawn: z.strictObject({
    list: ListNumber.nullable(),
    reason: WithdrawnReason,
    replacedBy: RecordId.nullable(),
  }),
  recordsLinked: z.strictObject({ link: Id, first: RecordId, second: RecordId, basis: LinkBasis }),
  linkEnded: z.strictObject({ link: Id, first: RecordId, second: RecordId, reason: z.string() }),
  personFormed: z.strictObject({ recordCount: z.number().int() }),
  personChanged: z.strictObject({ recordCount: z.number().int() }),
  erased: z.strictObject({ ground: EraseGround, keyCount: z.number().int() }),
}
