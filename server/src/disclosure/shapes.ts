// What the contracts of this room are made of.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { Text } from '@solferino/server/registry/contract'
import { Grade, Outcome, relations, RequestNumber, ToldOutcome } from '@solferino/server/tracing/contract'
import * as words from './words.ts'

export const Day = z.iso.date()
export const Long = z.string().trim().min(1).max(4_000)
export const Language = z.enum(['en', 'ar', 'fr', 'ru', 'uk'])
export const Known = z.enum(words.knowns)
export const FactGrade = z.enum(words.factGrades)
export const Item = z.enum(words.items)
export const HarmFlag = z.enum(words.harmFlags)
export const Ending = z.enum(words.endings)
export const AnswerState = z.enum(['proposed', 'cleared', 'told', 'doubted', 'ended'])
export const GateRefusal = z.enum(words.gateRefusals)
export const Change = z.enum(words.changes)

/** What the person found agreed to: for the recipient he named, item by item. "Tell my mother" does not cover the sister. */
export const PersonConsent = z.object({
  recipient: Text,
  relation: z.enum(relations),
  /** Who asks is the recipient he named, as checked by us. */
  namesEnquirer: z.boolean(),
  items: z.array(Item).max(words.items.length),
  on: Day,
  takenBy: Text,
})

/** What is proposed to be told, and everything it rests on. */
export const AnswerAsked = z.object({
  request: RequestNumber,
  pair: Id,
  known: Known,
  outcome: ToldOutcome,
  stillHeld: z.boolean(),
  factGrade: FactGrade,
  /** What the grade of the fact rests on: sources, references. */
  factSource: Long,
  items: z.array(Item).min(1).max(words.items.length),
  /** The day of the fact, where it is not the notice's: seen on, spoken with on, identified on. */
  on: Day.nullable(),
  /** The person's own words for this recipient. */
  ownWords: Long.nullable(),
  /** The values of the items that the text shows, as the source gave them. */
  place: Text.nullable(),
  health: Text.nullable(),
  address: Text.nullable(),
  dateOfDeath: Text.nullable(),
  placeOfDeath: Text.nullable(),
  burial: Text.nullable(),
  /** The authority that identified the remains or wrote the certificate, with its reference. */
  authority: Text.nullable(),
  reference: Text.nullable(),
  personConsent: PersonConsent.nullable(),
  harmConsidered: Long,
  harmFlags: z.array(HarmFlag).max(words.harmFlags.length),
  /** Where either end is possibly under 18. */
  bestInterests: Long.nullable(),
  language: Language,
  /** The clearance holds until the end of this day: at most 30 days. */
  until: Day,
})

/** What an answer was prepared from: looked at again when it is signed and when it is told. */
const Rests = z.object({
  soughtVersion: z.number().int(),
  enquirerVersion: z.number().int(),
  /** The enquirer's consents that stood. */
  consents: z.array(Id),
  /** The records of the person that stood. */
  records: z.array(z.string()),
})
/** Who reviewed the pair, and on which fields the identity rests. */
const Identity = z.object({ grade: Grade, fields: z.array(z.string()), reviewers: z.array(z.string()) })

/** An answer as it is sealed: what was asked, and the words that came of it. */
export const AnswerContent = AnswerAsked.omit({ request: true, pair: true }).extend({
  words: z.string(),
  rests: Rests,
  identity: Identity,
})

export const How = z.enum(['in_person', 'telephone', 'video', 'letter', 'message'])
export const Telling = z.object({
  to: Text,
  by: Text,
  /** Who told is trained to bring such news. */
  trained: z.boolean(),
  how: How,
  heldAt: Instant,
  interpreter: Text.nullable(),
  /** The exact words: those that were cleared. */
  words: z.string().max(12_000),
  papers: z.array(Text).max(10),
  /** What was asked and said besides. */
  remarks: Long.nullable(),
})

export const Answer = z.object({
  id: Id,
  request: RequestNumber,
  pair: Id,
  state: AnswerState,
  known: Known,
  outcome: Outcome,
  identityGrade: Grade,
  factGrade: FactGrade,
  until: Day,
  proposedAt: Instant,
  proposedBy: z.string(),
  clearedAt: Instant.nullable(),
  clearedBy: z.string().nullable(),
  toldAt: Instant.nullable(),
  toldBy: z.string().nullable(),
  endedAt: Instant.nullable(),
  endedBecause: Ending.nullable(),
})

/** A review of what telling may do to the person and the relatives (domain/05 4). */
export const DetrimentAsked = z.object({
  request: RequestNumber,
  pair: Id,
  trigger: z.array(HarmFlag).max(words.harmFlags.length),
  regime: z.enum(['prisoner', 'civilian', 'unclear']),
  personsAtRisk: Long,
  sourceOfRisk: Long,
  decision: z.enum(words.detrimentDecisions),
  /** What may be told where the decision is `partial`. */
  items: z.array(Item).max(words.items.length),
  reason: Long,
  reviewOn: Day,
})
