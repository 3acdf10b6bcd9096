import type { Agreement, Language } from './language.ts'
import type { Mention } from './mentions.ts'
import { partyName, stemOf, type Names } from './names.ts'
import { keyOf } from './tokens.ts'

/** Somebody who speaks in a text. */
export interface Person {
  kind: 'person' | 'office' | 'body' | 'party' | 'unnamed'
  name: string
  role: string | null
  party: string | null
  gender: 'he' | 'she' | null
  /** The head word of office or body in the nominative. */
  head: string | null
  /** Seen in the nominative. */
  sure: boolean
}

/** Who has been named so far, and who spoke last. */
export interface People {
  readonly language: Language
  readonly names: Names
  readonly bySurname: Map<string, Person>
  readonly byOffice: Map<string, Person[]>
  readonly byBody: Map<string, Person[]>
  readonly parties: Map<string, Person>
  /** Most recently named last, at most eight. */
  readonly recent: Person[]
  speaker: Person | null
  /** The body that issues the paper, if the text is one. */
  issuer: Person | null
}

const recentMax = 8

export function peopleOf(language: Language, names: Names): People {
  return {
    language,
    names,
    bySurname: new Map(),
    byOffice: new Map(),
    byBody: new Map(),
    parties: new Map(),
    recent: [],
    speaker: null,
    issuer: null,
  }
}

/** Whom a mention means; null when the text leaves more than one reading. What it tells of the person is kept. */
export function resolve(people: People, mention: Mention, agrees: Agreement = 'any'): Person | null {
  const person = meant(people, mention, agrees)
  if (person === null) return null
  const at = people.recent.indexOf(person)
  if (at !== -1) people.recent.splice(at, 1)
  people.recent.push(person)
  if (people.recent.length > recentMax) people.recent.shift()
  if ((agrees === 'he' || agrees === 'she') && person.kind === 'person') person.gender ??= agrees
  return person
}

function meant(people: People, mention: Mention, agrees: Agreement): Person | null {
  switch (mention.kind) {
    case 'pronoun':
      return byPronoun(people, mention, agrees)
    case 'person':
      return byName(people, mention)
    case 'name':
      return byLoneName(people, mention)
    case 'office':
      return byOffice(people, mention)
    case 'body':
      return byBody(people, mention)
    case 'unnamed':
      return {
        kind: 'unnamed',
        name: mention.role ?? '',
        role: mention.role,
        party: null,
        gender: null,
        head: mention.head?.name ?? null,
        sure: true,
      }
    case 'together':
      return null
  }
}

/** Who "he", "she", "it" or a missing doer stands for: the last speaker, or the only one named of that gender. */
export function byPronoun(people: People, mention: Pick<Mention, 'pronoun'> | null, agrees: Agreement): Person | null {
  const pronoun = mention?.pronoun ?? null
  const gender = pronoun === 'he' || pronoun === 'she' ? pronoun : agrees === 'he' || agrees === 'she' ? agrees : null
  const last = people.speaker
  if (pronoun === 'we' || agrees === 'we') return last ?? people.issuer
  if (pronoun === 'they') return last !== null && last.kind !== 'person' ? last : null
  if (pronoun === 'latter') return people.recent.findLast((one) => one.kind === 'person') ?? null
  const human = (one: Person): boolean => one.kind === 'person' || one.kind === 'office' || one.kind === 'unnamed'
  const fits = (one: Person): boolean =>
    pronoun === 'it'
      ? !human(one)
      : pronoun !== null
        ? human(one) && (one.gender === null || one.gender === gender)
        : gender === null || one.gender === null || one.gender === gender
  const grammatical =
    people.language.table.nominatives.length > 0 || !people.language.table.cased || people.language.table.code === 'fr'
  if (last !== null && fits(last)) return last
  if (grammatical && pronoun !== 'it') {
    const any = people.recent.findLast(
      (one) => (human(one) || one.kind === 'body') && one.gender === gender && gender !== null,
    )
    if (any !== undefined) return any
  }
  const fitting = people.recent.filter((one) => fits(one) && (pronoun === null || pronoun === 'it' || human(one)))
  const named = fitting.filter((one) => one.kind !== 'unnamed')
  if (last === null && named.length > 1) return null
  return named.at(-1) ?? null
}

