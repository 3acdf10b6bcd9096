import { nominativeAdjective } from './adjectives.ts'
import type { Head } from './languages/language.ts'
import { find } from './languages/words.ts'
import { blank, isParty, type Mention, nameEnd, preposed, type Reader, stops, tail, wordsOf } from './mention.ts'
import { isName, isPartyAdjective, stemOf } from './names.ts'
import { bodyWord, definiteBefore, kindOf, leadTo, occursElsewhere } from './phrase-words.ts'
import { growLeft } from './premodifiers.ts'

export function nounPhrase(reader: Reader, at: number, floor: number, head: { value: Head; length: number }): Mention {
  const mention = blank(at, at + head.length, kindOf(head.value))
  mention.head = head.value
  mention.oblique = head.value.oblique
  mention.gender = head.value.she ? 'she' : null
  const left = growLeft(reader, at, floor, mention)
  const roleFrom = left.role
  const ours = find(reader.language.set.ours, reader.tokens, at) !== null
  let to = ours ? at + head.length : growRight(reader, at + head.length, mention)
  if (
    mention.kind === 'body' &&
    head.value.kind === 'ownBody' &&
    mention.party === null &&
    reader.language.table.cased &&
    reader.language.table.code !== 'en' &&
    nameEnd(reader, to) === to + 1
  ) {
    to += 1
    reader.grown.partyLast = false
  }
  const roleTo = mention.party !== null && left.party === null && reader.grown.partyLast ? reader.grown.roleEnd : to
  mention.role = wordsOf(reader, roleFrom, Math.max(roleTo, at + head.length))
  if (mention.oblique && mention.role !== null && mention.head !== null)
    mention.role = straightened(reader, mention.role, { at, length: head.length, name: mention.head.name })
  if (left.party !== null) mention.party = left.party
  const named = mention.kind === 'office' ? tail(reader, to, mention) : to
  to = named
  mention.from = left.from
  mention.to = to
  if (mention.kind === 'unnamed' && mention.name !== null) mention.kind = 'person'
  mention.afterPreposition = preposed(reader, left.from)
  const { tokens, language } = reader
  const articled =
    language.table.nominatives.length > 0 ||
    !language.table.cased ||
    /^(?:the|le|la|l['’])$/iu.test(tokens[left.from]?.text ?? '')
  mention.definite = articled && !/^[,،]$/u.test(tokens[to]?.text ?? '')
  mention.ours =
    find(language.set.ours, tokens, left.from) !== null || find(language.set.ours, tokens, left.from - 1) !== null
  mention.possessed =
    [...Array(to - at).keys()].some(
      (one) => !language.table.cased && find(language.set.possessives, tokens, at + one) !== null,
    ) ||
    find(language.set.possessives, tokens, left.from) !== null ||
    find(language.set.possessives, tokens, left.from - 1) !== null
  return mention
}

/** «постоянного представителя» → «постоянный представитель»: head and adjectives before it in the nominative. */
function straightened(reader: Reader, role: string, head: { at: number; length: number; name: string }): string {
  const written = wordsOf(reader, head.at, head.at + head.length)
  const at = role.indexOf(written)
  if (at === -1) return role
  const before = role.slice(0, at).replace(/\S+/gu, (word) => nominativeAdjective(word, head.name, reader.language))
  return before + head.name + role.slice(at + written.length)
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
    if (
      tie !== null &&
      of === null &&
      language.table.bareThat &&
      /^(?:on|at)$/u.test(token.key) &&
      find(language.set.articles, tokens, at + 1) !== null
    )
      break
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
    if (
      language.table.nominatives.length > 0 &&
      find(language.set.modifiers, tokens, at) !== null &&
      leadTo(reader, at) > at
    ) {
      const end = genitive(reader, at, mention)
      if (end > at) {
        at = end
        continue
      }
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
    if (
      !language.table.cased &&
      token.key.startsWith('لل') &&
      mention.kind === 'body' &&
      find(language.set.listeners, tokens, at) === null
    ) {
      at += 1
      reader.grown.roleEnd = at
      reader.grown.partyLast = false
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
  let lead = at
  while (
    language.table.cased &&
    tokens[lead]?.capital === true &&
    find(language.set.modifiers, tokens, lead) !== null &&
    lead - at < 3
  )
    lead += 1
  if (isName(tokens, lead, language, names)) {
    const end = language.table.cased ? nameEnd(reader, lead) : at + 1
    if (binds && mention.kind !== 'unnamed' && mention.head?.kind !== 'ownBody') {
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
    const bare = token.key.slice(1)
    if (
      /^ل(?!ل|دي)/u.test(token.key) &&
      bare.length >= 4 &&
      mention.party === null &&
      names.forms.has(stemOf(bare, language)) &&
      mention.kind === 'office'
    ) {
      mention.party = token.text.slice(1)
      reader.grown.partyLast = true
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
    const single = end - at === 2 && !isParty(reader, token) && !/(?:ии|ії|[ыиі])$/u.test(token.text)
    if (/^\p{Lu}$/u.test(token.text) || single) return at
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
