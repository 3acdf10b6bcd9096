import { ListNumber, PartialDate, Text, WithdrawnReason } from '@solferino/server/registry/contract'
import { z } from 'zod'
import { Cursor, Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import {
  Day,
  RecordId,
  ListKind,
  Confirmation,
  Envelope,
  ListState,
  AuthenticityState,
  RowState,
  FileProblem,
  RowReason,
  CellProblem,
  SetAsideReason,
  Counts,
  ListLine,
  List,
  ReturnReason,
  Column,
  DateOrder,
  Mapping,
  PreviewRow,
  ListRow,
  UnlistedOutcome,
} from './shapes.ts'

export * from './shapes.ts'
export { events } from './events.ts'

/** Takes a list in: the file as the body, the envelope beside it. It is looked through as a job. */
export const receiveList = command({
  name: 'intake.receiveList',
  path: '/lists',
  needs: 'intake.receive',
  input: z.object({ context: Id, channel: Id, ...Envelope.shape }),
  output: z.object({
    id: ListNumber,
    bytes: z.number().int(),
    sha256: z.string(),
    sameFileAs: ListNumber.nullable(),
  }),
  refusals: ['channel_unknown', 'file_empty', 'received_in_future', 'replaced_unknown'],
  uploadBytesMax: 100_000_000,
})

/** Gives a list back to its sender, before any of its rows has become a record. */
export const returnList = command({
  name: 'intake.returnList',
  path: '/lists/:id/return',
  needs: 'intake.receive',
  input: z.object({ id: ListNumber, reason: ReturnReason }),
  output: z.object({}),
  refusals: ['list_unknown', 'has_records', 'already_returned'],
})

/** Says that a list is its sender's own, and how that is known. The mark `unconfirmed` is taken off its records. */
export const confirmAuthenticity = command({
  name: 'intake.confirmAuthenticity',
  path: '/lists/:id/confirm',
  needs: 'intake.receive',
  input: z.object({ id: ListNumber, how: Confirmation, by: Text }),
  output: z.object({}),
  refusals: ['list_unknown', 'already_confirmed', 'already_returned'],
})

const paged = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: Cursor.optional() }

/** The lists of the channels a reader reaches, newest first. */
export const listLists = query({
  name: 'intake.listLists',
  path: '/lists',
  needs: 'intake.read',
  input: z.object({ context: Id.optional(), channel: Id.optional(), state: ListState.optional(), ...paged }),
  output: z.object({ lists: z.array(ListLine), next: Cursor.nullable() }),
  refusals: ['cursor_unknown'],
})

export const readList = query({
  name: 'intake.readList',
  path: '/lists/:id',
  needs: 'intake.read',
  input: z.object({ id: ListNumber }),
  output: List,
  refusals: ['list_unknown'],
})

/** What the sender gets: counts and the hash of the file as it arrived. */
export const readReceipt = query({
  name: 'intake.readReceipt',
  path: '/lists/:id/receipt',
  needs: 'intake.read',
  input: z.object({ id: ListNumber }),
  output: z.object({
    id: ListNumber,
    channel: Id,
    kind: ListKind,
    number: z.string().nullable(),
    date: PartialDate.nullable(),
    receivedOn: Day,
    receivedBy: z.string(),
    fileName: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    state: ListState,
    authenticity: AuthenticityState,
    problem: FileProblem.nullable(),
    counts: Counts,
  }),
  refusals: ['list_unknown'],
})

/**
 * The first rows as written and as they would be read: by the mapping asked, else by the one set, else by the sender's
 * last one, else by a guess from headings and content.
 */
export const previewList = query({
  name: 'intake.previewList',
  path: '/lists/:id/preview',
  method: 'post',
  needs: 'intake.register',
  input: z.object({ id: ListNumber, mapping: Mapping.nullable() }),
  output: z.object({
    sheets: z.array(
      z.object({
        name: z.string().nullable(),
        format: z.enum(['xlsx', 'delimited', 'ndjson']),
        encoding: z.string(),
        encodingConfidence: z.number().int(),
        delimiter: z.string().nullable(),
        headings: z.array(z.string()),
        headingRow: z.number().int().nullable(),
      }),
    ),
    sheetsLeftOut: z.array(z.string()),
    from: z.enum(['asked', 'set', 'sender', 'guess']),
    columns: z.array(z.object({ ...Column.shape, confidence: z.number().int().min(1).max(3) })),
    dateOrder: DateOrder.nullable(),
    rows: z.array(PreviewRow),
  }),
  refusals: ['list_unknown', 'not_read_yet', 'unreadable', 'file_destroyed'],
})

