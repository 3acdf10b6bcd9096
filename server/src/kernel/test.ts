// What tests stand on: a whole house on a real database, asked through its HTTP door, with a clock that stands still and
// ids that count. Nothing of ours is replaced.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Hono } from 'hono'
import { addMembership, addPerson, addSession, doors, runningMode } from '#access'
import { openChannel, openContext } from '../access/contract.ts'
import { slices } from '../slices.ts'
import { call, type Reply } from './client.ts'
import { fixedClock } from './clock.ts'
import { openDatabase, type OpenDatabase } from './db.ts'
import { Files } from './files.ts'
import type { Context } from './handler.ts'
import { House } from './house.ts'
import { createHttp } from './http.ts'
import { countedIds, type Ids } from './ids.ts'
import { newRootKey, unseal } from './installation.ts'
import { type Log, silent } from './log.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { AskedOf, Operation } from './operation.ts'
import { kernelSlice } from './operations.ts'

export type TestWorld = {
  readonly first: { readonly context: string; readonly a: string; readonly b: string }
  readonly second: { readonly context: string; readonly c: string }
}

export type Caller = {
  readonly person: string
  readonly token: string
  call<Contract extends Operation>(
    contract: Contract,
    asked: AskedOf<Contract>,
    upload?: Uint8Array<ArrayBuffer>,
  ): Promise<Reply<Contract>>
  /** The output, or a failed test that says the code. */
  ok<Contract extends Operation>(
    contract: Contract,
    asked: AskedOf<Contract>,
    upload?: Uint8Array<ArrayBuffer>,
  ): Promise<Extract<Reply<Contract>, { ok: true }>['output']>
  raw(path: string, init?: RequestInit): Promise<Response>
}

