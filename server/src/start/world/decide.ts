// The reviewers of the play: what the house proposes is decided by two people, blind to the side, as in any house.
import * as matching from '@solferino/server/matching/contract'
import type { z } from 'zod'
import type { OutputOf } from '#kernel/operation'
import { readRequest } from '@solferino/server/tracing/contract'
import type { Caller } from './caller.ts'
import type { PlaceName } from './cast.ts'
import type { Play, Scene } from './play.ts'

type Grade = z.output<typeof matching.Grade>
type Sitting = { readonly play: Play; readonly place: PlaceName; readonly first: Caller; readonly second: Caller }

/** The days on which reviewers sit. After the last one pairs wait again: there is something left to do. */
const sittings = [104]
/** So many pairs a sitting: the rest waits, as it does in any house. */
const pairsMax = 12
/** So many pairs a sitting that leave no doubt: enough for an answer in each state. */
const establishedMax = 6
/** From this probability on a pair is taken for sure, if its facts carry it. */
export const sure = 0.95
const likely = 0.6
const learned: readonly string[] = ['name', 'circumstances', 'photoRecognised', 'visitInterview']

/** The sittings of the reviewers in both contexts. */
export function reviewScenes(play: Play): Scene[] {
  const places = ['basin', 'hills'] as const
  return sittings.flatMap((day) =>
    places.map((place) => ({ day, says: 'pairs reviewed', play: () => sit(play, place) })),
  )
}

async function sit(play: Play, place: PlaceName): Promise<void> {
  await play.stage.house.settle()
  const first = await play.on('matching_reviewer', place, { nth: 0 })
  const second = await play.on('matching_reviewer', place, { nth: 1 })
  const queued = async (by: Caller) => (await by.ok(matching.listPairs, { state: 'queued', limit: 200 })).pairs
  // Who reviews in two contexts sees both queues; only those of this place are for both of them.
  const forBoth = new Set((await queued(second)).map(({ id }) => id))
  const pairs = (await queued(first)).filter(({ id }) => forBoth.has(id))
  const sitting = { play, place, first, second }
  const sureOnes = await establishable(sitting, pairs)
  for (const pair of sureOnes) await establish(sitting, pair)
  const rest = pairs.filter((pair) => !sureOnes.includes(pair)).slice(0, pairsMax)
  for (const [at, pair] of rest.entries()) await decide(sitting, pair, at)
}

type Queued = { readonly id: string; readonly request: string; readonly probability: number }

/** The first pairs of a searching request whose facts carry the highest grade: of these a family can be told something. */
async function establishable({ play, place, first }: Sitting, pairs: readonly Queued[]): Promise<Queued[]> {
  const officer = await play.on('tracing_officer', place)
  const found: Queued[] = []
  for (const pair of pairs) {
    if (found.length >= establishedMax) break
    if (pair.probability < sure || found.some(({ request }) => request === pair.request)) continue
    const { state } = (await officer.ok(readRequest, { id: pair.request })).request
    if (gradeOf(await first.ok(matching.readPair, { id: pair.id }), state === 'searching') === 'established')
      found.push(pair)
  }
  return found
}

async function establish({ first, second }: Sitting, { id }: Queued): Promise<void> {
  await first.ok(matching.openPair, { id })
  const { fields } = await first.ok(matching.readPair, { id })
  const decision = { id, grade: 'established' as const, fields: fields.filter((field) => !learned.includes(field)) }
  for (const one of [first, second]) await one.ok(matching.acceptPair, { ...decision, note: null })
}

/** One pair: opened, judged by what both sides state, and judged again by the second. Some wait, some are disputed. */
async function decide(
  { play, place, first, second }: Sitting,
  { id, request }: { readonly id: string; readonly request: string },
  at: number,
): Promise<void> {
  const officer = await play.on('tracing_officer', place)
  const { state } = (await officer.ok(readRequest, { id: request })).request
  // Nobody has opened the case yet: it can take no pair.
  if (state === 'submitted') return
  await first.ok(matching.openPair, { id })
  const read = await first.ok(matching.readPair, { id })
  const grade = gradeOf(read, state === 'searching')
  if (grade === null) {
    await first.ok(matching.rejectPair, { id, because: 'another_person', note: null })
    return
  }
  if (at % 9 === 8) {
    const questions = ['names_of_parents', 'date_and_place_of_birth', 'last_contact'] as const
    await first.ok(matching.askFamily, { id, questions: [...questions] })
    return
  }
  const fields = grade === 'possible' ? ['name' as const] : read.fields.filter((field) => !learned.includes(field))
  await first.ok(matching.acceptPair, { id, grade, fields, note: null })
  if (at % 7 === 6) return
  if (at % 11 === 10) await second.ok(matching.rejectPair, { id, because: 'other_place_or_time', note: null })
  else await second.ok(matching.acceptPair, { id, grade, fields, note: null })
}

function gradeOf({ score, grades }: OutputOf<typeof matching.readPair>, isSearching: boolean): Grade | null {
  const may = (asked: Grade) => grades.some(({ grade, against }) => grade === asked && against === null)
  if (score.probability >= sure && isSearching && may('established')) return 'established'
  if (score.probability >= sure && may('probable')) return 'probable'
  return score.probability >= likely ? 'possible' : null
}
