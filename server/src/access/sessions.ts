import { randomBytes } from 'node:crypto'
import { dayMs, hourMs, later, minuteMs } from '#kernel/clock'
import type { Context } from '#kernel/handler'
import { hashToken } from '#kernel/http'
import { forgetSessionKeys } from '#kernel/keyring'
import { type Tx, tablesOf } from '#kernel/tx'

const own = tablesOf('access')

// security.md 3.5: absolute 12 h; idle 60 min, the terminal its 12 h.
const lifeMs = 12 * hourMs
const idleMs = { browser: hourMs, walk: 12 * hourMs, terminal: lifeMs } as const
const linkMs = 30 * minuteMs

export type SessionKind = keyof typeof idleMs
export type LinkKind = 'sign_in' | 'walk' | 'terminal'

/** 256 random bits; stored only as their hash. */
function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A link that signs in once. Exercise links live a week, others 30 minutes. */
export async function addLink(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  person: string,
  kind: LinkKind,
  forExercise = false,
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken()
  const expiresAt = later(now, forExercise ? 7 * dayMs : linkMs)
  await own(tx)
    .insertInto('access.link')
    .values({ token_hash: hashToken(token), person, kind, created_at: now, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

/** Uses a link up; null when it is not there, was used, or has expired, which all look the same. */
export async function useLink(tx: Tx, token: string, now: string): Promise<{ person: string; kind: LinkKind } | null> {
  const used = await own(tx)
    .updateTable('access.link')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person', 'kind'])
    .executeTakeFirst()
  if (!used) return null
  const kind = used.kind === 'walk' || used.kind === 'terminal' ? used.kind : 'sign_in'
  return { person: used.person, kind }
}

export async function addSession(
  context: Pick<Context, 'tx' | 'now' | 'newId' | 'newRowId'>,
  person: string,
  kind: SessionKind,
): Promise<{ id: string; token: string }> {
  const token = newToken()
  const id = context.newId()
  await own(context.tx)
    .insertInto('access.session')
    .values({
      row_id: context.newRowId(),
      id,
      token_hash: hashToken(token),
      person,
      kind,
      created_at: context.now,
      seen_at: context.now,
      expires_at: later(context.now, lifeMs),
    })
    .execute()
  return { id, token }
}

/** The live session of a token. Being asked is being seen: at most once a minute that is written down. */
export async function liveSession(
  tx: Tx,
  tokenHash: string,
  now: string,
): Promise<{ id: string; person: string; kind: SessionKind } | null> {
  const row = await own(tx)
    .selectFrom('access.session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const kind = sessionKind(row.kind)
  if (later(row.seen_at, idleMs[kind]) <= now) {
    await forgetSessionKeys(tx, [row.id])
    return null
  }
  if (later(row.seen_at, minuteMs) < now)
    await own(tx).updateTable('access.session').set({ seen_at: now }).where('id', '=', row.id).execute()
  return { id: row.id, person: row.person, kind }
}

export async function sessionsOf(tx: Tx, person: string, now: string) {
  const rows = await own(tx)
    .selectFrom('access.session')
    .selectAll()
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('row_id', 'desc')
    .execute()
  return rows
    .map((row) => ({ id: row.id, kind: sessionKind(row.kind), createdAt: row.created_at, seenAt: row.seen_at }))
    .filter((row) => later(row.seenAt, idleMs[row.kind]) > now)
}

export async function closeSession(tx: Tx, person: string, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await own(tx)
    .updateTable('access.session')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await forgetSessionKeys(tx, [id])
  return numUpdatedRows > 0n
}

function sessionKind(kind: string): SessionKind {
  return kind === 'walk' || kind === 'terminal' ? kind : 'browser'
}
