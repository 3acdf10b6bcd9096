import type { Language } from './languages/language.ts'
import type { Mention } from './mention.ts'
import type { Names } from './names.ts'
import type { Paragraph } from './paragraphs.ts'
import type { People, Person } from './person.ts'
import type { Sentence } from './sentences.ts'
import type { Utterance } from './utterances.ts'

/** A paragraph with its sentences and who is named in them. */
export interface Read {
  readonly paragraph: Paragraph
  readonly sentences: readonly { readonly sentence: Sentence; readonly mentions: readonly Mention[] }[]
  /** The whole paragraph is what this one says (an answer in an interview). */
  answer: Person | 'unknown' | null
  /** The answer is told in minutes, not quoted. */
  minuted: boolean
  /** A question of the journalist. */
  question: boolean
}

/** Where the walk over a text stands. */
export interface Walk {
  readonly text: string
  readonly language: Language
  readonly names: Names
  readonly people: People
  readonly found: Utterance[]
  /** The last utterance of the paragraph before, and of this one. */
  last: Utterance | null
  paragraphStart: number
  /** The paper is minutes. */
  readonly minuted: boolean
  /** The last sentence of the paragraph before. */
  before: Sentence | undefined
}
