// Two installations that are alike but for what their actors may not see.
import * as access from './access/contract.ts'
import * as dialogue from './dialogue/contract.ts'
import * as dialogueSamples from './dialogue/dialogue.samples.ts'
import { sampleContent } from './disclosure/answer.samples.ts'
import { countedIds } from './kernel/ids.ts'
import { openTestHouse, type TestHouse } from './kernel/test.ts'
import { enterRecord, erase } from './registry/contract.ts'
import { type Caller, callerOf } from './start/world/caller.ts'
import { inventSmall } from './start/world/invent.samples.ts'
import { fileRequest, openRequest, submitRequest } from './tracing/contract.ts'
import { sampleRequest, searchConsent } from './tracing/request.samples.ts'
import * as cases from './twins-cases.samples.ts'
import * as channel from './twins-channel.samples.ts'
import * as lists from './twins-lists.samples.ts'
import { Hearing, type Office, officeOf, type People, type Post, takeOn } from './twins-office.samples.ts'
import { Seen } from './twins-seen.samples.ts'

/** The roles that ask at random, each by the post that holds it. */
export const roles = {
  intake: 'intake',
  tracing_officer: 'officer',
  matching_reviewer: 'one',
  transmission_officer: 'transmission',
  nib_liaison: 'liaison',
  protection_lead: 'lead',
  head: 'head',
  data_protection_officer: 'data',
} as const satisfies Record<string, Post>
export type Role = keyof typeof roles

/** One of the two, with its actors, who work in the first invented context alone. */
export type World = {
  readonly house: TestHouse
  readonly office: Office
  /** Tokens of those who ask at random. */
  readonly tokens: People['tokens']
  /** Who works where none of the actors is. */
  readonly elsewhere: Office
  /** What is done elsewhere has ids apart: what the actors do has the same ids in both worlds, so that ties fall alike. */
  readonly whereElse: (work: () => Promise<void>) => Promise<void>
  /** The last id that was given before the worlds differed; ids count. */
  readonly lastInBoth: string
  readonly seen: Seen
}

/** All that an office does in its context. */
const courses = [
  cases.answersCourse,
  cases.pairsCourse,
  cases.requestsCourse,
  cases.recordsCourse,
  lists.listsCourse,
  channel.talksCourse,
  channel.reportCourse,
  channel.commitmentCourse,
  channel.accessCourse,
  channel.representationCourse,
  channel.mattersCourse,
]

/**
 * The two worlds. In both there is a third context with people of its own; in the second world these have done all that an
 * office does, before the past of the others was played.
 */
export async function openTwins(): Promise<readonly [World, World]> {
  const hidden = new Seen()
  const [one, other] = [await openWorld(null), await openWorld(hidden)]
  const ids = countedIds(800_000)
  // Guessed: what is there elsewhere in the second world, and in the first is not there at all.
  for (const id of hidden.ids) {
    const prefix = /^([A-Z]+)-/u.exec(id)?.[1]
    const as = hidden.asOf(id)
    const isInBoth = prefix === undefined && id <= one.lastInBoth
    one.seen.guess(isInBoth ? id : prefix === undefined ? ids.id() : ids.number(prefix), as)
    other.seen.guess(id, as)
  }
  return [one, other]
}

async function openWorld(hidden: Seen | null): Promise<World> {
  const apart = countedIds(400_000)
  const own = countedIds()
  let ids = own
  const whereElse = async (work: () => Promise<void>) => {
    ids = apart
    await work()
    ids = own
  }
  const given = { rowId: () => ids.rowId(), id: () => ids.id(), number: (prefix: string) => ids.number(prefix) }
  const house = await openTestHouse({ ids: given, mode: 'exercise' })
  const seen = new Seen()
  const place = await thirdContext(house)
  const people = await takeOn(house, place)
  const elsewhere = await officeOf(people, { house, hearing: new Hearing(house, hidden ?? new Seen()), ...place })
  const lastInBoth = house.house.ids.id()
  if (hidden)
    await whereElse(async () => {
      for (const course of courses) await course(elsewhere)
      await happenElsewhere(elsewhere)
    })
  const hearing = new Hearing(house, seen)
  const cast = await inventSmall(house, { stage: hearing.stage })
  const at = { context: cast.contexts.basin, party: cast.parties.ardania, other: cast.parties.belvar }
  const taken = await takeOn(house, at)
  // Whoever has the key of a channel hands it on to those who came after.
  const holder = await callerOf(hearing.stage, cast.person('head', 'basin'))
  for (const party of [at.party, at.other]) await holder.ok(dialogue.enterChannel, { party })
  return {
    house,
    office: await officeOf(taken, { house, hearing, ...at }),
    tokens: taken.tokens,
    whereElse,
    elsewhere,
    lastInBoth,
    seen,
  }
}

async function thirdContext(house: TestHouse): Promise<{ context: string; party: string; other: string }> {
  const administrator = await house.as('administrator', { context: null })
  const labels = { en: 'Outer Isles' }
  const context = (await administrator.ok(access.openContext, { kind: 'international', labels })).id
  const open = async (en: string) =>
    (await administrator.ok(access.openChannel, { id: context, kind: 'state', hasBureau: true, labels: { en } })).party
  return { context, party: await open('Corvania'), other: await open('Delmar') }
}

/** What each of the two does before anything is asked at random; everything they are answered is heard. */
export async function workIn({ office, house }: World): Promise<void> {
  await furnish(office)
  await house.settle()
  // Accounts are the installation's, and administrators see all of them: these are the same in both worlds.
  for (const course of [...courses, lists.accountsCourse]) await course(office)
}

const heads = ['Tav', 'Mir', 'Sor', 'Kel', 'Osk', 'Ver', 'Dran', 'Lom', 'Bel', 'Hal']
const tails = ['in', 'olan', 'esh', 'dar', 'arin', 'hal', 'ek', 'atar', 'or', 'uven']

/** As much as one has before one: eighty records more, and a dozen requests for some of them. */
async function furnish({ transmission, officer, context, party }: Office): Promise<void> {
  const record = { context, channel: party, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  const names = Array.from(
    { length: 80 },
    (_, at) => `${heads[at % 10]}${tails[Math.floor(at / 10)]} ${tails[at % 10]}an`,
  )
  for (const name of names) await transmission.ok(enterRecord, { ...record, content: sampleContent(name) })
  for (const name of names.slice(0, 12)) await seek({ officer, context }, name)
}

async function seek({ officer, context }: { officer: Caller; context: string }, name: string): Promise<void> {
  const { id } = await officer.ok(fileRequest, { context, ...sampleRequest(name) })
  await officer.ok(submitRequest, { id, consent: searchConsent })
  await officer.ok(openRequest, { id })
}

/** More happens where none of the actors is: some stand on a list and are sought, a letter goes out, an act waits. */
export async function happenElsewhere({
  house,
  transmission,
  lead,
  officer,
  data,
  context,
  party,
}: Office): Promise<void> {
  const record = { context, channel: party, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  for (const name of ['Ardel Sorun', 'Тавин Орел', 'يوسف البرهاني']) {
    const { id } = await transmission.ok(enterRecord, { ...record, content: sampleContent(name) })
    await seek({ officer, context }, name)
    await data.ok(erase, { id, ground: 'person_objects' })
  }
  await lead.ok(dialogue.recordLetter, { party, ...dialogueSamples.letter })
  await house.settle()
}
