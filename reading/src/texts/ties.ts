import { keyOf, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { stemOf } from './names.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'

/**
 * What the whole text tells of those named in it, when all of it has been seen once: a short name of a body is its
 * long one, an office named with its party gives it to the person who holds it, a spokesman speaks for whom he is named.
 */
export function settle(people: People): void {
  bodies(people)
  const all = everyone(people)
  const offices = [...people.byOffice]
  for (const [head, holders] of offices) office(people, head, holders)
  for (const one of all) if (one.party !== null) one.party = ofPerson(people, one.party) ?? one.party
  for (const [head, holders] of offices) office(people, head, holders)
  insurgents(people)
  pair(people)
  for (const one of all) {
    if (one.party !== null || one.role === null || one.kind === 'unnamed') continue
    one.party = one.of?.party ?? ofRole(people, one) ?? (people.issuer === one ? null : (people.issuer?.party ?? null))
  }
}

/** Where the text names one State only, its offices and bodies are of that one. */
export function oneState(people: People): void {
  const only = onlyState(people)
  if (only === null) return
  for (const one of everyone(people))
    if (one.party === null && one.kind !== 'unnamed' && stately(people, one)) one.party = only
  for (const one of stateBodies(people)) one.party ??= only
}

/** The one State whose offices or bodies the text names, else the one name that does or says anything in it. */
function onlyState(people: People): string | null {
  const parties = new Set<string>()
  for (const one of everyone(people))
    if (one.party !== null && one.kind !== 'unnamed' && stately(people, one)) parties.add(one.party)
  for (const one of stateBodies(people)) if (one.party !== null) parties.add(one.party)
  const own = new Set(
    [...people.byBody.values()]
      .flat()
      .filter((one) => one.kind === 'body' && !stateBody(people, one))
      .map((one) => one.party),
  )
  const acting = [...people.acting].filter(([name, times]) => times > 1 && !own.has(name)).map(([name]) => name)
  if (parties.size === 0) for (const name of acting) parties.add(name)
  return parties.size === 1 ? [...parties][0]! : null
}

function stateBodies(people: People): Person[] {
  return [...people.byBody.values()].flat().filter((one) => stateBody(people, one))
}

function stateBody({ language }: People, { head }: Person): boolean {
  return head !== null && language.table.stateBodies.includes(head) && !language.table.groups.includes(head)
}

/** Does the office belong to a State, whoever else speaks in the text? */
function stately({ language }: People, { role }: Person): boolean {
  const tokens = tokensOf(role ?? '', 0, (role ?? '').length, language.table.code)
  return tokens.some((_, at) => find(language.set.stateOffices, tokens, at) !== null)
}

/** "The foreign minister met the head of the Bureau. ... Dorn told Velin": offices without names and names without offices, in order. */
function pair(people: People): void {
  const bySeen = (a: Person, b: Person): number => (a.seen ?? 0) - (b.seen ?? 0)
  const persons = [...people.bySurname.values()].filter(
    (one) => one.role === null && one.party === null && one.seen !== undefined,
  )
  const offices = [...people.byOffice.values()]
    .flat()
    .filter((one) => one.kind === 'office' && one.party !== null && (one.seen ?? nearMax) < nearMax)
  for (const person of persons.toSorted(bySeen)) {
    const near = (one: Person): boolean =>
      (one.seen ?? 0) <= (person.seen ?? 0) && (person.seen ?? 0) - (one.seen ?? 0) <= nearMax
    const office = offices
      .toSorted(bySeen)
      .find((one) => near(one) && (person.gender === null || one.gender === null || person.gender === one.gender))
    if (office === undefined) return
    offices.splice(offices.indexOf(office), 1)
    Object.assign(person, {
      role: office.role,
      party: office.party,
      head: office.head,
      gender: person.gender ?? office.gender,
    })
    const holders = [...people.byOffice.entries()].find(([, all]) => all.includes(office))
    if (holders !== undefined) people.byOffice.set(holders[0], [...holders[1].filter((one) => one !== office), person])
  }
}

const nearMax = 4

/** "the rebels": of the one armed group the text names. */
function insurgents(people: People): void {
  const all = [...people.byBody.values()].flat()
  const groups = all.filter((one) => one.party === one.name && people.language.table.groups.includes(one.head ?? ''))
  if (groups.length !== 1) return
  for (const one of all)
    if (one.party === null && people.language.table.insurgents.includes(one.head ?? '')) one.party = groups[0]!.party
}

/** "Their spokesman": of the body named last; an office of a State in the same sentence behind a body of that State. */
export function belongs(mention: Mention, person: Person | null, before: Person | null): void {
  if (
    person === null ||
    person.role === null ||
    person.party !== null ||
    mention.party !== null ||
    mention.body !== null
  )
    return
  if (mention.possessed && before !== null && before.kind !== 'unnamed' && before !== person)
    Object.assign(person, { party: before.party, of: before })
}

function everyone(people: People): Set<Person> {
  return new Set([...people.bySurname.values(), ...[...people.byOffice.values()].flat()])
}

/** "the Bureau" is "the Neutral Bureau" when the text has one such body only. */
function bodies(people: People): void {
  for (const [head, all] of people.byBody) {
    const kept = all.filter((one) => {
      const longer = all.filter((other) => other !== one && within(one.name, other.name))
      const [whole] = longer
      if (whole === undefined || longer.length > 1) return true
      if (one.party !== null && whole.party !== null && one.party !== one.name && one.party !== whole.party) return true
      whole.party ??= one.party
      for (const person of everyone(people)) if (person.party === one.name) person.party = whole.party
      return false
    })
    people.byBody.set(head, kept)
  }
}

function within(short: string, long: string): boolean {
  const cut = (name: string): string[] => keyOf(name).split(/\s+/u)
  const words = cut(long)
  const own = cut(short)
  return own.length < words.length && own.every((word) => words.some((other) => other.slice(0, 6) === word.slice(0, 6)))
}

/** "Orlik's spokeswoman": she speaks for whom Orlik speaks. */
function ofPerson(people: People, party: string): string | null {
  const last = party.split(' ').at(-1) ?? ''
  const person = people.bySurname.get(stemOf(keyOf(last), people.language))
  return person === undefined || keyOf(person.name).split(' ').at(-1)?.slice(0, 4) !== keyOf(last).slice(0, 4)
    ? null
    : person.party
}

/** "The prime minister of Ravensk said ... Prime Minister Tomas Orlik ...": one office, one party. */
function office(people: People, head: string, holders: readonly Person[]): void {
  const parties = new Set(holders.map((one) => one.party).filter((party) => party !== null))
  const [party] = parties
  if (party === undefined || parties.size > 1) return
  for (const one of holders) {
    if (one.party !== null || one.role === null) continue
    const alike = holders.some((other) => other.party === party && (fits(one, other) || fits(other, one)))
    const ruler = head !== '' && alike && !people.language.table.ownBodies.some((body) => one.role!.includes(body))
    if (ruler) one.party = party
  }
}

function fits(short: Person, long: Person): boolean {
  const cut = (role: string | null): string[] =>
    keyOf(role ?? '')
      .split(/[^\p{L}\p{M}'-]+/u)
      .filter((word) => word.length > 2)
  const words = cut(long.role)
  return cut(short.role).every((word) => words.some((other) => other.slice(0, 5) === word.slice(0, 5)))
}

/** "spokesman for the prime minister", «пресс-секретарь президента»: the party of the office or body behind the first word. */
function ofRole(people: People, one: Person): string | null {
  const { language } = people
  const role = one.role ?? ''
  const tokens = tokensOf(role, 0, role.length, language.table.code)
  for (let at = 1; at < tokens.length; at += 1) {
    const head = find(language.heads, tokens, at)
    if (head === null) continue
    const found = [
      ...(people.byOffice.get(head.value.name) ?? []),
      ...(people.byBody.get(head.value.name) ?? []),
    ].filter((other) => other !== one && other.party !== null)
    const parties = new Set(found.map((other) => other.party))
    if (parties.size === 1) return [...parties][0] ?? null
    if (parties.size > 1) return null
  }
  return null
}

/** Counts a lone name that begins a sentence as its doer: "Lumeria freed 40 people". */
export function acts(mentions: readonly Mention[], people: People): void {
  const [first] = mentions
  if (first === undefined || first.kind !== 'name' || first.from > 1 || first.afterPreposition) return
  const person = resolve(people, first)
  if (person?.kind === 'party') people.acting.set(person.name, (people.acting.get(person.name) ?? 0) + 1)
}
