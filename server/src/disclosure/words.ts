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

/** What an answer can contain. */
export const items = [
  'notification',
  'notification_date',
  'sender',
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

export const endings = [
  'consent_withdrawn',
  'fact_withdrawn',
  'new_claim',
  'request_changed',
  'request_closed',
  'detriment_decided',
  'stopped',
  'taken_back',
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
  'not_notified_as_dead',
  'second_record',
  'second_request',
  'enquirer_unchecked',
  'relation_unchecked',
  'risk_unconsidered',
  'outcome_unfit',
  'item_unfit',
  'no_consent_of_person',
  'recipient_not_named',
  'item_not_consented',
  'person_said_no',
  'no_detriment_review',
  'detriment_decided_otherwise',
  'fact_grade_too_low',
  'no_authority_reference',
  'death_not_wished',
  'no_best_interests_note',
  'child_place',
  'child_alone_told',
  'until_unfit',
] as const
export type GateRefusal = (typeof gateRefusals)[number]
