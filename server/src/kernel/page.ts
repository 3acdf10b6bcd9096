import type { z } from 'zod'
import type { Context } from './handler.ts'
import { insideOf } from './tx.ts'
import { decrypt, encrypt } from './vault.ts'

/** A page of a list: its rows, and the cursor of the next page or null at the end. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/**
 * Where a list goes on, sealed: its content (the last row's keys, the filter) is unreadable outside, and it opens for
 * the same list and the same reader only.
 */
export function sealCursor({ tx, actor }: Context, list: string, content: unknown): string {
  const { vault } = insideOf(tx)
  const plain = Buffer.from(JSON.stringify(content))
  return encrypt(vault.derive('cursor'), plain, `${vault.installation}|${list}|${actor.id}`).toString('base64url')
}

/** What a cursor holds; null when it is not of this list, not of this reader, or was changed by a byte. */
export function openCursor<Schema extends z.ZodType>(
  { tx, actor }: Context,
  list: string,
  { cursor, schema }: { cursor: string; schema: Schema },
): z.output<Schema> | null {
  const { vault } = insideOf(tx)
  try {
    const sealed = Buffer.from(cursor, 'base64url')
    const plain = decrypt(vault.derive('cursor'), sealed, `${vault.installation}|${list}|${actor.id}`)
    return schema.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}

/** Cuts what was read (one row more than `limit`) into a page; `cursorOf` seals the keys of the last row shown. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: last !== undefined && rows.length > limit ? cursorOf(last) : null }
}
