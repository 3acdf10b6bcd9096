import type { Head, Language } from './language.ts'
import { isName, isPartyAdjective, stemOf, type Names } from './names.ts'
import type { Token } from './tokens.ts'
import { find } from './words.ts'

/** Words of a sentence that stand for somebody who can speak; token places, `to` excluded. */
export interface Mention {
  from: number
  to: number
  kind: 'person' | 'office' | 'body' | 'name' | 'pronoun' | 'unnamed' | 'together'
  pronoun: 'he' | 'she' | 'it' | 'they' | 'we' | 'latter' | null
  head: Head | null
  /** The words of the office or body, without the party before it. */
  role: string | null
  /** A person's or a country's name as it stands. */
  name: string | null
  title: string | null
  /** The word for the party as it stands. */
  party: string | null
  /** The independent body an office belongs to. */
  body: string | null
  gender: 'he' | 'she' | null
  oblique: boolean
  afterPreposition: boolean
}

interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: Language
  readonly names: Names
  /** While a phrase grows: whether it ends with its party, and where its office ends. */
  readonly grown: { partyLast: boolean; roleEnd: number }
}

const premodifiersMax = 6

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

function blank(from: number, to: number, kind: Mention['kind']): Mention {
  return {
    from,
    to,
    kind,
    pronoun: null,
    head: null,
    role: null,
    name: null,
    title: null,
    party: null,
    body: null,
    gender: null,
    oblique: false,
    afterPreposition: false,
  }
}

