// What the contracts of this room are made of.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { PartialDate, Text } from '@solferino/server/registry/contract'
import * as words from './words.ts'

export const Day = z.iso.date()
export const Long = z.string().trim().min(1).max(20_000)
export const Language = z.enum(['en', 'fr', 'ru', 'uk', 'ar'])
/** A language in which something was said: the house's five by code, any other by its BCP 47 tag. */
export const SpokenLanguage = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/)
/** An entry's id: a number where people quote it (COM, REP, V), else random. */
export const EntryId = z.string().regex(/^([0-9a-f-]{36}|(COM|REP)-[0-9A-HJKMNP-TV-Z]{11})$/)
export const CommitmentNumber = z.string().regex(/^COM-[0-9A-HJKMNP-TV-Z]{11}$/)
export const RepresentationNumber = z.string().regex(/^REP-[0-9A-HJKMNP-TV-Z]{11}$/)

export const EntryKind = z.enum(words.entryKinds)
export const Level = z.enum(words.levels)
export const Subject = z.enum(words.subjects)
export const StatementKind = z.enum(words.statementKinds)

/** Who of a party may be spoken with, in which office, and how long the office is held. */
export const Interlocutor = z.object({
  name: Text,
  office: Text,
  level: Level,
  languages: z.array(SpokenLanguage).max(8),
  from: PartialDate.nullable(),
  until: PartialDate.nullable(),
  reachedBy: Text.nullable(),
})

const Present = z.object({ interlocutor: Id.nullable(), name: Text, office: Text.nullable() })
export const Minutes = z.object({
  text: Long,
  language: SpokenLanguage,
  agreedOn: Day,
  /** Who of the other side agreed to them. */
  agreedWith: Text,
})
/** A meeting. What was agreed to be written stands in `minutes`; our own notes are entries apart and never here. */
export const Meeting = z.object({
  heldOn: PartialDate,
  how: z.enum(['in_person', 'telephone', 'video']),
  level: Level,
  place: Text.nullable(),
  languages: z.array(SpokenLanguage).min(1).max(8),
  theirs: z.array(Present).min(1).max(40),
  ours: z.array(Text).min(1).max(40),
  interpreter: Text.nullable(),
  agenda: z.array(Text).max(40),
  minutes: Minutes.nullable(),
})
export const Note = z.object({ text: Long })

export const Letter = z.object({
  direction: z.enum(['in', 'out']),
  form: z.enum(['letter', 'note_verbale', 'electronic', 'message', 'other']),
  on: Day,
  from: Text,
  to: Text,
  about: Text,
  text: Long,
  language: SpokenLanguage,
  reference: Text.nullable(),
  /** The letter to which this is the answer. */
  answers: Id.nullable(),
  /** Whether an answer is awaited: of theirs by us, of ours by them. */
  answerAwaited: z.boolean(),
  acknowledged: z.object({ on: Day, by: Text, proof: Text.nullable() }).nullable(),
})

export const Span = z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })

/** What the reader proposes, with the exact words; null where the text does not say. */
export const ReaderProposal = z.object({
  kind: StatementKind,
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  party: z.string().nullable(),
  span: Span,
  text: z.string(),
  quoted: z.boolean(),
  saidAs: z.string().nullable(),
  addressee: z.string().nullable(),
  against: z.string().nullable(),
  subject: Subject,
  treaty: z.string().nullable(),
  place: z.string().nullable(),
  since: z.string().nullable(),
  negated: z.boolean(),
  hedge: z.boolean(),
  condition: z.string().nullable(),
})

/** A proposal as it is kept: once accepted, with the statement it became. */
export const StoredProposal = ReaderProposal.extend({ statement: Id.nullable() })

/** Where a text was published or who wrote it; kept apart: what is said in public and what is said in confidence. */
export const TextSource = z.object({
  source: Text,
  address: z.string().trim().max(2_000).nullable(),
  publishedOn: Day.nullable(),
  inPublic: z.boolean(),
})
export const ReadingNote = z.object({ code: z.string().max(40), detail: z.string().nullable() })
/** A report, communiqué or minutes as they were read. Offsets count UTF-16 code units of `text`. */
export const ReportText = TextSource.extend({
  name: z.string().max(300),
  format: z.enum(['txt', 'html', 'docx', 'pdf']),
  language: Language.nullable(),
  /** SHA-256 of the bytes as they came, hexadecimal. */
  sha256: z.string().length(64),
  /** The bytes as they came, sealed in the channel. */
  file: Id,
  text: z.string(),
  notes: z.array(ReadingNote),
  meeting: z
    .object({
      sides: z.array(z.string()),
      place: z.string().nullable(),
      when: z.object({ text: z.string(), date: z.string().nullable() }).nullable(),
      about: Subject,
    })
    .nullable(),
})

/** What somebody said, in the words said. Never a fact about whom it is said of, and never an allegation received. */
export const Statement = TextSource.extend({
  kind: StatementKind,
  speaker: Text.nullable(),
  role: Text.nullable(),
  /** The party spoken for; null where nobody with the right to bind one has spoken. */
  party: Text.nullable(),
  words: Long,
  language: SpokenLanguage,
  translation: Long.nullable(),
  quoted: z.boolean(),
  saidAs: Text.nullable(),
  saidOn: PartialDate.nullable(),
  addressee: Text.nullable(),
  /** Of whom it is said, by this speaker; "alleged by" always stands beside it. */
  against: Text.nullable(),
  subject: Subject,
  treaty: Text.nullable(),
  place: Text.nullable(),
  since: Text.nullable(),
  negated: z.boolean(),
  hedge: z.boolean(),
  condition: Long.nullable(),
  /** The text it was read in, where, and the hash of that text; null when it was entered by hand. */
  text: Id.nullable(),
  span: Span.nullable(),
  sha256: z.string().length(64).nullable(),
})
/** What a person enters or corrects of a statement. Where it was read is not changed by hand. */
export const StatementAsked = Statement.omit({ text: true, span: true, sha256: true })

export const History = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  /** The first of two people, where the act needed two. */
  proposedBy: z.string().nullable(),
  act: z.string(),
  state: z.string(),
  /** The day of it as told, the words said or the reason given. */
  on: Day.nullable(),
  words: z.string().nullable(),
  corrects: Id.nullable(),
})
