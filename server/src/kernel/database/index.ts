import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  readdirSync,
} from 'node:fs'
import { join } from 'node:path'
import { PGlitePgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { types } from './decoders.ts'
import { syncTree } from './durable-fs.ts'
import { Engine } from './engine.ts'
import { DatabaseBusy, DatabaseVersion } from './errors.ts'
import { type Lock, lockFolder } from './lock.ts'

export type OpenOptions =
  | {
      readonly kind: 'pglite'
      /** The data folder; `memory` for tests. */
      readonly folder: string
      readonly template?: Uint8Array
      /** Below this much free space writing is refused; 256 MB unless a test says otherwise. */
      readonly reserveBytes?: number
      readonly statementMs?: number
    }
  | { readonly kind: 'postgres'; readonly url: string }

export type OpenDatabase = {
  readonly kind: 'pglite' | 'postgres'
  readonly pool: pg.Pool
  close(): Promise<void>
  /**
   * Clears from the disk what was deleted from the tables of keys: they are written anew and the write-ahead log is turned
   * over (security.md 0.7). On a server as far as its role may; its archive is its administrator's.
   */
  scrub(): Promise<void>
  dump?(): Promise<Uint8Array>
  health(): { writable: boolean; walBytes: number; freeBytes: number; reopened: number }
}

const waitersMax = 256
const waitMs = 10_000
const statementMs = 30_000
const reserve = 256 << 20
const ballastBytes = 64 << 20
const version = '18'

/** Opens PGlite in its thread or a PostgreSQL by address: one driver, the same values out of both. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.kind === 'postgres') return openServer(options.url)
  return options.folder === 'memory' ? openMemory(options.template ?? null) : openFolder(options)
}

function openServer(url: string): OpenDatabase {
  const pool = bounded(
    new pg.Pool({
      connectionString: url,
      max: 10,
      connectionTimeoutMillis: waitMs,
      statement_timeout: statementMs,
      options: '-c timezone=UTC',
      types,
    }),
  )
  return {
    kind: 'postgres',
    pool,
    close: () => pool.end(),
    scrub: () => scrub(pool),
    health: () => ({ writable: true, walBytes: 0, freeBytes: 0, reopened: 0 }),
  }
}

const keyTables = ['kernel.salt', 'kernel.leaf_salt']
const insufficientPrivilege = '42501'

async function scrub(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    // A plain vacuum leaves the bytes of dead rows in their pages.
    for (const table of keyTables) await client.query(`vacuum full ${table}`)
    for (const turn of ['select pg_switch_wal()', 'checkpoint']) {
      await client.query(turn).catch((error: unknown) => {
        if ((error as { code?: string }).code !== insufficientPrivilege) throw error
      })
    }
  } finally {
    await client.query(`set statement_timeout = ${statementMs}`).catch(() => {})
    client.release()
  }
}

async function openMemory(template: Uint8Array | null): Promise<OpenDatabase> {
  const engine = new Engine({ folder: null, template }, statementMs)
  await engine.open()
  const pool = poolOver(engine)
  return {
    kind: 'pglite',
    pool,
    close: async () => {
      await pool.end()
      await engine.close()
    },
    scrub: async () => {},
    dump: () => engine.dump(),
    health: () => ({ writable: true, walBytes: 0, freeBytes: 0, reopened: engine.reopened }),
  }
}

async function openFolder(options: Extract<OpenOptions, { kind: 'pglite' }>): Promise<OpenDatabase> {
  const { folder } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  try {
    return await openLocked(options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(options: Extract<OpenOptions, { kind: 'pglite' }>, lock: Lock): Promise<OpenDatabase> {
  const { folder } = options
  const store = join(folder, 'store')
  await makeStore(store)
  checkVersion(store)
  const guard = spaceGuard(folder, options.reserveBytes ?? reserve)
  const engine = new Engine({ folder: store, template: null }, options.statementMs ?? statementMs)
  await engine.open()
  const pool = poolOver(engine, guard)
  if (lock.afterCrash) await checkIndexes(pool)
  const walBytes = () => walOf(store)
  const checkpoint = async () => {
    await pool.query('checkpoint')
  }
  // The engine does no housekeeping by itself: WAL and dead rows would grow without end (security.md 2.2).
  const keeper = setInterval(() => {
    if (walBytes() > 64 << 20) void checkpoint().catch(() => {})
  }, 60_000)
  keeper.unref()
  return {
    kind: 'pglite',
    pool,
    close: async () => {
      clearInterval(keeper)
      await pool.query('checkpoint').catch(() => {})
      await pool.end()
      await engine.close()
      await lock.release()
    },
    scrub: () => scrub(pool),
    dump: () => engine.dump(),
    health: () => ({ writable: guard(), walBytes: walBytes(), freeBytes: freeOf(folder), reopened: engine.reopened }),
  }
}

/** A new store is made aside, synced whole and renamed: one that is there is complete. */
async function makeStore(store: string): Promise<void> {
  if (existsSync(store)) return
  const aside = `${store}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const engine = new Engine({ folder: aside, template: null }, 120_000)
  await engine.open()
  await engine.close()
  syncTree(aside)
  renameSync(aside, store)
}

function checkVersion(store: string): void {
  const found = readFileSync(join(store, 'PG_VERSION'), 'utf8').trim()
  if (found !== version)
    throw new DatabaseVersion(
      `the data were written by version ${found} of the database; this build reads ${version}. Export them with the build that wrote them.`,
    )
}

/** A file of 64 MB that can be given up, and a look at the free space at most every two seconds. */
function spaceGuard(folder: string, reserveBytes: number): () => boolean {
  const ballast = join(folder, 'ballast')
  let looked = 0
  let writable = true
  return () => {
    if (Date.now() - looked < 2_000) return writable
    looked = Date.now()
    const free = freeOf(folder)
    writable = free >= reserveBytes
    if (writable && !existsSync(ballast) && free > reserveBytes + 4 * ballastBytes)
      writeFileSync(ballast, new Uint8Array(ballastBytes), { mode: 0o600 })
    // With the ballast gone the engine can still finish what it is at and open again.
    if (!writable) rmSync(ballast, { force: true })
    return writable
  }
}

function freeOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function walOf(store: string): number {
  const folder = join(store, 'pg_wal')
  return readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

/** After an unclean stop every table is read through once, so that damage is found now and not by a person. */
async function checkIndexes(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information_schema$)'",
  )
  for (const { name } of rows) await pool.query(`select count(*) from ${name}`)
}

function poolOver(engine: Engine, guard: () => boolean = () => true): pg.Pool {
  let held: Uint8Array[] = []
  const wire = {
    waitReady: Promise.resolve(),
    // Messages are held until Sync, Query or Flush: else a query is five trips to the thread.
    execProtocolStream: async (bytes: Uint8Array) => {
      held.push(bytes)
      if (!'SQH'.includes(String.fromCharCode(bytes[0]!))) return []
      const whole = new Uint8Array(Buffer.concat(held))
      held = []
      const messages = await engine.ask(whole)
      return messages.map((one) =>
        one.name === 'error' ? Object.assign(new pg.DatabaseError(one.message ?? '', one.length, 'error'), one) : one,
      )
    },
  }
  const config = new PGlitePgConfig({ pglite: wire as never })
  const pool = new pg.Pool(
    Object.assign({}, config, { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: waitMs, types }),
  )
  let said = true
  return bounded(pool, async (client) => {
    const writable = guard()
    if (writable === said) return
    // Reading goes on with a full disk; the engine itself then refuses what would write.
    await client.query(`set default_transaction_read_only = ${writable ? 'off' : 'on'}`)
    said = writable
  })
}

/** A queue has an end: who comes when it is full is told so, at once. `ready` is done with a client before it is given. */
function bounded(pool: pg.Pool, ready: (client: pg.PoolClient) => Promise<void> = async () => {}): pg.Pool {
  // A connection that ends while it is idle is no error of anybody's request; the next one opens another.
  pool.on('error', () => {})
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const guarded = async () => {
    if (pool.waitingCount >= waitersMax) throw new DatabaseBusy('too many wait for the database')
    const client = await connect()
    try {
      await ready(client)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  // pg calls its own connect with a callback from query(); only the promise form is ours.
  pool.connect = ((callback?: never) =>
    callback ? (connect as (callback: never) => void)(callback) : guarded()) as never
  return pool
}
