// The reader in a process of its own that may read its code and one file, and nothing else (security.md 3.7). Started
// by sandbox.ts; tells batches as JSON lines on stdout and ends itself when it has used more than it may.
import { openSync, readSync, fstatSync } from 'node:fs'
import { isReadingError, ReadingError } from './errors.ts'
import type { ChildMessage, ChildTask } from './sandbox.ts'
import { sourceOfBytes, type Source } from './source.ts'
import { readTable } from './table.ts'

const pieceBytes = 1 << 18

/** A source over an open file. */
function sourceOfFile(name: string, path: string): Source {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
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
    name,
    size,
    read: (start, end) => Promise.resolve(read(start, end)),
    chunks: async function* chunks() {
      for (let at = 0; at < size; at += pieceBytes) yield read(at, at + pieceBytes)
    },
  }
}

async function sourceOfInput(name: string, size: number): Promise<Source> {
  const bytes = new Uint8Array(size)
  let held = 0
  for await (const chunk of process.stdin) {
    if (!(chunk instanceof Uint8Array)) continue
    bytes.set(chunk, held)
    held += chunk.length
  }
  return sourceOfBytes(name, bytes)
}

function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(message)}\n`, () => resolve())
  })
}

/** Memory as the system counts it, and processor time against the cells read so far. */
function checkSpent(task: ChildTask, cells: number): void {
  const place = { file: task.name }
  if (process.memoryUsage.rss() > task.rssMax)
    throw new ReadingError('memory_exceeded', place, { bytesMax: task.rssMax })
  const { user, system } = process.cpuUsage()
  const allowed = task.cpuSecondsPer100kCells * (1 + cells / 100_000)
  if ((user + system) / 1e6 > allowed) throw new ReadingError('cpu_exceeded', place, { seconds: Math.round(allowed) })
}

async function main(): Promise<void> {
  const task: ChildTask = JSON.parse(process.argv[2] ?? '{}', (_, value) => (value === 'Infinity' ? Infinity : value))
  try {
    const source = task.path === null ? await sourceOfInput(task.name, task.size) : sourceOfFile(task.name, task.path)
    let cells = 0
    for await (const batch of readTable(source, task.options)) {
      for (const row of batch.rows) cells += row.cells.length
      checkSpent(task, cells)
      await send({ kind: 'batch', batch })
    }
    await send({ kind: 'end' })
  } catch (error) {
    if (isReadingError(error)) {
      await send({ kind: 'error', code: error.code, place: error.place, values: error.values })
    } else {
      await send({ kind: 'error', code: 'child_failed', place: { file: task.name }, values: {} })
    }
  }
}

await main()
