// The embedded database in a thread of its own: a query that takes long holds nobody else up, and can be ended.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFS } from './database/durable-fs.ts'
import type { WorkerStart } from './database/engine.ts'

type Asked = { readonly id: number; readonly bytes: Uint8Array | null; readonly what?: 'dump' | 'close' }
const { folder, template } = workerData as WorkerStart
const port = parentPort!

// A segment of the log that is done with is removed and not used again: what was erased must not stay in it.
const settings = ['wal_recycle=off', 'timezone=UTC']
const durable = ['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on', 'full_page_writes=on', ...settings]
const asFlags = (settings: readonly string[]) => settings.flatMap((one) => ['-c', one])

async function open(): Promise<PGlite> {
  if (folder === null) {
    const startParams = [...PGlite.defaultStartParams, ...asFlags(['timezone=UTC'])]
    const loadDataDir = template ? { loadDataDir: new Blob([new Uint8Array(template)]) } : {}
    return PGlite.create({ startParams, ...loadDataDir })
  }
  // What a process that was killed while starting leaves behind; under our own lock nobody else can have made it.
  const stale = join(folder, 'postmaster.pid')
  if (existsSync(stale)) rmSync(stale)
  const fs = new DurableFS(folder)
  const startParams = [...PGlite.defaultStartParams.filter((one) => one !== '-F'), ...asFlags(durable)]
  const db = await PGlite.create({ fs, startParams })
  // The start proves that a commit reaches the disk: an engine that changed under us must not run unnoticed.
  await db.exec('create table if not exists public.durability_probe (at timestamptz not null)')
  const before = fs.syncs
  await db.exec(
    'begin; delete from public.durability_probe; insert into public.durability_probe values (now()); commit',
  )
  if (fs.syncs === before) throw new Error('a commit did not reach the disk: this build of the database is not durable')
  return db
}

const db = await open().catch((error: unknown) => {
  port.postMessage({ id: 0, failed: error instanceof Error ? error.message : String(error) })
  return null
})
if (db) {
  port.postMessage({ id: 0, messages: [] })
  let last = Promise.resolve()
  port.on('message', (asked: Asked) => {
    last = last.then(() => answer(db, asked))
  })
}

async function answer(open: PGlite, { id, bytes, what }: Asked): Promise<void> {
  try {
    if (what === 'dump') {
      const dump = await open.dumpDataDir('none')
      port.postMessage({ id, dump: new Uint8Array(await dump.arrayBuffer()) })
    } else if (what === 'close') {
      await open.close()
      port.postMessage({ id, messages: [] })
    } else {
      const { messages } = await open.execProtocol(bytes!, { throwOnError: false })
      port.postMessage({
        id,
        messages: messages.map((one) => ({ ...one, message: (one as { message?: string }).message })),
      })
    }
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
}
