// Kills and power cuts in short; in long they are `npm run drill` (docs/drills.md).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { verifyLog } from '../cli/src/audit-verify.ts'
import { sampleContent } from '../server/src/disclosure/answer.samples.ts'
import { listLists, readList } from '../server/src/intake/contract.ts'
import { asker, fillHouse, openHouse, place, startMs } from '../server/src/intake/kill.samples.ts'
import { exportLog } from '../server/src/kernel/audit-export.ts'
import { search } from '../server/src/kernel/contract.ts'
import { enterRecord } from '../server/src/registry/contract.ts'
import { drill, drawOf } from './drills.ts'

const isServer = process.env['DATABASE_URL'] !== undefined
const onlyEmbedded = isServer ? { skip: 'the disk under PostgreSQL is not ours to cut' } : {}
const onlyServer = isServer ? {} : { skip: 'needs PostgreSQL' }

test('killed at any moment, the house opens again and no acknowledged row is lost', async () => {
  const { lost, unopened, struck, findings, rows } = await drill({ kind: 'kill', cycles: 3, seed: 24, rows: 2_400 })
  assert.deepEqual({ lost, unopened, findings, rows }, { lost: 0, unopened: 0, findings: 0, rows: 2_400 })
  assert.ok(struck > 0)
})

test('after a power cut the house opens again and no acknowledged row is lost', onlyEmbedded, async () => {
  const { lost, unopened, struck, findings, rows } = await drill({ kind: 'power', cycles: 4, seed: 6, rows: 2_400 })
  assert.deepEqual({ lost, unopened, findings, rows }, { lost: 0, unopened: 0, findings: 0, rows: 2_400 })
  assert.ok(struck > 0)
})

test(
  'the cut is a cut: on a disk that confirms what it has not kept, rows are lost or the house is',
  onlyEmbedded,
  async () => {
    const { lost, unopened } = await drill({ kind: 'power', cycles: 12, seed: 1859, rows: 6_000, lies: true })
    assert.ok(lost > 0 || unopened > 0)
  },
)

test(
  'two servers on one database take each row once, write one log, and both find what either took in',
  onlyServer,
  async () => {
    const { where, drop } = await place()
    try {
      const rows = 2_400
      const { id: list, token } = await fillHouse(where, rows)
      const now = () => new Date(startMs + 60_000).toISOString()
      const nodes = [await openHouse(where, now), await openHouse(where, now)]
      await Promise.all(nodes.map((node) => node.settle()))
      const { context, channel } = (await asker(nodes[0]!, token)(listLists, {})).lists[0]!
      const names = ['Vessolund Karrimeth', 'Оршак Тимеля']
      for (const [at, name] of names.entries()) {
        const content = sampleContent(name)
        const entered = {
          context,
          channel,
          notice: 'held' as const,
          confirmed: true,
          receivedOn: '2026-03-04',
          content,
        }
        await asker(nodes[at]!, token)(enterRecord, entered)
      }
      await Promise.all(nodes.map((node) => node.settle()))
      await Promise.all(nodes.map((node) => node.settle()))
      for (const node of nodes) {
        assert.equal((await asker(node, token)(readList, { id: list })).counts.registered, rows)
        for (const text of names) {
          const { found } = await asker(node, token)(search, { text })
          assert.ok(found.length > 0, `each node finds ${text} in its own index`)
        }
      }
      const lines: string[] = []
      for await (const line of exportLog(nodes[0]!.database)) lines.push(line.trimEnd())
      const { findings } = await verifyLog(async function* () {
        yield* lines
      }, '')
      assert.deepEqual(findings, [])
      for (const node of nodes) await node.close()
    } finally {
      await drop()
    }
  },
)

test('the same seed draws the same numbers, and they lie in [0, 1)', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [one, other] = [drawOf(seed), drawOf(seed)]
      for (let count = 0; count < 20; count += 1) {
        const drawn = one()
        assert.equal(drawn, other())
        assert.ok(drawn >= 0 && drawn < 1)
      }
    }),
  )
})
