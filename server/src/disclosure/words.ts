// The codes of this room, in the words of domain/05 4 and 4b.

/** How a fact is known (05 4b a to e): what may be told hangs on it. */
export const knowns = [
  'prisoner_notified',
  'civilian_notified',
  'seen_by_staff',
  'found_at_liberty',
  'death_notified',
  'death_documented',
  'remains_identified',
] as const
export type Known = (typeof knowns)[number]

export const factGrades = ['reported', 'corroborated', 'established'] as const
export type FactGrade = (typeof factGrades)[number]

/** What an answer can contain. The first three are the fact itself, and how it is known. */
export const items = [
  /** That a notice came, of which day, from whom. */
  'notice',
  /** That our staff saw the person or spoke with the person, and on which day. */
  'seen',
  'death',
  'own_words',
  'place',
  'health',
  'address',
  'date_of_death',
  'place_of_death',
  'burial',
] as const
export type Item = (typeof items)[number]

/** What makes a review of detriment necessary (05 4). */
export const harmFlags = [
  'held_by_hostile_side',
  'asked_for_asylum',
  'minor',
  'do_not_tell',
  'collaborator_allegation',
  'defector',
  'high_profile',
  'sexual_violence',
  'risk_from_enquirer',
] as const
export type HarmFlag = (typeof harmFlags)[number]

export const detrimentDecisions = ['tell', 'partial', 'family_only', 'delay', 'agency_only'] as const
export type DetrimentDecision = (typeof detrimentDecisions)[number]

/** What ends an answer that was prepared from an earlier state of things. */
export const changes = ['consent_withdrawn', 'request_changed', 'new_claim'] as const
export type Change = (typeof changes)[number]

export const endings = [
  ...changes,
  'fact_withdrawn',
  'request_closed',
  'detriment_decided',
  'stopped',
  'taken_back',
  'replaced',
  'expired',
  'erased',
] as const
export type Ending = (typeof endings)[number]

/** All reasons for which the gate stays shut. */
export const gateRefusals = [
  'pair_not_established',
  'record_withdrawn',
  'record_unconfirmed',
  'not_a_notice',
  'not_notified_as_prisoner',
  'second_record',
  'second_request',
  'enquirer_unchecked',
  'relation_unchecked',
  'risk_unconsidered',
  'outcome_unfit',
  'fact_grade_too_low',
  'item_unfit',
  'item_without_words',
  'no_day',
  'no_authority_reference',
  'no_consent_of_person',
  'recipient_not_named',
  'item_not_consented',
  'person_said_no',
  'no_detriment_review',
  'detriment_decided_otherwise',
  'item_withheld',
  'no_best_interests_note',
  'child_place',
  'child_alone_told',
  'death_not_wished',
  'death_claimed',
  'until_unfit',
] as const
export type GateRefusal = (typeof gateRefusals)[number]
