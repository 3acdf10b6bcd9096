import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { eraseSubjects } from '#kernel/erase'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'
import { map, receive, register } from './intake.samples.ts'

let house: TestHouse
let liaison: Caller
let officer: Caller
before(async () => {
  house = await openTestHouse()
  liaison = await house.as('nib_liaison', { channel: house.world.first.a })
  officer = await house.as('transmission_officer')
})
after(() => house.close())

const code = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code)
test('an erased person takes the originals that name them along; the same file does not bring them back', async () => {
  const file = 'name\nErased From List\nKept From List\n,\n'
  const id = await receive(house, liaison, file)
  await map(officer, id)
  await officer.ok(contract.runList, { id })
  await house.settle()
  const { rows } = await officer.ok(contract.listRows, { id })
  const [gone, kept] = rows
  const { file: original } = await fileOf(id)
  await house.house.asPrincipal('intake', 'test.erase', async (context) => {
    await eraseSubjects(context, [gone!.record!])
    const data = { ground: 'person_objects' as const, keyCount: 1 }
    const compartment = `${house.world.first.context}/${house.world.first.a}/case`
    return [{ type: 'registry.erased', subject: gone!.record!, compartment, data }]
  })
  await house.settle()
  const after = await officer.ok(contract.listRows, { id })
  assert.deepEqual(
    after.rows.map(({ state, record }) => [state, record]),
    [
      ['erased', null],
      ['registered', kept!.record],
    ],
  )
  assert.notEqual((await officer.ok(contract.readList, { id })).fileDestroyedAt, null)
  assert.equal(code(await officer.call(contract.previewList, { id, mapping: null })), 'file_destroyed')
  assert.ok(!(await readdir(join(house.folder, 'files'))).includes(original))
  const again = await register(house, { liaison, officer }, file)
  assert.deepEqual(
    (await officer.ok(contract.listRows, { id: again })).rows.map(({ state, record }) => [state, record]),
    [
      ['known', null],
      ['known', kept!.record],
    ],
  )
})

test('a list whose original was destroyed before it was run cannot be run', async () => {
  const first = await register(house, { liaison, officer }, 'name\nNamed Twice\n')
  const { rows } = await officer.ok(contract.listRows, { id: first })
  const id = await receive(house, liaison, 'name\nNamed Twice\nNot Yet Read\n')
  await map(officer, id)
  const pool = house.open.pool
  await pool.query('update intake.list set file_destroyed_at = now() where id = $1', [id])
  assert.equal(code(await officer.call(contract.runList, { id })), 'file_destroyed')
  assert.equal(rows.length, 1)
})

async function fileOf(id: string): Promise<{ file: string }> {
  const found = await house.open.pool.query<{ file: string }>('select file from intake.list where id = $1', [id])
  return found.rows[0]!
}