function byName(people: People, mention: Mention): Person {
  const { language, names } = people
  const words = (mention.name ?? '').split(' ')
  const surname = stemOf(keyOf(words.at(-1) ?? ''), language)
  const known = people.bySurname.get(surname)
  const sure = !mention.oblique && !mention.afterPreposition
  const name = sure ? (mention.name ?? '') : nominativeName(people, words, mention)
  const titled =
    words.length === 1 && mention.title !== null
      ? `${mention.title}${/\.$/u.test(mention.title) || !language.table.cased ? '' : dotted(mention.title)} ${name}`
      : name
  const person: Person = known ?? {
    kind: 'person',
    name: titled,
    role: null,
    party: null,
    gender: null,
    head: null,
    sure,
  }
  if (known !== undefined) {
    const longer = words.length > known.name.replace(/^\S+\.? (?=\S+$)/u, '').split(' ').length
    if (longer || (sure && !known.sure && words.length >= known.name.split(' ').length)) {
      known.name = titled
      known.sure = sure
    }
  }
  people.bySurname.set(surname, person)
  person.gender ??= mention.gender
  if (mention.role !== null && person.role === null) {
    person.role = mention.role
    person.head = mention.head?.name ?? null
    const same = people.byOffice.get(person.head ?? '') ?? []
    if (!same.includes(person)) people.byOffice.set(person.head ?? '', [...same, person])
  }
  person.party ??= partyOf(people, mention)
  void names
  return person
}

function dotted(title: string): string {
  return title === 'M' ? '.' : ''
}

function nominativeName(people: People, words: readonly string[], mention: Mention): string {
  const { language, names } = people
  if (language.table.nominatives.length === 0) return words.join(' ')
  return words
    .map((word) => {
      const forms = [...(names.forms.get(stemOf(keyOf(word), language)) ?? [])].filter((one) => one !== word)
      const shorter = forms.find((one) => word.startsWith(one) || (one.length === word.length && /[аяиь]$/u.test(one)))
      if (shorter !== undefined) return shorter
      const feminine = mention.gender === 'she' || /(?:у|ю)$/u.test(words[0] ?? '')
      if (/[ую]$/u.test(word) && feminine) return word.replace(/у$/u, 'а').replace(/ю$/u, 'я')
      if (!feminine && /[бвгджзклмнпрстфхцчш]а$/u.test(word)) return word.slice(0, -1)
      return word
    })
    .join(' ')
}

function byLoneName(people: People, mention: Mention): Person {
  const { language, names } = people
  const word = mention.name ?? ''
  const stem = stemOf(keyOf(word), language)
  const known = people.bySurname.get(stem)
  if (known !== undefined) {
    known.gender ??= mention.gender
    return known
  }
  const party = people.parties.get(stem)
  if (party !== undefined) return party
  const name = partyName(word, language, names, mention.afterPreposition)
  const made: Person = { kind: 'party', name, role: null, party: name, gender: null, head: null, sure: true }
  people.parties.set(stem, made)
  return made
}

function byOffice(people: People, mention: Mention): Person | null {
  const head = mention.head?.name ?? ''
  const words = meaningful(mention.role ?? '')
  const party = partyOf(people, mention)
  const fitting = (people.byOffice.get(head) ?? []).filter((one) => {
    const own = meaningful(one.role ?? '')
    if (party !== null && one.party !== null && keyOf(party) !== keyOf(one.party)) return false
    if (mention.gender !== null && one.gender !== null && mention.gender !== one.gender) return false
    return words.every((word) => own.some((other) => other.slice(0, 5) === word.slice(0, 5)))
  })
  const named = fitting.filter((one) => one.kind === 'person')
  if (named.length === 1) return named[0]!
  if (named.length > 1) return people.speaker !== null && named.includes(people.speaker) ? people.speaker : null
  if (fitting.length > 0) return fitting.at(-1)!
  const made: Person = {
    kind: 'office',
    name: mention.role ?? '',
    role: mention.role,
    party,
    gender: mention.gender,
    head,
    sure: true,
  }
  people.byOffice.set(head, [...(people.byOffice.get(head) ?? []), made])
  return made
}

function meaningful(role: string): string[] {
  return keyOf(role)
    .split(/[^\p{L}\p{M}'-]+/u)
    .filter((word) => word.length > 3)
}

function byBody(people: People, mention: Mention): Person {
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
  if (same !== undefined) return same
  const own = mention.head?.kind === 'ownBody'
  const name = bodyName(people, mention, party)
  const made: Person = {
    kind: 'body',
    name,
    role: mention.role,
    party: party ?? (own ? name : null),
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
  return nominativeBody(people, mention.body)
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

function nominativeAdjective(word: string, noun: string, language: Language): string {
  const stem = /^(.*?)(?:ого|ому|им|ым|ом|его|ему|ої|ій|ою|ой|ую|у|ей|ею)$/u.exec(word)?.[1]
  if (stem === undefined || stem === '') return word
  const russian = language.table.code === 'ru'
  if (/[оеє]$/u.test(noun)) return `${stem}${russian ? 'ое' : 'е'}`
  if (/[ая]$/u.test(noun)) return `${stem}${russian ? 'ая' : 'а'}`
  return `${stem}${russian ? 'ый' : 'ий'}`
}
