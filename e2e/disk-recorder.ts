// Loaded before a process (`--import`): keeps a journal of all that its database's thread writes to the disk and of what
// the disk has confirmed, so that afterwards the disk can be made as a power cut might have left it. Nothing of the house
// knows of it. With SOLFERINO_DISK_SYNC=off the disk confirms what it has not kept: the control that has to fail.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'
import threads from 'node:worker_threads'

/** One thing the disk was asked to do. A write and a shortening carry what stood there before. */
export type DiskAct =
  | { readonly act: 'create' | 'sync'; readonly path: string }
  | { readonly act: 'write'; readonly path: string; readonly start: number; readonly size: number }
  | { readonly act: 'shorten'; readonly path: string; readonly start: number; readonly size: number }
  | { readonly act: 'rename'; readonly path: string; readonly to: string; readonly kept: string | null }
  | { readonly act: 'remove'; readonly path: string; readonly kept: string }

/** What a disk writes whole or not at all. */
export const sectorBytes = 512

const journalPath = process.env['SOLFERINO_DISK_JOURNAL']
const watched = process.env['SOLFERINO_DISK_FOLDER'] ?? ''
const isLying = process.env['SOLFERINO_DISK_SYNC'] === 'off'

if (journalPath !== undefined) {
  if (threads.isMainThread) watchThreads()
  else watchDisk(journalPath)
  syncBuiltinESMExports()
}

/** The database runs in a thread that takes no preloads of its own: it is given this one. */
function watchThreads(): void {
  const { Worker } = threads
  threads.Worker = class extends Worker {
    constructor(script: string | URL, options: threads.WorkerOptions = {}) {
      super(script, { ...options, execArgv: ['--import', import.meta.url] })
    }
  }
}

function watchDisk(into: string): void {
  const real = { ...fs }
  const journal = real.openSync(into, 'a')
  const paths = new Map<number, string>()
  let keptCount = 0
  const note = (act: DiskAct, before: Uint8Array = new Uint8Array()) => {
    const head = Buffer.from(JSON.stringify(act))
    const sizes = Buffer.alloc(8)
    sizes.writeUInt32LE(head.length, 0)
    sizes.writeUInt32LE(before.length, 4)
    real.writeSync(journal, Buffer.concat([sizes, head, before]))
  }
  const isWatched = (path: unknown): path is string => typeof path === 'string' && path.startsWith(watched)
  const keep = (path: string): string => {
    keptCount += 1
    const kept = `${into}.kept-${process.pid}-${Date.now()}-${keptCount}`
    real.linkSync(path, kept)
    return kept
  }
  const beforeOf = (path: string, start: number, end: number): Buffer => {
    const reader = real.openSync(path, 'r')
    try {
      const before = Buffer.alloc(end - start)
      return before.subarray(0, real.readSync(reader, before, 0, before.length, start))
    } finally {
      real.closeSync(reader)
    }
  }
  const shorten = (path: string, length: number) => {
    const { size } = real.statSync(path)
    if (length < size) note({ act: 'shorten', path, start: length, size }, beforeOf(path, length, size))
  }

  fs.openSync = (path, flags, mode) => {
    const isNew = isWatched(path) && !real.existsSync(path)
    const isCut = typeof flags === 'number' && (flags & real.constants.O_TRUNC) !== 0
    if (isWatched(path) && !isNew && isCut) shorten(path, 0)
    const fd = real.openSync(path, flags, mode)
    if (isWatched(path)) paths.set(fd, path)
    if (isWatched(path) && isNew) note({ act: 'create', path })
    return fd
  }
  fs.closeSync = (fd) => {
    paths.delete(fd)
    real.closeSync(fd)
  }
  type Written = readonly [offset?: number, length?: number, position?: number | null]
  const writeSync = (fd: number, bytes: Uint8Array, ...[offset, length, position]: Written) => {
    const path = paths.get(fd)
    if (path !== undefined && typeof position === 'number') {
      const { size } = real.fstatSync(fd)
      const start = position - (position % sectorBytes)
      const end = position + (length ?? bytes.length)
      const whole = end + ((sectorBytes - (end % sectorBytes)) % sectorBytes)
      note({ act: 'write', path, start, size }, beforeOf(path, start, Math.max(start, Math.min(whole, size))))
    }
    return real.writeSync(fd, bytes, offset, length, position)
  }
  fs.writeSync = writeSync as typeof fs.writeSync
  fs.ftruncateSync = (fd, length) => {
    const path = paths.get(fd)
    if (path !== undefined) shorten(path, length ?? 0)
    real.ftruncateSync(fd, length)
  }
  fs.truncateSync = (path, length) => {
    if (isWatched(path)) shorten(path, length ?? 0)
    real.truncateSync(path, length)
  }
  fs.renameSync = (from, to) => {
    if (isWatched(from) && isWatched(to)) {
      note({ act: 'rename', path: from, to, kept: real.existsSync(to) ? keep(to) : null })
      for (const [fd, path] of paths) if (path === from) paths.set(fd, to)
    }
    real.renameSync(from, to)
  }
  fs.unlinkSync = (path) => {
    if (isWatched(path)) note({ act: 'remove', path, kept: keep(path) })
    real.unlinkSync(path)
  }
  fs.fsyncSync = (fd) => {
    // Only noted: what is thrown away afterwards is decided by this note, so the true disk need not be waited for.
    const path = paths.get(fd)
    if (path !== undefined && !isLying) note({ act: 'sync', path })
  }
  fs.fdatasyncSync = fs.fsyncSync
}

/** Where a name stands: confirming this confirms what was named, renamed and removed in it. */
export const folderOf = (path: string): string => dirname(path)
