// The guided walk: it changes its person by itself, in an exercise and by its own session only.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'
import { addLink } from './sessions.ts'

let exercise: TestHouse
let real: TestHouse
before(async () => {
  exercise = await openTestHouse({ mode: 'exercise' })
  real = await openTestHouse()
})
after(async () => {
  await exercise.close()
  await real.close()
})

async function walkerIn(house: TestHouse): Promise<{ token: string; reviewer: string }> {
  const { person } = await house.as('nib_liaison', { channel: house.world.first.a })
  const { person: reviewer } = await house.as('matching_reviewer', { name: 'Davit Orbelar' })
  await house.as('matching_reviewer', { context: house.world.second.context, name: 'Lucie Perrand' })
  let token = ''
  await house.house.asPrincipal('console', 'console.issueLinks', async (context) => {
    token = (await addLink(context, person, 'walk', true)).token
    return []
  })
  const response = await house.app.request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const cookie = /solferino=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1]
  assert.ok(cookie, 'a walk is signed in by cookie')
  return { token: cookie, reviewer }
}

test('a walk goes on as those of its first context, and the session before is over', async () => {
  const { token, reviewer } = await walkerIn(exercise)
  const walker = exercise.withToken(token)
  const { people } = await walker.ok(contract.readWalk, {})
  const named = people.filter(({ role }) => role === 'matching_reviewer').map(({ name }) => name)
  assert.deepEqual(named, ['Davit Orbelar'])
  const changed = await walker.raw('/api/walk-as', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: reviewer }),
  })
  assert.equal(changed.status, 200)
  const next = /solferino=([^;]+)/.exec(changed.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const self = await exercise.withToken(next).ok(contract.readSelf, {})
  assert.deepEqual([self.id, self.session.kind], [reviewer, 'walk'])
  const left = await walker.call(contract.readSelf, {})
  assert.equal(left.ok ? '' : left.code, 'signed_out')
})

test('nobody else walks: not who signed in as themselves, and nobody in a real house', async () => {
  const { reviewer } = await walkerIn(exercise)
  const officer = await exercise.as('tracing_officer')
  const inReal = await walkerIn(real)
  for (const [caller, person] of [
    [officer, reviewer],
    [real.withToken(inReal.token), inReal.reviewer],
  ] as const) {
    const read = await caller.call(contract.readWalk, {})
    assert.equal(read.ok ? '' : read.code, 'not_a_walk')
    const walked = await caller.call(contract.walkAs, { person })
    assert.equal(walked.ok ? '' : walked.code, 'not_a_walk')
  }
})
