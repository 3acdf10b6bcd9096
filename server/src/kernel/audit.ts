import { randomBytes, sign, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { type ChainedLeaf, headText, leafHash, MerkleTree, noLeaf, sha256 } from './chain.ts'
import type { Database } from './db.ts'
import type { Event } from './handler.ts'
import { type Ids, randomIds } from './ids.ts'
import { type Tx, tablesOf } from './tx.ts'

const kernel = tablesOf('kernel')

/** Who did it in which operation, at what time. */
export type Doing = { readonly actor: string; readonly operation: string; readonly now: string; readonly ids: Ids }

/** Writes the leaf and the outbox row of each event, in the transaction that made it happen (security.md 0.4). */
export async function recordEvents(tx: Tx, doing: Doing, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  const made = events.map((event) => ({ event, rowId: doing.ids.rowId(), salt: randomBytes(16) }))
  await insertLeaves(
    tx,
    made.map(({ event, rowId, salt }) => ({
      rowId,
      salt,
      chain: event.compartment,
      at: doing.now,
      actor: doing.actor,
      operation: doing.operation,
      type: event.type,
      subject: event.subject,
      data: JSON.stringify(event.data),
    })),
  )
  await kernel(tx)
    .insertInto('kernel.outbox')
    .values(
      made.map(({ event, rowId }) => ({
        row_id: rowId,
        at: doing.now,
        actor: doing.actor,
        type: event.type,
        subject: event.subject,
        compartment: event.compartment,
        data: JSON.stringify(event.data),
      })),
    )
    .execute()
}

type NewLeaf = {
  rowId: string
  salt: Buffer
  chain: string
  at: string
  actor: string
  operation: string
  type: string
  subject: string
  data: string
}

async function insertLeaves(tx: Tx, leaves: readonly NewLeaf[]): Promise<void> {
  await kernel(tx)
    .insertInto('kernel.leaf')
    .values(
      leaves.map(({ rowId, salt, chain, at, actor, operation, type, subject, data }) => ({
        row_id: rowId,
        chain,
        at,
        actor,
        operation,
        type,
        subject,
        digest: sha256(salt, Buffer.from(data)),
      })),
    )
    .execute()
  await kernel(tx)
    .insertInto('kernel.leaf_salt')
    .values(leaves.map(({ rowId, subject, salt, data }) => ({ row_id: rowId, subject, salt, data })))
    .execute()
}

type Read = { readonly doing: Doing; readonly chain: string; readonly subject: string; readonly ids: readonly string[] }

/**
 * The log of reads. A read commits with its group, and the answer waits for that; a search while typing is held until the
 * pause and then names everything that was shown.
 */
export class ReadLog {
  readonly #database: Database
  readonly #held = new Map<string, { read: Read; ids: Set<string>; timer: NodeJS.Timeout }>()
  #group: { read: Read; written: () => void; failed: (error: unknown) => void }[] = []

  constructor(database: Database) {
    this.#database = database
  }

  write(read: Read): Promise<void> {
    return new Promise((written, failed) => {
      this.#group.push({ read, written, failed })
      if (this.#group.length === 1) setImmediate(() => void this.#commit())
    })
  }

  /** Holds the leaf until the person has paused for two seconds. */
  hold(read: Read, pauseMs = 2_000): void {
    const key = `${read.doing.actor}|${read.doing.operation}`
    const held = this.#held.get(key)
    if (held) clearTimeout(held.timer)
    const ids = held?.ids ?? new Set()
    for (const id of read.ids) ids.add(id)
    const timer = setTimeout(() => void this.#release(key), pauseMs)
    timer.unref()
    this.#held.set(key, { read, ids, timer })
  }

  /** Writes what is held at once: at the end of a session and before the house stops. */
  async releaseAll(): Promise<void> {
    await Promise.all([...this.#held.keys()].map((key) => this.#release(key)))
  }

  async #release(key: string): Promise<void> {
    const held = this.#held.get(key)
    if (!held) return
    clearTimeout(held.timer)
    this.#held.delete(key)
    if (held.ids.size > 0) await this.write({ ...held.read, ids: [...held.ids] })
  }

  async #commit(): Promise<void> {
    const group = this.#group
    this.#group = []
    try {
      await this.#database.transact((tx) =>
        insertLeaves(
          tx,
          group.map(({ read: { doing, chain, subject, ids } }) => ({
            rowId: randomIds.rowId(),
            salt: randomBytes(16),
            chain,
            at: doing.now,
            actor: doing.actor,
            operation: doing.operation,
            type: 'read',
            subject,
            data: JSON.stringify({ ids }),
          })),
        ),
      )
      for (const one of group) one.written()
    } catch (error) {
      for (const one of group) one.failed(error)
    }
  }
}

/** Numbers committed leaves and outbox rows together and links each leaf into its chain. One at a time per database. */
export class Sequencer {
  readonly #database: Database
  readonly #trees = new Map<string, { tree: MerkleTree; last: string }>()
  readonly #changed = new Set<string>()
  #number = 0
  #sinceHead = 0

  constructor(database: Database) {
    this.#database = database
  }

  /** Sequences up to 500 leaves; gives how many. Another node at it means 0. */
  async run(): Promise<number> {
    return this.#database
      .asOwner(async (tx) => {
        const drawer = kernel(tx)
        const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(485901) as mine`.execute(drawer)
        if (!lock.rows[0]?.mine) return 0
        const leaves = await drawer
          .selectFrom('kernel.leaf')
          .selectAll()
          .where('number', 'is', null)
          .orderBy('row_id')
          .limit(500)
          .execute()
        if (leaves.length === 0) return 0
        await this.#catchUp(tx)
        const numbered: { row_id: string; number: number; position: number; previous: string; hash: string }[] = []
        for (const leaf of leaves) {
          const grown = this.#treeOf(leaf.chain)
          const next: ChainedLeaf = {
            chain: leaf.chain,
            position: grown.tree.size,
            number: this.#number + 1,
            at: leaf.at,
            actor: leaf.actor,
            operation: leaf.operation,
            type: leaf.type,
            subject: leaf.subject,
            digest: Buffer.from(leaf.digest).toString('hex'),
            previous: grown.last,
          }
          const hash = leafHash(next)
          numbered.push({
            row_id: leaf.row_id,
            number: next.number,
            position: next.position,
            previous: next.previous,
            hash: hash.toString('hex'),
          })
          this.#grow(leaf.chain, hash, next.number)
        }
        await sql`
        update kernel.leaf l set number = v.number, position = v.position,
          previous = decode(v.previous, 'hex'), hash = decode(v.hash, 'hex')
        from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
          as v(row_id uuid, number bigint, position bigint, previous text, hash text)
        where l.row_id = v.row_id`.execute(drawer)
        await sql`
        update kernel.outbox o set number = l.number from kernel.leaf l
        where o.number is null and l.row_id = o.row_id and l.number is not null`.execute(drawer)
        return leaves.length
      })
      .catch((error: unknown) => {
        // The transaction is gone, and with it what memory thinks was written.
        this.#trees.clear()
        this.#number = 0
        throw error
      })
  }

  /** Signs the heads of the chains that grew. Gives their notes, to be copied outside the database. */
  async signHeads(key: KeyObject, now: string): Promise<string[]> {
    if (this.#changed.size === 0) return []
    const notes = [...this.#changed].sort().map((chain) => {
      const text = headText(this.#database.installation, chain, this.#treeOf(chain).tree, now)
      return `${text}\n— solferino ${sign(null, Buffer.from(text), key).toString('base64')}\n`
    })
    await this.#database.asOwner(async (tx) => {
      await kernel(tx)
        .insertInto('kernel.head')
        .values(notes.map((note) => ({ row_id: randomIds.rowId(), number: this.#number, at: now, note })))
        .execute()
    })
    this.#changed.clear()
    this.#sinceHead = 0
    return notes
  }

  get leavesSinceHead(): number {
    return this.#sinceHead
  }

  /** Reads what other nodes, or an earlier life of this one, have written since. */
  async #catchUp(tx: Tx): Promise<void> {
    for (;;) {
      const rows = await kernel(tx)
        .selectFrom('kernel.leaf')
        .select(['chain', 'number', 'hash'])
        .where('number', '>', this.#number)
        .orderBy('number')
        .limit(5_000)
        .execute()
      for (const row of rows) this.#grow(row.chain, Buffer.from(row.hash!), row.number!)
      if (rows.length < 5_000) return
    }
  }

  #treeOf(chain: string): { tree: MerkleTree; last: string } {
    let known = this.#trees.get(chain)
    if (!known) {
      known = { tree: new MerkleTree(), last: noLeaf }
      this.#trees.set(chain, known)
    }
    return known
  }

  #grow(chain: string, hash: Buffer, number: number): void {
    const known = this.#treeOf(chain)
    known.tree.append(hash)
    known.last = hash.toString('hex')
    this.#number = number
    this.#changed.add(chain)
    this.#sinceHead += 1
  }
}
