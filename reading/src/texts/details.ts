import { partyOf } from './bodies.ts'
import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find, holds, search } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { isName, type Names, stemOf } from './names.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'
import type { Kind, Subject } from './proposal.ts'

/** What else the words of an entry tell. */
export interface Details {
  readonly addressee: string | null
  readonly against: string | null
  readonly subject: Subject
  readonly treaty: string | null
  readonly place: string | null
  readonly since: string | null
  readonly negated: boolean
  readonly hedge: boolean
  readonly condition: string | null
}

export interface Stretch {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly language: Language
  readonly names: Names
}

/** Reads what an entry of this kind tells beside its words. `listener` is whom the verb of saying names. */
export function detailsOf(
  stretch: Stretch,
  kind: Kind,
  people: People,
  of: { speaker: Person | null; listener: string | null },
): Details {
  const { tokens, language } = stretch
  return {
    addressee: kind === 'request' ? (addresseeOf(stretch, people, of.speaker) ?? of.listener) : of.listener,
    against: kind === 'allegation' ? againstOf(stretch, people, of.speaker) : null,
    subject: subjectOf(tokens, language),
    treaty: treatyOf(stretch),
    place: placeOf(stretch),
    since: sinceOf(stretch),
    negated: kind === 'denial' || negatedIn(tokens, language),
    hedge: holds(language.signs.hedge, tokens, 0, tokens.length),
    condition: conditionOf(stretch),
  }
}

function negatedIn(tokens: readonly Token[], language: Language): boolean {
  const condition = search(language.set.conditions, tokens, 0, tokens.length)
  const answer = tokens[1] !== undefined && /^[,،.]$/u.test(tokens[1].text) ? 2 : 0
  return holds(language.signs.negation, tokens, answer, condition > 2 ? condition : tokens.length)
}

/** What the words are about; the subject named first in the house's order of care, `other` when none is. */
export function subjectOf(tokens: readonly Token[], language: Language): Subject {
  const counts = new Map<Subject, number>()
  for (let at = 0; at < tokens.length; at += 1) {
    const found = find(language.subjects, tokens, at)
    if (found !== null)
      counts.set(
        found.value,
        (counts.get(found.value) ?? 0) + (found.value === 'law' || found.value === 'treatment' ? 0.9 : 1),
      )
  }
  let best: Subject = 'other'
  for (const [subject, times] of counts) if (times > (counts.get(best) ?? 0)) best = subject
  return best
}

function named(mention: Mention, people: People): string | null {
  if (mention.kind === 'together' || mention.kind === 'unnamed') return null
  if (mention.kind === 'body' || mention.kind === 'office')
    return partyOf(people, mention) ?? resolve(people, mention)?.name ?? null
  const person = resolve(people, mention)
  return person === null ? null : person.kind === 'party' ? person.party : person.name
}

function addresseeOf({ mentions, tokens }: Stretch, people: People, speaker: Person | null): string | null {
  const first = mentions.find((one) => one.from <= 6 && one.pronoun === null && tokens[one.from] !== undefined)
  if (first === undefined) return null
  const name = named(first, people)
  return name === speaker?.name || name === speaker?.party ? null : name
}

function againstOf({ mentions }: Stretch, people: People, speaker: Person | null): string | null {
  for (const mention of mentions) {
    if (mention.pronoun !== null || mention.kind === 'together') continue
    const party =
      mention.kind === 'unnamed' ? null : (partyOf(people, mention) ?? resolve(people, mention)?.party ?? null)
    if (party !== null && party !== speaker?.party) return party
  }
  const adjective = mentions.find((one) => one.party !== null)
  return adjective === undefined || partyOf(people, adjective) === speaker?.party ? null : partyOf(people, adjective)
}