function mentionAt(reader: Reader, at: number, floor: number): Mention | null {
  const { tokens, language } = reader
  const token = tokens[at]!
  if (!token.word) return null
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
    language.table.cased || find(language.titles, tokens, at)?.value !== 'any'
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
  if (!language.table.cased || !named(reader, at)) return null
  const to = nameEnd(reader, at)
  if (leadsToHead(reader, to)) return null
  if (find(language.set.things, tokens, to) !== null || find(language.set.treaties, tokens, to) !== null) return null
  const kind = to - at >= 2 ? 'person' : 'name'
  return { ...blank(at, to, kind), name: wordsOf(reader, at, to), afterPreposition: preposed(reader, at) }
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

function leadsToHead(reader: Reader, at: number): boolean {
  const { tokens, language } = reader
  for (let to = at; to < Math.min(tokens.length, at + 4); to += 1) {
    if (find(language.heads, tokens, to) !== null) return true
    if (find(language.set.modifiers, tokens, to) === null && !isPartyAdjective(tokens[to]!, language, reader.names))
      return false
  }
  return false
}

function nounPhrase(reader: Reader, at: number, floor: number, head: { value: Head; length: number }): Mention {
  const mention = blank(at, at + head.length, kindOf(head.value))
  mention.head = head.value
  mention.oblique = head.value.oblique
  mention.gender = head.value.she ? 'she' : null
  const left = growLeft(reader, at, floor, mention)
  const roleFrom = left.role
  let to = growRight(reader, at + head.length, mention)
  const roleTo = mention.party !== null && left.party === null && reader.grown.partyLast ? reader.grown.roleEnd : to
  mention.role = wordsOf(reader, roleFrom, Math.max(roleTo, at + head.length))
  if (left.party !== null) mention.party = left.party
  const named = mention.kind === 'office' ? tail(reader, to, mention) : to
  to = named
  mention.from = left.from
  mention.to = to
  if (mention.kind === 'unnamed' && mention.name !== null) mention.kind = 'person'
  mention.afterPreposition = preposed(reader, left.from)
  return mention
}

function kindOf(head: Head): Mention['kind'] {
  switch (head.kind) {
    case 'office':
      return 'office'
    case 'stateBody':
    case 'ownBody':
      return 'body'
    case 'unnamed':
      return 'unnamed'
    case 'together':
      return 'together'
  }
}

/** Words before the head: adjectives of the party, capital names, "foreign", "deputy". */
function growLeft(
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
      const own = mention.head?.kind === 'ownBody' && !isParty(reader, token)
      if (own) role = one
      else party = token.text
      from = one
    } else if (find(language.set.modifiers, tokens, one) !== null || find(language.titles, tokens, one) !== null) {
      from = one
      role = one
    } else if (mention.kind === 'unnamed' && !stops(reader, one)) {
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
function growRight(reader: Reader, start: number, mention: Mention): number {
  const { tokens, language, names } = reader
  let at = start
  reader.grown.partyLast = false
  reader.grown.roleEnd = start
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const token = tokens[at]
    if (token === undefined || !token.word) break
    const of = find(language.set.of, tokens, at)
    const tie = of ?? find(language.set.ties, tokens, at)
    if (tie !== null) {
      const end = complement(reader, at + tie.length, mention, of !== null)
      if (end === at + tie.length) break
      at = end
      continue
    }
    if (find(language.cues, tokens, at, false) !== null && !language.table.cased) break
    if (isPartyAdjective(token, language, names)) {
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
function complement(reader: Reader, start: number, mention: Mention, binds: boolean): number {
  const { tokens, language, names } = reader
  let at = start
  if (find(language.set.articles, tokens, at) !== null) at += 1
  const head = find(language.heads, tokens, leadTo(reader, at))
  if (head !== null && head.value.kind !== 'office') {
    const inner = blank(at, at, kindOf(head.value))
    const saved = { ...reader.grown }
    const place = leadTo(reader, at)
    const left = growLeft(reader, place, at, { ...inner, head: head.value })
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
    reader.grown.roleEnd = end
    return end
  }
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

function leadTo(reader: Reader, at: number): number {
  const { tokens, language, names } = reader
  let to = at
  while (to < Math.min(tokens.length, at + 4) && find(language.heads, tokens, to) === null) {
    if (
      !isName(tokens, to, language, names) &&
      find(language.set.modifiers, tokens, to) === null &&
      !isPartyAdjective(tokens[to]!, language, names) &&
      !tokens[to]!.capital
    )
      return at
    to += 1
  }
  return to
}

/** Genitives without a preposition («иностранных дел Карсовии», «وزير خارجية كارسوفيا»). */
function genitive(reader: Reader, at: number, mention: Mention): number {
  const { tokens, language, names } = reader
  const token = tokens[at]!
  const head = find(language.heads, tokens, leadTo(reader, at))
  if (
    head !== null &&
    mention.kind !== 'together' &&
    (head.value.oblique || !language.table.cased) &&
    head.value.kind !== 'unnamed' &&
    head.value.kind !== 'together'
  ) {
    const end = complement(reader, at, mention, true)
    if (end > at) return end
  }
  if (!language.table.cased) {
    if (mention.kind === 'body' && /^ال/u.test(token.key) && isName(tokens, at, language, names)) {
      reader.grown.roleEnd = at + 1
      return at + 1
    }
    const definite = /^ال/u.test(tokens[at - 1]?.key ?? '')
    const first = !definite && mention.party === null && isName(tokens, at, language, names) && !/^ال/u.test(token.key)
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
      (genitiveLike && (end - at >= 3 || mention.kind === 'body')) ||
      (end - at === 1 && genitiveLike && !names.surnames.has(stemOf(token.key, language)))
    if (!party || mention.party !== null) return at
    mention.party = token.text
    reader.grown.partyLast = true
    return at + 1
  }
  return at
}

function occursElsewhere(reader: Reader, token: Token): boolean {
  return (reader.names.forms.get(stemOf(token.key, reader.language))?.size ?? 0) > 0
}

/** Is this capital word known as a country or party from the rest of the text? */
function isParty(reader: Reader, token: Token): boolean {
  const stem = stemOf(token.key, reader.language)
  if (reader.names.adjectives.has(stem)) return true
  return (reader.names.lone.get(stem) ?? 0) > 0 && !reader.names.surnames.has(stem)
}

/** The name of a person right behind the office. */
function tail(reader: Reader, at: number, mention: Mention): number {
  const { tokens, language } = reader
  let from = at
  const title = find(language.titles, tokens, from)
  if (title !== null) {
    mention.title = wordsOf(reader, from, from + title.length)
    if (title.value !== 'any') mention.gender ??= title.value
    from = skipMark(tokens, from + title.length)
  }
  if (!named(reader, from)) return at
  const to = nameEnd(reader, from)
  if (language.table.cased && leadsToHead(reader, to)) return at
  mention.name = wordsOf(reader, from, to)
  mention.kind = 'person'
  return to
}

function named(reader: Reader, at: number): boolean {
  return isName(reader.tokens, at, reader.language, reader.names)
}

function nameEnd(reader: Reader, from: number): number {
  const { tokens, language } = reader
  let to = from
  const max = language.table.cased ? 5 : 4
  while (to - from < max) {
    if (named(reader, to)) to += 1
    else if (to > from && find(language.set.particles, tokens, to) !== null && named(reader, to + 1)) to += 2
    else if (to > from && tokens[to]?.text === '.' && /^\p{Lu}$/u.test(tokens[to - 1]!.text) && named(reader, to + 1))
      to += 1
    else break
  }
  return to
}

function skipMark(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '.' ? at + 1 : at
}

function stops(reader: Reader, at: number): boolean {
  const { tokens, language } = reader
  const { set } = language
  return (
    find(set.stops, tokens, at) !== null ||
    find(set.prepositions, tokens, at) !== null ||
    find(language.cues, tokens, at, false) !== null ||
    find(set.between, tokens, at) !== null ||
    find(set.timeWords, tokens, at) !== null ||
    find(language.weekdays, tokens, at) !== null
  )
}

function preposed(reader: Reader, from: number): boolean {
  const { tokens, language } = reader
  let at = from - 1
  while (at >= 0 && find(language.set.articles, tokens, at) !== null) at -= 1
  if (at < 0) return !language.table.cased && /^(?:[بلك]ال|لل)/u.test(tokens[from]?.keys.at(-1) ?? '')
  for (let length = 1; length <= 3 && at - length + 1 >= 0; length += 1) {
    const found = find(language.set.prepositions, tokens, at - length + 1)
    if (found !== null && found.length === length) return true
  }
  return !language.table.cased && /^(?:[بلك]ال|لل)/u.test(tokens[from]?.keys.at(-1) ?? '')
}

function wordsOf(reader: Reader, from: number, to: number): string {
  if (to <= from) return ''
  const { tokens, text } = reader
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ')
}

/** "the head of the Bureau, Mara Velin," and "Nadia Quist, a delegate of the Bureau," are one. */
function joined(reader: Reader, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  for (const mention of mentions) {
    const before = found.at(-1)
    if (before !== undefined && apposed(reader, before, mention)) found[found.length - 1] = union(before, mention)
    else found.push(mention)
  }
  return found
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
    find(language.cues, tokens, right.to, false) !== null
  if (!closed) return false
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
