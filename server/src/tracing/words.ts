// The codes of this room, in the words of domain/04, 05 and 07.

/** The states of a tracing request (domain/07 workflow 2). */
export const states = [
  'draft',
  'submitted',
  'open',
  'searching',
  'suspended',
  'outcome_pending',
  'informing',
  'informing_limited',
  'informing_death',
  'resolved',
  'resolved_followed',
  'reopened',
  'merged',
  'referred',
  'closed_by_enquirer',
] as const
export type State = (typeof states)[number]

/** How a request came out, or rests (domain/04 section 4). "Presumed dead" is a legal act of a State and never here. */
export const outcomes = [
  'located_alive_contact',
  'located_alive_no_contact_wish',
  'located_in_detention',
  'fate_dead_notified',
  'fate_dead_remains_identified',
  'fate_dead_documented',
  'fate_clarified_other',
  'whereabouts_partial',
  'reported_by_enquirer',
  'closed_by_enquirer',
  'enquirer_unreachable',
  'closed_duplicate',
  'closed_out_of_scope',
  'suspended',
] as const
export type Outcome = (typeof outcomes)[number]

/** The outcomes a family can be told of through the gate. */
export const toldOutcomes = [
  'located_alive_contact',
  'located_alive_no_contact_wish',
  'located_in_detention',
  'fate_dead_notified',
  'fate_dead_remains_identified',
  'fate_dead_documented',
  'fate_clarified_other',
  'whereabouts_partial',
] as const satisfies readonly Outcome[]
export type ToldOutcome = (typeof toldOutcomes)[number]

export const grades = ['possible', 'probable', 'established'] as const
export type Grade = (typeof grades)[number]

/** Three ways of telling, by how the fact is known (domain/05 4b). */
export const informings = ['informing', 'informing_limited', 'informing_death'] as const
export type Informing = (typeof informings)[number]

/** Why a request goes first: never rank, fame or an authority's insistence. */
export const urgentReasons = [
  'child_alone',
  'wounded_or_gravely_ill',
  'death_sentence_or_transfer',
  'seen_alive_then_missing',
  'dying_parent',
  'at_risk_from_publication',
] as const
export type UrgentReason = (typeof urgentReasons)[number]