function treatyOf({ text, tokens, language, names }: Stretch): string | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const treaty = find(language.set.treaties, tokens, at)
    if (treaty === null) continue
    let from = at
    while (
      from > 0 &&
      at - from < 3 &&
      tokens[from - 1]!.word &&
      (tokens[from - 1]!.capital || ordinal(tokens[from - 1]!))
    )
      from -= 1
    let to = at + treaty.length
    const of = find(language.set.of, tokens, to)
    if (of !== null && (tokens[to + of.length]?.capital === true || isName(tokens, to + of.length, language, names)))
      to += of.length + 1
    while (
      to < tokens.length &&
      to - at < 6 &&
      (tokens[to]!.capital || (!language.table.cased && (isName(tokens, to, language, names) || ordinal(tokens[to]!))))
    )
      to += 1
    if (from === at && to === at + treaty.length && language.table.cased && !tokens[at]!.capital) continue
    const article = articleBefore(tokens, from, language)
    return text.slice(tokens[article]!.start, tokens[to - 1]!.end).replace(/^ال(?=\S+\sجنيف)/u, '')
  }
  const article = search(language.set.articlesOfLaw, tokens, 0, tokens.length)
  const number = tokens[article + 1]
  return article === -1 || number === undefined || !/^\p{N}/u.test(number.text)
    ? null
    : text.slice(tokens[article]!.start, number.end)
}

function ordinal(token: Token): boolean {
  return /^(?:first|second|third|fourth|1st|2nd|3rd|4th|premi|deuxi|troisi|quatri|перв|втор|трет|четв|перш|друг|треть|четвер|ال?اول|ال?ثاني|ال?ثالث|ال?رابع)/u.test(
    token.key,
  )
}

function articleBefore(tokens: readonly Token[], from: number, language: Language): number {
  for (let at = from - 1; at >= Math.max(0, from - 8); at -= 1) {
    if (find(language.set.articlesOfLaw, tokens, at) !== null && /^\p{N}/u.test(tokens[at + 1]?.text ?? '')) return at
  }
  return from
}

function placeOf({ text, tokens, language, names }: Stretch): string | null {
  for (let at = 0; at < tokens.length; at += 1) {
    if (find(language.set.inPlace, tokens, at) === null) continue
    let from = at + 1
    const noun = find(language.set.places, tokens, from)
    if (noun !== null) from += noun.length
    if (from === at + 1 && find(language.set.articles, tokens, from) !== null) continue
    if (!isName(tokens, from, language, names)) continue
    if (names.adjectives.has(stemOf(tokens[from]!.key, language))) continue
    let to = from + 1
    while (language.table.cased && isName(tokens, to, language, names)) to += 1
    return text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const noun = find(language.set.places, tokens, at)
    if (
      noun !== null &&
      isName(tokens, at + noun.length, language, names) &&
      !names.adjectives.has(stemOf(tokens[at + noun.length]!.key, language))
    )
      return tokens[at + noun.length]!.text
  }
  return null
}

function sinceOf({ text, tokens, language }: Stretch): string | null {
  const { set } = language
  for (let at = 0; at < tokens.length; at += 1) {
    const since = find(set.since, tokens, at)
    if (since === null) continue
    let to = at + since.length
    const from = to
    while (
      to < tokens.length &&
      to - from < 5 &&
      (find(set.articles, tokens, to) !== null ||
        /^\p{N}/u.test(tokens[to]!.text) ||
        find(set.months, tokens, to) !== null ||
        find(language.weekdays, tokens, to) !== null ||
        find(set.timeWords, tokens, to) !== null)
    )
      to += 1
    if (to === from && tokens[to]?.word === true) to += 1
    else if (to - from === 1 && find(set.articles, tokens, from) !== null && tokens[to]?.word === true) to += 1
    if (to > from) return text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  }
  return null
}

function conditionOf({ text, tokens, language }: Stretch): string | null {
  let at = search(language.set.conditions, tokens, 0, tokens.length)
  while (
    at > 0 &&
    find(language.set.prepositions, tokens, at - 1) !== null &&
    find(language.set.conditions, tokens, at)?.length === 1
  )
    at = search(language.set.conditions, tokens, at + 1, tokens.length)
  if (at === -1) return null
  let to = at
  while (
    !(at < 3 && to > at + 2 && find(language.pronouns, tokens, to, false)?.value === 'we') &&
    to < tokens.length &&
    !(to > at && /^[,،;.!?؟:]$/u.test(tokens[to]!.text) && (at < 3 || !/^[,،]$/u.test(tokens[to]!.text)))
  )
    to += 1
  return text.slice(tokens[at]!.start, tokens[to - 1]!.end)
}
