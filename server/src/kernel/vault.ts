import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { decrypt, encrypt, envelopeVersion } from './envelope.ts'
import { sessionKeyOf } from './keyring.ts'
import { insideOf, type Tx, tablesOf } from './tx.ts'

export { decrypt, encrypt } from './envelope.ts'

/** Where a sealed value stands. It opens nowhere else: all of this is its associated data (security.md 0.5). */
export type Place = {
  readonly rowId: string
  readonly compartment: string
  /** Whose keys it needs: a record, a person named in a request; two for what concerns two (security.md 0.7). */
  readonly subjects: readonly string[]
}

const kernel = tablesOf('kernel')

/** The keys of an unsealed node. They live in this object and nowhere on disk. */
export class Vault {
  readonly #root: Buffer
  readonly #keys = new Map<string, Buffer>()
  readonly installation: string

  constructor(installation: string, root: Buffer) {
    this.installation = installation
    this.#root = root
  }

  /**
   * Makes the key of a new compartment, wrapped under the root key; of session class only its name, for that key is made
   * by the first member who opens it. Does nothing when it has one.
   */
  async createCompartment(
    tx: Tx,
    compartment: string,
    now: string,
    keyClass: 'service' | 'session' = 'service',
  ): Promise<void> {
    const wrap = () => encrypt(this.#root, randomBytes(32), `${this.installation}|wrap|${compartment}`)
    await kernel(tx)
      .insertInto('kernel.compartment_key')
      .values({
        compartment,
        class: keyClass,
        wrapped: keyClass === 'service' ? wrap() : null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /**
   * The key of one compartment: of service class unwrapped once and kept, of session class as the asking session opened
   * it and never kept. Throws when there is none: a bug, never an answer.
   */
  async keyOf(tx: Tx, compartment: string): Promise<Buffer> {
    const known = this.#keys.get(compartment)
    if (known) return known
    const row = await kernel(tx)
      .selectFrom('kernel.compartment_key')
      .select('wrapped')
      .where('compartment', '=', compartment)
      .executeTakeFirstOrThrow(() => new Error('a compartment without a key'))
    if (row.wrapped === null) {
      const opened = await sessionKeyOf(tx, compartment)
      if (!opened) throw new Error('a compartment that this session has not opened')
      return opened
    }
    const key = decrypt(this.#root, row.wrapped, `${this.installation}|wrap|${compartment}`)
    this.#keys.set(compartment, key)
    return key
  }

  /** A key for one purpose of the whole house, such as the pseudonyms of files: HKDF(root, purpose). */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#root, this.installation, `purpose|${purpose}`, 32))
  }
}

/** Seals and opens the one sealed JSON record of a table's rows. The schema is checked when it is opened. */
export function sealedColumn<Schema extends z.ZodType>(table: string, schema: Schema) {
  const placeText = (vault: Vault, place: Place) =>
    `${vault.installation}|${table}|sealed|${place.rowId}|${place.compartment}|${envelopeVersion}`

  return {
    async seal(tx: Tx, place: Place, content: z.input<Schema>): Promise<Buffer> {
      const { vault } = insideOf(tx)
      const salts = await saltsFor(tx, place.subjects)
      const key = recordKey(await vault.keyOf(tx, place.compartment), salts)
      return encrypt(key, Buffer.from(JSON.stringify(content)), placeText(vault, place))
    },

    /** Seals many rows with one look at the key table: for what comes in by the list. In the order given. */
    async sealAll(
      tx: Tx,
      rows: readonly { readonly place: Place; readonly content: z.input<Schema> }[],
    ): Promise<Buffer[]> {
      const { vault } = insideOf(tx)
      const subjects = [...new Set(rows.flatMap(({ place }) => place.subjects))]
      const salts = await saltsFor(tx, subjects)
      const saltOf = new Map(subjects.map((subject, index) => [subject, salts[index]!]))
      const sealed: Buffer[] = []
      for (const { place, content } of rows) {
        const own = place.subjects.map((subject) => saltOf.get(subject)!)
        const key = recordKey(await vault.keyOf(tx, place.compartment), own)
        sealed.push(encrypt(key, Buffer.from(JSON.stringify(content)), placeText(vault, place)))
      }
      return sealed
    },

    /** The contents in the order of the rows; null where one of its subjects was erased. */
    async open(
      tx: Tx,
      rows: readonly (Place & { readonly sealed: Uint8Array })[],
    ): Promise<(z.output<Schema> | null)[]> {
      const { vault } = insideOf(tx)
      const salts = await readSalts(tx, [...new Set(rows.flatMap((row) => row.subjects))])
      const opened: (z.output<Schema> | null)[] = []
      for (const row of rows) {
        const own = row.subjects.map((subject) => salts.get(subject))
        if (own.includes(undefined)) {
          opened.push(null)
          continue
        }
        const key = recordKey(await vault.keyOf(tx, row.compartment), own as Buffer[])
        const text = decrypt(key, row.sealed, placeText(vault, row)).toString()
        opened.push(schema.parse(JSON.parse(text)))
      }
      return opened
    },

    async openOne(tx: Tx, row: Place & { readonly sealed: Uint8Array }): Promise<z.output<Schema> | null> {
      const [content] = await this.open(tx, [row])
      return content ?? null
    },
  }
}

/** Destroys the keys of these subjects. Everything sealed for them stays closed for ever (domain/05 3.5). */
export async function destroyKeys(tx: Tx, subjects: readonly string[]): Promise<number> {
  if (subjects.length === 0) return 0
  const { numDeletedRows } = await kernel(tx)
    .deleteFrom('kernel.salt')
    .where('subject', 'in', subjects)
    .executeTakeFirst()
  await kernel(tx).deleteFrom('kernel.leaf_salt').where('subject', 'in', subjects).execute()
  return Number(numDeletedRows)
}

/** An HMAC of a text under a key for one purpose and one sender: known again, and nothing told (security.md 3.4). */
export function fingerprint(tx: Tx, purpose: string, text: string): Buffer {
  return createHmac('sha256', insideOf(tx).vault.derive(purpose)).update(text).digest()
}

async function saltsFor(tx: Tx, subjects: readonly string[]): Promise<Buffer[]> {
  const known = await readSalts(tx, subjects)
  const missing = subjects.filter((subject) => !known.has(subject))
  if (missing.length > 0) {
    const made = missing.map((subject) => ({ subject, salt: randomBytes(32) }))
    await kernel(tx)
      .insertInto('kernel.salt')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const [subject, salt] of await readSalts(tx, missing)) known.set(subject, salt)
  }
  return subjects.map((subject) => known.get(subject)!)
}

async function readSalts(tx: Tx, subjects: readonly string[]): Promise<Map<string, Buffer>> {
  if (subjects.length === 0) return new Map()
  const rows = await kernel(tx)
    .selectFrom('kernel.salt')
    .select(['subject', 'salt'])
    .where('subject', 'in', subjects)
    .execute()
  return new Map(rows.map((row) => [row.subject, Buffer.from(row.salt)]))
}

function recordKey(compartmentKey: Buffer, salts: readonly Buffer[]): Buffer {
  return Buffer.from(hkdfSync('sha256', compartmentKey, Buffer.concat(salts), 'record', 32))
}

/** A value that proves the root key without opening anything. */
export function rootCheck(root: Buffer, installation: string): Buffer {
  return createHmac('sha256', root).update(`commit|${installation}`).digest()
}

export function isRoot(root: Buffer, installation: string, check: Uint8Array): boolean {
  return root.length === 32 && timingSafeEqual(rootCheck(root, installation), check)
}
