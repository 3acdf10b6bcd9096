import type { Head } from './languages/language.ts'
import { bodyWord, definiteBefore, kindOf, leadTo, occursElsewhere } from './phrase-words.ts'
import { tail, blank, isParty, nameEnd, preposed, stops, wordsOf, type Mention, type Reader } from './mention.ts'
import { isName, isPartyAdjective, stemOf } from './names.ts'
import { find } from './languages/words.ts'

export const premodifiersMax = 6

export function nounPhrase(reader: Reader, at: number, floor: number, head: { value: Head; length: number }): Mention {
  const mention = blank(at, at + head.length, kindOf(head.value))
  mention.head = head.value
  mention.oblique = head.value.oblique
  mention.gender = head.value.she ? 'she' : null
  const left = growLeft(reader, at, floor, mention)
  const roleFrom = left.role
  let to = growRight(reader, at + head.length, mention)
  const roleTo = mention.party !== null && left.party === null && reader.grown.partyLast ? reader.grown.roleEnd : to
  mention.role = wordsOf(reader, roleFrom, Math.max(roleTo, at + head.length))
  if (mention.oblique && mention.role !== null && mention.head !== null)
    mention.role = mention.role.replace(wordsOf(reader, at, at + head.length), mention.head.name)
  if (left.party !== null) mention.party = left.party
  const named = mention.kind === 'office' ? tail(reader, to, mention) : to
  to = named
  mention.from = left.from
  mention.to = to
  if (mention.kind === 'unnamed' && mention.name !== null) mention.kind = 'person'
  mention.afterPreposition = preposed(reader, left.from)
  return mention
}

/** Words before the head: adjectives of the party, capital names, "foreign", "deputy". */
export function growLeft(
  reader: Reader,
  at: number,
  floor: number,
  mention: Mention,
): { from: number; role: number; party: string | null } {
  const { tokens, language, names } = reader
  let from = at
  let role = at
  let party: string | null = null
  if (!language.table.cased) return { from, role, party }
  for (let one = at - 1; one >= floor && at - one <= premodifiersMax; one -= 1) {
    const token = tokens[one]!
    const possessive = token.key === "'s" || token.key === "'"
    if (possessive && one > floor && isName(tokens, one - 1, language, names)) continue
    if (!token.word) break
    if (
      isPartyAdjective(token, language, names) ||
      (isName(tokens, one, language, names) && language.table.code === 'en')
    ) {
      const own = mention.head?.kind === 'ownBody' && !reader.names.adjectives.has(stemOf(token.key, language))
      if (own) role = one
      else party = token.text
      from = one
    } else if (find(language.set.modifiers, tokens, one) !== null || find(language.titles, tokens, one) !== null) {
      from = one
      role = one
    } else if (mention.kind === 'unnamed' && !stops(reader, one) && find(language.set.articles, tokens, one) === null) {
      from = one
      role = one
    } else if (mention.kind === 'body' && token.capital && one > 0 && !stops(reader, one)) {
      from = one
      role = one
    } else break
  }
  const before = tokens[from - 1]
  if (before !== undefined && from - 1 >= floor && find(language.set.articles, tokens, from - 1) !== null) from -= 1
  return { from, role, party }
}

/** Words behind the head: of-phrases, genitives, adjectives. Gives the place behind them. */
export function growRight(reader: Reader, start: number, mention: Mention): number {
  const { tokens, language, names } = reader
  let at = start
  reader.grown.partyLast = false
  reader.grown.roleEnd = start
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const token = tokens[at]
    if (token === undefined || !token.word) break
    const of = find(language.set.of, tokens, at)
    const tie = of ?? find(mention.kind === 'body' ? language.set.bodyTies : language.set.ties, tokens, at)
    if (tie !== null && mention.kind === 'unnamed' && of === null) break
    if (tie !== null) {
      const end = complement(reader, at + tie.length, mention, of !== null)
      if (end === at + tie.length) break
      at = end
      continue
    }
    if (find(language.cues, tokens, at, false) !== null && !language.table.cased) break
    const ownName =
      mention.head?.kind === 'ownBody' &&
      !language.table.cased &&
      !names.forms.has(stemOf(token.keys.at(-1) ?? token.key, language))
    if (!ownName && isPartyAdjective(token, language, names)) {
      mention.party ??= token.text
      reader.grown.partyLast = true
      at += 1
      continue
    }
    const modifier = find(language.set.modifiers, tokens, at)
    if (modifier !== null && find(language.set.stops, tokens, at) === null) {
      at += modifier.length
      reader.grown.roleEnd = at
      reader.grown.partyLast = false
      continue
    }
    if (!language.table.cased || language.table.nominatives.length > 0) {
      const end = genitive(reader, at, mention)
      if (end > at) {
        at = end
        continue
      }
    }
    if (
      !language.table.cased &&
      at > start &&
      token.key.startsWith('وال') &&
      find(language.cues, tokens, at, false) === null &&
      mention.name === null
    ) {
      at += 1
      reader.grown.roleEnd = at
      continue
    }
    if (bodyWord(reader, at, mention, start)) {
      at += 1
      reader.grown.roleEnd = at
      reader.grown.partyLast = false
      continue
    }
    const and = find(language.set.and, tokens, at)
    if (
      and !== null &&
      mention.kind !== 'unnamed' &&
      find(language.set.modifiers, tokens, at + and.length) !== null &&
      at > start
    ) {
      at += and.length
      continue
    }
    break
  }
  return at
}

