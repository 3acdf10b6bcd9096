import type { Head, Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import {
  blank,
  leadsToHead,
  masdar,
  type Mention,
  named,
  nameEnd,
  preposed,
  type Reader,
  skipMark,
  wordsOf,
} from './mention.ts'
import { type Names, stemOf } from './names.ts'
import { nounPhrase } from './noun-phrases.ts'

/** Finds all who are named in a sentence, from left to right, appositions put together. */
export function mentionsOf(text: string, tokens: readonly Token[], language: Language, names: Names): Mention[] {
  const reader: Reader = { text, tokens, language, names, grown: { partyLast: false, roleEnd: 0 } }
  const found: Mention[] = []
  let at = 0
  while (at < tokens.length) {
    const mention = mentionAt(reader, at, found.at(-1)?.to ?? 0)
    if (mention === null) {
      at += 1
      continue
    }
    found.push(mention)
    at = Math.max(mention.to, at + 1)
  }
  return joined(reader, found)
}

function mentionAt(reader: Reader, at: number, floor: number): Mention | null {
  const { tokens, language } = reader
  const token = tokens[at]!
  if (!token.word || honorific(tokens, at)) return null
  const latter = find(language.set.latter, tokens, at)
  if (latter !== null) return { ...blank(at, at + latter.length, 'pronoun'), pronoun: 'latter' }
  const pronoun = find(language.pronouns, tokens, at, false)
  if (pronoun !== null)
    return {
      ...blank(at, at + pronoun.length, 'pronoun'),
      pronoun: pronoun.value,
      afterPreposition: preposed(reader, at),
    }
  const head = headAt(reader, at)
  if (head !== null) return nounPhrase(reader, at, floor, head)
  const title =
    language.table.cased || find(language.titles, tokens, at)?.value !== 'any' || titled(reader, at)
      ? find(language.titles, tokens, at)
      : null
  if (title !== null && named(reader, skipMark(tokens, at + title.length))) {
    const from = skipMark(tokens, at + title.length)
    const to = nameEnd(reader, from)
    const words = wordsOf(reader, from, to)
    return {
      ...blank(at, to, 'person'),
      name: words,
      title: wordsOf(reader, at, at + title.length),
      gender: title.value === 'any' ? null : title.value,
      afterPreposition: preposed(reader, at),
    }
  }
  if (!language.table.cased) return uncased(reader, at)
  if (!named(reader, at)) return null
  const to = nameEnd(reader, at)
  if (leadsToHead(reader, to)) return null
  if (find(language.set.things, tokens, to) !== null || find(language.set.treaties, tokens, to) !== null) return null
  const kind = to - at >= 2 ? 'person' : 'name'
  return { ...blank(at, to, kind), name: wordsOf(reader, at, to), afterPreposition: preposed(reader, at) }
}

/** "الدكتور سعيد": a title of either gender before a word without the article, which a noun would not have. */
function titled({ tokens, language }: Reader, at: number): boolean {
  const next = tokens[at + 1]
  return (
    next !== undefined &&
    next.word &&
    !next.key.startsWith('ال') &&
    (at === 0 || find(language.set.prepositions, tokens, at - 1) === null) &&
    find(language.heads, tokens, at + 1) === null
  )
}

/** A name where names have no capitals: one the text has shown before, or words right behind a verb of saying. */
function uncased(reader: Reader, at: number): Mention | null {
  const { tokens, language, names } = reader
  const token = tokens[at]!
  const stem = stemOf(token.keys.at(-1) ?? token.key, language)
  const before = at === 0 ? null : tokens[at - 1]!
  const spoken = before !== null && find(language.cues, tokens, at - 1, false)?.length === 1
  const surname = names.surnames.has(stem) && named(reader, at)
  const party = [...token.loose].some((key) => names.lone.has(stemOf(key, language)))
  if (party && !surname)
    return {
      ...blank(at, at + 1, 'name'),
      name: partyWord(token, language, names),
      afterPreposition: preposed(reader, at) || (token.loose.length > 1 && !names.lone.has(stem)),
    }
  if (surname) return { ...blank(at, at + 1, 'name'), name: token.text, afterPreposition: preposed(reader, at) }
  if (!spoken || !named(reader, at) || token.key.startsWith('ال') || masdar(token.key)) return null
  const to = nameEnd(reader, at)
  const next = tokens[to]
  const closed =
    next === undefined ||
    !next.word ||
    find(language.set.that, tokens, to) !== null ||
    find(language.set.prepositions, tokens, to) !== null ||
    find(language.heads, tokens, to) !== null ||
    find(language.set.between, tokens, to) !== null
  if (!closed) return null
  return { ...blank(at, to, to - at >= 2 ? 'person' : 'name'), name: wordsOf(reader, at, to) }
}

function partyWord(token: Token, language: Language, names: Names): string {
  for (const [index, key] of token.loose.entries()) {
    if (names.lone.has(stemOf(key, language)))
      return index === 0 ? token.text : token.text.slice(token.text.length - key.length)
  }
  return token.text
}

/** "H.E." before a name is no part of it. */
function honorific(tokens: readonly Token[], at: number): boolean {
  const text = [0, 1, 2, 3].map((one) => tokens[at + one]?.text ?? '').join('')
  const before = [-2, -1, 0, 1].map((one) => tokens[at + one]?.text ?? '').join('')
  return text === 'H.E.' || before === 'H.E.' || text.startsWith('S.E.') || before === 'S.E.'
}

/** The head of an office or body at this place; a word that only leads to the next head is none. */
function headAt(reader: Reader, at: number): { value: Head; length: number } | null {
  const { tokens, language } = reader
  const head = find(language.heads, tokens, at)
  if (head === null) return null
  if (find(language.cues, tokens, at, false) !== null && !language.table.cased) return null
  const next = at + head.length
  if (language.table.cased && find(language.set.modifiers, tokens, at) !== null && leadsToHead(reader, next))
    return null
  return head
}

/** "the head of the Bureau, Mara Velin," and "Nadia Quist, a delegate of the Bureau," are one. */
function joined(reader: Reader, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  for (const mention of mentions) {
    const before = found.at(-1)
    if (before !== undefined && possessed(reader, before, mention)) {
      const whole: Mention = {
        ...mention,
        from: before.from,
        party: mention.party ?? before.party,
        body: mention.body ?? (before.head?.kind === 'stateBody' && mention.from === before.to ? null : before.role),
        afterPreposition: before.afterPreposition,
      }
      const person = found.at(-2)
      const tied = person !== undefined && whole.name === null && apposed(reader, person, whole)
      found.splice(tied ? -2 : -1, 2, tied ? union(person, whole) : whole)
    } else if (before !== undefined && apposed(reader, before, mention))
      found[found.length - 1] = union(before, mention)
    else found.push(mention)
  }
  return found
}

/** "the committee's director": the office belongs to the body. */
function possessed({ tokens, language }: Reader, left: Mention, right: Mention): boolean {
  return (
    left.kind === 'body' &&
    (right.kind === 'office' || (right.kind === 'person' && right.role !== null)) &&
    (right.from === left.to + 1 || (language.table.code === 'en' && right.from === left.to)) &&
    (right.from === left.to || tokens[left.to]?.key === "'s")
  )
}

function apposed(reader: Reader, left: Mention, right: Mention): boolean {
  const { tokens, language } = reader
  const between = tokens.slice(left.to, right.from)
  const article = (token: Token | undefined): boolean =>
    token !== undefined && find(language.set.articles, [token], 0) !== null
  const marks = between.filter((token) => !article(token))
  if (marks.length > 1 || (marks.length === 1 && !/^[,،(—–]$/u.test(marks[0]!.text))) return false
  const open = (one: Mention): boolean => (one.kind === 'office' || one.kind === 'unnamed') && one.name === null
  const person = (one: Mention): boolean => (one.kind === 'person' || one.kind === 'name') && one.role === null
  const closed =
    tokens[right.to] === undefined ||
    !tokens[right.to]!.word ||
    marks.length === 0 ||
    find(language.cues, tokens, right.to, false) !== null ||
    (open(right) &&
      (find(language.set.inPlace, tokens, right.to) !== null || find(language.set.relative, tokens, right.to) !== null))
  if (!closed) return false
  if (open(left) && right.kind === 'person' && marks.length === 1 && left.kind === 'office') return right.name !== null
  if (open(left) && person(right))
    return (
      right.name !== null &&
      (right.kind === 'person' ||
        marks.length === 1 ||
        reader.names.surnames.has(stemOf(right.name.toLowerCase(), language)))
    )
  return person(left) && open(right) && marks.length === 1 && !right.afterPreposition && left.kind === 'person'
}

function union(left: Mention, right: Mention): Mention {
  const office = left.role === null ? right : left
  const person = left.role === null ? left : right
  return {
    ...office,
    from: left.from,
    to: right.to,
    kind: 'person',
    name: person.name,
    title: person.title ?? office.title,
    gender: person.gender ?? office.gender,
    afterPreposition: left.afterPreposition,
    oblique: left.oblique,
  }
}
