import type { z } from 'zod'
import type { AuthenticityState, CellProblem, ListKind, ListState, RowState } from './contract.ts'

type State = z.output<typeof ListState>
type Origin = z.output<typeof AuthenticityState>
type Kind = z.output<typeof ListKind>
type Problem = z.output<typeof CellProblem>
type Holding = Problem & { readonly code: Exclude<Problem['code'], 'date_ambiguous'> }

/** A list that could be read is accepted; with an origin not yet sure its rows may be matched and go no further. */
export function accept(origin: Origin): State {
  return origin === 'confirmed' ? 'accepted' : 'accepted_unconfirmed'
}

/** Whether a list may be given back: once there are records, a row is withdrawn, not the list. */
export function mayReturn(state: State): 'has_records' | 'already_returned' | null {
  if (state === 'returned') return 'already_returned'
  return state === 'registered' ? 'has_records' : null
}

/** What confirming the origin makes of a list; a registered list stays so, and its records lose their mark. */
export function confirm(
  state: State,
  origin: Origin,
): { ok: true; state: State } | { ok: false; refusal: 'already_confirmed' | 'already_returned' } {
  if (state === 'returned') return { ok: false, refusal: 'already_returned' }
  if (origin === 'confirmed') return { ok: false, refusal: 'already_confirmed' }
  return { ok: true, state: state === 'accepted_unconfirmed' ? 'accepted' : state }
}

/** Rows become records only from a list that a person has accepted and whose columns a person has fixed. */
export function mayRegister(list: {
  readonly state: State
  readonly mappedAt: string | null
}): 'not_accepted' | 'not_mapped' | null {
  if (list.state === 'received' || list.state === 'returned') return 'not_accepted'
  return list.mappedAt === null ? 'not_mapped' : null
}

/** Whether a run would find anything to do; the original may be gone, and rows in quarantine need it no more. */
export function mayRun(list: {
  readonly state: State
  readonly mappedAt: string | null
  readonly completedAt: string | null
  readonly fileDestroyedAt: string | null
  readonly quarantined: number
}): 'not_accepted' | 'not_mapped' | 'file_destroyed' | 'nothing_left' | null {
  const wrong = mayRegister(list)
  if (wrong) return wrong
  if (list.completedAt === null && list.fileDestroyedAt !== null) return 'file_destroyed'
  return list.completedAt !== null && list.quarantined === 0 ? 'nothing_left' : null
}

/** What the event is that a list of this kind tells of each of its rows; a reply tells none by itself. */
export const eventOfKind = {
  held: 'held',
  released_or_exchanged: 'release',
  deaths: 'death',
  remains_handed_over: 'remains_handed_over',
  graves: 'burial',
  hospital: 'hospital',
  own_missing_sought: 'own_missing_sought',
  replies: null,
} as const satisfies Record<Kind, string | null>

/** Some who are dead, buried or wounded are nobody's yet: they may be registered without a name, by a person's word. */
export function mayBeNameless(kind: Kind): boolean {
  return kind === 'remains_handed_over' || kind === 'graves' || kind === 'deaths' || kind === 'hospital'
}

/** Remains come under a tag, seldom a name (workflow 4b): that alone holds no row back. */
export function expectsName(kind: Kind): boolean {
  return kind !== 'remains_handed_over'
}

/**
 * The first problem that keeps a row from becoming a record, null when none does. An ambiguous date keeps none back, for
 * both readings are kept. `asItStands`: a person has said to leave unsaid what cannot be read.
 */
export function holdsBack(
  problems: readonly Problem[],
  { kind, asItStands }: { readonly kind: Kind; readonly asItStands: boolean },
): Holding | null {
  const holding = problems.flatMap((problem): Holding[] => {
    const { code } = problem
    if (code === 'date_ambiguous') return []
    const holds = code === 'name_missing' ? expectsName(kind) && !(asItStands && mayBeNameless(kind)) : !asItStands
    return holds ? [{ ...problem, code }] : []
  })
  return holding[0] ?? null
}

/** Rows a person may still decide about. */
export function isOpen(state: z.output<typeof RowState>): boolean {
  return state === 'quarantined'
}

const edtf = /^(\d{4}(-\d{2}(-\d{2})?)?~?|\.\.\/\d{4}|\d{4}\/(\d{4}|\.\.))$/

/** A reading as the house keeps dates: of an interval with months or days the years; null when it is none. */
export function keptDate(reading: string): string | null {
  if (edtf.test(reading)) return reading
  const [from = '', to = ''] = reading.split('/').map((end) => (end === '..' ? end : end.slice(0, 4)))
  const kept = from === to ? from : `${from}/${to}`
  return edtf.test(kept) ? kept : null
}
