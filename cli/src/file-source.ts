import { fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import type { Source } from '@solferino/reading'

const pieceBytes = 1 << 20

/** A source over a file given on the command line. */
export function fileSource(path: string): Source {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  if (fstatSync(file).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR', path })
  const read = (start: number, end: number): Uint8Array => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
    let held = 0
    while (held < bytes.length) {
      const got = readSync(file, bytes, held, bytes.length - held, start + held)
      if (got === 0) return bytes.subarray(0, held)
      held += got
    }
    return bytes
  }
  return {
    name: basename(path),
    size,
    read: (start, end) => Promise.resolve(read(start, end)),
    chunks: async function* chunks() {
      for (let at = 0; at < size; at += pieceBytes) yield read(at, at + pieceBytes)
    },
  }
}
