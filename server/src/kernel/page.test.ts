import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import type { Actor, Context } from './handler.ts'
import { openCursor, pageOf, sealCursor } from './page.ts'
import { openTestHouse, type TestHouse } from './test.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

const Content = z.object({ after: z.string() })
const inside = (work: (context: Context) => void) =>
  house.house.asPrincipal('jobs', 'test.cursor', (context) => {
    work(context)
    return Promise.resolve([])
  })

test('a cursor opens for its own list and reader, and for nobody and nothing else', () =>
  inside((context) => {
    const cursor = sealCursor(context, 'tracing.listRequests', { after: 'Ardel' })
    const open = (list: string, sealed: string, as: Context = context) =>
      openCursor(as, list, { cursor: sealed, schema: Content })
    assert.deepEqual(open('tracing.listRequests', cursor), { after: 'Ardel' })
    assert.equal(open('registry.listRecords', cursor), null)
    const other = { ...context, actor: { ...context.actor, id: 'somebody' } satisfies Actor }
    assert.equal(open('tracing.listRequests', cursor, other), null)
    assert.equal(open('tracing.listRequests', 'abc'), null)
    const bytes = Buffer.from(cursor, 'base64url')
    bytes[20] = (bytes[20] ?? 0) ^ 1
    assert.equal(open('tracing.listRequests', bytes.toString('base64url')), null)
    assert.ok(!Buffer.from(cursor, 'base64url').toString('latin1').includes('Ardel'))
  }))

test('a page has a next one exactly when a row more was read', () => {
  const cursorOf = (row: number) => `after ${row}`
  assert.deepEqual(pageOf([1, 2, 3], 2, cursorOf), { rows: [1, 2], next: 'after 2' })
  assert.deepEqual(pageOf([1, 2], 2, cursorOf), { rows: [1, 2], next: null })
  assert.deepEqual(pageOf([], 2, cursorOf), { rows: [], next: null })
})
