import { nominativeAdjective } from './adjectives.ts'
import type { Head, Language } from './languages/language.ts'
import { keyOf, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { blank, type Mention } from './mention.ts'
import { partyName } from './names.ts'
import { meaningful, type People, type Person } from './person.ts'

/** The body a mention means: the known one of the same head and words, else a new one. */
export function byBody(people: People, mention: Mention): Person {
  const head = mention.head?.name ?? ''
  const words = meaningful(mention.role ?? '')
  const party = mention.party === null ? null : partyName(mention.party, people.language, people.names)
  const known = (people.byBody.get(head) ?? []).filter((one) => {
    const own = meaningful(one.role ?? '')
    if (party !== null && one.party !== null && keyOf(party) !== keyOf(one.party)) return false
    return words.every((word) => own.some((other) => other.slice(0, 5) === word.slice(0, 5)))
  })
  const same =
    known.length === 1 || words.length > 1
      ? known.at(-1)
      : (known.find((one) => one === people.speaker || one === people.issuer) ?? known.at(-1))
  if (same !== undefined) {
    same.party ??= party
    return same
  }
  const own = mention.head?.kind === 'ownBody'
  const name = bodyName(people, mention, party)
  const group = own && people.language.table.groups.includes(head) && meaningful(name).length > 1
  const made: Person = {
    kind: 'body',
    name,
    role: mention.role,
    party:
      (group ? name : party) ??
      (own && (words.length > 1 || !people.language.table.groups.includes(head)) ? name : null),
    gender: null,
    head,
    sure: true,
  }
  people.byBody.set(head, [...(people.byBody.get(head) ?? []), made])
  return made
}

function bodyName(people: People, mention: Mention, party: string | null): string {
  const role = mention.role ?? ''
  if (people.language.table.nominatives.length === 0) return role
  if (mention.oblique && mention.head !== null) {
    const [, ...rest] = role.split(' ')
    const first = mention.head.name
    const capital = /^\p{Lu}/u.test(role) ? first[0]!.toUpperCase() + first.slice(1) : first
    return role.split(' ').length > 1 ? [capital, ...rest].join(' ') : capital
  }
  void party
  return role
}

/** The party a mention names: its own word in the nominative, or the independent body it belongs to. */
export function partyOf(people: People, mention: Mention): string | null {
  if (mention.kind === 'unnamed') return null
  if (mention.party !== null) return partyName(mention.party, people.language, people.names)
  if (mention.body === null) return null
  const name = nominativeBody(people, mention.body)
  return bodyNamed(people, name)?.party ?? name
}

/** The body an office belongs to, as somebody of its own: "the head of the Neutral Bureau" tells of the Bureau. */
function bodyNamed(people: People, name: string): Person | null {
  const tokens = tokensOf(name, 0, name.length, people.language.table.code)
  const head = headIn(tokens, people.language)
  return head === null ? null : byBody(people, { ...blank(0, tokens.length, 'body'), head, role: name })
}

function headIn(tokens: ReturnType<typeof tokensOf>, language: Language): Head | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const head = find(language.heads, tokens, at)
    if (head !== null && (head.value.kind === 'ownBody' || head.value.kind === 'stateBody'))
      return { ...head.value, oblique: false }
  }
  return null
}

/** "Нейтрального бюро" → "Нейтральное бюро": the form of the body seen elsewhere, or by the endings of adjectives. */
function nominativeBody(people: People, body: string): string {
  const { language } = people
  if (language.table.nominatives.length === 0) return body.replace(/^(?:the|le|la|les|l['’]|du|des)\s*/iu, '')
  const words = body.split(' ')
  const heads = new Map(language.table.bodiesOblique.map(([word, name]) => [keyOf(word), name]))
  return words
    .map((word, at) => {
      const head = heads.get(keyOf(word))
      if (head !== undefined) return /^\p{Lu}/u.test(word) ? head[0]!.toUpperCase() + head.slice(1) : head
      if (at > 0 && heads.has(keyOf(words[at - 1]!))) return word
      const following = words
        .slice(at + 1)
        .find((one) => heads.has(keyOf(one)) || language.table.ownBodies.includes(keyOf(one)))
      if (following === undefined) return word
      const noun = heads.get(keyOf(following)) ?? keyOf(following)
      return nominativeAdjective(word, noun, language)
    })
    .join(' ')
}
