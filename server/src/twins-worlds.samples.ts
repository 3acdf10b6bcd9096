// Two installations that are alike but for what their actors may not see.
import * as dialogue from './dialogue/contract.ts'
import * as dialogueSamples from './dialogue/dialogue.samples.ts'
import { sampleContent } from './disclosure/answer.samples.ts'
import { confirmProposal, listProposals, search } from './kernel/contract.ts'
import { countedIds } from './kernel/ids.ts'
import { type Caller, openTestHouse, type TestHouse } from './kernel/test.ts'
import { enterRecord, EraseGround, erase } from './registry/contract.ts'
import { callerOf } from './start/world/caller.ts'
import type { Cast } from './start/world/cast.ts'
import { inventSmall, stageOf } from './start/world/invent.samples.ts'
import { fileRequest, openRequest, submitRequest } from './tracing/contract.ts'
import { sampleRequest, searchConsent } from './tracing/request.samples.ts'
import { Seen } from './twins-seen.samples.ts'

export const roles = [
  'intake',
  'tracing_officer',
  'matching_reviewer',
  'transmission_officer',
  'nib_liaison',
  'protection_lead',
  'head',
  'data_protection_officer',
] as const
export type Role = (typeof roles)[number]

/** One of the two, with its actors, who work in the first invented context alone. */
export type World = {
  readonly house: TestHouse
  readonly cast: Cast
  readonly actors: ReadonlyMap<Role, Caller>
  readonly seen: Seen
}

/** The two worlds: the second has had more happen in the other context, where none of the actors is. */
export async function openTwins(): Promise<readonly [World, World]> {
  const [one, other] = [await openWorld(), await openWorld()]
  const ids = countedIds(800_000)
  // Guessed: what is there in the other context of the second world, and in the first world is not there at all.
  for (const id of await differ(other)) {
    const prefix = /^([A-Z]+)-/.exec(id)?.[1]
    one.seen.place(prefix === undefined ? ids.id() : ids.number(prefix))
    other.seen.place(id)
    one.seen.guessed = one.seen.ids.length
  }
  return [one, other]
}

async function openWorld(): Promise<World> {
  const house = await openTestHouse({ ids: countedIds() })
  const cast = await inventSmall(house)
  const actors = new Map<Role, Caller>()
  const context = cast.contexts.basin
  const channel = cast.parties.ardania
  for (const role of roles)
    actors.set(role, await house.as(role, { context, channel: role === 'nib_liaison' ? channel : null }))
  await furnish(actors, { context, channel })
  await house.settle()
  // Whoever has the key hands it on to those who came after.
  await (await callerOf(stageOf(house), cast.person('head', 'basin'))).ok(dialogue.enterChannel, { party: channel })
  for (const role of ['protection_lead', 'head'] as const)
    await actors.get(role)!.ok(dialogue.enterChannel, { party: channel })
  return { house, cast, actors, seen: new Seen() }
}

const heads = ['Tav', 'Mir', 'Sor', 'Kel', 'Osk', 'Ver', 'Dran', 'Lom', 'Bel', 'Hal']
const tails = ['in', 'olan', 'esh', 'dar', 'arin', 'hal', 'ek', 'atar', 'or', 'uven']

/** As much as one has before one: eighty records more, and a dozen requests for some of them. */
async function furnish(actors: ReadonlyMap<Role, Caller>, place: { context: string; channel: string }): Promise<void> {
  const record = { ...place, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  const names = Array.from(
    { length: 80 },
    (_, at) => `${heads[at % 10]}${tails[Math.floor(at / 10)]} ${tails[at % 10]}an`,
  )
  for (const name of names)
    await actors.get('transmission_officer')!.ok(enterRecord, { ...record, content: sampleContent(name) })
  for (const name of names.slice(0, 12)) {
    const { context } = place
    const { id } = await actors.get('tracing_officer')!.ok(fileRequest, { context, ...sampleRequest(name) })
    await actors.get('tracing_officer')!.ok(submitRequest, { id, consent: searchConsent })
    await actors.get('tracing_officer')!.ok(openRequest, { id })
  }
}

/** Inserts, edits and deletes in the other context: none of the actors may see any of it. Gives what is there now. */
async function differ({ house, cast }: World): Promise<readonly string[]> {
  const context = cast.contexts.hills
  const channel = cast.parties.tesmar
  const as = (role: string) => house.as(role, { context })
  const [officer, tracing] = [await as('transmission_officer'), await as('tracing_officer')]
  const lead = await callerOf(stageOf(house), cast.person('protection_lead', 'hills'))
  const data = await as('data_protection_officer')
  const entered: string[] = []
  const asked: string[] = []
  for (const name of ['Ardel Sorun', 'Тавин Орел', 'يوسف البرهاني', 'Vera Mirolan']) {
    const record = { context, channel, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
    entered.push((await officer.ok(enterRecord, { ...record, content: sampleContent(name) })).id)
    const { id } = await tracing.ok(fileRequest, { context, ...sampleRequest(name) })
    await tracing.ok(submitRequest, { id, consent: searchConsent })
    await tracing.ok(openRequest, { id })
    asked.push(id)
  }
  await house.settle()
  const { proposal } = await data.ok(erase, { id: entered[0] ?? '', ground: EraseGround.options[0]! })
  const found = (await lead.ok(listProposals, {})).proposals.find(({ id }) => id === proposal)
  await lead.ok(confirmProposal, { id: proposal, digest: found?.digest ?? '' })
  await lead.ok(dialogue.enterChannel, { party: channel })
  const letter = await lead.ok(dialogue.recordLetter, { party: channel, ...dialogueSamples.letter })
  await tracing.ok(search, { text: 'Ardel' })
  await data.ok(erase, { id: entered[1] ?? '', ground: EraseGround.options[0]! })
  await house.settle()
  return [...entered, ...asked, letter.id, context, channel, officer.person]
}
