import { argon2, randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { kyselyOver, type OpenDatabase } from './db.ts'
import { newRootKey } from './installation.ts'
import { decrypt, encrypt } from './vault.ts'

export const passphraseMinimum = 15

export class WrongPassphrase extends Error {}
export class KeyFileMissing extends Error {}

/** Reads the root key from its file: 64 hex digits. Throws KeyFileMissing when there is none, or it is something else. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new KeyFileMissing(`there is no key in ${path}`)
  return Buffer.from(text.trim(), 'hex')
}

/** Makes a root key and keeps it in a new file of mode 0600. Never overwrites. */
export async function makeKeyFile(path: string): Promise<Buffer> {
  const root = newRootKey()
  await writeFile(path, `${root.toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  await chmod(path, 0o600)
  return root
}

/** Whether this installation can be unsealed by a passphrase. */
export async function hasPassphrase(open: OpenDatabase): Promise<boolean> {
  const row = await kyselyOver(open).selectFrom('kernel.root_wrap').select('one').executeTakeFirst()
  return row !== undefined
}

/** Wraps a new root key under a passphrase and gives it; for an empty database. */
export async function makePassphrase(open: OpenDatabase, passphrase: string, now: string): Promise<Buffer> {
  const root = newRootKey()
  const salt = randomBytes(16)
  const wrapped = encrypt(await stretch(passphrase, salt), root, 'root')
  await kyselyOver(open).insertInto('kernel.root_wrap').values({ salt, wrapped, created_at: now }).execute()
  return root
}

/** The root key that a passphrase opens. Throws WrongPassphrase, also where there is no passphrase at all. */
export async function rootByPassphrase(open: OpenDatabase, passphrase: string): Promise<Buffer> {
  const row = await kyselyOver(open).selectFrom('kernel.root_wrap').selectAll().executeTakeFirst()
  const key = await stretch(passphrase, row ? Buffer.from(row.salt) : Buffer.alloc(16))
  try {
    if (row) return decrypt(key, Buffer.from(row.wrapped), 'root')
  } catch {
    // The same answer as where nothing is wrapped.
  }
  throw new WrongPassphrase('this passphrase does not open this installation')
}

/** Argon2id with 128 MiB, three passes: about a second (RFC 9106). */
function stretch(passphrase: string, nonce: Buffer): Promise<Buffer> {
  const parameters = {
    message: passphrase.normalize('NFKC'),
    nonce,
    parallelism: 4,
    tagLength: 32,
    memory: 131_072,
    passes: 3,
  }
  return new Promise((resolve, reject) =>
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key))),
  )
}
