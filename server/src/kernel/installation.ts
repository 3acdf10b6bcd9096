import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { Database, kyselyOver, type OpenDatabase } from './db.ts'
import { decrypt, encrypt, isRoot, rootCheck, Vault } from './vault.ts'

export class WrongRootKey extends Error {}
export class WrongMode extends Error {}

export type Unsealed = {
  readonly database: Database
  readonly headKey: KeyObject
  readonly mode: 'exercise' | 'real'
  readonly isNew: boolean
}

export function newRootKey(): Buffer {
  return randomBytes(32)
}

/** What kind of installation lies in a database, without any key; null when none was made there yet. */
export async function readInstallation(open: OpenDatabase) {
  const row = await kyselyOver(open).selectFrom('kernel.installation').selectAll().executeTakeFirst()
  return row ?? null
}

/**
 * Opens an installation with its root key, or makes one in an empty database. An exercise never opens as real nor a real
 * one as an exercise (security.md 0.2).
 */
export async function unseal(
  open: OpenDatabase,
  root: Buffer,
  { mode, now }: { mode: 'exercise' | 'real'; now: string },
): Promise<Unsealed> {
  const found = await readInstallation(open)
  if (found && found.mode !== mode) throw new WrongMode(`this database holds an installation in ${found.mode} mode`)
  const row = found ?? (await install(open, root, { mode, now }))
  if (!isRoot(root, row.id, row.root_check)) throw new WrongRootKey('this key does not open this installation')
  const database = new Database(open, new Vault(row.id, root))
  const der = decrypt(root, row.head_key, `${row.id}|head`)
  const headKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { database, headKey, mode, isNew: found === null }
}

async function install(open: OpenDatabase, root: Buffer, { mode, now }: { mode: string; now: string }) {
  const id = randomUUID()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const made = {
    id,
    mode,
    root_check: rootCheck(root, id),
    head_key: encrypt(root, privateKey.export({ format: 'der', type: 'pkcs8' }), `${id}|head`),
    head_public: publicKey.export({ format: 'der', type: 'spki' }),
    created_at: now,
  }
  await kyselyOver(open).insertInto('kernel.installation').values(made).execute()
  const vault = new Vault(id, root)
  await new Database(open, vault).asOwner((tx) => vault.createCompartment(tx, 'house', now))
  return made
}
