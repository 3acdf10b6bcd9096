import type { Act } from '#kernel/slice'
import { assessAct } from './assess-commitment.ts'
import { clearAct } from './clear-representation.ts'
import { escalateAct } from './escalate-representation.ts'

/** What takes two people in this room. */
export const acts: readonly Act[] = [assessAct, clearAct, escalateAct]
