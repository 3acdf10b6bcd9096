import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ReadingError, type Place, type ReadingErrorCode } from './errors.ts'
import type { ReadOptions, RowBatch } from './table.ts'

/** What the child is told to do; numbers without limit are written `Infinity`. */
export type ChildTask = {
  name: string
  path: string | null
  size: number
  rssMax: number
  cpuSecondsPer100kCells: number
  options: Omit<ReadOptions, 'signal'>
}

/** What the child tells. */
export type ChildMessage =
  | { kind: 'batch'; batch: RowBatch }
  | { kind: 'end' }
  | { kind: 'error'; code: ReadingErrorCode; place: Place; values: Record<string, string | number> }

/** Options of a sandboxed reading; bytes need the `name` they were sent under. */
export type SandboxOptions = ReadOptions & { name?: string; rssMax?: number; cpuSecondsPer100kCells?: number }

const folder = dirname(fileURLToPath(import.meta.url))

/** Folders the child may read: its own code and the packages it stands on. */
export function sandboxReads(): string[] {
  const require = createRequire(import.meta.url)
  const packages = ['yauzl', 'saxes', 'pend', 'xmlchars'].flatMap((name) => {
    try {
      const found = require.resolve(`${name}/package.json`)
      return [dirname(found) + sep]
    } catch {
      return []
    }
  })
  return [folder + sep, resolve(folder, '..', 'package.json'), ...packages]
}

/**
 * Reads a table as `readTable` does, in a child that can read its code and this one file and has no network, no other
 * process and a small heap; limits of security.md 0.3: 256 MB of memory, 10 s of processor for each 100,000 cells.
 * Leaving the loop, or `signal`, ends the child. Errors come back as the `ReadingError` they were; a child that dies
 * of a file is `child_failed` or `memory_exceeded`.
 */
export async function* readTableSandboxed(
  input: string | Uint8Array,
  options: SandboxOptions = {},
): AsyncGenerator<RowBatch> {
  const { signal, name: told, rssMax = 256e6, cpuSecondsPer100kCells = 10, ...reading } = options
  const path = typeof input === 'string' ? resolve(input) : null
  const name = told ?? (path === null ? 'table' : basename(path))
  const size = typeof input === 'string' ? 0 : input.length
  const task: ChildTask = { name, path, size, rssMax, cpuSecondsPer100kCells, options: reading }
  const child = startChild(task)
  const watch = watchChild(child, task)
  const stop = (): void => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  child.stdin!.on('error', () => {}) // a child that refuses early does not read to the end
  child.stdin!.end(typeof input === 'string' ? undefined : input)
  try {
    let ended = false
    for await (const line of createInterface({ input: child.stdout!, crlfDelay: Infinity })) {
      const message: ChildMessage = JSON.parse(line)
      if (message.kind === 'error') throw new ReadingError(message.code, message.place, message.values)
      if (message.kind === 'end') ended = true
      else {
        watch.cells(message.batch)
        yield message.batch
      }
    }
    if (signal?.aborted) throw new ReadingError('cancelled', { file: name })
    if (!ended) throw new ReadingError(watch.reason() ?? 'child_failed', { file: name })
  } finally {
    watch.end()
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

function startChild(task: ChildTask): ChildProcess {
  const reads = [...sandboxReads(), ...(task.path === null ? [] : [task.path])]
  const heapMb = Math.max(32, Math.floor((task.rssMax / 1e6) * 0.6))
  const text = JSON.stringify(task, (_, value) => (value === Infinity ? 'Infinity' : value))
  return spawn(
    process.execPath,
    [
      '--permission',
      ...reads.map((allowed) => `--allow-fs-read=${allowed}`),
      `--max-old-space-size=${heapMb}`,
      '--disable-warning=SecurityWarning',
      fileURLToPath(new URL('./sandbox-child.ts', import.meta.url)),
      text,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  )
}

/**
 * Looks at the child from outside four times a second, for a child stuck in one step cannot look at itself. Where the
 * system has no /proc only the child's own checks hold. Death by the heap's limit shows as SIGABRT.
 */
function watchChild(child: ChildProcess, task: ChildTask) {
  let cells = 0
  let reason: ReadingErrorCode | undefined
  child.on('exit', (code, died) => {
    if (died === 'SIGABRT' || code === 134) reason ??= 'memory_exceeded'
  })
  const timer = setInterval(() => {
    const spent = spentBy(child.pid)
    if (!spent) return
    if (spent.rss > task.rssMax * 1.25) reason ??= 'memory_exceeded'
    else if (spent.cpuSeconds > task.cpuSecondsPer100kCells * (1.1 + cells / 100_000)) reason ??= 'cpu_exceeded'
    if (reason) child.kill('SIGKILL')
  }, 250)
  timer.unref()
  return {
    cells(batch: RowBatch): void {
      for (const row of batch.rows) cells += row.cells.length
    },
    reason: () => reason,
    end: () => clearInterval(timer),
  }
}

const ticksPerSecond = 100
const pageBytes = 4096

function spentBy(pid: number | undefined): { rss: number; cpuSeconds: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /u, '')
      .split(' ')
    return { rss: Number(stat[21]) * pageBytes, cpuSeconds: (Number(stat[11]) + Number(stat[12])) / ticksPerSecond }
  } catch {
    return undefined
  }
}
