// The invented conflict as `npm start` plays it. Once, on the embedded database: what it does there is the same on a server,
// where the small form is played.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAnswers } from '@solferino/server/disclosure/contract'
import { listPersons, readPerson } from '@solferino/server/registry/contract'
import { listRequests, State } from '@solferino/server/tracing/contract'
import { openTestHouse } from '#kernel/test'
import { callerOf } from './caller.ts'
import { inventWhole, stageOf } from './invent.samples.ts'

const isOnServer = process.env['DATABASE_URL'] !== undefined

test(
  'requests stand in every state, families are told in several ways, records are joined',
  { skip: isOnServer },
  async (t) => {
    const house = await openTestHouse()
    t.after(() => house.close())
    const cast = await inventWhole(house)
    const states = new Set<string>()
    const answers: string[] = []
    for (const place of ['basin', 'hills'] as const) {
      const officer = await callerOf(stageOf(house), cast.person('tracing_officer', place))
      for (const { state } of (await officer.ok(listRequests, { limit: 200 })).requests) states.add(state)
      answers.push(...(await officer.ok(listAnswers, {})).answers.map(({ state }) => state))
    }
    assert.deepEqual(
      State.options.filter((state) => !states.has(state)),
      [],
    )
    assert.deepEqual(answers.toSorted(), ['cleared', 'cleared', 'cleared', 'told'])
    const registrar = await callerOf(stageOf(house), cast.person('transmission_officer', 'basin'))
    const [joined] = (await registrar.ok(listPersons, { context: cast.contexts.basin })).persons
    assert.ok(joined)
    const { attributes } = await registrar.ok(readPerson, { id: joined.id })
    assert.equal(attributes.find(({ attribute }) => attribute === 'serviceNumber')?.agreement, 'same')
  },
)
