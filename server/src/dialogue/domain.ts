// The decisions of this room: pure, without clock or rows. "Today" is a day (YYYY-MM-DD) that is handed in.
import { refuse } from '#kernel/result'
import type { z } from 'zod'
import type { AccessAnswer, Commitment, Representation } from './shapes-work.ts'
import { assessments, type entryStates, modalities, rungs } from './words.ts'

type StateOf<Kind extends keyof typeof entryStates> = (typeof entryStates)[Kind][number]
type CommitmentState = StateOf<'commitment'>
type AccessState = StateOf<'access'>
type RepresentationState = StateOf<'representation'>
type Answer = z.output<typeof AccessAnswer>

const to = <const State extends string>(state: State) => ({ ok: true as const, state })

/** Workflow 9: what is stated is registered once somebody has made sure of the words and of the day they were said. */
export function register(state: CommitmentState, commitment: Pick<z.output<typeof Commitment>, 'saidOn'>) {
  if (state !== 'stated') return refuse('not_stated')
  return commitment.saidOn === null ? refuse('day_missing') : to('registered')
}

/** Who promised confirms the words or contests them; contested words may be confirmed, confirmed ones contested. */
export function confirm(state: CommitmentState, outcome: 'confirmed' | 'contested') {
  return state === 'registered' || state === 'confirmed' || state === 'contested'
    ? to(outcome)
    : refuse('not_registered')
}

export function track(state: CommitmentState) {
  return state === 'confirmed' ? to('tracked') : refuse('not_confirmed')
}

/** A tracked commitment is assessed, and again whenever more is seen. To say something of it takes something seen. */
export function assess(
  state: CommitmentState,
  outcome: (typeof assessments)[number],
  evidence: { readonly known: readonly string[]; readonly named: readonly string[] },
) {
  if (!isTracked(state)) return refuse('not_tracked')
  if (evidence.named.some((one) => !evidence.known.includes(one))) return refuse('evidence_unknown')
  const rests = outcome === 'seen_done' || outcome === 'partly_seen'
  return rests && evidence.named.length === 0 ? refuse('evidence_missing') : to(outcome)
}

/** Tracked, or assessed already: it goes on being looked at. */
export function isTracked(state: CommitmentState): boolean {
  return state === 'tracked' || assessments.some((one) => one === state)
}

/** Still looked at: neither replaced nor, in our own eyes, done. */
export function isPromised(state: string): boolean {
  return state !== 'superseded' && state !== 'seen_done'
}

/** Workflow 5: access is asked for, and again after a refusal or when nothing was answered by our own date. */
export function request(state: AccessState, isUnanswered: boolean) {
  if (state === 'planned' || state === 'refused' || state === 'refused_temporary') return to('requested')
  return state === 'requested' && isUnanswered ? to('requested') : refuse('not_to_request')
}

/**
 * An answer is taken for what it is: agreed only with all five conditions and our delegates approved (GC III 126, IV 143);
 * refused for a time only for imperative military necessity with its end, and with both it is for a time.
 */
export function answer(state: AccessState, given: Answer, asked: { readonly on: string } | undefined) {
  if (state !== 'requested' || !asked) return refuse('not_requested')
  if (given.on < asked.on) return refuse('before_request')
  if (given.answer === 'agreed') return isComplete(given) ? to('agreed') : refuse('conditions_missing')
  if (given.answer === 'conditions_disputed') return to('conditions_disputed')
  const isBounded = given.necessity && given.until !== null
  if (given.answer === 'refused') return isBounded ? refuse('is_temporary') : to('refused')
  if (!given.necessity) return refuse('necessity_missing')
  return given.until === null ? refuse('end_missing') : to('refused_temporary')
}

/** All five conditions of a visit, and who goes approved: less is no visit (domain/04 1). */
export function isComplete(given: Pick<Answer, 'modalities' | 'delegatesApproved'>): boolean {
  return given.delegatesApproved && modalities.every((one) => given.modalities[one])
}

export function settle(
  state: AccessState,
  isSettled: boolean,
  given: Pick<Answer, 'modalities' | 'delegatesApproved'>,
) {
  if (state !== 'conditions_disputed') return refuse('not_in_dispute')
  if (!isSettled) return to('refused')
  return isComplete(given) ? to('agreed') : refuse('conditions_missing')
}

export function schedule(state: AccessState) {
  return state === 'agreed' ? to('scheduled') : refuse('not_agreed')
}

export function visit(state: AccessState, outcome: 'visited' | 'prevented', reason: string | null) {
  if (state !== 'scheduled') return refuse('not_scheduled')
  return outcome === 'prevented' && reason === null ? refuse('reason_missing') : to(outcome)
}

/** Workflow 8. More follows where an answer was insufficient, or none came by our own date. */
export function escalate(state: RepresentationState, isUnanswered: boolean) {
  const insufficient = state === 'answered' || state === 'escalated' || (state === 'delivered' && isUnanswered)
  return insufficient ? to('escalated') : refuse('not_to_escalate')
}

/** The next rung of the ladder is a higher one. */
export function climb(from: (typeof rungs)[number], next: (typeof rungs)[number]) {
  return rungs.indexOf(next) > rungs.indexOf(from) ? to('drafted') : refuse('not_higher')
}

/** A representation is spoken or handed over, as its rung says: what is oral is spoken, the rest leaves a paper. */
export function deliver(state: RepresentationState, rung: string, how: string) {
  if (state !== 'cleared') return refuse('not_cleared')
  return rung !== 'higher_level' && (rung === 'oral') !== (how === 'spoken') ? refuse('not_by_mouth') : to('delivered')
}

export function reply(
  state: RepresentationState,
  { delivery }: Pick<z.output<typeof Representation>, 'delivery'>,
  on: string,
) {
  const isOut = state === 'delivered' || state === 'answered' || state === 'escalated'
  if (!isOut || !delivery) return refuse('not_delivered')
  return on < delivery.on ? refuse('before_delivery') : to('answered')
}

/** Past our own date: a reminder, and nothing happens by it (domain/07, general rules). */
export function isPast(day: string | null, today: string): boolean {
  return day !== null && day < today
}

/** Whether a partial date begins after a day. An open beginning begins before everything. */
export function startsAfter(edtf: string, today: string): boolean {
  const start = /^\d{4}(-\d{2}){0,2}/.exec(edtf)?.[0]
  return start !== undefined && start > today.slice(0, start.length)
}

/** Whole days between two days. */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from)
}

/** The number of a day, counted in the Gregorian calendar. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
}

/** Text folded for the filter of a channel's page: case, marks and letters written in several ways do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ё/gu, 'е')
}

/** Whether anything an entry says holds a text. */
export function mentions(content: unknown, text: string): boolean {
  if (typeof content === 'string') return folded(content).includes(text)
  if (Array.isArray(content)) return content.some((one) => mentions(one, text))
  if (content === null || typeof content !== 'object') return false
  return Object.values(content).some((one) => mentions(one, text))
}

/** Whether a record of access is about the place a promise names; a promise that names none is about all of them. */
export function standsBeside(promised: string | null, asked: string | null): boolean {
  if (promised === null || asked === null) return true
  const [one, other] = [folded(promised).trim(), folded(asked).trim()]
  return one.includes(other) || other.includes(one)
}
