// What people follow in a channel: commitments, access, representations, matters.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { PartialDate, Text } from '@solferino/server/registry/contract'
import { CommitmentNumber, Day, Level, Long, RepresentationNumber, SpokenLanguage, Subject } from './shapes.ts'
import * as words from './words.ts'

export const Assessment = z.enum(words.assessments)
export const ProtectionWarning = z.enum(words.protectionWarnings)
export const Modality = z.enum(words.modalities)
export const Rung = z.enum(words.rungs)
export const Reply = z.enum(words.replies)

/** Something seen of a commitment: from the register by its number, or entered with source and day. */
export const EvidenceAsked = z.object({
  reference: z.string().trim().min(1).max(60).nullable(),
  source: Text,
  on: PartialDate.nullable(),
  text: Long,
})
export const Evidence = EvidenceAsked.extend({ id: Id, addedAt: Instant, addedBy: z.string() })

/** Who promised what to whom, in which words. The intermediary's own promises stand in the same form (workflow 9). */
export const CommitmentAsked = z.object({
  promisor: z.enum(['party', 'intermediary']),
  who: Text,
  office: Text.nullable(),
  level: Level,
  form: z.enum(words.commitmentForms),
  to: Text,
  words: Long,
  language: SpokenLanguage,
  translation: Long.nullable(),
  saidOn: PartialDate.nullable(),
  saidWhere: Text.nullable(),
  condition: Long.nullable(),
  hedge: z.boolean(),
  subject: Subject,
  place: Text.nullable(),
  /** The article or agreement it stands beside, as cited. */
  obligation: Text.nullable(),
  /** Until when, in their words; null when none was given. */
  due: PartialDate.nullable(),
})
export const Commitment = CommitmentAsked.extend({
  /** The statement or the reply it came from. */
  from: z.string().max(60).nullable(),
  confirmation: z
    .object({ outcome: z.enum(['confirmed', 'contested']), by: Text, on: Day, words: Long.nullable() })
    .nullable(),
  /** How it will be seen, and our own date to look; theirs stands in `due`. */
  howSeen: Long.nullable(),
  evidence: z.array(Evidence),
  assessment: z
    .object({ outcome: Assessment, reason: Long, evidence: z.array(Id), proposedBy: z.string(), by: z.string() })
    .nullable(),
  raisedIn: z.array(RepresentationNumber),
  supersededBy: CommitmentNumber.nullable(),
  /** Warnings that a person has seen and gone on with. */
  warnings: z.array(ProtectionWarning),
})

const Modalities = z.object({
  all_detainees: z.boolean(),
  all_premises: z.boolean(),
  private_talks: z.boolean(),
  repeat_visits: z.boolean(),
  list: z.boolean(),
} satisfies Record<(typeof words.modalities)[number], z.ZodType>)

/** Where access was asked, in the source's own name of the place, or for which category of persons. */
export const AccessAsked = z.object({
  place: Text.nullable(),
  category: Text.nullable(),
  wantedOn: PartialDate.nullable(),
  reason: Long.nullable(),
})
export const AccessRequest = z.object({ on: Day, addressee: Text, form: z.enum(['oral', 'written']) })
export const AccessAnswer = z.object({
  on: Day,
  answer: z.enum(words.accessAnswers),
  by: Text,
  reason: Long.nullable(),
  /** Whether imperative military necessity was invoked (GC III 126, IV 143), and until when. */
  necessity: z.boolean(),
  until: Day.nullable(),
  modalities: Modalities,
  delegatesApproved: z.boolean(),
})
export const AccessVisit = z.object({
  plannedOn: Day,
  team: z.array(Text).min(1).max(20),
  on: Day.nullable(),
  outcome: z.enum(['visited', 'prevented']).nullable(),
  reason: Long.nullable(),
})
export const Access = AccessAsked.extend({
  requests: z.array(AccessRequest),
  answers: z.array(AccessAnswer),
  visits: z.array(AccessVisit),
})

/** A fact chosen for a representation: what it rests on, and whether whom it concerns agreed to its use. */
export const Fact = z.object({
  text: Long,
  /** The number of what it rests on in the house, or the source named. */
  rests: Text,
  consent: z.enum(words.consents),
  /** Who took the consent, and when. */
  consentTakenBy: Text.nullable(),
  consentOn: Day.nullable(),
})
export const RepresentationAsked = z.object({
  rung: Rung,
  level: Level,
  addressee: Text,
  subject: Text,
  rules: z.array(Text).max(30),
  facts: z.array(Fact).max(60),
  text: Long,
  language: SpokenLanguage,
  /** Names, places and details by which a source could be known: none of them may stand in the text. */
  protects: z.array(Text).max(60),
  /** Commitments, not seen so far, that it raises. */
  commitments: z.array(CommitmentNumber).max(30),
})
export const Delivery = z.object({
  on: Day,
  how: z.enum(['spoken', 'handed_over', 'sent']),
  by: Text,
  to: Text,
  /** What shows that it came: a receipt, a stamp, who was present. */
  proof: Long,
})
export const ReplyReceived = z.object({
  on: Day,
  by: Text,
  office: Text.nullable(),
  level: Level,
  outcome: Reply,
  words: Long,
  language: SpokenLanguage,
  translation: Long.nullable(),
})
export const FourConditions = z.object({
  majorAndRepeated: Long,
  witnessedOrReliable: Long,
  representationsFailed: Long,
  inInterestOfPersons: Long,
})
export const Representation = RepresentationAsked.extend({
  escalates: RepresentationNumber.nullable(),
  clearedBy: z.array(z.string()),
  delivery: Delivery.nullable(),
  replies: z.array(ReplyReceived),
  escalation: z
    .object({ mode: z.enum(words.escalationModes), reason: Long, conditions: FourConditions.nullable() })
    .nullable(),
  effect: Long.nullable(),
})
/** What keeps a draft from being cleared: where in the text, which words, and what to use instead. */
export const DraftProblem = z.object({
  code: z.enum(['word_to_avoid', 'source_exposed', 'consent_missing']),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  found: z.string(),
  use: z.string().nullable(),
})

export const MatterPut = z.object({ on: Day, level: Level, how: z.enum(['spoken', 'written']) })
export const MatterAnswer = z.object({
  on: Day,
  level: Level,
  outcome: Reply,
  words: Long,
  language: SpokenLanguage,
})
export const MatterKind = z.enum([...words.sharedMatters, ...words.ownMatters])
export const Matter = z.object({
  kind: MatterKind,
  title: Text,
  text: Long,
  article: Text.nullable(),
  /** The statement it was raised from. */
  from: Id.nullable(),
  put: MatterPut.nullable(),
  answer: MatterAnswer.nullable(),
})
