import type { Content } from './contents.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { byPronoun, resolve } from './people.ts'
import type { Person } from './person.ts'
import type { Saying } from './saying.ts'
import type { Sentence } from './sentences.ts'
import type { Walk } from './walk-state.ts'

/** Who speaks in one act of speech; null when the text leaves it open. */
export function speakerOf(
  state: Walk,
  saying: Saying,
  of: {
    subject: Person | null
    tokens: Sentence['tokens']
    mentions: readonly Mention[]
    contents: readonly Content[]
    index: number
  },
): Person | null {
  const { people, text } = state
  if (saying.kind === 'agreed') return null
  const { agrees } = saying.cue
  if (saying.subject !== null) {
    const own = saying.subject.pronoun === 'it' || saying.subject.pronoun === 'he' || saying.subject.pronoun === 'she'
    if (own && of.subject !== null && of.subject.kind === 'person' && saying.subject.pronoun !== 'it') return of.subject
    return resolve(people, saying.subject, agrees)
  }
  if (saying.noun !== null) {
    const [from, to] = saying.noun
    const name = text.slice(of.tokens[from]!.start, of.tokens[to - 1]!.end)
    return { kind: 'unnamed', name, role: null, party: null, gender: null, head: null, sure: true }
  }
  if (find(state.language.set.saidIn, of.tokens, saying.at) !== null) return paperSpeaker(state, saying, of)
  if (!saying.dropped) return null
  if (of.subject !== null) return of.subject
  if (of.index > 0) {
    const before = of.contents[of.index - 1]!.saying.subject
    if (before !== null) return resolve(people, before)
  }
  if (agrees === 'we' && people.issuer !== null) return people.issuer
  return byPronoun(people, null, agrees)
}

/** «заявление, в котором говорится»: the body named behind the paper, or who made it. */
function paperSpeaker(state: Walk, saying: Saying, of: { mentions: readonly Mention[] }): Person | null {
  const behind = of.mentions.find((one) => one.from > saying.at && one.from <= saying.at + 5 && one.pronoun === null)
  const before = of.mentions.find(
    (one) => one.to <= saying.at && !one.oblique && !one.afterPreposition && one.pronoun === null,
  )
  const mention = behind ?? before
  if (mention !== undefined) return resolve(state.people, { ...mention, afterPreposition: false })
  return state.people.issuer ?? byPronoun(state.people, null, 'any')
}

/** Whom the verb of saying names as listener: "told Velin that". */
export function listenerOf(
  state: Walk,
  saying: Saying,
  of: { sentence: Sentence; mentions: readonly Mention[] },
  contentStart: number,
): string | null {
  const { tokens } = of.sentence
  const mention = of.mentions.find(
    (one) => one.from >= saying.to && one.from <= saying.to + 1 && tokens[one.to - 1]!.end <= contentStart,
  )
  if (mention === undefined || mention.pronoun !== null || mention.from === saying.subject?.from) return null
  return resolve(state.people, mention)?.name ?? null
}
