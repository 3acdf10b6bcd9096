import type { Language } from './languages/language.ts'
import { keyOf } from './languages/tokens.ts'
import { find, holds } from './languages/words.ts'
import { stemOf } from './names.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'
import type { Turn } from './turns.ts'
import type { Read } from './walk-state.ts'

const headMax = 4

/** Do the first lines say that the paper is minutes, so that its words are told, not quoted? */
export function isMinutes(reads: readonly Read[], language: Language): boolean {
  return reads
    .slice(0, headMax)
    .some(
      ({ paragraph, sentences }) =>
        paragraph.end - paragraph.start < 300 &&
        sentences.some(({ sentence }) => holds(language.set.minutes, sentence.tokens, 0, sentence.tokens.length)),
    )
}

/** "Mr Bergmann (Velkovia): the list will be handed over": who is named before the colon speaks. */
export function markLabels(
  reads: readonly Read[],
  turns: readonly (Turn | null)[],
  people: People,
  minuted: boolean,
): void {
  for (const [at, read] of reads.entries()) {
    const turn = turns[at]
    if (turn == null || turn.dash || read.paragraph.kind === 'formal' || read.paragraph.kind === 'headline') continue
    const decided = minuted && decision(read, turn, people.language)
    const speaker = decided ? 'unknown' : labelled(read, turn, people, minuted)
    if (speaker === null) continue
    const { start } = read.paragraph
    Object.assign(read, { paragraph: { ...read.paragraph, kind: 'body', turn: { start, end: turn.end } } })
    read.answer = speaker
    read.minuted = minuted
  }
}

/** "Decision: the list is updated every week". */
function decision({ sentences }: Read, turn: Turn, language: Language): boolean {
  const tokens = sentences[0]?.sentence.tokens ?? []
  const found = find(language.set.decisions, tokens, 0)
  return found !== null && (tokens[found.length - 1]?.end ?? turn.end + 1) <= turn.end
}

/** The one a label names; brackets behind the name may tell their party. */
function labelled(read: Read, turn: Turn, people: People, minuted: boolean): Person | null {
  const [first] = read.sentences
  const mention = first?.mentions.find((one) => one.from <= 1)
  if (first === undefined || mention === undefined) return null
  const spoken = first.sentence.tokens.some(
    (token, at) => token.end <= turn.end && find(people.language.cues, first.sentence.tokens, at, false) !== null,
  )
  if (spoken) return null
  const { tokens } = first.sentence
  if (tokens[mention.to - 1]!.end > turn.end) return null
  const next = tokens[mention.to]
  if (next === undefined || !/^[:(,]$/u.test(next.text)) return null
  const surname = mention.name?.split(' ').at(-1) ?? ''
  const known = people.bySurname.has(stemOf(keyOf(surname), people.language))
  const may =
    mention.kind === 'person' ||
    mention.kind === 'office' ||
    (mention.kind === 'name' && known) ||
    (mention.kind === 'body' && minuted)
  return may ? resolve(people, mention) : null
}
