import type { KeyObject } from 'node:crypto'
import type { z } from 'zod'
import { ReadLog, recordEvents, Sequencer } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db.ts'
import type { Files, StagedFile } from './files.ts'
import type { Actor, Context, Event, Handler } from './handler.ts'
import type { Ids } from './ids.ts'
import { runOneJob } from './jobs.ts'
import { bindSession } from './keyring.ts'
import { type Log, traceOf } from './log.ts'
import type { Node } from './node.ts'
import type { Operation } from './operation.ts'
import { deliver, Feeds, forgetFailures } from './outbox.ts'
import type { Refused } from './result.ts'
import type { Doors, Slice } from './slice.ts'
import type { Tx } from './tx.ts'

export type HouseParts = {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly files: Files
  readonly log: Log
  readonly slices: readonly Slice[]
  readonly doors: Doors
  readonly mode: 'exercise' | 'real'
  readonly headKey: KeyObject
  /** Takes signed heads out of the database's reach. */
  readonly keepHeads: (notes: readonly string[]) => Promise<void>
}

/** Who asks, before the transaction has said who that is. */
export type Asking = {
  readonly tokenHash: string | null
  /** The token itself: what a session has opened of session class is sealed under it. */
  readonly token?: string | null
  readonly upload?: StagedFile | null
}
export type Outcome = {
  readonly actor: Actor | null
  readonly result:
    | { readonly ok: true; readonly output: unknown; readonly session?: string | null; readonly kept: boolean }
    | Refused
    | { readonly ok: false; readonly refusal: 'signed_out' | 'not_found' }
}

type Admitted =
  | { readonly actor: Actor; readonly session: string | null; readonly refusal: null }
  | { readonly actor: Actor | null; readonly session: string | null; readonly refusal: 'signed_out' | 'not_found' }

class RolledBack extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('rolled back')
    this.outcome = outcome
  }
}

const nobody: Actor = {
  id: 'nobody',
  kind: 'person',
  compartments: [],
  memberships: [],
  session: null,
  for: () => nobody,
}

/** An unsealed, running house: one process. */
export class House {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly files: Files
  readonly log: Log
  readonly slices: readonly Slice[]
  readonly doors: Doors
  readonly mode: 'exercise' | 'real'
  readonly node: Node
  readonly reads: ReadLog
  readonly #sequencer: Sequencer
  readonly #feeds: Feeds
  readonly #events = new Map<string, z.ZodObject>()
  readonly #headKey: KeyObject
  readonly #keepHeads: HouseParts['keepHeads']
  #headAt = 0
  #loops: Promise<void>[] = []
  #wake: (() => void)[] = []
  closing = false

  constructor(parts: HouseParts) {
    this.database = parts.database
    this.clock = parts.clock
    this.ids = parts.ids
    this.files = parts.files
    this.log = parts.log
    this.slices = parts.slices
    this.doors = parts.doors
    this.mode = parts.mode
    this.#headKey = parts.headKey
    this.#keepHeads = parts.keepHeads
    this.node = { name: parts.ids.id() }
    this.reads = new ReadLog(parts.database)
    this.#sequencer = new Sequencer(parts.database)
    this.#feeds = new Feeds(this)
    for (const slice of parts.slices)
      for (const [name, schema] of Object.entries(slice.events)) this.#events.set(`${slice.name}.${name}`, schema)
  }

  get handlers(): Handler[] {
    return this.slices.flatMap((slice) => slice.operations)
  }

  /** Authenticates, asks whether it may be, runs the handler and writes its events, all in one transaction. */
  async invoke(handler: Handler, input: unknown, asking: Asking): Promise<Outcome> {
    const { contract } = handler
    const prepared = await this.#prepare(handler, input, asking)
    const outcome = await this.database
      .transact(async (tx): Promise<Outcome & { disclosed: readonly string[]; atPause: boolean }> => {
        const none = { disclosed: [], atPause: false }
        const now = this.clock.now()
        const { actor, session, refusal } = await this.#admit(tx, contract, asking, now)
        if (refusal) return { actor, result: { ok: false, refusal }, ...none }

        const context = { ...this.#context(tx, actor, now, asking.upload ?? null), prepared }
        const keys = session && asking.token ? bindSession(tx, session, asking.token) : null
        const result = await handler.run(input as never, context).finally(() => keys?.wipe())
        if (!result.ok) throw new RolledBack({ actor, result })
        if ('events' in result) {
          await this.#record(context, contract.name, result.events)
          const session = result.session === undefined ? {} : { session: result.session }
          return { actor, result: { ok: true, output: result.output, kept: true, ...session }, ...none }
        }
        return {
          actor,
          result: { ok: true, output: result.output, kept: false },
          disclosed: result.disclosed,
          atPause: result.atPause,
        }
      })
      .catch((error: unknown) => {
        if (error instanceof RolledBack) return { ...error.outcome, disclosed: [], atPause: false }
        throw error
      })
    if (outcome.disclosed.length > 0 && outcome.actor) await this.#recordRead(contract.name, outcome.actor, outcome)
    this.#stir()
    return { actor: outcome.actor, result: outcome.result }
  }

  /** Who asks, and whether they may: the one place where that is decided. */
  async #admit(tx: Tx, { needs }: Operation, { tokenHash }: Asking, now: string): Promise<Admitted> {
    const signed = tokenHash ? await this.doors.personOfSession(tx, tokenHash, now) : null
    if (!signed && needs !== 'open') return { actor: null, session: null, refusal: 'signed_out' }
    const whole = signed?.actor ?? nobody
    const session = signed?.session ?? null
    if (needs === 'open' || needs === 'self') return { actor: whole, session, refusal: null }
    const actor = whole.for(needs)
    return { actor, session, refusal: actor.compartments.length === 0 ? 'not_found' : null }
  }

