import * as tracing from '@solferino/server/tracing/contract'
import type { PartyName, PlaceName } from './cast.ts'
import { type Population, scaled } from './lists.ts'
import { confirmAs, days, type Play, type Scene } from './play.ts'
import type { Somebody } from './population.ts'
import { type Case, type Step, toSearch, ways } from './ways.ts'

const sidesOf: Readonly<Record<PlaceName, readonly [PartyName, PartyName]>> = {
  basin: ['ardania', 'belvar'],
  hills: ['tesmar', 'hillFront'],
}

/** Who is sought: of each side alike, three in five of the international context; most of them stand on some list. */
export class Seekers {
  readonly #people: Population
  #count = 0

  constructor(people: Population) {
    this.#people = people
  }

  /** The next person of whom nobody has asked yet; the other side's turn comes with the next one. */
  next(): { place: PlaceName; person: Somebody } {
    const at = this.#count
    this.#count += 1
    const place = at % 5 < 3 ? 'basin' : 'hills'
    const side = sidesOf[place][Math.floor(at / 5) % 2 === at % 2 ? 0 : 1]
    const people = this.#people[side]
    const person = people[(at * 7) % people.length]
    if (!person) throw new Error('the play stops: nobody is left to be sought')
    return { place, person }
  }
}

/** The scenes of all requests of the play. */
export function requestScenes(play: Play, seekers: Seekers): Scene[] {
  const scenes: Scene[] = []
  const put = (one: Case, steps: readonly Step[]) => {
    for (const step of steps)
      scenes.push({ day: one.filedOn + step.after, says: 'families ask', play: () => step.take(play, one) })
  }
  let at = 0
  for (const { count, steps } of Object.values(ways)) {
    const last = Math.max(...steps.map((step: Step) => step.after))
    for (let turn = 0; turn < scaled(count, play.scale); turn += 1, at += 1)
      put(caseOf(seekers, (at * 17) % (days - 1 - last)), steps)
  }
  for (let turn = 0; turn < scaled(3, play.scale); turn += 1) scenes.push(...twice(play, seekers, 20 + 25 * turn))
  for (let turn = 0; turn < scaled(4, play.scale); turn += 1) scenes.push(...apart(play, seekers, 12 + 21 * turn))
  return scenes
}

function caseOf(seekers: Seekers, filedOn: number): Case {
  return { ...seekers.next(), filedOn, teller: 0, id: '' }
}

/** The same enquirer asks twice; the second request is merged into the first by two people. */
function twice(play: Play, seekers: Seekers, day: number): Scene[] {
  const first = caseOf(seekers, day)
  const second: Case = { ...first, filedOn: day + 6 }
  const merge = async () => {
    const officer = await play.on('tracing_officer', first.place)
    const because = { occurred: null, source: null, reason: 'The same mother, asking for the same son.' }
    const { proposal } = await officer.ok(tracing.mergeRequest, { id: second.id, into: first.id, because })
    await confirmAs(await play.on('protection_lead', first.place), proposal)
  }
  return [
    ...toSearch.map((step) => sceneOf(play, first, step)),
    ...toSearch.slice(0, 2).map((step) => sceneOf(play, second, step)),
    { day: day + 8, says: 'one request merged', play: merge },
  ]
}

/** Two of a family ask, each for themselves: each an own case, linked for officers alone. */
function apart(play: Play, seekers: Seekers, day: number): Scene[] {
  const first = caseOf(seekers, day)
  const second: Case = { ...first, filedOn: day + 5, teller: 1 }
  const link = async () => {
    const officer = await play.on('tracing_officer', first.place)
    await officer.ok(tracing.linkRequest, { id: second.id, other: first.id })
  }
  return [
    ...[first, second].flatMap((one) => toSearch.map((step) => sceneOf(play, one, step))),
    { day: day + 8, says: 'two requests linked', play: link },
  ]
}

function sceneOf(play: Play, one: Case, step: Step): Scene {
  return { day: one.filedOn + step.after, says: 'families ask', play: () => step.take(play, one) }
}
