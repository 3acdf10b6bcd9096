import type { Context } from '#kernel/handler'
import type { Tx } from '#kernel/tx'
import type { Reader } from './readers.ts'
import { own, type Request, visible } from './store.ts'

/** Links two requests for one person; false when they are linked already. */
export async function link(context: Context, request: Request, other: Request): Promise<boolean> {
  const [one, two] = inOrder(request.id, other.id)
  if (await findLink(context.tx, one, two)) return false
  const { newRowId, now, actor, tx } = context
  await own(tx)
    .insertInto('tracing.link')
    .values({ row_id: newRowId(), one, other: two, compartment: request.compartment, at: now, by: actor.id })
    .execute()
  return true
}

/** Ends a link; false when there is none. */
export async function unlink({ tx, now }: Context, request: string, other: string): Promise<boolean> {
  const [one, two] = inOrder(request, other)
  const found = await findLink(tx, one, two)
  if (!found) return false
  await own(tx).updateTable('tracing.link').set({ ended_at: now }).where('row_id', '=', found.row_id).execute()
  return true
}

/** The requests linked with one that this reader may see, and since when. */
export async function linkedWith(
  tx: Tx,
  reader: Reader,
  id: string,
): Promise<{ id: string; compartment: string; state: string; officer: string | null; at: string }[]> {
  const ends = await own(tx)
    .selectFrom('tracing.link')
    .select(['one', 'other', 'at'])
    .where((is) => is.or([is('one', '=', id), is('other', '=', id)]))
    .where('ended_at', 'is', null)
    .orderBy('row_id')
    .execute()
  if (ends.length === 0) return []
  const since = new Map(ends.map((end) => [end.one === id ? end.other : end.one, end.at]))
  const rows = await visible(tx, reader)
    .select(['id', 'compartment', 'state', 'officer'])
    .where('id', 'in', [...since.keys()])
    .orderBy('row_id')
    .execute()
  return rows.map((row) => ({ ...row, at: since.get(row.id) ?? '' }))
}

/** The other ends of the links that stand, whoever may see them. */
export async function linkedIds(tx: Tx, id: string): Promise<string[]> {
  const ends = await own(tx)
    .selectFrom('tracing.link')
    .select(['one', 'other'])
    .where((is) => is.or([is('one', '=', id), is('other', '=', id)]))
    .where('ended_at', 'is', null)
    .orderBy('row_id')
    .execute()
  return ends.map((end) => (end.one === id ? end.other : end.one))
}

export type WarningKind = 'outcome_reported' | 'told'

/** Warns whoever works a request that something became of a linked one; never what. */
export async function warn(
  { tx, now, newId, newRowId }: Context,
  request: { id: string; compartment: string },
  what: { kind: WarningKind; about: string },
): Promise<void> {
  await own(tx)
    .insertInto('tracing.warning')
    .values({
      row_id: newRowId(),
      id: newId(),
      request: request.id,
      compartment: request.compartment,
      kind: what.kind,
      about: what.about,
      at: now,
    })
    .execute()
}

/** Warnings of these requests that nobody has looked at. */
export async function openWarnings(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await own(tx)
    .selectFrom('tracing.warning')
    .select(['id', 'request', 'kind', 'about', 'at'])
    .where('request', 'in', ids)
    .where('seen_at', 'is', null)
    .orderBy('row_id')
    .execute()
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kind: kind === 'told' ? ('told' as const) : ('outcome_reported' as const),
  }))
}

/** Warnings that wait, over all requests this reader may see, oldest first. */
export async function warningsFor(tx: Tx, reader: Reader, limit: number) {
  return visible(tx, reader)
    .innerJoin('tracing.warning', 'tracing.warning.request', 'tracing.request.id')
    .select(['tracing.warning.request', 'tracing.warning.at', 'tracing.warning.kind'])
    .where('tracing.warning.seen_at', 'is', null)
    .orderBy('tracing.warning.row_id')
    .limit(limit)
    .execute()
}

/** Marks a warning as seen; false when there is none that waits. */
export async function seeWarning({ tx, now, actor }: Context, request: string, warning: string): Promise<boolean> {
  const { numUpdatedRows } = await own(tx)
    .updateTable('tracing.warning')
    .set({ seen_at: now, seen_by: actor.id })
    .where('id', '=', warning)
    .where('request', '=', request)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps an accepted pair with a request: a lead, or what its outcome rests on. */
export async function keepLead(
  { tx, now, newRowId }: Context,
  request: Request,
  { pair, record, grade }: { pair: string; record: string; grade: string },
): Promise<void> {
  await endLead({ tx, now }, request.id, pair)
  await own(tx)
    .insertInto('tracing.lead')
    .values({ row_id: newRowId(), request: request.id, compartment: request.compartment, pair, record, grade, at: now })
    .execute()
}

/** Ends a lead; gives its grade, or undefined when there is none. */
export async function endLead(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  request: string,
  pair: string,
): Promise<string | undefined> {
  const row = await own(tx)
    .updateTable('tracing.lead')
    .set({ ended_at: now })
    .where('request', '=', request)
    .where('pair', '=', pair)
    .where('ended_at', 'is', null)
    .returning('grade')
    .executeTakeFirst()
  return row?.grade
}

/** The accepted pairs that stand for a request. */
export async function leadsOf(tx: Tx, request: string) {
  return own(tx)
    .selectFrom('tracing.lead')
    .select(['pair', 'record', 'grade', 'at'])
    .where('request', '=', request)
    .where('ended_at', 'is', null)
    .orderBy('row_id')
    .execute()
}

/** The requests with which a record was accepted as a pair, of one grade or any: the other way of uniqueness. */
export async function requestsWithLead(
  tx: Tx,
  reader: Reader,
  { record, grade }: { record: string; grade: string | null },
): Promise<string[]> {
  const rows = await visible(tx, reader)
    .innerJoin('tracing.lead', 'tracing.lead.request', 'tracing.request.id')
    .select('tracing.request.id')
    .distinct()
    .where('tracing.lead.record', '=', record)
    .where('tracing.lead.ended_at', 'is', null)
    .$if(grade !== null, (rest) => rest.where('tracing.lead.grade', '=', grade ?? ''))
    .execute()
  return rows.map((row) => row.id)
}

function findLink(tx: Tx, one: string, other: string) {
  return own(tx)
    .selectFrom('tracing.link')
    .select('row_id')
    .where('one', '=', one)
    .where('other', '=', other)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one]
}
