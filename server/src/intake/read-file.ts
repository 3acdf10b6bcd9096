import { isReadingError, readTableSandboxed, type RowBatch } from '@solferino/reading'
import type { z } from 'zod'
import type { RunningJob } from '#kernel/slice'
import type { FileProblem, RowReason } from './contract.ts'
import type { StoredList } from './store.ts'

export type Opened = { readonly name: string; readonly bytes: Uint8Array }

/** A list's original, opened in memory: nothing of it touches the disk in clear. Null when it was destroyed. */
export async function openOriginal(job: RunningJob, list: StoredList): Promise<Opened | null> {
  const found: { name: string; chunks: () => AsyncGenerator<Buffer> }[] = []
  await job.batch(async ({ tx, files }) => {
    const original = list.fileDestroyedAt === null ? await files.read(tx, list.file) : null
    if (original) found.push(original)
    return { events: [] }
  })
  const [original] = found
  if (!original) return null
  const parts: Buffer[] = []
  for await (const part of original.chunks()) parts.push(part)
  return { name: original.name, bytes: Buffer.concat(parts) }
}

type Read = { readonly problem: z.output<typeof FileProblem> | null }

/**
 * Reads a list's rows in a child that may do nothing else (security.md 3.7), batch by batch. A file that cannot be read
 * ends with its problem, not with a throw: what is wrong with it is for a person to know.
 */
export async function readOriginal(
  { name, bytes }: Opened,
  batchRows: number,
  take: (batch: RowBatch) => Promise<void>,
): Promise<Read> {
  try {
    for await (const batch of readTableSandboxed(bytes, { name: extensionOf(name), batchRows })) await take(batch)
    return { problem: null }
  } catch (error) {
    if (!isReadingError(error)) throw error
    const { code, place, values } = error
    const { sheet = null, row = null, column = null } = place
    return { problem: { code, sheet, row, column, values } }
  }
}

const extensions = /\.(?:xlsx|xlsm|xls|ods|csv|tsv|tab|txt|ndjson|jsonl|json)(?:\.gz)?$|\.gz$/iu

/** A child's name stands in the list of processes, and a file's name may name a person: it is told the extension alone. */
function extensionOf(name: string): string {
  return `list${extensions.exec(name)?.[0] ?? ''}`
}

export type Item = {
  readonly sheet: number
  readonly row: number
  readonly line: string
  readonly cells: string[]
  readonly reason: z.output<typeof RowReason> | null
  readonly column: number | null
}

/** Counts the sheets as they come, and gives the rows of a batch in the order of the file, read or not. */
export class Sheets {
  readonly names: (string | null)[] = []

  indexOf({ table }: RowBatch): number {
    if (!this.names.includes(table.sheet)) this.names.push(table.sheet)
    return this.names.indexOf(table.sheet)
  }

  itemsOf(batch: RowBatch): Item[] {
    const sheet = this.indexOf(batch)
    const read = batch.rows.map(({ row, line, cells }) => ({ sheet, row, line, cells, reason: null, column: null }))
    const unread = batch.quarantine.map(({ row, line, reason, column = null }) => {
      return { sheet, row, line, cells: [], reason, column }
    })
    return [...read, ...unread].toSorted((a, b) => a.row - b.row)
  }
}
