import { Content, LegalStatus, ListNumber, NoticeKind, PartialDate, Text } from '@solferino/server/registry/contract'
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'

export const Day = z.iso.date()
export const RecordId = z.string().regex(/^(R|RM)-[0-9A-HJKMNP-TV-Z]{11}$/)

/** What a list can be (workflow 4). The sender's own missing are never notice that somebody is held. */
export const ListKind = NoticeKind.exclude(['statement'])

/** How a list came into the house. */
export const Way = z.enum([
  'in_person',
  'courier',
  'post',
  'electronic',
  'protecting_power',
  'national_society',
  'other',
])

/** How it was made sure that a list comes from the sender it names. */
export const Confirmation = z.enum(['handed_over', 'call_back', 'seal_or_signature', 'known_key', 'written_again'])

/** Whether the origin is sure: asked of a person, never guessed from the file. */
export const Authenticity = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('confirmed'), how: Confirmation, by: Text }),
  z.strictObject({ state: z.literal('not_yet') }),
  z.strictObject({ state: z.literal('doubtful'), why: Text }),
])

/** What a person says of a list before anyone reads its rows. `null` is "the list says none". */
export const Envelope = z.object({
  kind: ListKind,
  /** The sender's own number and date of the list. */
  number: Text.nullable(),
  date: PartialDate.nullable(),
  /** The status under the law that the sender states for all rows; the house decides none. */
  legalStatus: LegalStatus.nullable(),
  receivedOn: Day,
  way: Way,
  handedOverBy: Text.nullable(),
  receivedBy: Text,
  authenticity: Authenticity,
  /** The list of the same sender that this one takes the place of. */
  replaces: ListNumber.nullable(),
  fileName: z.string().trim().min(1).max(200),
})

/** Workflow 4, as far as the registry: what is sent on has states of its own. */
export const ListState = z.enum(['received', 'accepted', 'accepted_unconfirmed', 'returned', 'registered'])
export const AuthenticityState = z.enum(['confirmed', 'not_yet', 'doubtful'])
export const RowState = z.enum(['registered', 'known', 'quarantined', 'set_aside', 'withdrawn', 'erased'])

/** Why a whole file cannot be read. */
export const FileProblemCode = z.enum([
  'file_empty',
  'file_too_large',
  'unpacked_too_large',
  'cells_too_many',
  'entries_too_many',
  'format_unknown',
  'format_not_a_table',
  'extension_wrong',
  'zip_broken',
  'zip_encrypted',
  'gzip_broken',
  'xlsx_broken',
  'xml_broken',
  'xml_doctype',
  'sheet_unknown',
  'line_too_long',
  'json_array',
  'columns_too_many',
  'memory_exceeded',
  'cpu_exceeded',
  'child_failed',
  'cancelled',
  'map_invalid',
  'no_rows',
])

