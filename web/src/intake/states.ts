import type { List, ListState, RowState } from '@solferino/server/intake/contract'
import type { z } from 'zod'
import type { Fill } from '#ui/state-ring.tsx'

export type ListRead = z.infer<typeof List>
export type ListStateName = z.infer<typeof ListState>
export type RowStateName = z.infer<typeof RowState>

/** How far a list has come, as its ring shows it. */
export const fillOf: Readonly<Record<ListStateName, Fill>> = {
  received: 0,
  accepted: 1,
  accepted_unconfirmed: 1,
  returned: 'dashed',
  registered: 'done',
}

export const rowFillOf: Readonly<Record<RowStateName, Fill>> = {
  registered: 'done',
  known: 'done',
  quarantined: 2,
  set_aside: 'dashed',
  withdrawn: 'dashed',
  erased: 'dashed',
}

export type Step = 'looking' | 'unreadable' | 'returned' | 'map' | 'run' | 'mend' | 'settled'
type Asked = Pick<ListRead, 'state' | 'problem' | 'readAt' | 'mappedAt' | 'completedAt' | 'counts'>

/** What comes next for a list: it is looked through, its columns are fixed, it is run, its rows are mended. */
export function nextStep({ state, problem, readAt, mappedAt, completedAt, counts }: Asked): Step {
  if (state === 'returned') return 'returned'
  if (problem) return 'unreadable'
  if (readAt === null || state === 'received') return 'looking'
  if (mappedAt === null) return 'map'
  if (completedAt === null) return 'run'
  return counts.quarantined > 0 ? 'mend' : 'settled'
}

/** Rows of the file about which it has been decided or found out what becomes of them. */
export function settledCount({ registered, known, setAside, withdrawn, erased }: ListRead['counts']): number {
  return registered + known + setAside + withdrawn + erased
}