export type TestHouse = {
  readonly house: House
  readonly app: Hono
  readonly world: TestWorld
  readonly clock: ReturnType<typeof fixedClock>
  readonly open: OpenDatabase
  readonly folder: string
  readonly rootKey: Buffer
  /** Somebody of this role, or of several, in the first context unless said otherwise. */
  as(
    role: string | readonly string[],
    where?: { context?: string | null; channel?: string | null; name?: string },
  ): Promise<Caller>
  withToken(token: string, person?: string): Caller
  /** Lets everything that waits happen: sequencer, subscribers, feeds, jobs. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type TestOptions = {
  readonly ids?: Ids
  readonly log?: Log
  readonly mode?: 'exercise' | 'real'
  readonly start?: string
}

/** Opens a house of these rooms on PGlite in memory, or on a database of its own on the server that DATABASE_URL names. */
export async function openTestHouse(options: TestOptions = {}): Promise<TestHouse> {
  const { open, drop } = await openTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'solferino-test-'))
  const clock = fixedClock(options.start ?? '2026-03-05T09:00:00.000Z')
  const ids = options.ids ?? countedIds()
  const rootKey = newRootKey()
  const mode = options.mode ?? 'real'
  const unsealed = await unseal(open, rootKey, { mode, now: clock.now() })
  const house = new House({
    database: unsealed.database,
    clock,
    ids,
    files: new Files(join(folder, 'files')),
    log: options.log ?? silent,
    slices: [kernelSlice(slices, doors), ...slices],
    doors,
    mode,
    headKey: unsealed.headKey,
    keepHeads: async (notes) => writeFileSync(join(folder, 'heads'), notes.join('\n'), { flag: 'a' }),
  })
  runningMode(house).mode = mode
  const app = createHttp(house, { secureCookie: false })
  const inTransaction = <Result>(work: (context: Context) => Promise<Result>): Promise<Result> => {
    let result: Result
    return house
      .asPrincipal('jobs', 'test.setUp', async (context) => {
        result = await work(context)
        return []
      })
      .then(() => result)
  }
  await house.warm()

  const withToken = (token: string, person = ''): Caller => {
    const send = (path: string, init: RequestInit) =>
      Promise.resolve(
        app.request(path, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } }),
      )
    return {
      person,
      token,
      call: (contract, asked, upload) => call(send, contract, asked, upload),
      ok: async (contract, asked, upload) => {
        const reply = await call(send, contract, asked, upload)
        if (!reply.ok) throw new Error(`${contract.name}: ${reply.code} ${JSON.stringify(reply.issues)}`)
        return reply.output
      },
      raw: (path, init = {}) => send(path, init),
    }
  }

  const newcomer = (roles: readonly string[], context: string | null, channel: string | null, name: string) =>
    inTransaction(async (within) => {
      const person = await addPerson(within, name, 'en')
      for (const role of roles)
        await addMembership(within, { person, role, context, channel, grantedBy: 'test', confirmedBy: 'test' })
      const { token } = await addSession(within, person, 'browser')
      return withToken(token, person)
    })
  const world = await inventWorld(await newcomer(['administrator'], null, null, 'An administrator'))

  return {
    house,
    app,
    world,
    clock,
    open,
    folder,
    rootKey,
    withToken,
    as: (role, where = {}) => {
      const of = where.context === undefined ? world.first.context : where.context
      const roles = [role].flat()
      return newcomer(roles, of, where.channel ?? null, where.name ?? `A ${roles.join(', ')}`)
    },
    settle: () => house.settle(),
    close: async () => {
      await house.close()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Two invented conflicts, entered as anybody's: in the first two States, in the second an armed group without a bureau. */
async function inventWorld(administrator: Caller): Promise<TestWorld> {
  const open = async (kind: 'international' | 'not_international', en: string) =>
    (await administrator.ok(openContext, { kind, labels: { en } })).id
  const party = async (id: string, kind: 'state' | 'non_state', en: string) =>
    (await administrator.ok(openChannel, { id, kind, hasBureau: kind === 'state', labels: { en } })).party
  const first = await open('international', 'Northern Basin')
  const second = await open('not_international', 'Salt Hills')
  return {
    first: { context: first, a: await party(first, 'state', 'Ardania'), b: await party(first, 'state', 'Belvar') },
    second: { context: second, c: await party(second, 'non_state', 'Hill Front') },
  }
}

/** A database of its own for one test file, with every migration applied. */
export async function openTestDatabase(): Promise<{ open: OpenDatabase; drop: () => Promise<void> }> {
  const url = process.env['DATABASE_URL']
  return url ? openOnServer(url) : openInMemory()
}

async function openOnServer(server: string): Promise<{ open: OpenDatabase; drop: () => Promise<void> }> {
  const { url, drop } = await ownDatabase(server)
  const open = await openDatabase({ kind: 'postgres', url })
  await migrate(open)
  return { open, drop }
}

/** An empty database of one's own on a server, by its address. */
export async function ownDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `solferino_test_${randomBytes(6).toString('hex')}`
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await onServer(`create database ${name}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => onServer(`drop database ${name} with (force)`) }
}

/** PGlite in memory from a dump that is made once for a set of migrations and kept beside other temporary files. */
async function openInMemory(): Promise<{ open: OpenDatabase; drop: () => Promise<void> }> {
  const drop = () => Promise.resolve()
  const hash = createHash('sha256').update(
    readMigrations()
      .map((one) => one.sha256)
      .join(),
  )
  const path = join(tmpdir(), `solferino-template-${hash.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(path)) {
    return { open: await openDatabase({ kind: 'pglite', folder: 'memory', template: readFileSync(path) }), drop }
  }
  const open = await openDatabase({ kind: 'pglite', folder: 'memory' })
  await migrate(open)
  const dump = await open.dump?.()
  if (dump) {
    // Written aside and renamed: two test files may be at it at once.
    const aside = `${path}.${randomBytes(4).toString('hex')}`
    writeFileSync(aside, dump, { mode: 0o600 })
    renameSync(aside, path)
  }
  return { open, drop }
}
