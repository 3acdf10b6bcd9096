// What the contracts of this room are made of.
import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { Description, PartialDate, Text } from '@solferino/server/registry/contract'
import * as words from './words.ts'

/** A request's number (domain/08): random, saying nothing of side or place. */
export const RequestNumber = z.string().regex(/^TR-[0-9A-HJKMNP-TV-Z]{11}$/)
export const State = z.enum(words.states)
export const Outcome = z.enum(words.outcomes)
export const Grade = z.enum(words.grades)
export const ToldOutcome = z.enum(words.toldOutcomes)
export const UrgentReason = z.enum(words.urgentReasons)
export const Day = z.iso.date()
export const Long = z.string().trim().min(1).max(4_000)
const Silence = z.record(z.string().max(60), z.enum(['unknown', 'not_asked']))

/** Why, and when it happened as told, and who says so: kept with every transition. */
export const Because = z.object({
  occurred: PartialDate.nullable(),
  source: Text.nullable(),
  reason: Long.nullable(),
})
export const because = Because.default({ occurred: null, source: null, reason: null })

export const WayToCall = z.object({
  way: z.enum(['telephone', 'message', 'e_mail', 'post', 'visit', 'through_somebody']),
  value: Text,
  note: Text.nullable(),
})
/** How somebody's identity or relation was found to be so: by whom stands in the version. */
export const Checked = z.object({
  how: z.enum(['document', 'known_to_staff', 'questions_answered', 'other_office', 'not_possible']),
  note: Text.nullable(),
  on: Day,
})
export const relations = [
  'parent',
  'child',
  'spouse',
  'sibling',
  'grandparent',
  'grandchild',
  'other_kin',
  'friend',
  'colleague',
  'other',
] as const

/** Who asks (domain/03 12). A name and a way to call back are enough. */
export const Enquirer = z.object({
  name: Text,
  ways: z.array(WayToCall).min(1).max(6),
  /** When and how it is safe to call; what must never be said to whom picks up. */
  safeContact: Long.nullable(),
  relation: z.enum(relations).nullable(),
  relationWords: Text.nullable(),
  identityChecked: Checked.nullable(),
  relationChecked: Checked.nullable(),
  /** Risk from the enquirer considered: violence, coercion, posing as kin (domain/05 4b). */
  riskConsidered: Long.nullable(),
  language: Text.nullable(),
  interpreter: z.boolean().nullable(),
  /** "Possibly under 18" counts. */
  minor: z.boolean().nullable(),
  accompaniedBy: Text.nullable(),
  silence: Silence,
})

/** Who is sought and what is known of it. */
export const Sought = z.object({
  description: Description,
  minor: z.boolean().nullable(),
  lastContact: z
    .object({ on: PartialDate.nullable(), means: Text.nullable(), from: Text.nullable(), content: Long.nullable() })
    .nullable(),
  circumstances: Long.nullable(),
  placesAlleged: Long.nullable(),
  searchedAlready: Long.nullable(),
  /** May be told of a death, by whom, how accompanied; "do not tell ...". */
  wishes: z
    .object({ deathMayBeTold: z.boolean().nullable(), how: Long.nullable(), doNotTell: Long.nullable() })
    .nullable(),
  silence: Silence,
})

export const purposes = [
  'search',
  'share_party',
  'share_network',
  'publish_name',
  'publish_photo',
  'contact_sought',
  'be_told',
  'open_wall',
  'represent_named',
  'represent_anonymous',
  'archive',
] as const
export const Purpose = z.enum(purposes)
export const Basis = z.enum(['consent', 'vital_interest', 'public_interest', 'legal_obligation'])

/** Consent, or another recorded basis, for one purpose and one recipient (domain/05 2, 07 2). */
export const ConsentAsked = z.object({
  purpose: Purpose,
  /** A party, where the purpose is sharing with one. */
  recipient: Id.nullable(),
  basis: Basis,
  /** Who gave it; for another basis why it holds. */
  givenBy: Text,
  how: z.enum(['spoken', 'written', 'none']),
  scriptVersion: Text.nullable(),
  language: Text.nullable(),
  interpreter: Text.nullable(),
  readBack: z.boolean().nullable(),
  note: Long.nullable(),
})
export const Consent = ConsentAsked.extend({
  id: Id,
  givenAt: Instant,
  takenBy: z.string(),
  withdrawnAt: Instant.nullable(),
})

/** Where a request stands: ids, codes and dates of our acts. */
export const Head = z.object({
  id: RequestNumber,
  context: Id,
  state: State,
  outcome: Outcome.nullable(),
  soughtVersion: z.number().int(),
  enquirerVersion: z.number().int(),
  filedAt: Instant,
  submittedAt: Instant.nullable(),
  openedAt: Instant.nullable(),
  stateAt: Instant,
  officer: z.string().nullable(),
  awaitingReply: z.boolean(),
  /** Candidates under review; null for who is not an officer of the case. */
  candidates: z.number().int().nullable(),
  reviewOn: Day.nullable(),
  nextCallOn: Day.nullable(),
  urgent: z.object({ reason: UrgentReason, by: z.string(), at: Instant, reviewOn: Day }).nullable(),
  correctionOwedAt: Instant.nullable(),
  /** A review or a call is past our reminder date. */
  reviewDue: z.boolean(),
})

export const Call = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  answered: z.boolean(),
  /** When it was, as told by who made it. */
  heldAt: Instant,
  who: Text,
  verifiedHow: Text.nullable(),
  interpreter: Text.nullable(),
  asked: Long.nullable(),
  /** The exact words told. */
  told: Long.nullable(),
  nextCallOn: Day.nullable(),
  recordedAt: Instant,
  by: z.string(),
})

export const Transition = z.object({
  id: Id,
  happening: z.string(),
  from: State,
  to: State,
  outcome: Outcome.nullable(),
  at: Instant,
  by: z.string(),
  corrects: Id.nullable(),
  because: Because,
})
