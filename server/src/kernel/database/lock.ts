// One process per data folder. PGlite takes no lock, and two of them on one folder corrupt it silently (security.md 2.1).
//
// A holder listens on a unix socket of its own and then creates `lock.N` naming it, exclusively, with N one above the
// highest there is. A socket that answers is a live holder, also a stopped or overloaded one (the kernel accepts for it);
// one that refuses is a dead one, whatever process now has its number. N only grows, so nobody can remove or inherit the
// lock of a third in between: of two who find the same dead holder only one can create the next number.
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'

import { DatabaseLocked } from './errors.ts'

export type Lock = {
  /** The last holder did not say good-bye: killed, or the power went. */
  afterCrash: boolean
  release: () => Promise<void>
}

type Paper = { pid: number; socket: string; released: boolean }

const pathMax = 100 // a unix socket's address holds 104 to 108 bytes

/** Takes the folder for this process or throws DatabaseLocked, within a second; `folder` exists and is ours. */
export async function lockFolder(folder: string): Promise<Lock> {
  const socket = `lock-${randomBytes(6).toString('hex')}.sock`
  const server = net.createServer((caller) => caller.destroy())
  server.unref()
  await listen(server, folder, socket)
  try {
    const { number, before } = await claim(folder, { pid: process.pid, socket, released: false })
    sweep(folder, number, socket)
    return { afterCrash: before !== undefined && !before.released, release: () => release(folder, number, server) }
  } catch (error) {
    server.close()
    throw error
  }
}

async function claim(folder: string, paper: Paper): Promise<{ number: number; before: Paper | undefined }> {
  const draft = join(folder, paper.socket.replace('.sock', '.draft'))
  fs.writeFileSync(draft, JSON.stringify(paper), { mode: 0o600 })
  try {
    for (;;) {
      const highest = Math.max(0, ...numbers(folder))
      const before = highest === 0 ? undefined : read(folder, highest)
      if (before && !before.released && (await answers(folder, before.socket))) {
        throw new DatabaseLocked(
          `the data folder ${folder} is in use by process ${before.pid}. Stop that one first, or speak to it.`,
        )
      }
      if (create(draft, join(folder, `lock.${highest + 1}`)) && Math.max(...numbers(folder)) === highest + 1)
        return { number: highest + 1, before }
    }
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function create(draft: string, target: string): boolean {
  try {
    fs.linkSync(draft, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function numbers(folder: string): number[] {
  return fs.readdirSync(folder).flatMap((name) => (/^lock\.\d+$/.test(name) ? [Number(name.slice(5))] : []))
}

/** What the lock says; one cut off by a power loss says nothing, and its holder is dead. */
function read(folder: string, number: number): Paper {
  try {
    return JSON.parse(fs.readFileSync(join(folder, `lock.${number}`), 'utf8')) as Paper
  } catch {
    return { pid: 0, socket: 'none.sock', released: false }
  }
}

/** The papers and sockets of the dead, removed by the one who holds the folder. */
function sweep(folder: string, number: number, socket: string): void {
  for (const name of fs.readdirSync(folder)) {
    const old = /^lock\.\d+$/.test(name) && Number(name.slice(5)) < number
    const dead = /^lock-\w+\.(sock|draft)$/.test(name) && name !== socket && Date.now() - born(folder, name) > 60_000
    if (old || dead) fs.rmSync(join(folder, name), { force: true })
  }
}

function born(folder: string, name: string): number {
  return fs.statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

async function release(folder: string, number: number, server: net.Server): Promise<void> {
  const draft = join(folder, `lock-${number}.draft`)
  const paper: Paper = { pid: process.pid, socket: '', released: true }
  fs.writeFileSync(draft, JSON.stringify(paper), { mode: 0o600 })
  fs.renameSync(draft, join(folder, `lock.${number}`))
  await new Promise((done) => server.close(done))
}

async function listen(server: net.Server, folder: string, socket: string): Promise<void> {
  const [path, close] = address(folder, socket)
  try {
    await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  } finally {
    close()
  }
}

async function answers(folder: string, socket: string): Promise<boolean> {
  const [path, close] = address(folder, socket)
  try {
    return await new Promise<boolean>((done) => {
      const call = net.connect(path)
      call.once('connect', () => done(true))
      // Refused or gone is dead. Anything else (a full queue, a permission) leaves the holder its right.
      call.once('error', (error: NodeJS.ErrnoException) => done(!['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '')))
      call.once('connect', () => call.destroy())
    })
  } finally {
    close()
  }
}

/** The socket's address, which is short on every system: by a handle of the folder on Linux, by a pipe on Windows. */
function address(folder: string, socket: string): [path: string, close: () => void] {
  const path = join(folder, socket)
  if (process.platform === 'win32')
    return [`\\\\.\\pipe\\solferino-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`, () => {}]
  if (Buffer.byteLength(path) <= pathMax) return [path, () => {}]
  if (process.platform !== 'linux')
    throw new Error(`the path of the data folder is too long (at most ${pathMax - 24} bytes): ${folder}`)
  const handle = fs.openSync(folder, 'r')
  return [`/proc/self/fd/${handle}/${socket}`, () => fs.closeSync(handle)]
}
