// The invented conflict in its small form: what stands in it, and that a party's name decides nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enterChannel, listChannels, readChannel } from '@solferino/server/dialogue/contract'
import { listLists } from '@solferino/server/intake/contract'
import { listRecords } from '@solferino/server/registry/contract'
import { listRequests, type State } from '@solferino/server/tracing/contract'
import type { z } from 'zod'
import { openTestHouse, type TestHouse } from '#kernel/test'
import { type Caller, callerOf, type Stage } from './caller.ts'
import type { Cast, PlaceName, RoleName } from './cast.ts'
import { inventSmall, stageOf } from './invent.samples.ts'

type World = { house: TestHouse; cast: Cast; stage: Stage }
const worlds: World[] = []

async function play(relabelled: boolean): Promise<World> {
  const house = await openTestHouse()
  return { house, stage: stageOf(house), cast: await inventSmall(house, { relabelled }) }
}

before(async () => {
  worlds.push(...(await Promise.all([play(false), play(true)])))
})
after(() => Promise.all(worlds.map(({ house }) => house.close())))

function as(role: RoleName, place: PlaceName, { cast, stage }: World = worlds[0]!): Promise<Caller> {
  return callerOf(stage, cast.person(role, place))
}

test('there are requests in every state that needs no pair, in both contexts', async () => {
  const states = new Set<z.output<typeof State>>()
  for (const place of ['basin', 'hills'] as const) {
    const { requests } = await (await as('tracing_officer', place)).ok(listRequests, { limit: 200 })
    assert.ok(requests.length > 0)
    for (const { state } of requests) states.add(state)
  }
  const wanted = 'draft submitted open searching suspended resolved reopened merged referred closed_by_enquirer'
  assert.deepEqual(
    wanted.split(' ').filter((state) => !states.has(state as z.output<typeof State>)),
    [],
  )
})

test('every party has sent a list; rows wait in quarantine; names stand in several scripts', async () => {
  const lines = []
  const names: string[] = []
  for (const place of ['basin', 'hills'] as const) {
    const officer = await as('transmission_officer', place)
    lines.push(...(await officer.ok(listLists, { limit: 200 })).lists)
    names.push(...(await officer.ok(listRecords, { limit: 200 })).records.map(({ name }) => name))
  }
  assert.equal(new Set(lines.map(({ channel }) => channel)).size, 4)
  assert.ok(lines.every(({ state }) => state === 'registered'))
  const { quarantined, setAside } = lines
    .map(({ counts }) => counts)
    .reduce((sum, one) => ({
      ...sum,
      quarantined: sum.quarantined + one.quarantined,
      setAside: sum.setAside + one.setAside,
    }))
  assert.ok(quarantined + setAside > 0)
  for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u])
    assert.ok(
      names.some((name) => script.test(name)),
      script.source,
    )
})

test('the same play under each other’s labels: every event is the same, to the number', async () => {
  const [one, other] = await Promise.all(
    worlds.map(async ({ house }) => {
      const { rows } = await house.open.pool.query(
        'select number, at, actor, type, subject, compartment, data from kernel.outbox order by number',
      )
      return rows as unknown[]
    }),
  )
  assert.ok(one!.length > 250, String(one!.length))
  assert.deepEqual(other, one)
})

test('the head finds the same course in the channel of each party, once it is opened', async () => {
  const courses: string[][] = []
  for (const place of ['basin', 'hills'] as const) {
    const head = await as('head', place)
    const { channels } = await head.ok(listChannels, {})
    for (const { party, waits } of channels.filter((one) => one.context === worlds[0]!.cast.contexts[place])) {
      assert.equal(waits.unanswered, 1)
      await head.ok(enterChannel, { party })
      const { timeline } = await head.ok(readChannel, { party, limit: 200 })
      courses.push(timeline.map(({ kind, state }) => `${kind} ${state}`).toSorted())
    }
  }
  assert.equal(courses.length, 4)
  assert.ok(courses[0]!.includes('commitment seen_done'))
  for (const course of courses) assert.deepEqual(course, courses[0])
})
