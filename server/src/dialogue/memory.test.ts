// A dump of an unsealed server's memory without a session that has opened a channel holds nothing of it (security.md 0.1).
// The server is this very file, run again as a process of its own on a copy of the database.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, openSync, closeSync, readFileSync, readSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { writeHeapSnapshot } from 'node:v8'
import { doors, runningMode } from '#access'
import { fixedClock } from '#kernel/clock'
import { openDatabase, type OpenOptions } from '#kernel/db'
import { Files } from '#kernel/files'
import { House } from '#kernel/house'
import { createHttp } from '#kernel/http'
import { randomIds } from '#kernel/ids'
import { unseal } from '#kernel/installation'
import { silent } from '#kernel/log'
import { kernelSlice } from '#kernel/operations'
import { openTestHouse } from '#kernel/test'
import * as access from '../access/contract.ts'
import { slices } from '../slices.ts'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'

const asChild = process.env['SOLFERINO_MEMORY_CHILD'] === '1'

type Given = {
  readonly root: string
  readonly folder: string
  readonly url: string | null
  readonly closed: string
  readonly entered: string
  readonly party: string
}

if (asChild) await serve()
else
  test('the memory of an unsealed server holds nothing of a channel that no session has opened', async () => {
    const canary = randomBytes(12).toString('hex')
    const house = await openTestHouse()
    const folder = await mkdtemp(join(tmpdir(), 'solferino-memory-'))
    const { a: party } = house.world.first
    const head = await house.as('head')
    await head.ok(contract.enterChannel, { party })
    await head.ok(contract.recordLetter, { party, ...samples.letter, text: canary })
    const administrator = await house.as('administrator', { context: null })
    const { token } = await administrator.ok(access.issueLink, { id: head.person, kind: 'terminal' })
    const { token: closed } = await administrator.ok(access.signIn, { token })
    let child: ChildProcess | null = null
    try {
      const dump = await house.open.dump?.()
      if (dump) await writeFile(join(folder, 'template'), dump, { mode: 0o600 })
      const url = dump ? null : await urlOf(house.open.pool)
      const { execPath } = process
      child = spawn(execPath, ['--expose-gc', import.meta.filename], {
        env: { SOLFERINO_MEMORY_CHILD: '1' },
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
      const given: Given = {
        root: house.rootKey.toString('hex'),
        folder,
        url,
        closed: closed ?? '',
        entered: head.token,
        party,
      }
      child.stdin!.write(`${JSON.stringify(given)}\n`)
      assert.equal((await lines.next()).value, 'serving')
      assert.equal(await holds(child, folder, canary), false)
      // The same way of looking finds it once a session that has opened the channel has asked for it.
      child.stdin!.write('read\n')
      assert.equal((await lines.next()).value, 'read')
      assert.equal(await holds(child, folder, canary), true)
    } finally {
      child?.kill('SIGKILL')
      await house.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

async function urlOf(pool: Awaited<ReturnType<typeof openDatabase>>['pool']) {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  const url = new URL(process.env['DATABASE_URL'] ?? '')
  url.pathname = `/${rows[0]?.name}`
  return url.href
}

/** Whether a text stands anywhere in a process: in its pages where the system shows them, else in its heap. */
async function holds(child: ChildProcess, folder: string, text: string): Promise<boolean> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const maps = `/proc/${child.pid}/maps`
  if (!existsSync(maps)) {
    const heap = await readFile(join(folder, 'heap'))
    return forms.some((form) => heap.includes(form))
  }
  const memory = openSync(`/proc/${child.pid}/mem`, 'r')
  try {
    for (const line of readFileSync(maps, 'utf8').split('\n')) {
      const [, from = '0', to = '0', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/u.exec(line) ?? []
      if (!rights.startsWith('rw')) continue
      const until = Number.parseInt(to, 16)
      for (let at = Number.parseInt(from, 16); at < until; at += step) {
        // Parts overlap by the longest form, so that nothing is missed where two of them meet.
        const bytes = Buffer.alloc(Math.min(step + forms[1]!.length, until - at))
        const length = readPart(memory, bytes, at)
        if (forms.some((form) => bytes.subarray(0, length).includes(form))) return true
      }
    }
    return false
  } finally {
    closeSync(memory)
  }
}

const step = 16 << 20

/** Pages that are reserved and were never touched cannot be read: there is nothing in them. */
function readPart(memory: number, bytes: Buffer, at: number): number {
  try {
    return readSync(memory, bytes, 0, bytes.length, at)
  } catch {
    return 0
  }
}

/** The server: unsealed, asked by a session that has opened nothing, then by one that has. */
async function serve(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const given = JSON.parse(String((await lines.next()).value)) as Given
  const { folder, url, party } = given
  const where: OpenOptions = url
    ? { kind: 'postgres', url }
    : { kind: 'pglite', folder: 'memory', template: await readFile(join(folder, 'template')) }
  const clock = fixedClock('2026-03-05T09:00:30.000Z')
  const unsealed = await unseal(await openDatabase(where), Buffer.from(given.root, 'hex'), {
    mode: 'real',
    now: clock.now(),
  })
  const house = new House({
    database: unsealed.database,
    clock,
    ids: randomIds,
    files: new Files(join(folder, 'files')),
    log: silent,
    slices: [kernelSlice(slices, doors), ...slices],
    doors,
    mode: 'real',
    headKey: unsealed.headKey,
    keepHeads: () => Promise.resolve(),
  })
  runningMode(house).mode = 'real'
  await house.warm()
  const app = createHttp(house, { secureCookie: false })
  const ask = async (token: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
    const reply = await app.request(path, init)
    return `${reply.status} ${await reply.text()}`
  }
  for (const path of ['/api/tasks', '/api/dialogue/channels', '/api/proposals'])
    assert.match(await ask(given.closed, path), /^200/u)
  assert.match(await ask(given.closed, '/api/search', { text: 'Marsk' }), /^200/u)
  assert.match(await ask(given.closed, `/api/dialogue/channels/${party}/read`, {}), /^409 .*channel_closed/u)
  await house.settle()
  const say = (word: string) => {
    if (!existsSync('/proc/self/maps')) writeHeapSnapshot(join(folder, 'heap'))
    console.log(word)
  }
  say('serving')
  await lines.next()
  const kept = await ask(given.entered, `/api/dialogue/channels/${party}/read`, {})
  say('read')
  await lines.next()
  process.exit(kept.length > 0 ? 0 : 1)
}
