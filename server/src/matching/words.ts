/** The states of a pair under review (domain/07 3); `lapsed` is ours: its record or request left the search undecided. */
export const states = [
  'queued',
  'in_review',
  'info_requested',
  'accepted_first',
  'accepted',
  'disputed',
  'rejected',
  'withdrawn',
  'lapsed',
] as const
export type State = (typeof states)[number]

/** States in which people still have something to decide. */
export const underReview = ['queued', 'in_review', 'info_requested', 'accepted_first', 'disputed'] as const

/** States in which a pair speaks for its record and its request: not rejected, not withdrawn, not lapsed. */
export const standing = [...underReview, 'accepted'] as const

export const grades = ['possible', 'probable', 'established'] as const
export type Grade = (typeof grades)[number]

/** What a decision may rest on. `name` alone never carries more than *possible*. */
export const fields = [
  'name',
  'father',
  'mother',
  'born',
  'age',
  'sex',
  'birthPlace',
  'serviceNumber',
  'documentNumber',
  'unit',
  'occupation',
  'circumstances',
  'photoRecognised',
  'visitInterview',
] as const
export type Field = (typeof fields)[number]

/** Independent identity fields beyond the name (P, domain/07 3): patronymic and father's name are one, `father`. */
export const identityFields: ReadonlySet<Field> = new Set<Field>([
  'father',
  'mother',
  'born',
  'serviceNumber',
  'documentNumber',
  'photoRecognised',
  'visitInterview',
])

export const rejections = [
  'another_person',
  'other_birth',
  'other_parents',
  'other_place_or_time',
  'record_unusable',
  'other',
] as const

/** The fixed set of questions: asked of every family alike, three at a time, so that none shows that a candidate exists. */
export const questions = [
  'names_of_parents',
  'date_and_place_of_birth',
  'other_spellings_and_nicknames',
  'service_or_document_number',
  'marks_on_the_body',
  'last_contact',
] as const

export const steps = [
  'propose',
  'open',
  'ask',
  'learn',
  'accept',
  'agree',
  'disagree',
  'reject',
  'settle',
  'withdraw',
  'lapse',
  'proposeAgain',
] as const
export type Step = (typeof steps)[number]

/** Why an accepted pair stands no longer. */
export const withdrawals = ['contradicting_evidence', 'record_withdrawn', 'mistake'] as const

/** Why a pair left the review undecided. */
export const lapses = ['record_withdrawn', 'request_closed'] as const
