// The embedded database's wrapper, on real folders, with a process that is really killed (security.md 2.7).
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { DatabaseFull, DatabaseLocked, DatabaseTimeout, DatabaseVersion, typedError } from './errors.ts'
import { openDatabase } from './index.ts'

let root: string
/** A store that is there already, so that each test starts from a copy in a moment. */
let made: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'solferino-database-'))
  made = join(root, 'made')
  const open = await openDatabase({ kind: 'pglite', folder: made })
  await open.pool.query('create table told (count int primary key)')
  await open.close()
})
after(() => rm(root, { recursive: true, force: true }))

function copyOf(name: string): string {
  const folder = join(root, name)
  cpSync(made, folder, { recursive: true, filter: (path) => !path.includes('lock') && !path.endsWith('ballast') })
  return folder
}
const thrown = (running: Promise<unknown>) => running.then(() => null, typedError)

test('a folder is of its owner alone, and a second process is refused', async () => {
  const folder = copyOf('owned')
  const open = await openDatabase({ kind: 'pglite', folder })
  assert.equal(statSync(join(folder, 'store')).mode & 0o077, 0)
  assert.ok((await thrown(openDatabase({ kind: 'pglite', folder }))) instanceof DatabaseLocked)
  await open.pool.query('insert into told values (1)')
  await open.close()
  const again = await openDatabase({ kind: 'pglite', folder })
  assert.equal((await again.pool.query('select * from told')).rowCount, 1)
  await again.close()
})

test('what was acknowledged is there after each of ten kills, whenever they come', async () => {
  const folder = copyOf('killed')
  let acknowledged = 0
  for (let round = 0; round < 10; round += 1) {
    acknowledged = await killedAfter(folder, { from: acknowledged, more: (round * 7) % 12 })
    // As a process that dies while starting leaves it.
    if (round % 3 === 0) writeFileSync(join(folder, 'store', 'postmaster.pid'), '')
  }
  const open = await openDatabase({ kind: 'pglite', folder })
  const { rows } = await open.pool.query<{ count: number }>('select count from told order by count')
  await open.close()
  assert.ok(rows.length >= acknowledged && acknowledged > 20, `${rows.length} of ${acknowledged}`)
  assert.deepEqual(
    rows.map((row) => row.count),
    rows.map((_row, index) => index + 1),
  )
})

test('with too little free space reading goes on, writing is refused, and both again when there is space', async () => {
  const folder = copyOf('full')
  const open = await openDatabase({ kind: 'pglite', folder, reserveBytes: Number.MAX_SAFE_INTEGER })
  const client = await open.pool.connect()
  assert.equal((await client.query('select * from told')).rowCount, 0)
  assert.ok((await thrown(client.query('insert into told values (1)'))) instanceof DatabaseFull)
  client.release()
  assert.equal(open.health().writable, false)
  assert.equal(existsSync(join(folder, 'ballast')), false)
  await open.close()
  const roomy = await openDatabase({ kind: 'pglite', folder })
  const writer = await roomy.pool.connect()
  await writer.query('insert into told values (1)')
  writer.release()
  await roomy.close()
})

test('a statement without an end is ended, and the database answers again', async () => {
  const open = await openDatabase({ kind: 'pglite', folder: copyOf('endless'), statementMs: 1_500 })
  const endless = 'select count(*) from generate_series(1, 1000000000000) as one'
  assert.ok((await thrown(open.pool.query(endless))) instanceof DatabaseTimeout)
  await open.pool.query('insert into told values (7)')
  assert.deepEqual((await open.pool.query('select count from told')).rows, [{ count: 7 }])
  assert.equal(open.health().reopened, 1)
  await open.close()
})

test('a store of another version is refused with what to do', async () => {
  const folder = copyOf('older')
  writeFileSync(join(folder, 'store', 'PG_VERSION'), '16\n')
  assert.ok((await thrown(openDatabase({ kind: 'pglite', folder }))) instanceof DatabaseVersion)
})

test('values come out alike on every engine', async (t) => {
  const url = process.env['DATABASE_URL']
  const open = await openDatabase(url ? { kind: 'postgres', url } : { kind: 'pglite', folder: 'memory' })
  t.diagnostic(`on ${open.kind}`)
  const { rows } = await open.pool.query(`select 9007199254740991::int8 as big, 1.50::numeric as money,
    '2026-02-03'::date as day, '2026-02-03 04:05:06.7+02'::timestamptz as instant, array[1,2]::int8[] as counts,
    array['2026-02-03'::date] as days, '{"a":1}'::jsonb as json, '\\x00ff'::bytea as bytes`)
  await open.close()
  assert.deepEqual(rows[0], {
    big: 9007199254740991,
    money: '1.50',
    day: '2026-02-03',
    instant: '2026-02-03T02:05:06.700Z',
    counts: [1, 2],
    days: ['2026-02-03'],
    json: { a: 1 },
    bytes: Buffer.from([0, 255]),
  })
})

/** A process that counts on in the table and says each count once it is committed; killed after some more. */
function killedAfter(folder: string, { from, more }: { from: number; more: number }): Promise<number> {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
    process.stdout.write('start\\n')
    const open = await openDatabase({ kind: 'pglite', folder: ${JSON.stringify(folder)} })
    const { rows } = await open.pool.query('select coalesce(max(count), 0) as last from told')
    for (let count = rows[0].last + 1; ; count += 1) {
      await open.pool.query('insert into told values ($1)', [count])
      process.stdout.write(count + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = from
  let heard = ''
  return new Promise((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      heard += text.toString()
      const counts = heard
        .split('\n')
        .slice(0, -1)
        .filter((line) => line !== 'start')
        .map(Number)
      last = Math.max(last, ...counts)
      // With nothing more wanted it dies while it is starting.
      if (more === 0 ? heard.startsWith('start') : counts.length >= more) child.kill('SIGKILL')
    })
    child.on('exit', () => resolve(last))
  })
}
