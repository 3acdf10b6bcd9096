import type { Cue } from './languages/language.ts'
import type { Mention } from './mention.ts'

/** One act of speech in a sentence: a verb of saying, or "according to", with its doer. Token places. */
export interface Saying {
  /** Where the group of doer and verb begins, with an "and" before it. */
  readonly from: number
  /** Where the verb begins and ends. */
  readonly at: number
  to: number
  readonly cue: Cue
  readonly subject: Mention | null
  /** The doer is the one of the saying before, or whoever spoke last. */
  readonly dropped: boolean
  /** An unlisted noun as doer ("the driver said"). */
  readonly noun: readonly [number, number] | null
  readonly kind: 'verb' | 'according' | 'as' | 'this' | 'agreed'
  /** The doer stands behind the verb. */
  readonly inverted: boolean
}
