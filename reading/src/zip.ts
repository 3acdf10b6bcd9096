import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ReadingError } from './errors.ts'
import type { Limits } from './limits.ts'
import type { Source } from './source.ts'

/** An opened zip: the entries by name, and their bytes as chunks. */
export type Zip = { names: string[]; chunks: (name: string) => AsyncIterable<Uint8Array>; close: () => void }

const pieceBytes = 1 << 16

class SourceReader extends yauzl.RandomAccessReader {
  readonly source: Source
  constructor(source: Source) {
    super()
    this.source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.source, start, end), { objectMode: false })
  }
}

async function* rangeOf(source: Source, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceBytes) yield await source.read(at, Math.min(end, at + pieceBytes))
}

/**
 * Opens a zip within the limits: number of entries, declared size summed over all entries before anything is
 * unpacked, and the actual size counted while it flows (yauzl checks it against the declared one as well).
 */
export async function openZip(source: Source, limits: Limits): Promise<Zip> {
  const place = { file: source.name }
  let zip: ZipFile
  const entries = new Map<string, Entry>()
  try {
    zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false })
    if (zip.entryCount > limits.entriesMax) {
      throw new ReadingError('entries_too_many', place, { entries: zip.entryCount, entriesMax: limits.entriesMax })
    }
    let declared = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) throw new ReadingError('zip_encrypted', place)
      declared += entry.uncompressedSize
      if (declared > limits.unpackedMax) {
        throw new ReadingError('unpacked_too_large', place, { bytes: declared, bytesMax: limits.unpackedMax })
      }
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw zipError(error, place)
  }
  let unpacked = 0
  return {
    names: [...entries.keys()],
    close: () => zip.close(),
    chunks: async function* chunks(name) {
      const entry = entries.get(name)
      if (!entry) return
      try {
        const stream = await zip.openReadStreamPromise(entry)
        for await (const chunk of stream) {
          if (!(chunk instanceof Uint8Array)) continue
          unpacked += chunk.length
          if (unpacked > limits.unpackedMax) {
            throw new ReadingError('unpacked_too_large', place, { bytes: unpacked, bytesMax: limits.unpackedMax })
          }
          yield chunk
        }
      } catch (error) {
        throw zipError(error, place)
      }
    },
  }
}

function zipError(error: unknown, place: { file: string }): ReadingError {
  if (error instanceof ReadingError) return error
  return new ReadingError('zip_broken', place, { zip: error instanceof Error ? error.message.slice(0, 200) : '' })
}
