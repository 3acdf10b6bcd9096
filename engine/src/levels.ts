import type { DateLevel } from './dates.ts'
import type { NameManner } from './name-model.ts'

const names = [
  'same',
  'spelling',
  'initial',
  'equivalent',
  'short',
  'form',
  'different',
  'omitted',
  'together',
] as const
const dates = [
  'equal',
  'month',
  'year',
  'swapped',
  'digit',
  'part',
  'near',
  'loose',
  'calendar',
  'about',
  'other',
  'rough',
  'contradiction',
] as const

/** How two things may have met: what stands behind each is put into words by whoever shows it, in any language. */
export const LEVELS = [
  ...(names satisfies readonly NameManner[]),
  ...(dates satisfies readonly DateLevel[]),
  'similar',
  'moved',
  'slip',
  'namesake',
  'sibling',
] as const
export type Level = (typeof LEVELS)[number]