/** "of the Neutral Bureau", "for missing persons", "of Karsovia": gives the place behind it. */
export function complement(reader: Reader, start: number, mention: Mention, binds: boolean): number {
  const { tokens, language, names } = reader
  let at = start
  if (find(language.set.articles, tokens, at) !== null) at += 1
  const head = find(language.heads, tokens, leadTo(reader, at))
  if (head !== null && head.value.kind !== 'office') {
    const inner = { ...blank(at, at, kindOf(head.value)), head: head.value }
    const saved = { ...reader.grown }
    const place = leadTo(reader, at)
    const left = growLeft(reader, place, at, inner)
    const end = growRight(reader, place + head.length, inner)
    Object.assign(reader.grown, saved)
    const party = left.party ?? inner.party
    if (binds || mention.party === null) {
      if (party !== null) mention.party ??= party
      if (head.value.kind === 'ownBody' && party === null) mention.body ??= wordsOf(reader, at, end)
      else if (inner.body !== null) mention.body ??= inner.body
    }
    reader.grown.roleEnd = end
    reader.grown.partyLast = false
    return end
  }
  if (isName(tokens, at, language, names)) {
    const end = language.table.cased ? nameEnd(reader, at) : at + 1
    if (binds && mention.kind !== 'unnamed') {
      mention.party ??= wordsOf(reader, at, language.table.cased ? end : at + 1)
      reader.grown.partyLast = true
      return end
    }
    if (!language.table.cased) return start
    if (
      mention.kind === 'office' &&
      mention.party === null &&
      find(language.set.homeOffices, tokens, mention.from) !== null
    ) {
      mention.party = wordsOf(reader, at, at + 1)
      reader.grown.partyLast = true
      return at + 1
    }
    reader.grown.roleEnd = end
    return end
  }
  if (!language.table.cased) return start
  let words = 0
  let to = at
  while (
    to < tokens.length &&
    words < 4 &&
    tokens[to]!.word &&
    !stops(reader, to) &&
    !isName(tokens, to, language, names)
  ) {
    to += 1
    words += 1
  }
  if (words === 0) return start
  reader.grown.roleEnd = to
  reader.grown.partyLast = false
  return to
}

/** Genitives without a preposition («иностранных дел Карсовии», «وزير خارجية كارسوفيا»). */
export function genitive(reader: Reader, at: number, mention: Mention): number {
  const { tokens, language, names } = reader
  const token = tokens[at]!
  const head = find(language.heads, tokens, leadTo(reader, at))
  if (
    head !== null &&
    mention.kind !== 'together' &&
    (head.value.oblique || !language.table.cased || head.value.kind === 'ownBody' || head.value.kind === 'stateBody') &&
    !definiteBefore(reader, at) &&
    head.value.kind !== 'unnamed' &&
    head.value.kind !== 'together'
  ) {
    const end = complement(reader, at, mention, true)
    if (end > at) return end
  }
  if (!language.table.cased) {
    if (mention.kind === 'body' && token.key.startsWith('ال') && isName(tokens, at, language, names)) {
      reader.grown.roleEnd = at + 1
      return at + 1
    }
    const definite = definiteBefore(reader, at)
    const first =
      !definite && mention.party === null && isName(tokens, at, language, names) && !token.key.startsWith('ال')
    const construct =
      first &&
      (mention.kind === 'body' ||
        isName(tokens, at + 1, language, names) ||
        (names.forms.has(stemOf(token.key, language)) && occursElsewhere(reader, token)))
    if (construct) {
      mention.party = token.text
      reader.grown.partyLast = true
      return at + 1
    }
    return at
  }
  if (isName(tokens, at, language, names)) {
    const end = nameEnd(reader, at)
    const genitiveLike = language.table.nominatives.some(([ending]) => ending !== '' && token.text.endsWith(ending))
    const party =
      isParty(reader, token) ||
      (genitiveLike && (end - at >= 3 || mention.head?.kind === 'stateBody')) ||
      (end - at === 1 &&
        genitiveLike &&
        mention.head?.kind !== 'ownBody' &&
        !names.surnames.has(stemOf(token.key, language)))
    if (!party || mention.party !== null) return at
    mention.party = token.text
    reader.grown.partyLast = true
    return at + 1
  }
  return at
}
