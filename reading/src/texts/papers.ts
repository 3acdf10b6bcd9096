import { partyOf } from './bodies.ts'
import type { Language } from './languages/language.ts'
import { tokensOf } from './languages/tokens.ts'
import { holds, search } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { mentionsOf } from './mentions.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'
import type { Sentence } from './sentences.ts'
import type { Utterance } from './utterances.ts'
import type { Read } from './walk-state.ts'

/** The body that issues a communiqué: named in the heading with the paper, or with it in the first sentence. */
export function issuerOf(reads: readonly Read[], people: People): Person | null {
  const { language } = people
  const heads = reads.slice(0, 4).filter(({ paragraph }) => paragraph.kind !== 'body')
  const paper = heads.some(({ sentences }) =>
    sentences.some(({ sentence }) => holds(language.set.papers, sentence.tokens, 0, sentence.tokens.length)),
  )
  if (!paper) return null
  for (const { sentences } of heads) {
    for (const { mentions } of sentences) {
      const issuer = mentions.find((one) => one.kind === 'body' || one.kind === 'office' || one.kind === 'person')
      if (issuer !== undefined) return resolve(people, issuer)
    }
  }
  return null
}

/** Is the paper a letter, so that all of it is said by who writes? */
export function isLetter(reads: readonly Read[], language: Language): boolean {
  const [first] = reads
  return (
    first !== undefined &&
    first.sentences.some(({ sentence }) => search(language.set.letters, sentence.tokens, 0, 2) !== -1)
  )
}

/** "Belmora will open its camp, the defence minister said": who promises for a State without being tied to another speaks for it. */
export function inferParties(text: string, utterances: readonly Utterance[], language: Language, people: People): void {
  for (const { speaker, quoted, parts } of utterances) {
    if (
      speaker === null ||
      quoted ||
      speaker.party !== null ||
      (speaker.kind !== 'person' && speaker.kind !== 'office') ||
      speaker.role === null
    )
      continue
    const { start, end } = parts[0]!
    const tokens = tokensOf(text, start, end, language.table.code)
    const first = mentionsOf(text, tokens, language, people.names).find(
      (one) => one.kind === 'name' && one.from <= 1 && !one.afterPreposition,
    )
    if (
      first === undefined ||
      holds(language.signs.wrong, tokens, 0, tokens.length) ||
      holds(language.signs.duty, tokens, 0, tokens.length)
    )
      continue
    const near = Math.min(tokens.length, first.to + 8)
    if (!holds(language.signs.future, tokens, first.to, near) && !holds(language.signs.ready, tokens, first.to, near))
      continue
    const party = resolve(people, first)
    if (party?.kind === 'party') speaker.party = party.party
  }
}

/** "Mara Velin heads the Neutral Bureau": who heads a body speaks for it. */
export function presiding({ tokens }: Sentence, mentions: readonly Mention[], people: People): void {
  const { set } = people.language
  for (const [index, mention] of mentions.entries()) {
    if (mention.kind !== 'person' || mention.afterPreposition) continue
    const next = mentions.slice(index + 1, index + 4).find((one) => one.kind === 'body' || one.body !== null)
    if (next === undefined || next.from - mention.to > 12 || next.from <= mention.to) continue
    if (
      !holds(
        set.presides,
        tokens,
        people.language.table.verbFirst ? Math.max(0, mention.from - 2) : mention.to,
        Math.min(next.from + 1, mention.to + 8),
      )
    )
      continue
    const person = resolve(people, mention)
    if (person === null) continue
    person.party ??=
      next.kind === 'body' ? (partyOf(people, next) ?? resolve(people, next)?.party ?? null) : partyOf(people, next)
  }
}

/** "Ms Andersen (Neutral Bureau, Chair)": what stands in brackets behind a name is their body, party and office. */
export function attendance(sentence: Sentence, mentions: readonly Mention[], people: People): void {
  const { tokens } = sentence
  for (const [index, mention] of mentions.entries()) {
    if ((mention.kind !== 'person' && mention.kind !== 'name') || tokens[mention.to]?.text !== '(') continue
    const person = resolve(people, mention)
    if (person === null || person.kind !== 'person') continue
    let close = mention.to + 1
    while (close < tokens.length && tokens[close]!.text !== ')' && close - mention.to < 20) close += 1
    for (const inner of mentions.slice(index + 1)) {
      if (inner.from > close) break
      if (inner.kind === 'body') person.party ??= partyOf(people, inner) ?? resolve(people, inner)?.party ?? inner.role
      else if (inner.kind === 'name') person.party ??= inner.name
      else if (inner.kind === 'office') {
        person.role ??= inner.role
        person.head ??= inner.head?.name ?? null
        person.party ??= partyOf(people, inner)
        const same = people.byOffice.get(inner.head?.name ?? '') ?? []
        if (!same.includes(person))
          people.byOffice.set(inner.head?.name ?? '', [...same.filter((one) => one.kind === 'person'), person])
      }
    }
  }
}
