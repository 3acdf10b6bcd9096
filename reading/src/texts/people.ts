import { byBody, partyOf } from './bodies.ts'
import type { Agreement, Language } from './languages/language.ts'
import { keyOf, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { type Names, partyName, stemOf } from './names.ts'
import { officeKey, type People, type Person } from './person.ts'

const recentMax = 8

export function peopleOf(language: Language, names: Names): People {
  return {
    language,
    names,
    bySurname: new Map(),
    byOffice: new Map(),
    byBody: new Map(),
    parties: new Map(),
    acting: new Map(),
    recent: [],
    speaker: null,
    issuer: null,
    letter: false,
  }
}

/** Whom a mention means; null when the text leaves more than one reading. What it tells of the person is kept. */
export function resolve(people: People, mention: Mention, agrees: Agreement = 'any'): Person | null {
  const found = meant(people, mention, agrees)
  if (found === null) return null
  const { issuer } = people
  const person = found.kind === 'party' && issuer !== null && issuer.party === found.party ? issuer : found
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
      if (mention.ours && mention.party === null) return people.issuer ?? people.speaker ?? byBody(people, mention)
      return byBody(people, mention)
    case 'together':
      return null
    case 'unnamed': {
      const [word = ''] = (mention.role ?? '').split(' ')
      const alone = (mention.role ?? '') === word && mention.party === null && mention.body === null
      const { language, speaker } = people
      const token = tokensOf(word, 0, word.length, language.table.code)
      if (
        alone &&
        mention.definite &&
        speaker !== null &&
        speaker.kind !== 'body' &&
        find(language.set.standsFor, token, 0) !== null
      )
        return speaker
      break
    }
  }
  return {
    kind: 'unnamed',
    name: mention.role ?? '',
    role: mention.role,
    party: null,
    gender: null,
    head: mention.head?.name ?? null,
    sure: true,
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
  if (last !== null && (fits(last) || (grammatical && last.kind === 'body'))) return last
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
      ? `${mention.title}${mention.title.endsWith('.') || !language.table.cased ? '' : dotted(mention.title)} ${name}`
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
    const { head } = officeKey(people, person.head ?? '', person.role)
    const same = people.byOffice.get(head) ?? []
    if (!same.includes(person)) people.byOffice.set(head, [...same, person])
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
      const feminine =
        mention.gender === 'she' ||
        (mention.head?.name === 'глава' && /(?:у|ю|ой|ою)$/u.test(words[0] ?? '')) ||
        (words.length > 1 && /(?:[бвгджзклмнпрстфхцчшщ](?:ой|ою|ы|и)|ией|ією|єю|ии|ії)$/u.test(words[0] ?? '')) ||
        (mention.head === null && /(?:у|ю)$/u.test(words[0] ?? ''))
      if (!feminine && /[бвгджзклмнпрстфхцчш](?:ом|ем|у)$/u.test(word) && words.length > 1)
        return word.replace(/(?:ом|ем|у)$/u, '')
      if (!feminine && /[рлн](?:я|ем|ю)$/u.test(word) && words.length > 1) return word.replace(/(?:я|ем|ю)$/u, 'ь')
      if (feminine && /(?:[ую]|[оеє][йю]|[ыиії])$/u.test(word))
        return word
          .replace(/(?:[бвгджзклмнпрстфхцчшщ])(?=(?:у|ою|ой|ею|ей|ы|и)$)(?:у|ою|ой|ею|ей|ы|и)$/u, (end) => `${end[0]}а`)
          .replace(/(?:ю|єю|ею|ей)$/u, 'я')
          .replace(/ии$/u, 'ия')
          .replace(/ії$/u, 'ія')
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
  const { head, words } = officeKey(people, mention.head?.name ?? '', mention.role ?? '')
  const party = partyOf(people, mention)
  const fitting = (people.byOffice.get(head) ?? []).filter((one) => {
    const own = officeKey(people, head, one.role ?? '').words
    if (party !== null && one.party !== null && keyOf(party) !== keyOf(one.party)) return false
    if (mention.gender !== null && one.gender !== null && mention.gender !== one.gender) return false
    return words.every((word) => own.some((other) => other.slice(0, 5) === word.slice(0, 5)))
  })
  const named = fitting.filter((one) => one.kind === 'person')
  if (named.length === 1) return named[0]!
  if (named.length > 1) return people.speaker !== null && named.includes(people.speaker) ? people.speaker : null
  const before = people.recent.filter((one) => one.kind === 'person' && one.role !== null)
  const bare = (mention.role ?? '').split(' ').length === 1 && party === null
  if (bare && before.length === 1 && before[0] === people.speaker && fitsGender(before[0], mention)) return before[0]
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

function fitsGender(person: Person, mention: Mention): boolean {
  return person.gender === null || mention.gender === null || person.gender === mention.gender
}
