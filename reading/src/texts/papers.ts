import type { Mention } from './mentions.ts'
import { partyOf, resolve, type People, type Person } from './people.ts'
import type { Sentence } from './sentences.ts'
import type { Read } from './walk.ts'
import { find, holds } from './words.ts'

/** The body that issues a communiqué: named in the heading with the paper, or with it in the first sentence. */
export function issuerOf(text: string, reads: readonly Read[], people: People): Person | null {
  void text
  const { language } = people
  for (const { paragraph, sentences } of reads.slice(0, 3)) {
    if (paragraph.kind === 'body') break
    for (const { sentence, mentions } of sentences) {
      if (!holds(language.set.papers, sentence.tokens, 0, sentence.tokens.length)) continue
      const issuer = mentions.find((one) => one.kind === 'body' || one.kind === 'office' || one.kind === 'person')
      if (issuer !== undefined) return resolve(people, issuer)
    }
  }
  return null
}

/** "Ms Andersen (Neutral Bureau, Chair)": what stands in brackets behind a name is their body, party and office. */
export function attendance(text: string, sentence: Sentence, mentions: readonly Mention[], people: People): void {
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
    void find
    void text
  }
}