  /** Slow work on an upload, such as reading a document in a child: after admission, and outside of any transaction. */
  async #prepare(handler: Handler, input: unknown, asking: Asking): Promise<unknown> {
    const { upload } = asking
    if (!handler.prepare || !upload) return null
    const admitted = await this.database.transact((tx) => this.#admit(tx, handler.contract, asking, this.clock.now()))
    return admitted.refusal ? null : handler.prepare(input as never, await this.files.readStaged(upload))
  }

  /** Runs work as a system principal in one transaction, and records what happened. */
  async asPrincipal(
    name: string,
    operation: string,
    work: (context: Context) => Promise<readonly Event[]>,
  ): Promise<void> {
    await this.database.transact(async (tx) => {
      const actor = await this.doors.principal(tx, name)
      const context = this.#context(tx, actor, this.clock.now(), null)
      await this.#record(context, operation, await work(context))
    })
    this.#stir()
  }

  #context(tx: Tx, actor: Actor, now: string, upload: StagedFile | null): Context {
    const { ids, files, node, slices } = this
    return {
      tx,
      actor,
      now,
      ids,
      files,
      node,
      rooms: slices,
      upload,
      prepared: null,
      newId: () => ids.id(),
      newRowId: () => ids.rowId(),
      newNumber: (prefix) => ids.number(prefix),
    }
  }

  async #record({ tx, actor, now }: Context, operation: string, events: readonly Event[]): Promise<void> {
    for (const event of events) {
      const schema = this.#events.get(event.type)
      if (!schema) throw new Error(`an undeclared event: ${event.type}`)
      schema.parse(event.data)
    }
    await recordEvents(tx, { actor: actor.id, operation, now, ids: this.ids }, events)
  }

  async #recordRead(
    operation: string,
    actor: Actor,
    { disclosed, atPause }: { disclosed: readonly string[]; atPause: boolean },
  ): Promise<void> {
    const doing = { actor: actor.id, operation, now: this.clock.now(), ids: this.ids }
    const chain = this.doors.chainOfRead(actor.compartments)
    const read = { doing, chain, subject: disclosed.length === 1 ? disclosed[0]! : operation, ids: disclosed }
    if (atPause) this.reads.hold(read)
    else await this.reads.write(read)
  }

  /** Everything that waits is done, in order, until nothing is left: for tests, and for playing the exercise's past. */
  async settle(): Promise<void> {
    for (let quiet = false; !quiet;) {
      await this.reads.releaseAll()
      const sequenced = await this.#sequencer.run()
      const followed = await this.#feeds.follow()
      const delivered = await deliver(this, this.#feeds.number)
      const worked = await runOneJob(this, this.#jobKinds)
      quiet = sequenced === 0 && delivered === 0 && followed === 0 && !worked
    }
  }

  /** Loads every feed of this process; afterwards what is kept in memory is current. */
  async warm(): Promise<void> {
    await forgetFailures(this)
    await this.#sequencer.run()
    await this.#feeds.load()
  }

  get #jobKinds() {
    return this.slices.flatMap((slice) => slice.jobs ?? [])
  }

  /** Starts the background loops: the sequencer every 100 ms, deliveries and feeds after it, and jobs beside them. */
  start(): void {
    let turns = 0
    const sequence = async () => {
      const sequenced = await this.#sequencer.run()
      // Another node may have died between numbering and delivering: look for that about once a second.
      turns += 1
      const followed = await this.#feeds.follow()
      const isDue = sequenced + followed > 0 || turns % 10 === 1
      const delivered = isDue ? await deliver(this, this.#feeds.number) : 0
      await this.#signWhenDue()
      return sequenced + delivered + followed > 0
    }
    this.#loops = [this.#loop(sequence, 100), this.#loop(() => runOneJob(this, this.#jobKinds), 500)]
  }

  async #loop(turn: () => Promise<boolean>, restMs: number): Promise<void> {
    while (!this.closing) {
      try {
        if (await turn()) continue
      } catch (error) {
        this.log({ event: 'background_failed', ...traceOf(error) })
      }
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, restMs)
        this.#wake.push(() => {
          clearTimeout(timer)
          setTimeout(wake, Math.min(restMs, 50))
        })
      })
    }
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }

  async #signWhenDue(force = false): Promise<void> {
    const at = Date.parse(this.clock.now())
    const due = this.#sequencer.leavesSinceHead >= 1_000 || at - this.#headAt >= 15 * 60_000
    if (!force && !due) return
    const notes = await this.#sequencer.signHeads(this.#headKey, this.clock.now())
    if (notes.length === 0) return
    this.#headAt = at
    await this.#keepHeads(notes)
  }

  /** Signs the heads now, whether due or not: before an export and when the house closes. */
  async signHeads(): Promise<void> {
    while ((await this.#sequencer.run()) > 0);
    await this.#signWhenDue(true)
  }

  /** Ends the loops, writes what is held, signs the heads, closes the database. */
  async close(): Promise<void> {
    this.closing = true
    this.#stir()
    await Promise.all(this.#loops)
    await this.reads.releaseAll()
    await this.signHeads()
    await this.database.open.close()
  }
}
