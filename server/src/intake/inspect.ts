import type { RowBatch } from '@solferino/reading'
import type { Context, Event } from '#kernel/handler'
import type { JobKind, RunningJob } from '#kernel/slice'
import { accept } from './domain.ts'
import { guessFor, joinMappings } from './mapping.ts'
import { openOriginal, readOriginal, Sheets } from './read-file.ts'
import { type Problem, type SampleSeen, saveSample } from './store-mappings.ts'
import * as store from './store.ts'

const rowsSeenMax = 200
const unreadSeenMax = 50
const batchRows = 1_000
const lineShownMax = 20_000
const cellShownMax = 2_001

/**
 * Looks a received file through, to its last row: what it is, its headings and first rows, how many there are. A file that
 * cannot be read is found out before any row has become a record.
 */
export const inspectJob: JobKind = {
  kind: 'intake.inspect',
  as: 'intake',
  run: async (job) => {
    const list = await listOf(job)
    if (!list || list.state !== 'received' || list.readAt !== null) return 'nothing_to_do'
    const original = await openOriginal(job, list)
    if (!original) return 'file_destroyed'
    const seen = new Seen()
    const { problem } = await readOriginal(original, batchRows, async (batch) => {
      seen.take(batch)
      job.progress('looking', batch.progress.bytes, batch.progress.bytesTotal)
      // An empty batch of work renews the job's lease and hears whether a person has stopped it.
      await job.batch(() => Promise.resolve({ events: [] }))
    })
    const found = problem ?? seen.problem()
    await job.batch(async (context) => ({ events: await conclude(context, job.subject, found ?? seen) }))
    return found ? 'unreadable' : 'read'
  },
}

async function listOf(job: RunningJob): Promise<store.StoredList | null> {
  const found: store.StoredList[] = []
  await job.batch(async ({ tx, actor }) => {
    const list = await store.listById(tx, actor.for('intake.read'), job.subject)
    if (list) found.push(list)
    return { events: [] }
  })
  return found[0] ?? null
}

async function conclude(context: Context, id: string, found: Problem | Seen): Promise<Event[]> {
  const { tx, actor, now } = context
  const list = await store.listToChange(tx, actor.for('intake.read'), id)
  // While the file was read a person may have given the list back.
  if (!list || list.state !== 'received') return []
  const about = { subject: id, compartment: list.compartment }
  if (!(found instanceof Seen)) {
    await store.setProblem(context, list, found)
    return [{ type: 'intake.listUnreadable', ...about, data: { code: found.code } }]
  }
  await saveSample(context, list, found.sample())
  const state = accept(list.authenticity)
  const counts = { row_count: found.rowCount, blank_count: found.blankCount, heading_count: found.headingCount }
  await store.setList(tx, list, { state, read_at: now, ...counts })
  return [{ type: 'intake.listRead', ...about, data: { state, rowCount: found.rowCount } }]
}

/** What has been seen of a file so far. */
class Seen {
  readonly #sheets = new Sheets()
  readonly #tables: RowBatch['table'][] = []
  readonly #rows: SampleSeen['rows'] = []
  readonly #unread: SampleSeen['unread'] = []
  rowCount = 0
  blankCount = 0
  headingCount = 0

  take(batch: RowBatch): void {
    const { rows, quarantined, blank, headings } = batch.progress
    this.rowCount = rows + quarantined
    this.blankCount = blank
    this.headingCount = headings
    const items = this.#sheets.itemsOf(batch)
    this.#tables[this.#sheets.indexOf(batch)] = batch.table
    for (const { sheet, row, line, cells, reason } of items) {
      const shown = { sheet, row, line: line.slice(0, lineShownMax) }
      if (reason === null) {
        if (this.#rows.length < rowsSeenMax)
          this.#rows.push({ ...shown, cells: cells.map((cell) => cell.slice(0, cellShownMax)) })
      } else if (this.#unread.length < unreadSeenMax) this.#unread.push({ ...shown, reason })
    }
  }

  problem(): Problem | null {
    return this.rowCount > 0 ? null : { code: 'no_rows', sheet: null, row: null, column: null, values: {} }
  }

  sample(): SampleSeen {
    const guesses = this.#tables.map(({ headings }, sheet) =>
      guessFor(
        headings,
        this.#rows.filter((row) => row.sheet === sheet),
      ),
    )
    return {
      sheets: this.#tables.map((table) => ({
        name: table.sheet,
        format: table.format,
        encoding: table.encoding,
        encodingConfidence: table.encodingConfidence,
        delimiter: table.delimiter,
        headings: table.headings,
        headingRow: table.headingRow,
      })),
      sheetsLeftOut: this.#tables[0]?.sheetsLeftOut ?? [],
      rows: this.#rows,
      unread: this.#unread,
      guess: joinMappings(guesses),
    }
  }
}
