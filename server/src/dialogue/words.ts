// The codes of this room, in the words of domain/04, 07 (5, 8, 9) and the issue of the channel.

/** What a channel is made of: every entry of it is one of these. */
export const entryKinds = [
  'interlocutor',
  'meeting',
  'note',
  'letter',
  'text',
  'proposal',
  'statement',
  'commitment',
  'access',
  'representation',
  'matter',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** How high somebody speaks: the level of a representation is matched to its gravity (domain/04 2). */
export const levels = ['local', 'regional', 'national', 'ministerial', 'head_of_state_or_movement'] as const

export const entryStates = {
  interlocutor: ['in_office', 'term_ended'],
  meeting: ['held', 'minutes_agreed'],
  note: ['written'],
  letter: ['open', 'acknowledged', 'answered'],
  text: ['to_read', 'read'],
  proposal: ['open', 'accepted', 'dropped'],
  statement: ['recorded', 'raised'],
  commitment: [
    'stated',
    'registered',
    'confirmed',
    'contested',
    'tracked',
    'seen_done',
    'partly_seen',
    'not_seen',
    'cannot_assess',
    'superseded',
  ],
  access: [
    'planned',
    'requested',
    'agreed',
    'conditions_disputed',
    'refused_temporary',
    'refused',
    'scheduled',
    'visited',
    'prevented',
  ],
  representation: ['drafted', 'cleared', 'delivered', 'answered', 'escalated', 'closed'],
  matter: ['open', 'put', 'answered', 'closed'],
} as const satisfies Record<EntryKind, readonly string[]>

/** What an entry of a text is (the reader's kinds; `meeting` once for the meeting itself). */
export const statementKinds = [
  'commitment',
  'request',
  'allegation',
  'denial',
  'position',
  'appreciation',
  'announcement',
  'meeting',
] as const
export const subjects = ['access', 'lists', 'messages', 'repatriation', 'treatment', 'funds', 'law', 'other'] as const

/** "Kept" and "not kept" would be verdicts: this is how a commitment is seen (workflow 9). */
export const assessments = ['seen_done', 'partly_seen', 'not_seen', 'cannot_assess'] as const
export const commitmentForms = ['promise', 'special_agreement', 'written_assurance'] as const

/** Why a commitment may lower the protection of a treaty, which none may (GC III 6 and 7, IV 7 and 8). */
export const protectionWarnings = ['duty_made_conditional', 'rights_renounced', 'reciprocity_asked'] as const

/** The five conditions of a visit (domain/04 1): all of them, or there is no visit. */
export const modalities = ['all_detainees', 'all_premises', 'private_talks', 'repeat_visits', 'list'] as const
export const accessAnswers = ['agreed', 'conditions_disputed', 'refused_temporary', 'refused'] as const

/** The ladder of representations (domain/04 2, mode 1). */
export const rungs = ['oral', 'aide_memoire', 'letter', 'report', 'higher_level'] as const
/** What comes when the ladder had no sufficient effect (domain/04 2, modes 2 to 4). */
export const escalationModes = ['higher_level', 'mobilisation', 'statement_on_dialogue', 'condemnation'] as const
export const replies = ['accepted', 'explained', 'contested', 'promised'] as const
/** What a fact of a representation rests on, and whether whom it concerns agreed to its use. */
export const consents = ['no_person_concerned', 'named', 'anonymous', 'refused'] as const

/** General matters may be shared, put to each party alike; what is of a place, a person or an event never. */
export const sharedMatters = ['cards', 'lists', 'access_in_principle', 'treaty_duty'] as const
export const ownMatters = ['place', 'person', 'event'] as const
