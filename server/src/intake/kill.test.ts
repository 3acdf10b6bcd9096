// A run of a list killed at any moment: another process goes on, and every row is there once. The file is its own child.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { addMembership, addPerson, addSession, doors } from '#access'
import { call, type Sender } from '#kernel/client'
import { type OpenOptions, openDatabase } from '#kernel/db'
import { Files } from '#kernel/files'
import { House } from '#kernel/house'
import { createHttp } from '#kernel/http'
import { randomIds } from '#kernel/ids'
import { newRootKey, unseal } from '#kernel/installation'
import { silent } from '#kernel/log'
import { migrate } from '#kernel/migrate'
import type { AskedOf, Operation } from '#kernel/operation'
import { kernelSlice } from '#kernel/operations'
import { openChannel, openContext } from '../access/contract.ts'
import { listRecords } from '../registry/contract.ts'
import { slices } from '../slices.ts'
import * as contract from './contract.ts'

const rowCount = 4_800
// Past the first batches and far from the last, counted in transactions: no timing decides where it is killed.
const transactions = 21
const start = Date.parse('2026-03-05T09:00:00.000Z')

type Where = { readonly database: OpenOptions; readonly folder: string; readonly root: string }

/** One process of the house, whose clock says each time it is asked: once a transaction. */
async function openHouse({ database, folder, root }: Where, now: () => string): Promise<House> {
  const open = await openDatabase(database)
  await migrate(open)
  const unsealed = await unseal(open, Buffer.from(root, 'base64'), { mode: 'real', now: now() })
  const house = new House({
    database: unsealed.database,
    clock: { now },
    ids: randomIds,
    files: new Files(join(folder, 'files')),
    log: silent,
    slices: [kernelSlice(slices, doors), ...slices],
    doors,
    mode: 'real',
    headKey: unsealed.headKey,
    keepHeads: () => Promise.resolve(),
  })
  await house.warm()
  return house
}

if (process.env['INTAKE_KILL'] === undefined) {
  test('a run killed twice half-way goes on where it stood: no row is lost and none is there twice', async () => {
    const { where, drop } = await place()
    try {
      const { id, token } = await fillHouse(where)
      // Some transactions into the run each time; the lease of a dead process runs out before the next one starts.
      const reached = [await killed(where, transactions, 0), await killed(where, transactions, 1)]
      assert.deepEqual(reached, ['killed', 'killed'])
      const house = await openHouse(where, () => new Date(start + 10 * 60_000).toISOString())
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
    return new Date(start + minute * 2 * 60_000).toISOString()
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

/** A house with one list, mapped and told to run, at whose run nobody works yet. */
async function fillHouse(where: Where): Promise<{ id: string; token: string }> {
  const house = await openHouse(where, () => new Date(start).toISOString())
  const somebody = async (role: string, context: string | null, channel: string | null) => {
    const tokens: string[] = []
    await house.asPrincipal('jobs', 'test.setUp', async (within) => {
      const person = await addPerson(within, `A ${role}`, 'en')
      await addMembership(within, { person, role, context, channel, grantedBy: 'test', confirmedBy: 'test' })
      tokens.push((await addSession(within, person, 'browser')).token)
      return []
    })
    return tokens[0]!
  }
  const administrator = asker(house, await somebody('administrator', null, null))
  const { id: context } = await administrator(openContext, { kind: 'international', labels: { en: 'Basin' } })
  const labels = { en: 'Ardania' }
  const { party: channel } = await administrator(openChannel, { id: context, kind: 'state', hasBureau: true, labels })
  const liaison = asker(house, await somebody('nib_liaison', context, channel))
  const token = await somebody('transmission_officer', context, null)
  const officer = asker(house, token)
  const lines = Array.from({ length: rowCount }, (_, at) => `${at + 1},Orel${at} Tavin,${1950 + (at % 50)}`)
  const envelope = {
    context,
    channel,
    kind: 'held' as const,
    number: '1',
    date: null,
    legalStatus: null,
    receivedOn: '2026-03-04',
    way: 'post' as const,
    handedOverBy: null,
    receivedBy: 'A liaison officer',
    authenticity: { state: 'not_yet' as const },
    replaces: null,
    fileName: 'list.csv',
  }
  const file = new TextEncoder().encode(['no,name,year of birth', ...lines].join('\n'))
  const { id } = await liaison(contract.receiveList, envelope, file)
  await house.settle()
  const { columns, dateOrder } = await officer(contract.previewList, { id, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({ heading, field }))
  await officer(contract.setMapping, { id, columns: fixed, dateOrder })
  await officer(contract.runList, { id })
  await house.close()
  return { id, token }
}

function asker(house: House, token: string) {
  const app = createHttp(house, { secureCookie: false })
  const send: Sender = (path, init) =>
    Promise.resolve(
      app.request(path, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } }),
    )
  return async <Contract extends Operation>(
    asked: Contract,
    input: AskedOf<Contract>,
    upload?: Uint8Array<ArrayBuffer>,
  ) => {
    const reply = await call(send, asked, input, upload)
    if (!reply.ok) throw new Error(`${asked.name}: ${reply.code}`)
    return reply.output
  }
}

/** A database that outlives a process: one of its own on the server of DATABASE_URL, else a folder of PGlite. */
async function place(): Promise<{ where: Where; drop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'solferino-kill-'))
  const root = newRootKey().toString('base64')
  const url = process.env['DATABASE_URL']
  if (!url) {
    const database = { kind: 'pglite' as const, folder: join(folder, 'database') }
    return { where: { database, folder, root }, drop: () => rm(folder, { recursive: true, force: true }) }
  }
  const name = `solferino_test_${randomBytes(6).toString('hex')}`
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await onServer(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const drop = async () => {
    await onServer(`drop database ${name} with (force)`)
    await rm(folder, { recursive: true, force: true })
  }
  return { where: { database: { kind: 'postgres', url: own.href }, folder, root }, drop }
}
