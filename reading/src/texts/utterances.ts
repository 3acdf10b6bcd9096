import type { Implication } from './languages/language.ts'
import type { Person } from './person.ts'

/** What one speaker says in one go: one stretch, or a quotation running over paragraphs. */
export interface Utterance {
  readonly parts: { readonly start: number; readonly end: number }[]
  readonly quoted: boolean
  speaker: Person | null
  saidAs: string | null
  implies: Implication
  listener: string | null
  /** The last quotation was left open at the end of its paragraph. */
  open: boolean
}
