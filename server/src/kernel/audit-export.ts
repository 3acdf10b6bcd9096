import type { Database } from './db.ts'
import { tablesOf } from './tx.ts'

const kernel = tablesOf('kernel')
const pageRows = 2_000

/**
 * The log as lines of JSON for the stand-alone verifier: first the installation and the public key of its heads, then
 * every numbered leaf in order, then every signed head that the database holds. No content, no salt: digests alone.
 */
export async function* exportLog(database: Database): AsyncGenerator<string> {
  const installation = await database.asOwner((tx) =>
    kernel(tx).selectFrom('kernel.installation').select(['id', 'head_public']).executeTakeFirstOrThrow(),
  )
  const key = Buffer.from(installation.head_public).toString('base64')
  yield line({ kind: 'log', form: 1, installation: installation.id, key })
  for (let after = 0; ;) {
    const rows = await database.asOwner((tx) =>
      kernel(tx)
        .selectFrom('kernel.leaf')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(pageRows)
        .execute(),
    )
    for (const row of rows) {
      const { chain, position, number, at, actor, operation, type, subject } = row
      const [digest, previous, hash] = [row.digest, row.previous, row.hash].map((one) => one && hex(one))
      yield line({ kind: 'leaf', chain, position, number, at, actor, operation, type, subject, digest, previous, hash })
    }
    const last = rows.at(-1)?.number
    if (rows.length < pageRows || !last) break
    after = last
  }
  const heads = await database.asOwner((tx) =>
    kernel(tx).selectFrom('kernel.head').select(['note']).orderBy('row_id').execute(),
  )
  for (const { note } of heads) yield line({ kind: 'head', note })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
