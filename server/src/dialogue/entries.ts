// An entry of a channel as it is shown: the same head for every kind, and what its kind says.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import {
  Day,
  EntryId,
  History,
  Interlocutor,
  Letter,
  Long,
  Meeting,
  Note,
  ReaderProposal,
  ReportText,
  Statement,
} from './shapes.ts'
import { Access, Commitment, Matter, Representation } from './shapes-work.ts'
import { entryStates } from './words.ts'

const head = {
  id: EntryId,
  party: Id,
  openedAt: Instant,
  openedBy: z.string(),
  changedAt: Instant,
  /** The entry it belongs to or comes from. */
  parent: EntryId.nullable(),
  /** Since when an answer is awaited, and from whom; null when none is. */
  awaits: z.enum(['party', 'us']).nullable(),
  awaitedSince: Instant.nullable(),
  /** Our own day to come back to it: past it is "past our reminder date", never "overdue". */
  remindOn: Day.nullable(),
  nextStep: Long.nullable(),
}

export const Entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interlocutor'),
    state: z.enum(entryStates.interlocutor),
    ...head,
    content: Interlocutor,
  }),
  z.object({ kind: z.literal('meeting'), state: z.enum(entryStates.meeting), ...head, content: Meeting }),
  z.object({ kind: z.literal('note'), state: z.enum(entryStates.note), ...head, content: Note }),
  z.object({ kind: z.literal('letter'), state: z.enum(entryStates.letter), ...head, content: Letter }),
  z.object({
    kind: z.literal('text'),
    state: z.enum(entryStates.text),
    ...head,
    content: ReportText.omit({ text: true }),
  }),
  z.object({ kind: z.literal('statement'), state: z.enum(entryStates.statement), ...head, content: Statement }),
  z.object({ kind: z.literal('commitment'), state: z.enum(entryStates.commitment), ...head, content: Commitment }),
  z.object({ kind: z.literal('access'), state: z.enum(entryStates.access), ...head, content: Access }),
  z.object({
    kind: z.literal('representation'),
    state: z.enum(entryStates.representation),
    ...head,
    content: Representation,
  }),
  z.object({ kind: z.literal('matter'), state: z.enum(entryStates.matter), ...head, content: Matter }),
])

/** A proposal of the reader beside its text: accepted it has become a statement. */
export const ProposalRead = z.object({
  id: Id,
  state: z.enum(entryStates.proposal),
  statement: Id.nullable(),
  content: ReaderProposal,
})

/** An entry with all that has happened to it. */
export const EntryRead = z.object({ entry: Entry, history: z.array(History) })
