import { sql } from 'kysely'
import { dayMs, later, minuteMs } from './clock.ts'
import type { Context, Event } from './handler.ts'
import type { House } from './house.ts'
import { traceOf } from './log.ts'
import type { JobKind, RunningJob } from './slice.ts'
import { tablesOf, type Tx } from './tx.ts'

const kernel = tablesOf('kernel')
const leaseMs = minuteMs / 2
/** A machine may die often in one long job: only one that comes no further is given up. */
const fruitlessMax = 5

/** Thrown inside a job by `checkStop`: a person has stopped it, or another node has taken it over. */
export class JobStopped extends Error {}

/** Queues long work, in the transaction of the command that asks for it. `input` holds ids, codes and counts only. */
export async function enqueueJob(
  context: Context,
  job: {
    kind: string
    compartment: string
    subject: string
    input: Readonly<Record<string, string | number | boolean | null>>
  },
): Promise<string> {
  const id = context.newId()
  await kernel(context.tx)
    .insertInto('kernel.job')
    .values({
      row_id: context.newRowId(),
      id,
      kind: job.kind,
      compartment: job.compartment,
      subject: job.subject,
      created_by: context.actor.id,
      created_at: context.now,
      state: 'queued',
      input: JSON.stringify(job.input),
    })
    .execute()
  return id
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'stopped'

/** The jobs a person has started in the last week, newest first, or one of them. */
export async function jobsOf(tx: Tx, person: string, now: string, id?: string) {
  const rows = await kernel(tx)
    .selectFrom('kernel.job')
    .selectAll()
    .where('created_by', '=', person)
    .where('created_at', '>', later(now, -7 * dayMs))
    .$if(id !== undefined, (rest) => rest.where('id', '=', id!))
    .orderBy('row_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    state: row.state as JobState,
    stage: row.stage,
    doneCount: row.done_count,
    totalCount: row.total_count,
    outcome: row.outcome,
    reference: row.reference,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }))
}

/** Asks a job to stop at its next batch. False when there is none of this person's still at work. */
export async function stopJob(tx: Tx, person: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await kernel(tx)
    .updateTable('kernel.job')
    .set({ stopping: true })
    .where('id', '=', id)
    .where('created_by', '=', person)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Claims the oldest waiting job, or one whose node has died, in one statement, and works it to its end. */
export async function runOneJob(house: House, kinds: readonly JobKind[]): Promise<boolean> {
  const now = house.clock.now()
  const row = await house.database.transact(async (tx) => {
    const claimed = await sql<{ row_id: string }>`
      update kernel.job set state = 'running', node = ${house.node.name}, lease_until = ${later(now, leaseMs)},
        attempts = attempts + 1, fruitless = fruitless + 1, started_at = coalesce(started_at, ${now})
      where row_id = (
        select row_id from kernel.job
        where state = 'queued' or (state = 'running' and lease_until < ${now})
        order by row_id limit 1 for update skip locked)
      returning row_id`.execute(kernel(tx))
    const rowId = claimed.rows[0]?.row_id
    if (!rowId) return null
    return kernel(tx).selectFrom('kernel.job').selectAll().where('row_id', '=', rowId).executeTakeFirstOrThrow()
  })
  if (!row) return false
  const kind = kinds.find((one) => one.kind === row.kind)
  const worker = new Worker(house, row, kind?.as ?? 'jobs')
  try {
    if (!kind) throw new Error('a job of an unknown kind')
    if (row.fruitless > fruitlessMax) throw new Error('a job that never comes further')
    worker.checkStop()
    await worker.end('done', await kind.run(worker))
  } catch (error) {
    if (error instanceof JobStopped) {
      if (!worker.lost) await worker.end(house.closing ? 'queued' : 'stopped', 'stopped')
      return true
    }
    const reference = house.ids.id()
    house.log({ event: 'job_failed', job: row.kind, reference, ...traceOf(error) })
    await worker.end('failed', 'broken', reference)
  }
  return true
}

type Row = {
  row_id: string
  id: string
  subject: string
  compartment: string
  created_by: string
  input: unknown
  position: unknown
  stopping: boolean
  attempts: number
}

class Worker implements RunningJob {
  readonly #house: House
  readonly #row: Row
  readonly #as: string
  #stage = ''
  #done = 0
  #total: number | null = null
  #stopping: boolean
  position: unknown
  lost = false

  constructor(house: House, row: Row, as: string) {
    this.#house = house
    this.#row = row
    this.#as = as
    this.#stopping = row.stopping
    this.position = row.position
  }

  get id(): string {
    return this.#row.id
  }
  get subject(): string {
    return this.#row.subject
  }
  get compartment(): string {
    return this.#row.compartment
  }
  get createdBy(): string {
    return this.#row.created_by
  }
  get input(): unknown {
    return this.#row.input
  }

  progress(stage: string, doneCount: number, totalCount: number | null): void {
    this.#stage = stage
    this.#done = doneCount
    this.#total = totalCount
  }

  checkStop(): void {
    if (this.#stopping || this.#house.closing) throw new JobStopped()
  }

  /** Clears from the disk what was deleted (security.md 0.7): outside of any transaction. */
  scrub(): Promise<void> {
    this.checkStop()
    return this.#house.database.open.scrub()
  }

  async batch(
    work: (context: Context) => Promise<{ readonly events: readonly Event[]; readonly position?: unknown }>,
  ): Promise<void> {
    this.checkStop()
    await this.#house.asPrincipal(this.#as, `job.${this.#row.id}`, async (context) => {
      const { events, position } = await work(context)
      if (position !== undefined) this.position = position
      await this.#hold(context.tx)
      return events
    })
  }

  /** Renews the lease and says how far it is; a job that another node has taken over is left alone. */
  async #hold(tx: Tx): Promise<void> {
    const held = await kernel(tx)
      .updateTable('kernel.job')
      .set({
        lease_until: later(this.#house.clock.now(), leaseMs),
        position: JSON.stringify(this.position ?? null),
        stage: this.#stage,
        done_count: this.#done,
        total_count: this.#total,
        fruitless: 0,
      })
      .where('row_id', '=', this.#row.row_id)
      .where('node', '=', this.#house.node.name)
      .where('attempts', '=', this.#row.attempts)
      .returning('stopping')
      .executeTakeFirst()
    if (!held) {
      this.lost = true
      throw new JobStopped()
    }
    this.#stopping = held.stopping
  }

  async end(state: JobState, outcome: string, reference: string | null = null): Promise<void> {
    await this.#house.database.transact((tx) =>
      kernel(tx)
        .updateTable('kernel.job')
        .set({
          state,
          outcome,
          reference,
          ended_at: this.#house.clock.now(),
          lease_until: null,
          stage: this.#stage,
          done_count: this.#done,
          total_count: this.#total,
        })
        .where('row_id', '=', this.#row.row_id)
        .where('node', '=', this.#house.node.name)
        .where('attempts', '=', this.#row.attempts)
        .execute(),
    )
  }
}
