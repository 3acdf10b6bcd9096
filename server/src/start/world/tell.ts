// What follows when reviewers hold a request and a record to be one person: the family is told, and records of one person
// are joined. At the end of the play one family has been told, and others are to be told what is known in other ways: by a
// notice, from a visit, by a certificate of death.
import * as disclosure from '@solferino/server/disclosure/contract'
import { listPairs } from '@solferino/server/matching/contract'
import { linkRecords, readRecord } from '@solferino/server/registry/contract'
import { listRequests } from '@solferino/server/tracing/contract'
import type { z } from 'zod'
import type { PlaceName } from './cast.ts'
import { sure } from './decide.ts'
import { confirmAs, type Play, type Scene } from './play.ts'

/** What is to be told of a request, as it goes from the proposal on. */
type Answer = { readonly id: string; readonly to: string; readonly words: string }

const joinedOn = 100
const proposedOn = 108
const toldOn = 112

/** Records joined before the reviewers sit; answers prepared after it, and the first of each place told. */
export function tellScenes(play: Play): Scene[] {
  return (['basin', 'hills'] as const).flatMap((place) => {
    const cleared: Answer[] = []
    return [
      { day: joinedOn, says: 'two records of one person', play: () => join(play, place) },
      { day: proposedOn, says: 'answers prepared', play: () => prepare(play, place, cleared) },
      { day: toldOn, says: 'a family is told', play: () => tell(play, place, cleared) },
    ]
  })
}

/** The first two records that both stand surely for one request and have one service number are one person's. */
async function join(play: Play, place: PlaceName): Promise<void> {
  await play.stage.house.settle()
  const { pairs } = await (await play.on('tracing_officer', place)).ok(listPairs, { state: 'queued', limit: 200 })
  const officer = await play.on('transmission_officer', place)
  const before = new Map<string, string>()
  for (const { request, record } of pairs.filter(({ probability }) => probability >= sure)) {
    const { content } = await officer.ok(readRecord, { id: record })
    const number = content?.description.serviceNumber
    if (!number) continue
    const key = `${request} ${number}`
    const other = before.get(key)
    before.set(key, record)
    if (other === undefined) continue
    const { proposal } = await officer.ok(linkRecords, { id: other, other: record, basis: 'same_identifiers' })
    return confirmAs(await play.on('protection_lead', place), proposal)
  }
}

async function prepare(play: Play, place: PlaceName, cleared: Answer[]): Promise<void> {
  const officer = await play.on('tracing_officer', place)
  const { requests } = await officer.ok(listRequests, { state: 'outcome_pending', limit: 200 })
  const left = [...ways]
  for (const { id: request } of requests) {
    const { pairs, enquirer } = await officer.ok(disclosure.readBasis, { id: request })
    const pair = pairs.find(({ grade, status }) => grade === 'established' && status === 'prisoner_of_war')
    const way = pair && left.shift()
    if (!pair || !way) continue
    const about = { request, ...pair, to: enquirer.name, relation: enquirer.relation ?? 'other_kin' }
    const asked = { ...notified(play, about), ...way(play, about) }
    const { id, proposal, words } = await officer.ok(disclosure.proposeAnswer, asked)
    await confirmAs(await play.on('protection_lead', place), proposal)
    cleared.push({ id, to: enquirer.name, words })
  }
}

type Asked = z.input<typeof disclosure.AnswerAsked>
type Relation = NonNullable<Asked['personConsent']>['relation']
type About = {
  readonly request: string
  readonly pair: string
  readonly receivedOn: string
  readonly to: string
  readonly relation: Relation
}
type Way = (play: Play, about: About) => Partial<Asked>

/** How what is known came, case by case; the first is told. */
const ways: readonly Way[] = [() => ({}), () => ({}), seenAtVisit, documentedDeath]

/** A prisoner's notification, its date, and who sent it. */
function notified(play: Play, { request, pair, receivedOn }: About): Asked {
  return {
    request,
    pair,
    known: 'prisoner_notified',
    outcome: 'located_in_detention',
    stillHeld: true,
    factGrade: 'reported',
    factSource: `The list of the bureau received on ${receivedOn}`,
    items: ['notice'],
    on: null,
    ownWords: null,
    place: null,
    health: null,
    address: null,
    dateOfDeath: null,
    placeOfDeath: null,
    burial: null,
    authority: null,
    reference: null,
    personConsent: null,
    harmConsidered: 'No ground was found for a risk to the person or the relatives.',
    harmFlags: [],
    bestInterests: null,
    language: 'en',
    until: play.dateOf(proposedOn + 30),
  }
}

/** Seen by delegates, who asked for whom the words are. */
function seenAtVisit(play: Play, { to, relation }: About): Partial<Asked> {
  const on = play.dateOf(84)
  const consent = { recipient: to, relation, namesEnquirer: true, on, takenBy: 'A delegate of the visit' }
  return {
    known: 'seen_by_staff',
    factGrade: 'established',
    factSource: 'Registered at the visit',
    items: ['seen', 'own_words'],
    on,
    ownWords: 'I am well. I think of the orchard, and of all of you.',
    personConsent: { ...consent, items: ['seen', 'own_words', 'place'] },
  }
}

/** A death that an authority has documented. */
function documentedDeath(play: Play): Partial<Asked> {
  return {
    known: 'death_documented',
    outcome: 'fate_dead_documented',
    stillHeld: false,
    factGrade: 'established',
    factSource: 'A certificate seen in the original',
    items: ['death', 'date_of_death'],
    dateOfDeath: play.dateOf(70),
    authority: 'The civil register of Orvel',
    reference: 'C 114',
  }
}

async function tell(play: Play, place: PlaceName, [first]: readonly Answer[]): Promise<void> {
  if (!first) return
  const officer = await play.on('tracing_officer', place)
  await officer.ok(disclosure.recordTold, {
    id: first.id,
    to: first.to,
    by: 'The officer of the case',
    trained: true,
    how: 'in_person',
    heldAt: play.now,
    interpreter: null,
    words: first.words,
    papers: [],
    remarks: null,
  })
}
