// What follows when reviewers hold a request and a record to be one person: the family is told, and records of one person
// are joined. One answer of each state stands at the end of the play: told, cleared, waiting for its second signature.
import * as disclosure from '@solferino/server/disclosure/contract'
import { listPairs } from '@solferino/server/matching/contract'
import { linkRecords } from '@solferino/server/registry/contract'
import { listRequests } from '@solferino/server/tracing/contract'
import type { z } from 'zod'
import type { PlaceName } from './cast.ts'
import { confirmAs, type Play, type Scene } from './play.ts'

/** What is to be told of a request, as it goes from the proposal on. */
type Answer = { readonly id: string; readonly to: string; readonly words: string }

const joinedOn = 100
const proposedOn = 108
const toldOn = 112
const sure = 0.95

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

/** The first two records that both stand surely for one request are one person's. */
async function join(play: Play, place: PlaceName): Promise<void> {
  await play.stage.house.settle()
  const { pairs } = await (await play.on('tracing_officer', place)).ok(listPairs, { state: 'queued', limit: 200 })
  const likely = pairs.filter(({ probability }) => probability >= sure)
  const first = likely.find((one, at) => likely.slice(at + 1).some(({ request }) => request === one.request))
  const second = likely.find((one) => one.request === first?.request && one !== first)
  if (!first || !second) return
  const officer = await play.on('transmission_officer', place)
  const asked = { id: first.record, other: second.record, basis: 'same_identifiers' as const }
  const { proposal } = await officer.ok(linkRecords, asked)
  await confirmAs(await play.on('protection_lead', place), proposal)
}

async function prepare(play: Play, place: PlaceName, cleared: Answer[]): Promise<void> {
  const officer = await play.on('tracing_officer', place)
  const { requests } = await officer.ok(listRequests, { state: 'outcome_pending', limit: 200 })
  // One is told, one is cleared, one waits for its second signature; what is left waits to be prepared.
  let prepared = 0
  for (const { id: request } of requests) {
    const { pairs, enquirer } = await officer.ok(disclosure.readBasis, { id: request })
    const pair = pairs.find(({ grade, status }) => grade === 'established' && status === 'prisoner_of_war')
    if (!pair || prepared === 3) continue
    prepared += 1
    const { id, proposal, words } = await officer.ok(disclosure.proposeAnswer, answerOf(play, { request, ...pair }))
    if (prepared === 3) continue
    await confirmAs(await play.on('protection_lead', place), proposal)
    cleared.push({ id, to: enquirer.name, words })
  }
}

type About = { readonly request: string; readonly pair: string; readonly receivedOn: string }

/** A prisoner's notification, its date, and who sent it. */
function answerOf(play: Play, { request, pair, receivedOn }: About): z.input<typeof disclosure.AnswerAsked> {
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
