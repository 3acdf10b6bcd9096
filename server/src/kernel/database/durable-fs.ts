// PGlite's file system for Node answers fsync with "done" and does nothing: safe from a killed process, not from a power
// cut. This one does it, and counts it, so that the start can prove it (security.md 2.1).
import { NodeFS } from '@electric-sql/pglite/nodefs'
import fs from 'node:fs'

const ioError = 29 // EIO as Emscripten counts

type HostFile = { nfd: number; node: { mode: number } }
type Emscripten = {
  FS: { isDir: (mode: number) => boolean }
  NODEFS: { stream_ops: { fsync?: (file: HostFile) => number }; realPath: (node: HostFile['node']) => string }
}

/** A folder of the host whose files and folders are really synced; `syncs` counts how often the disk has said so. */
export class DurableFS extends NodeFS {
  syncs = 0

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args)
    const preRun = made.emscriptenOpts.preRun
    if (!Array.isArray(preRun)) throw new Error('PGlite has changed: preRun is no list')
    preRun.push((module: unknown) => {
      const { FS, NODEFS } = module as Emscripten
      NODEFS.stream_ops.fsync = (file) => {
        try {
          if (FS.isDir(file.node.mode)) syncPath(NODEFS.realPath(file.node))
          else fs.fsyncSync(file.nfd)
          this.syncs += 1
          return 0
        } catch {
          return ioError // never 0: PostgreSQL then stops rather than believe it
        }
      }
    })
    return made
  }
}

/** Makes one file or folder durable. */
export function syncPath(path: string): void {
  const handle = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Makes a folder and all below it durable: a new store is copied in without any fsync. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path)
  }
  syncPath(folder)
}
