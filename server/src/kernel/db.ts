import { Kysely, PostgresDialect, sql } from 'kysely'
import { openDatabase, type OpenDatabase, type OpenOptions } from './database/index.ts'
import { typedError } from './database/errors.ts'
import type { Tables } from './tables.gen.ts'
import { type Tx, wrap } from './tx.ts'
import type { Vault } from './vault.ts'

/** The one door to the rows: an open database and an unsealed vault. */
export class Database {
  readonly #kysely: Kysely<Tables>
  readonly #vault: Vault
  readonly open: OpenDatabase

  constructor(open: OpenDatabase, vault: Vault) {
    this.open = open
    this.#kysely = kyselyOver(open)
    this.#vault = vault
  }

  get installation(): string {
    return this.#vault.installation
  }

  /** Runs work in one transaction as the role that owns nothing (security.md 0.13). */
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return typed(
      this.#kysely.transaction().execute(async (rows) => {
        await sql`set local role solferino_app`.execute(rows)
        return work(wrap(rows, this.#vault))
      }),
    )
  }

  /** Runs work as the owner: for the sequencer and for starting up, never for a request. */
  asOwner<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return typed(this.#kysely.transaction().execute((rows) => work(wrap(rows, this.#vault))))
  }
}

/** What the driver throws, as the errors that are foreseen. */
function typed<Result>(running: Promise<Result>): Promise<Result> {
  return running.catch((error: unknown) => {
    throw typedError(error)
  })
}

/** Kysely on either engine: one dialect, one set of types. */
export function kyselyOver(open: OpenDatabase): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: open.pool }) })
}

export { openDatabase, type OpenDatabase, type OpenOptions }