/** Fixes how the columns are read, for this list and for the sender's next one. */
export const setMapping = command({
  name: 'intake.setMapping',
  path: '/lists/:id/mapping',
  needs: 'intake.register',
  input: z.object({ id: ListNumber, ...Mapping.shape }),
  output: z.object({}),
  refusals: ['list_unknown', 'not_read_yet', 'unreadable', 'already_returned', 'heading_unknown', 'name_unmapped'],
})

/** Makes records of the rows, as a job. A row that cannot be read waits in quarantine; run again it is tried anew. */
export const runList = command({
  name: 'intake.runList',
  path: '/lists/:id/run',
  needs: 'intake.register',
  input: z.object({ id: ListNumber }),
  output: z.object({ job: Id }),
  refusals: ['list_unknown', 'not_accepted', 'not_mapped', 'file_destroyed', 'nothing_left'],
})

/** The rows of a list in the order of the file; `state` quarantined gives what is to be mended. */
export const listRows = query({
  name: 'intake.listRows',
  path: '/lists/:id/rows',
  needs: 'intake.read',
  input: z.object({ id: ListNumber, state: RowState.optional(), ...paged }),
  output: z.object({ rows: z.array(ListRow), next: Cursor.nullable() }),
  refusals: ['list_unknown', 'cursor_unknown'],
})

/**
 * Mends a row in quarantine: with cells as a person reads the line, or as it stands, when what cannot be read is to be
 * left unsaid. The record keeps the literal line. What still cannot be read stays in quarantine.
 */
export const mendRow = command({
  name: 'intake.mendRow',
  path: '/lists/rows/:id/mend',
  needs: 'intake.register',
  input: z.object({ id: Id, cells: z.array(z.string().max(2_000)).max(1_024).nullable(), asItStands: z.boolean() }),
  output: z.object({
    state: RowState,
    record: RecordId.nullable(),
    reason: RowReason.nullable(),
    problems: z.array(CellProblem),
  }),
  refusals: ['row_unknown', 'row_settled', 'cells_wrong'],
})

/** Says of rows in quarantine that they are to become no record. Their lines are kept. */
export const setAsideRows = command({
  name: 'intake.setAsideRows',
  path: '/lists/:id/set-aside',
  needs: 'intake.register',
  input: z.object({ id: ListNumber, rows: z.array(Id).min(1).max(200), reason: SetAsideReason }),
  output: z.object({ count: z.number().int() }),
  refusals: ['list_unknown', 'row_unknown', 'row_settled'],
})

/** The sender takes a row back, or corrects it by another record: everything resting on it is warned. */
export const withdrawRow = command({
  name: 'intake.withdrawRow',
  path: '/lists/:id/withdraw',
  needs: 'intake.receive',
  input: z.object({ id: ListNumber, record: RecordId, reason: WithdrawnReason, replacedBy: RecordId.nullable() }),
  output: z.object({}),
  refusals: ['list_unknown', 'row_unknown', 'already_withdrawn', 'replacement_unknown'],
})

/** Records of a replaced list that the list which replaces it does not repeat: a fact to look at, never a release. */
export const listUnlisted = query({
  name: 'intake.listUnlisted',
  path: '/lists/:id/unlisted',
  needs: 'intake.read',
  input: z.object({ id: ListNumber, ...paged }),
  output: z.object({
    replaced: ListNumber.nullable(),
    records: z.array(
      z.object({ record: RecordId, name: z.string().nullable(), sheet: z.number().int(), row: z.number().int() }),
    ),
    next: Cursor.nullable(),
  }),
  refusals: ['list_unknown', 'cursor_unknown'],
})

/** Says that somebody has looked at what is no longer listed, and what came of it. */
export const noteUnlisted = command({
  name: 'intake.noteUnlisted',
  path: '/lists/:id/unlisted/note',
  needs: 'intake.register',
  input: z.object({ id: ListNumber, outcome: UnlistedOutcome }),
  output: z.object({}),
  refusals: ['list_unknown', 'nothing_unlisted', 'already_noted'],
})
