// A run of a list killed at any moment: another process goes on, and every row is there once. The file is its own child.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { listRecords } from '../registry/contract.ts'
import * as contract from './contract.ts'
import { asker, fillHouse, openHouse, place, startMs, type Where } from './kill.samples.ts'

const rowCount = 4_800
// Past the first batches and far from the last, counted in transactions: no timing decides where it is killed.
const transactions = 21

if (process.env['INTAKE_KILL'] === undefined) {
  test('a run killed twice half-way goes on where it stood: no row is lost and none is there twice', async () => {
    const { where, drop } = await place()
    try {
      const { id, token } = await fillHouse(where, rowCount)
      // Some transactions into the run each time; the lease of a dead process runs out before the next one starts.
      const reached = [await killed(where, transactions, 0), await killed(where, transactions, 1)]
      assert.deepEqual(reached, ['killed', 'killed'])
      const house = await openHouse(where, () => new Date(startMs + 10 * 60_000).toISOString())
      const ask = asker(house, token)
      const before = (await ask(contract.readList, { id })).counts.registered
      assert.ok(before > 0 && before < rowCount, `killed half-way, at ${before}`)
      await house.settle()
      const { counts, state } = await ask(contract.readList, { id })
      assert.deepEqual([state, counts.registered, counts.known, counts.quarantined], ['registered', rowCount, 0, 0])
      const rows: (number | null)[] = []
      for (let cursor: string | undefined; ;) {
        const page = await ask(listRecords, { list: id, limit: 200, ...(cursor ? { cursor } : {}) })
        rows.push(...page.records.map(({ row }) => row))
        if (page.next === null) break
        cursor = page.next
      }
      assert.equal(rows.length, rowCount)
      assert.equal(new Set(rows).size, rowCount)
      const events = await house.database.open.pool.query<{ count: number }>(
        "select count(*)::int as count from kernel.outbox where type = 'registry.recordRegistered'",
      )
      assert.equal(events.rows[0]?.count, rowCount)
      await house.close()
    } finally {
      await drop()
    }
  })
} else {
  const { where, minute, after } = JSON.parse(process.env['INTAKE_KILL']) as {
    where: Where
    minute: number
    after: number
  }
  let left = Infinity
  const house = await openHouse(where, () => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return new Date(startMs + minute * 2 * 60_000).toISOString()
  })
  left = after
  await house.settle()
}

/** Starts a process that is killed, without a word, at its so-manieth transaction of settling. */
function killed(where: Where, after: number, minute: number): Promise<string> {
  const env = { ...process.env, INTAKE_KILL: JSON.stringify({ where, minute, after }), NODE_TEST_CONTEXT: undefined }
  const child = spawn(process.execPath, [import.meta.filename], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) =>
    child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : 'ended')),
  )
}
