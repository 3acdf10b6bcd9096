import { z } from 'zod'
import type { Context, Event } from '#kernel/handler'
import type { JobKind, RunningJob } from '#kernel/slice'
import { countsOf } from './counts.ts'
import { mayRegister } from './domain.ts'
import { tryAgain } from './mend.ts'
import { openOriginal, readOriginal, Sheets } from './read-file.ts'
import { type Registering, registerRows } from './register-rows.ts'
import { mappingOf } from './store-mappings.ts'
import * as rows from './store-rows.ts'
import * as store from './store.ts'

const batchRows = 200
const Position = z.object({ batches: z.number().int() })
type After = { readonly sheet: number; readonly number: number }

/**
 * Makes records of a list's rows. Each batch commits with the place it came to, so a killed run goes on where it stood; and
 * a row that was dealt with is known by its place and by its words, so none is entered twice. Run again it only tries what
 * waits in quarantine.
 */
export const importJob: JobKind = {
  kind: 'intake.import',
  as: 'intake',
  run: async (job) => {
    const start = await startOf(job)
    if (!start) return 'nothing_to_do'
    if (start.list.completedAt === null) {
      const outcome = await readRows(job, start.list)
      if (outcome) return outcome
    } else await tryWaiting(job)
    await job.batch(async (context) => ({ events: await complete(context, job) }))
    return 'registered'
  },
}

/** The list and its mapping as they stand now, held with its sender for this batch; null when a person has turned it away meanwhile. */
async function standing({ tx, actor }: Context, { subject: id, compartment }: RunningJob): Promise<Registering | null> {
  await rows.holdSender(tx, compartment)
  const list = await store.listToChange(tx, actor.for('intake.register'), id)
  const mapping = list && (await mappingOf(tx, list))
  return list && mapping && mayRegister(list) === null ? { list, mapping } : null
}

async function startOf(job: RunningJob): Promise<Registering | null> {
  const found: Registering[] = []
  await job.batch(async (context) => {
    const start = await standing(context, job)
    if (start) found.push(start)
    return { events: [] }
  })
  return found[0] ?? null
}

async function readRows(job: RunningJob, list: store.StoredList): Promise<string | null> {
  const original = await openOriginal(job, list)
  if (!original) return 'file_destroyed'
  const saved = Position.safeParse(job.position)
  const done = saved.success ? saved.data.batches : 0
  const sheets = new Sheets()
  let batches = 0
  const { problem } = await readOriginal(original, batchRows, async (batch) => {
    const items = sheets.itemsOf(batch)
    batches += 1
    if (batches <= done) return
    job.progress('registering', batch.progress.rows + batch.progress.quarantined, list.rowCount)
    await job.batch(async (context) => {
      const now = await standing(context, job)
      const events = now ? await registerRows(context, now, { headings: batch.table.headings, items }) : []
      return { events, position: { batches } }
    })
  })
  return problem && `unreadable.${problem.code}`
}

/** Tries what waits in quarantine once more, by the mapping of now; what has no cells only a person can mend. */
async function tryWaiting(job: RunningJob): Promise<void> {
  for (let after: After | null = null; ;) {
    const seen: { last: After | null; count: number } = { last: null, count: 0 }
    const from: After | null = after
    await job.batch(async (context) => {
      const now = await standing(context, job)
      if (!now) return { events: [] }
      const of = { list: now.list.id, state: 'quarantined', after: from, limit: batchRows }
      const waiting = await rows.rowsAfter(context.tx, context.actor.for('intake.register'), of)
      const last = waiting.at(-1)
      seen.last = last ? { sheet: last.sheet, number: last.number } : null
      seen.count = waiting.length
      const events: Event[] = []
      for (const row of waiting) {
        const cells = row.waiting?.cells ?? []
        if (cells.length === 0) continue
        events.push(...(await tryAgain(context, now, { row, cells, asItStands: false, by: 'run' })).events)
      }
      return { events }
    })
    job.progress('trying_again', seen.count, null)
    if (seen.last === null) return
    after = seen.last
  }
}

async function complete(context: Context, job: RunningJob): Promise<Event[]> {
  const now = await standing(context, job)
  if (!now) return []
  const { list } = now
  const { tx, actor } = context
  const unlisted = list.replaces === null ? 0 : await countUnlisted(context, list.id, list.replaces)
  await store.setList(tx, list, {
    state: 'registered',
    completed_at: list.completedAt ?? context.now,
    unlisted_count: unlisted,
    ...(unlisted > (list.unlistedCount ?? 0) ? { unlisted_noted_at: null } : {}),
  })
  const reader = actor.for('intake.read')
  const counts = (await countsOf(tx, reader, [list])).get(list.id)
  if (!counts) return []
  const { registered, known, quarantined } = counts
  const data = { registered, known, quarantined, unlisted }
  return [{ type: 'intake.listRegistered', subject: list.id, compartment: list.compartment, data }]
}

async function countUnlisted({ tx, actor }: Context, list: string, replaced: string): Promise<number> {
  const all = await rows.unlistedAfter(tx, actor.for('intake.read'), { list, replaced, after: null, limit: 100_000 })
  return new Set(all.map(({ record }) => record)).size
}
