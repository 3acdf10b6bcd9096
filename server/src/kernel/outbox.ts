import { sql } from 'kysely'
import type { Event } from './handler.ts'
import type { House } from './house.ts'
import { traceOf } from './log.ts'
import type { Delivered, Feed, Subscriber } from './slice.ts'
import { type Tx, tablesOf } from './tx.ts'

const kernel = tablesOf('kernel')
const failuresMax = 8
const batchSize = 50
/** So many batches of one subscriber, then others have their turn. */
const batchesMax = 20

/**
 * Delivers numbered events to each subscriber of the installation, in order; gives how many were looked at. Only those
 * that this process has followed: what a subscriber finds in memory is never behind the event it is told of.
 */
export async function deliver(house: House, followed: number): Promise<number> {
  const subscribers = house.slices.flatMap((slice) =>
    Object.entries(slice.on ?? {}).map(([type, subscriber]) => ({ name: `${slice.name}<${type}`, type, subscriber })),
  )
  const waiting = await withEvents(house, subscribers, followed)
  let moved = 0
  for (const { name, type, subscriber } of subscribers) {
    if (!waiting.has(name)) continue
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const delivered = await deliverTo(house, name, { type, subscriber, followed })
      moved += delivered
      if (delivered < batchSize) break
    }
  }
  return moved
}

/** The subscribers for whom an event waits, found in one look: a transaction each would cost more than the deliveries. */
async function withEvents(
  house: House,
  subscribers: readonly { readonly name: string; readonly type: string }[],
  followed: number,
): Promise<ReadonlySet<string>> {
  const names = subscribers.map(({ name }) => name)
  const types = subscribers.map(({ type }) => type)
  const { rows } = await house.database.transact((tx) =>
    sql<{ name: string }>`
      select asked.name from unnest(${names}::text[], ${types}::text[]) as asked (name, type)
        left join kernel.subscription known on known.name = asked.name
      where exists (
        select from kernel.outbox event
        where event.type = asked.type and event.number > coalesce(known.number, 0) and event.number <= ${followed}
      )`.execute(kernel(tx)),
  )
  return new Set(rows.map(({ name }) => name))
}

/** One batch of events to one subscriber. Cursor and effects commit together; another node at it means 0. */
async function deliverTo(
  house: House,
  name: string,
  { type, subscriber, followed }: { type: string; subscriber: Subscriber; followed: number },
): Promise<number> {
  let number = -1
  try {
    let moved = 0
    await house.asPrincipal(subscriber.as, `on.${type}`, async (context) => {
      const { tx } = context
      await kernel(tx)
        .insertInto('kernel.subscription')
        .values({ name })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const cursor = await kernel(tx)
        .selectFrom('kernel.subscription')
        .select(['number', 'failures'])
        .where('name', '=', name)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!cursor || cursor.failures >= failuresMax) return []
      const waiting = await eventsAfter(tx, { after: cursor.number, upTo: followed, limit: batchSize, type })
      const events: Event[] = []
      for (const event of waiting) {
        number = event.number
        events.push(...(await subscriber.run(event, context)))
      }
      moved = waiting.length
      const last = waiting.at(-1)
      if (last)
        await kernel(tx)
          .updateTable('kernel.subscription')
          .set({ number: last.number, failures: 0 })
          .where('name', '=', name)
          .execute()
      return events
    })
    return moved
  } catch (error) {
    house.log({ event: 'delivery_failed', operation: name, count: number, ...traceOf(error) })
    await countFailure(house, name)
    return 0
  }
}

/** After eight failures in a row the subscriber rests until the house starts again: in order means never skipping. */
async function countFailure(house: House, name: string): Promise<void> {
  await house.database.transact(async (tx) => {
    await kernel(tx)
      .updateTable('kernel.subscription')
      .set((column) => ({ failures: column('failures', '+', 1) }))
      .where('name', '=', name)
      .execute()
  })
}

/** A new start is a new try for a subscriber that had come to rest. */
export async function forgetFailures(house: House): Promise<void> {
  await house.database.transact(async (tx) => {
    await kernel(tx).updateTable('kernel.subscription').set({ failures: 0 }).execute()
  })
}

type Wanted = { readonly after: number; readonly limit: number; readonly upTo?: number; readonly type?: string }

async function eventsAfter(tx: Tx, { after, upTo, limit, type }: Wanted): Promise<Delivered[]> {
  const rows = await kernel(tx)
    .selectFrom('kernel.outbox')
    .selectAll()
    .where('number', '>', after)
    .$if(upTo !== undefined, (rest) => rest.where('number', '<=', upTo!))
    .$if(type !== undefined, (rest) => rest.where('type', '=', type!))
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number!,
    at: row.at,
    actor: row.actor,
    type: row.type,
    subject: row.subject,
    compartment: row.compartment,
    data: row.data as Event['data'],
  }))
}

/** The feeds of this process: loaded once under a number, then following. */
export class Feeds {
  readonly #house: House
  #number: number | null = null

  constructor(house: House) {
    this.#house = house
  }

  /** The last event that what is in memory knows of; 0 before it is loaded. */
  get number(): number {
    return this.#number ?? 0
  }

  get #feeds(): Feed[] {
    return this.#house.slices.flatMap((slice) => slice.feeds ?? [])
  }

  async load(): Promise<void> {
    const number = await this.#house.database.transact(async (tx) => {
      const { last } = await kernel(tx)
        .selectFrom('kernel.outbox')
        .select((column) => column.fn.max('number').as('last'))
        .executeTakeFirstOrThrow()
      return last ?? 0
    })
    for (const feed of this.#feeds) {
      await this.#house.asPrincipal(feed.as, `feed.${feed.name}`, async (context) => {
        await feed.load(context)
        return []
      })
    }
    this.#number = number
  }

  /** Brings what is in memory up to the last number; gives how many events there were. */
  async follow(): Promise<number> {
    if (this.#number === null) await this.load()
    const from = this.#number!
    const events = await this.#house.database.transact((tx) => eventsAfter(tx, { after: from, limit: 500 }))
    if (events.length === 0) return 0
    for (const feed of this.#feeds) {
      await this.#house.asPrincipal(feed.as, `feed.${feed.name}`, async (context) => {
        await feed.follow(events, context)
        return []
      })
    }
    this.#number = events.at(-1)!.number
    return events.length
  }
}
