// The log and its verifier, which share no code: 1,000 changes of the store, each named.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { verifyLog } from '../cli/src/audit-verify.ts'
import { exportLog } from '../server/src/kernel/audit-export.ts'
import { openTestHouse, type TestHouse } from '../server/src/kernel/test.ts'
import { fileRequest } from '../server/src/tracing/contract.ts'
import { sampleRequest } from '../server/src/tracing/request.samples.ts'

let t: TestHouse
before(async () => {
  t = await openTestHouse()
  const intake = await t.as('intake')
  const elsewhere = await t.as('intake', { context: t.world.second.context })
  for (let count = 0; count < 20; count += 1) {
    await intake.ok(fileRequest, { context: t.world.first.context, ...sampleRequest() })
    await elsewhere.ok(fileRequest, { context: t.world.second.context, ...sampleRequest() })
    if (count % 7 === 6) await t.house.signHeads()
  }
  await t.house.signHeads()
})
after(() => t.close())

const kept = () => readFileSync(join(t.folder, 'heads'), 'utf8')
async function exported(): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportLog(t.house.database)) lines.push(line.trimEnd())
  return lines
}
async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
const verify = (lines: readonly string[], heads = kept()) => verifyLog(() => each(lines), heads)

test('an untouched log is found whole, and all of it is signed', async () => {
  const verdict = await verify(await exported())
  assert.deepEqual(verdict.findings, [])
  assert.equal(verdict.unsigned, 0)
  assert.ok(verdict.leaves > 40 && verdict.chains >= 3 && verdict.heads > 6)
})

test('1,000 edits, deletions, swaps and cuts of the store are each named', async () => {
  const { rows } = await t.open.pool.query<{ total: number }>('select count(*) as total from kernel.leaf')
  const total = rows[0]!.total
  const columns = ['chain', 'at', 'actor', 'operation', 'type', 'subject', 'digest', 'previous', 'hash', 'position']
  const change = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), at: fc.nat(total - 1), column: fc.constantFrom(...columns) }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(total - 1) }),
    fc.record({ kind: fc.constant('swap' as const), at: fc.nat(total - 2) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.integer({ min: 1, max: total - 2 }) }),
  )
  await t.open.pool.query('create table kernel.leaf_as_it_was as select * from kernel.leaf')
  const restore = async (from: number) => {
    await t.open.pool.query('delete from kernel.leaf where number >= $1 or number < 0', [from])
    await t.open.pool.query('insert into kernel.leaf select * from kernel.leaf_as_it_was where number >= $1', [from])
  }
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(change, async (done) => {
      const number = done.at + 1
      if (done.kind === 'edit') await edit(number, done.column)
      else if (done.kind === 'delete') await t.open.pool.query('delete from kernel.leaf where number = $1', [number])
      else if (done.kind === 'cut') await t.open.pool.query('delete from kernel.leaf where number > $1', [number])
      else await swap(number)
      const { findings } = await verify(await exported())
      for (const one of findings) kinds.add(one.code)
      await restore(done.kind === 'cut' ? number + 1 : number)
      assert.ok(findings.length > 0, `${done.kind} at ${number} was not seen`)
      const first = findings[0]!
      const named = /leaf (\d+)/.exec(first.where)?.[1]
      if (done.kind === 'edit' && done.column !== 'chain') assert.equal(Number(named), number)
    }),
    { numRuns: 1_000, seed: 1859 },
  )
  assert.deepEqual((await verify(await exported())).findings, [])
  for (const code of ['changed', 'number', 'tail_cut']) assert.ok(kinds.has(code), code)

  async function edit(number: number, column: string) {
    const set = {
      at: "at + interval '1 millisecond'",
      digest: 'set_byte(digest, 3, (get_byte(digest, 3) + 1) % 256)',
      previous: 'set_byte(previous, 3, (get_byte(previous, 3) + 1) % 256)',
      hash: 'set_byte(hash, 3, (get_byte(hash, 3) + 1) % 256)',
      position: 'position + 100000',
    }[column]
    await t.open.pool.query(`update kernel.leaf set ${column} = ${set ?? `${column} || 'x'`} where number = $1`, [
      number,
    ])
  }
  async function swap(number: number) {
    const move = 'update kernel.leaf set number = $2 where number = $1'
    await t.open.pool.query(move, [number, -number])
    await t.open.pool.query(move, [number + 1, number])
    await t.open.pool.query(move, [-number, number + 1])
  }
})

test('who rewrites the whole chain behind a change is betrayed by a head that was kept elsewhere', async () => {
  const lines = (await exported()).filter((line) => !line.includes('"kind":"head"'))
  const shorter = lines.slice(0, -3)
  const { findings } = await verify(shorter)
  assert.equal(findings[0]?.code, 'tail_cut')
  const noHeads = await verify(shorter, '')
  assert.deepEqual(
    noHeads.findings,
    [],
    'without any head a cut tail cannot be seen: that is why they are kept elsewhere',
  )
})
