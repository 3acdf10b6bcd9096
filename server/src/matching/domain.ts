import { refuse, type Refused } from '#kernel/result'
import { type Field, type Grade, identityFields, type State, type Step } from './words.ts'

/** What two people say of a pair: accepted with a grade and what it rests on, or rejected. */
export type Verdict =
  | { readonly accepts: true; readonly grade: Grade; readonly fields: readonly Field[] }
  | { readonly accepts: false }

/** What the record is, for the minimum of a grade: the source's standing, never its side. */
export type RecordFacts = {
  /** A party's channel, of a kind that can be a notice, or the house's own registration, or a hospital. */
  readonly firstHand: boolean
  readonly unconfirmed: boolean
  readonly withdrawn: boolean
}

/** Uniqueness both ways: another record or another request is as likely. */
export type Rivals = { readonly secondRecord: boolean; readonly secondRequest: boolean }

export type GradeRefusal =
  | 'grade_needs_fields'
  | 'source_not_first_hand'
  | 'record_unconfirmed'
  | 'record_withdrawn'
  | 'second_record'
  | 'second_request'

/**
 * Whether a grade may be given (domain/07 3, P): names alone never above *possible*; *established* needs a source of
 * first hand that is confirmed, two independent identity fields beyond the name, and uniqueness both ways.
 */
export function checkGrade(
  { grade, fields }: { readonly grade: Grade; readonly fields: readonly Field[] },
  record: RecordFacts,
  rivals: Rivals,
): Refused<GradeRefusal> | null {
  if (record.withdrawn) return refuse('record_withdrawn')
  if (grade === 'possible') return null
  const beyond = new Set(fields.filter((field) => field !== 'name'))
  if (grade === 'probable') return beyond.size > 0 ? null : refuse('grade_needs_fields')
  const identity = new Set(fields.filter((field) => identityFields.has(field)))
  if (identity.size < 2) return refuse('grade_needs_fields')
  if (!record.firstHand) return refuse('source_not_first_hand')
  if (record.unconfirmed) return refuse('record_unconfirmed')
  if (rivals.secondRecord) return refuse('second_record')
  if (rivals.secondRequest) return refuse('second_request')
  return null
}

/** First hand (domain/07 3): the authority that holds, whatever its status in law; our own staff; a hospital. */
export function firstHand(record: { channel: string; notice: string; countsAsNotice: boolean }): boolean {
  if (record.channel === 'families') return false
  if (record.channel === 'house') return record.notice !== 'statement'
  return record.countsAsNotice
}

const table: Readonly<Record<Step, Readonly<Partial<Record<State, State>>>>> = {
  propose: {},
  open: { queued: 'in_review' },
  ask: { in_review: 'info_requested' },
  learn: { info_requested: 'in_review' },
  accept: { in_review: 'accepted_first' },
  agree: { accepted_first: 'accepted' },
  disagree: { accepted_first: 'disputed' },
  reject: { in_review: 'rejected', disputed: 'rejected' },
  settle: { disputed: 'accepted' },
  withdraw: { accepted: 'withdrawn' },
  lapse: {
    queued: 'lapsed',
    in_review: 'lapsed',
    info_requested: 'lapsed',
    accepted_first: 'lapsed',
    disputed: 'lapsed',
  },
  proposeAgain: { rejected: 'queued', withdrawn: 'queued', lapsed: 'queued' },
}

/** The state after a step; `not_now` where the pair is elsewhere. A dispute may also be settled by rejecting. */
export function next(state: State, step: Step): State | null {
  return table[step][state] ?? null
}

/** What a reviewer's verdict is, by where the pair is and who judged first (07 3: never the same person twice). */
export function stepOf(
  state: State,
  verdict: Verdict,
  { first, by, firstGrade }: { first: string | null; by: string; firstGrade: Grade | null },
):
  | { readonly ok: true; readonly step: 'accept' | 'reject' | 'agree' | 'disagree' }
  | Refused<'not_now' | 'same_person'> {
  if (state === 'in_review') return { ok: true, step: verdict.accepts ? 'accept' : 'reject' }
  if (state !== 'accepted_first') return refuse('not_now')
  if (first === by) return refuse('same_person')
  const agrees = verdict.accepts && verdict.grade === firstGrade
  return { ok: true, step: agrees ? 'agree' : 'disagree' }
}

/** How much less a rival may weigh and still count as likely: 1/256 bit, a factor of two. */
const asLikelyMargin = 256

/** Whether another pair is as likely as this one, by their weights of one moment in 1/256 bit; an unknown weight is as likely. */
export function isAsLikely(other: number | null, own: number | null): boolean {
  return other === null || own === null || other >= own - asLikelyMargin
}

/** What the first reviewer decided is nobody's to read but their own until a second has decided (domain/07 3). */
export function mayReadDecision(state: State, isOwn: boolean): boolean {
  return isOwn || state !== 'accepted_first'
}

/** Whether every field a decision names is one that both sides state, or that people learned otherwise. */
export function checkStated(named: readonly Field[], stated: readonly Field[]): Refused<'field_not_stated'> | null {
  return named.every((field) => stated.includes(field)) ? null : refuse('field_not_stated')
}
