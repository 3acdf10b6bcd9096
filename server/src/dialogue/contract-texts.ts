// Texts read, and the ledger of what was said.
import { z } from 'zod'
import { Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { PartialDate } from '@solferino/server/registry/contract'
import { Entry, ProposalRead } from './entries.ts'
import {
  Day,
  EntryId,
  Language,
  Long,
  Meeting,
  ReadingNote,
  ReportText,
  Span,
  SpokenLanguage,
  StatementAsked,
  TextSource,
} from './shapes.ts'
import { CommitmentAsked } from './shapes-work.ts'
import { ownMatters } from './words.ts'

/**
 * Takes in a report, communiqué or minutes (TXT, HTML, DOCX, PDF with a text layer), pasted or from a file, and reads it
 * in the sandbox child. Nothing of it becomes a statement by itself. Refused with `date_needed` when the text says "on
 * Friday" and not of which week: the day of the report is then asked and the text sent again, never guessed.
 */
export const readReport = command({
  name: 'dialogue.readReport',
  path: '/dialogue/channels/:party/texts',
  needs: 'dialogue.write',
  input: TextSource.extend({
    party: Id,
    name: z.string().trim().min(1).max(300),
    language: Language.nullable(),
    /** Without the day: what hangs on it stays open. */
    dateUnknown: z.boolean().default(false),
  }),
  output: z.object({ id: Id, proposals: z.number().int(), notes: z.array(ReadingNote) }),
  refusals: ['channel_unknown', 'channel_closed', 'date_needed', 'unreadable'],
  uploadBytesMax: 10_000_000,
})

/** A text with its proposals, each with its span. */
export const readText = query({
  name: 'dialogue.readText',
  path: '/dialogue/texts/:id',
  needs: 'dialogue.read',
  input: z.object({ id: Id }),
  output: z.object({ entry: Entry, text: ReportText, proposals: z.array(ProposalRead) }),
  refusals: ['entry_unknown', 'channel_closed'],
})

/** Accepts a proposal, as it stands or as a person corrects it: it becomes a statement, linked to its span. */
export const acceptProposal = command({
  name: 'dialogue.acceptProposal',
  path: '/dialogue/proposals/:id/accept',
  needs: 'dialogue.write',
  input: z.object({
    id: Id,
    corrected: z
      .object({
        kind: StatementAsked.shape.kind.optional(),
        speaker: StatementAsked.shape.speaker.optional(),
        role: StatementAsked.shape.role.optional(),
        party: StatementAsked.shape.party.optional(),
        translation: StatementAsked.shape.translation.optional(),
        addressee: StatementAsked.shape.addressee.optional(),
        against: StatementAsked.shape.against.optional(),
        subject: StatementAsked.shape.subject.optional(),
        treaty: StatementAsked.shape.treaty.optional(),
        place: StatementAsked.shape.place.optional(),
        negated: z.boolean().optional(),
        hedge: z.boolean().optional(),
        condition: StatementAsked.shape.condition.optional(),
        saidOn: PartialDate.nullable().optional(),
        span: Span.optional(),
      })
      .default({}),
  }),
  output: Entry,
  refusals: ['proposal_unknown', 'channel_closed', 'already_decided', 'span_outside'],
})

export const dropProposal = command({
  name: 'dialogue.dropProposal',
  path: '/dialogue/proposals/:id/drop',
  needs: 'dialogue.write',
  input: z.object({ id: Id }),
  output: z.object({}),
  refusals: ['proposal_unknown', 'channel_closed', 'already_decided'],
})

/** Enters a statement by hand; with `text` and `span` it is what the reader missed, in its very words. */
export const addStatement = command({
  name: 'dialogue.addStatement',
  path: '/dialogue/channels/:party/statements',
  needs: 'dialogue.write',
  input: StatementAsked.omit({ party: true }).extend({
    party: Id,
    /** The party spoken for, as the words name it. */
    spokenFor: StatementAsked.shape.party,
    text: Id.nullable(),
    span: Span.nullable(),
  }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed', 'text_unknown', 'span_outside', 'words_differ'],
})

/** Corrects a statement: what stood before is kept, and where it was read never changes. */
export const correctStatement = command({
  name: 'dialogue.correctStatement',
  path: '/dialogue/statements/:id/correct',
  needs: 'dialogue.write',
  input: StatementAsked.extend({ id: Id, reason: Long, corrects: Id.nullable() }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'words_differ', 'step_unknown'],
})

/**
 * Raises a statement, as a second act by the lead: to a commitment that will be followed, to a matter of this channel, to
 * a meeting, or into a meeting's minutes. The statement stays as it is, and both stay linked to the words.
 */
export const raiseStatement = command({
  name: 'dialogue.raiseStatement',
  path: '/dialogue/statements/:id/raise',
  needs: 'dialogue.raise',
  input: z.object({
    id: Id,
    to: z.discriminatedUnion('kind', [
      CommitmentAsked.pick({ promisor: true, level: true, form: true, to: true }).extend({
        kind: z.literal('commitment'),
        who: CommitmentAsked.shape.who.nullable(),
        due: CommitmentAsked.shape.due,
      }),
      z.object({
        kind: z.literal('matter'),
        matter: z.enum(ownMatters),
        title: z.string().trim().min(1).max(300),
      }),
      Meeting.omit({ minutes: true }).extend({ kind: z.literal('meeting') }),
      z.object({
        kind: z.literal('minutes'),
        meeting: Id,
        agreedOn: Day,
        agreedWith: z.string().trim().min(1).max(300),
        language: SpokenLanguage,
      }),
    ]),
  }),
  output: z.object({ statement: Entry, raised: EntryId }),
  refusals: [
    'entry_unknown',
    'channel_closed',
    'already_raised',
    'nobody_bound',
    'negated',
    'meeting_unknown',
    'interlocutor_unknown',
    'in_future',
  ],
})
