import { ReadingError } from './errors.ts'
import type { Limits } from './limits.ts'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/**
 * Something that was sent, as the caller hands it over. The library opens no file by itself: who has one gives `read`
 * and `chunks` over it (`node:fs` in the sandbox child and in the command line, a sealed blob on the server).
 */
export type Source = {
  /** the name it was sent under: for messages and for the extension, never opened */
  name: string
  /** bytes as sent */
  size: number
  /** bytes from `start` (inclusive) to `end` (exclusive), for what needs random access (zip) */
  read: (start: number, end: number) => Promise<Uint8Array>
  /** all bytes in order; may be asked for more than once */
  chunks: () => AsyncIterable<Uint8Array>
}

const pieceBytes = 1 << 18

/** A source over bytes in memory. */
export function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    chunks: async function* pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    },
  }
}

/** True when the source begins like gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * All bytes of a source in order, unzipped when it is gzip, counted against `unpackedMax` while they flow.
 * A broken or cut gzip is a `gzip_broken`.
 */
export async function* unpackedChunks(source: Source, gzip: boolean, limits: Limits): AsyncGenerator<Uint8Array> {
  if (!gzip) {
    yield* source.chunks()
    return
  }
  const place = { file: source.name }
  let unpacked = 0
  const packed = Readable.from(source.chunks(), { objectMode: false, highWaterMark: pieceBytes })
  const gunzip = createGunzip({ chunkSize: pieceBytes })
  packed.on('error', (error) => gunzip.destroy(error))
  packed.pipe(gunzip)
  try {
    for await (const chunk of gunzip) {
      if (!(chunk instanceof Uint8Array)) continue
      unpacked += chunk.length
      if (unpacked > limits.unpackedMax) {
        throw new ReadingError('unpacked_too_large', place, { bytesMax: limits.unpackedMax })
      }
      yield chunk
    }
  } catch (error) {
    if (error instanceof ReadingError) throw error
    throw new ReadingError('gzip_broken', place, { unpacked })
  } finally {
    packed.destroy()
    gunzip.destroy()
  }
}

/** The first bytes of a source after gunzip, at most `length`: enough to tell what it is. */
export async function headOf(source: Source, gzip: boolean, length: number, limits: Limits): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of unpackedChunks(source, gzip, limits)) {
    parts.push(chunk)
    held += chunk.length
    if (held >= length) break
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, length))
}