/** What stands in the way of reading a file, and where: row and column count from 1. */
export const FileProblem = z.object({
  code: FileProblemCode,
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  /** What a sentence about it needs: the limit passed, what the file is instead. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Why one row waits for a person. */
export const RowReason = z.enum([
  'before_headings',
  'heading_again',
  'numbering_row',
  'quote_unclosed',
  'characters_lost',
  'cells_more_than_headings',
  'json_invalid',
  'json_not_a_person',
  'date_unread',
  'age_unread',
  'sex_unread',
  'cell_too_long',
  'cell_error',
  'name_missing',
  'line_too_long',
])

/** What is wrong with one cell, or worth a look (`date_ambiguous` keeps both readings). */
export const CellProblem = z.object({
  code: z.enum([
    'date_unread',
    'date_ambiguous',
    'age_unread',
    'sex_unread',
    'cell_too_long',
    'cell_error',
    'name_missing',
  ]),
  column: z.number().int().nullable(),
  field: z.string(),
})

export const SetAsideReason = z.enum(['no_person', 'said_elsewhere', 'illegible', 'sender_withdrew'])

/** How many rows a list has and what became of them: rows = all the others together, blank lines and headings apart. */
export const Counts = z.object({
  rows: z.number().int().nullable(),
  blank: z.number().int(),
  headings: z.number().int(),
  registered: z.number().int(),
  /** Said before by this sender in the same words: nothing was added. */
  known: z.number().int(),
  quarantined: z.number().int(),
  setAside: z.number().int(),
  withdrawn: z.number().int(),
  erased: z.number().int(),
})

export const ListLine = z.object({
  id: ListNumber,
  context: Id,
  channel: Id,
  kind: ListKind,
  state: ListState,
  authenticity: AuthenticityState,
  number: z.string().nullable(),
  receivedOn: Day,
  enteredAt: Instant,
  /** What stands in the way of reading it; null while nothing does. */
  problem: FileProblem.nullable(),
  /** Null until the file has been looked through. */
  readAt: Instant.nullable(),
  mappedAt: Instant.nullable(),
  /** When every row of the file had become a record or waits in quarantine. */
  completedAt: Instant.nullable(),
  counts: Counts,
})

export const List = z.object({
  ...ListLine.shape,
  envelope: Envelope,
  bytes: z.number().int(),
  sha256: z.string(),
  /** Of the same sender: a list whose file is the same to the byte. */
  sameFileAs: ListNumber.nullable(),
  returnedReason: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  /** The original was destroyed because a person whom it names was erased; rows in quarantine stay. */
  fileDestroyedAt: Instant.nullable(),
  /** When somebody had looked at what this list no longer repeats; null where nothing of that kind was looked at. */
  unlistedNotedAt: Instant.nullable(),
})

export const ReturnReason = z.enum(['unreadable', 'no_list', 'not_of_this_channel', 'incomplete'])

/** What a column can be taken for (the reading library's fields). `null`: kept as written, used for nothing. */
export const Field = z.enum([
  'id',
  'rowNumber',
  'list',
  'name',
  'given',
  'patronymic',
  'father',
  'grandfather',
  'family',
  'alias',
  'mother',
  'born',
  'bornYear',
  'bornMonth',
  'bornDay',
  'age',
  'sex',
  'place',
  'number',
  'document',
  'rank',
  'unit',
  'status',
  'event',
  'captured',
  'released',
  'died',
  'heldAt',
  'address',
  'postcode',
  'contact',
  'nationality',
  'occupation',
  'maritalStatus',
  'ethnicity',
  'remarks',
])

export const Column = z.object({ heading: z.string().max(2_000), field: Field.nullable() })
const columns = z.array(Column).max(1_024)
export const DateOrder = z.enum(['dmy', 'mdy'])

/** How the columns of a list are read. `dateOrder` null keeps both readings where both are possible. */
export const Mapping = z.object({ columns, dateOrder: DateOrder.nullable() })

export const PreviewRow = z.object({
  sheet: z.number().int(),
  row: z.number().int(),
  line: z.string(),
  cells: z.array(z.string()),
  /** The record it would become; null where it would go to quarantine, for `reason`. */
  content: Content.nullable(),
  reason: RowReason.nullable(),
  problems: z.array(CellProblem),
})

export const ListRow = z.object({
  id: Id,
  sheet: z.number().int(),
  row: z.number().int(),
  state: RowState,
  record: RecordId.nullable(),
  /** The main name of its record, as written; null where there is none, or none to be seen. */
  name: z.string().nullable(),
  reason: z.union([RowReason, SetAsideReason]).nullable(),
  /** Where in the line it cannot be read, from 1. */
  column: z.number().int().nullable(),
  /** The literal line of a row that became no record; a record has its own. */
  line: z.string().nullable(),
  headings: z.array(z.string()),
  cells: z.array(z.string()),
  problems: z.array(CellProblem),
  mendedAt: Instant.nullable(),
})

export const UnlistedOutcome = z.enum(['sender_asked', 'listed_otherwise', 'nothing_follows'])
