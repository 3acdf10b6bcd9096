import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Tx, tablesOf } from './tx.ts'
import { decrypt, encrypt, sealedColumn } from './vault.ts'

const kernel = tablesOf('kernel')
const content = sealedColumn('kernel.file', z.object({ key: z.string(), name: z.string() }))
const chunkBytes = 1 << 20

/** A file that came in and lies sealed on disk, but belongs to nothing yet. */
export type StagedFile = {
  readonly id: string
  readonly bytes: number
  readonly chunks: number
  readonly sha256: Buffer
  readonly key: Buffer
}

export class FileTooLarge extends Error {}

/**
 * Sealed files in 1 MiB chunks below one folder, each file under a key of its own, which is sealed in its row. Nothing of
 * a file ever touches the disk in clear; a chunk opens only at its own place in its own file.
 */
export class Files {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Takes a stream in. Throws FileTooLarge past the limit; nothing of it is left then. */
  async stage(stream: AsyncIterable<Uint8Array>, bytesMax: number): Promise<StagedFile> {
    const id = randomUUID()
    const key = randomBytes(32)
    const folder = join(this.#folder, 'staged', id)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let bytes = 0
    let chunks = 0
    let held: Uint8Array[] = []
    let heldBytes = 0
    const flush = async (upTo: number) => {
      const all = Buffer.concat(held)
      await writeChunk(join(folder, String(chunks)), encrypt(key, all.subarray(0, upTo), `${id}|${chunks}`))
      held = [all.subarray(upTo)]
      heldBytes = all.length - upTo
      chunks += 1
    }
    try {
      for await (const part of stream) {
        bytes += part.length
        if (bytes > bytesMax) throw new FileTooLarge()
        hash.update(part)
        held.push(part)
        heldBytes += part.length
        while (heldBytes >= chunkBytes) await flush(chunkBytes)
      }
      if (heldBytes > 0 || chunks === 0) await flush(heldBytes)
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return { id, bytes, chunks, sha256: hash.digest(), key }
  }

  /** The bytes of a staged file, in memory alone: for what is small enough to be read whole. */
  async readStaged(staged: StagedFile): Promise<Buffer> {
    const folder = join(this.#folder, 'staged', staged.id)
    const parts: Buffer[] = []
    for (let index = 0; index < staged.chunks; index += 1)
      parts.push(decrypt(staged.key, await readFile(join(folder, String(index))), `${staged.id}|${index}`))
    return Buffer.concat(parts)
  }

  /** Makes a staged file belong to a record of a compartment. */
  async keep(
    tx: Tx,
    staged: StagedFile,
    owner: { compartment: string; name: string; now: string; rowId: string },
  ): Promise<void> {
    await rename(join(this.#folder, 'staged', staged.id), join(this.#folder, staged.id))
    const place = { rowId: owner.rowId, compartment: owner.compartment, subjects: [staged.id] }
    await kernel(tx)
      .insertInto('kernel.file')
      .values({
        row_id: owner.rowId,
        id: staged.id,
        compartment: owner.compartment,
        subject: staged.id,
        bytes: staged.bytes,
        chunks: staged.chunks,
        sha256: staged.sha256,
        created_at: owner.now,
        sealed: await content.seal(tx, place, { key: staged.key.toString('base64'), name: owner.name }),
      })
      .execute()
  }

  /** Throws away what was staged and not kept. */
  async discard(staged: StagedFile): Promise<void> {
    await rm(join(this.#folder, 'staged', staged.id), { recursive: true, force: true })
  }

  /** Name and bytes of a kept file, chunk by chunk; null when it was erased or never was. */
  async read(
    tx: Tx,
    id: string,
  ): Promise<{ name: string; bytes: number; chunks: () => AsyncGenerator<Buffer> } | null> {
    const row = await kernel(tx).selectFrom('kernel.file').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return null
    const place = { rowId: row.row_id, compartment: row.compartment, subjects: [row.subject], sealed: row.sealed }
    const opened = await content.openOne(tx, place)
    if (!opened) return null
    const key = Buffer.from(opened.key, 'base64')
    const folder = join(this.#folder, id)
    const { chunks } = row
    async function* read() {
      for (let index = 0; index < chunks; index += 1)
        yield decrypt(key, await readFile(join(folder, String(index))), `${id}|${index}`)
    }
    return { name: opened.name, bytes: row.bytes, chunks: read }
  }

  /** Destroys a file's chunks; its key goes with the salt of its id (vault.destroyKeys). */
  async destroy(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true })
  }
}

async function writeChunk(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
