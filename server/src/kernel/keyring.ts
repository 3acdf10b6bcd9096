// The keys of session class (security.md 0.1): a compartment's key lies wrapped to each member's key pair; a session that
// opens the compartment keeps it sealed under its own token. No node holds it between requests, no background work ever.
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { sql } from 'kysely'
import { hourMs, later } from './clock.ts'
import { decrypt, encrypt } from './envelope.ts'
import { insideOf, type Tx, tablesOf } from './tx.ts'

const kernel = tablesOf('kernel')
const keptMs = 12 * hourMs

/** What one request of a session can open. It lives as long as the request, and is wiped after it. */
export class SessionKeys {
  readonly session: string
  readonly #secret: Buffer
  readonly #opened = new Map<string, Buffer>()

  constructor(session: string, token: string, installation: string) {
    this.session = session
    this.#secret = Buffer.from(hkdfSync('sha256', token, installation, `session|${session}`, 32))
  }

  known(compartment: string): Buffer | undefined {
    return this.#opened.get(compartment)
  }

  keep(compartment: string, key: Buffer): Buffer {
    this.#opened.set(compartment, key)
    return key
  }

  seal(compartment: string, key: Buffer): Buffer {
    return encrypt(this.#secret, key, `session key|${this.session}|${compartment}`)
  }

  unseal(compartment: string, sealed: Uint8Array): Buffer {
    return decrypt(this.#secret, sealed, `session key|${this.session}|${compartment}`)
  }

  /** Overwrites every key of the request. */
  wipe(): void {
    for (const key of [this.#secret, ...this.#opened.values()]) key.fill(0)
    this.#opened.clear()
  }
}

/** Gives the transaction what its session can open. */
export function bindSession(tx: Tx, session: string, token: string): SessionKeys {
  const inside = insideOf(tx)
  inside.keys = new SessionKeys(session, token, inside.vault.installation)
  return inside.keys
}

/** The key of a session-class compartment when the asking session has opened it, else null. */
export async function sessionKeyOf(tx: Tx, compartment: string): Promise<Buffer | null> {
  const { keys } = insideOf(tx)
  if (!keys) return null
  const known = keys.known(compartment)
  if (known) return known
  const row = await kernel(tx)
    .selectFrom('kernel.session_key')
    .select('sealed')
    .where('session', '=', keys.session)
    .where('compartment', '=', compartment)
    .executeTakeFirst()
  return row ? keys.keep(compartment, keys.unseal(compartment, row.sealed)) : null
}

/** Of these compartments those whose content can be opened here: all of service class, and what the session opened. */
export async function openable(tx: Tx, compartments: readonly string[]): Promise<string[]> {
  if (compartments.length === 0) return []
  const rows = await kernel(tx)
    .selectFrom('kernel.compartment_key')
    .select(['compartment', 'class'])
    .where('compartment', 'in', compartments)
    .execute()
  const found: string[] = []
  for (const row of rows)
    if (row.class === 'service' || (await sessionKeyOf(tx, row.compartment))) found.push(row.compartment)
  return found
}

/**
 * Opens a compartment of session class for the asking session, which has to be a member's. Who opens it first makes the
 * key; whoever has it hands it on to the members that have come since, and takes it from those who are none any more.
 * `not_handed_on`: this member came later, and no one who has the key has opened it since.
 */
export async function openForSession(
  tx: Tx,
  compartment: string,
  { person, members, now }: { person: string; members: readonly string[]; now: string },
): Promise<'opened' | 'not_handed_on'> {
  const { keys, rows } = insideOf(tx)
  if (!keys) throw new Error('no session asks')
  // Two who open it first at once would make two keys.
  await sql`select pg_advisory_xact_lock(hashtext(${compartment}))`.execute(rows)
  const wraps = await kernel(tx)
    .selectFrom('kernel.member_wrap')
    .select(['person', 'wrapped'])
    .where('compartment', '=', compartment)
    .execute()
  const own = wraps.find((one) => one.person === person)
  if (wraps.length > 0 && !own) return 'not_handed_on'
  const key = own ? await unwrap(tx, person, { compartment, wrapped: own.wrapped }) : randomBytes(32)
  keys.keep(compartment, key)
  await handOn(tx, compartment, { key, had: wraps.map((one) => one.person), members, now })
  await kernel(tx).deleteFrom('kernel.session_key').where('at', '<', later(now, -keptMs)).execute()
  await kernel(tx)
    .insertInto('kernel.session_key')
    .values({ session: keys.session, compartment, sealed: keys.seal(compartment, key), at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return 'opened'
}

/** Forgets what sessions have opened: one compartment, or all of it when a session ends. */
export async function forgetSessionKeys(tx: Tx, sessions: readonly string[], compartment?: string): Promise<void> {
  if (sessions.length === 0) return
  await kernel(tx)
    .deleteFrom('kernel.session_key')
    .where('session', 'in', sessions)
    .$if(compartment !== undefined, (rest) => rest.where('compartment', '=', compartment ?? ''))
    .execute()
}

type Handed = { key: Buffer; had: readonly string[]; members: readonly string[]; now: string }

async function handOn(tx: Tx, compartment: string, { key, had, members, now }: Handed): Promise<void> {
  const gone = had.filter((one) => !members.includes(one))
  if (gone.length > 0) {
    await kernel(tx)
      .deleteFrom('kernel.member_wrap')
      .where('compartment', '=', compartment)
      .where('person', 'in', gone)
      .execute()
  }
  for (const person of members) {
    if (had.includes(person)) continue
    const wrapped = wrapTo(await publicKeyOf(tx, person, now), key, placeOf(tx, compartment, person))
    await kernel(tx)
      .insertInto('kernel.member_wrap')
      .values({ compartment, person, wrapped, created_at: now })
      .execute()
  }
}

async function publicKeyOf(tx: Tx, person: string, now: string): Promise<KeyObject> {
  const row = await kernel(tx)
    .selectFrom('kernel.member_key')
    .select('public')
    .where('person', '=', person)
    .executeTakeFirst()
  if (row) return publicOf(row.public)
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const { vault } = insideOf(tx)
  const half = privateKey.export({ format: 'der', type: 'pkcs8' })
  await kernel(tx)
    .insertInto('kernel.member_key')
    .values({
      person,
      public: publicKey.export({ format: 'der', type: 'spki' }),
      wrapped_private: encrypt(vault.derive('member keys'), half, `${vault.installation}|member|${person}`),
      created_at: now,
    })
    .execute()
  return publicKey
}

async function unwrap(tx: Tx, person: string, at: { compartment: string; wrapped: Uint8Array }): Promise<Buffer> {
  const { vault } = insideOf(tx)
  const { wrapped_private: half } = await kernel(tx)
    .selectFrom('kernel.member_key')
    .select('wrapped_private')
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const der = decrypt(vault.derive('member keys'), half, `${vault.installation}|member|${person}`)
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  const bytes = Buffer.from(at.wrapped)
  const passing = publicOf(bytes.subarray(0, publicBytes))
  const shared = sharedKey(privateKey, passing, bytes.subarray(0, publicBytes))
  return decrypt(shared, bytes.subarray(publicBytes), placeOf(tx, at.compartment, person))
}

const publicBytes = 44

/** To one person: a passing X25519 pair, HKDF over what both ends share, AES-256-GCM bound to the place. */
function wrapTo(member: KeyObject, key: Buffer, place: string): Buffer {
  const passing = generateKeyPairSync('x25519')
  const open = passing.publicKey.export({ format: 'der', type: 'spki' })
  return Buffer.concat([open, encrypt(sharedKey(passing.privateKey, member, open), key, place)])
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), salt, 'member wrap', 32))
}

function publicOf(der: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
}

function placeOf(tx: Tx, compartment: string, person: string): string {
  return `${insideOf(tx).vault.installation}|member wrap|${compartment}|${person}`
}
