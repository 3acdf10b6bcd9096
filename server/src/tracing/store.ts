import type { Selectable, Updateable } from 'kysely'
import type { Context } from '#kernel/handler'
import type { Tables } from '#kernel/tables.gen'
import { type Tx, tablesOf } from '#kernel/tx'
import { State, Outcome, UrgentReason } from './shapes.ts'
import type { Head } from './contract.ts'
import type { z } from 'zod'
import { anyOpen } from './domain.ts'
import { officersOf, type Reader } from './readers.ts'
import type { State as StateName } from './words.ts'

export const own = tablesOf('tracing')
type Row = Selectable<Tables['tracing.request']>
export type Request = Omit<Row, 'state' | 'outcome'> & {
  readonly state: StateName
  readonly outcome: z.output<typeof Outcome> | null
}
export type Patch = Omit<Updateable<Tables['tracing.request']>, 'state' | 'outcome' | 'id' | 'compartment' | 'row_id'>

/** Every read of this room starts here: the reader's compartments. */
export function visible(tx: Tx, reader: Reader) {
  const compartments = reader.compartments.length > 0 ? reader.compartments : ['']
  return own(tx).selectFrom('tracing.request').where('tracing.request.compartment', 'in', compartments)
}

/** One request that this reader may see, to look at. */
export async function find(tx: Tx, reader: Reader, id: string): Promise<Request | undefined> {
  return requestOf(await visible(tx, reader).selectAll().where('id', '=', id).executeTakeFirst())
}

/** The same, held until the end of the transaction: for whatever decides on its state. */
export async function hold(tx: Tx, reader: Reader, id: string): Promise<Request | undefined> {
  return requestOf(await visible(tx, reader).selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** Of these ids the ones this reader may see, in the order of their filing. */
export async function findAll(tx: Tx, reader: Reader, ids: readonly string[]): Promise<Request[]> {
  if (ids.length === 0) return []
  const rows = await visible(tx, reader).selectAll().where('id', 'in', ids).orderBy('row_id').execute()
  return rows.flatMap((row) => requestOf(row) ?? [])
}

export async function add(
  context: Context,
  request: { id: string; context: string; compartment: string },
): Promise<Request> {
  const { tx, actor, now } = context
  const row = await own(tx)
    .insertInto('tracing.request')
    .values({
      row_id: context.newRowId(),
      ...request,
      state: 'draft',
      sought_version: 1,
      enquirer_version: 1,
      filed_at: now,
      filed_by: actor.id,
      state_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return parse(row)
}

/** Writes what changed of a request and gives it as it is now. */
export async function change(
  tx: Tx,
  id: string,
  patch: Patch & { state?: StateName; outcome?: Request['outcome'] },
): Promise<Request> {
  const row = await own(tx)
    .updateTable('tracing.request')
    .set(patch)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return parse(row)
}

/** Whether a basis to search stands: a consent for it, or another recorded ground, not withdrawn. */
export async function hasBasis(tx: Tx, id: string): Promise<boolean> {
  const found = await own(tx)
    .selectFrom('tracing.consent')
    .select('id')
    .where('request', '=', id)
    .where('purpose', '=', 'search')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Open requests whose last basis was withdrawn: nobody may go on searching with them until it is settled. */
export async function withoutBasis(tx: Tx, reader: Reader, limit: number): Promise<Request[]> {
  const rows = await visible(tx, reader)
    .selectAll()
    .where('state', 'in', [...anyOpen])
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('tracing.consent')
            .select('tracing.consent.id')
            .whereRef('tracing.consent.request', '=', 'tracing.request.id')
            .where('purpose', '=', 'search')
            .where('withdrawn_at', 'is', null),
        ),
      ),
    )
    .orderBy('state_at')
    .limit(limit)
    .execute()
  return rows.map(parse)
}

export type ListFilter = {
  readonly state: string | null
  readonly urgent: boolean
  readonly officer: string | null
  /** The day up to which a review or a call counts as due; null for all requests. */
  readonly dueOn: string | null
}
export type ListKey = { readonly at: string; readonly rowId: string }

/** Requests by how long they are in their state, then by filing; one row more than a page. */
export async function list(
  tx: Tx,
  reader: Reader,
  asked: { filter: ListFilter; after: ListKey | null; limit: number },
): Promise<Request[]> {
  const { filter, after } = asked
  let rows = visible(tx, reader).selectAll()
  if (filter.state !== null) rows = rows.where('state', '=', filter.state)
  if (filter.urgent) rows = rows.where('urgent_reason', 'is not', null)
  if (filter.officer !== null) rows = rows.where('officer', '=', filter.officer)
  const { dueOn } = filter
  if (dueOn !== null)
    rows = rows.where((is) =>
      is.or([
        is('state', 'in', ['submitted', 'reopened']),
        is('correction_owed_at', 'is not', null),
        is('review_on', '<=', dueOn),
        is('next_call_on', '<=', dueOn),
        is('urgent_review_on', '<=', dueOn),
      ]),
    )
  if (after !== null)
    rows = rows.where((is) =>
      is.or([
        is('state_at', '>', after.at),
        is.and([is('state_at', '=', after.at), is('tracing.request.row_id', '>', after.rowId)]),
      ]),
    )
  const found = await rows
    .orderBy('state_at')
    .orderBy('row_id')
    .limit(asked.limit + 1)
    .execute()
  return found.map(parse)
}

/** After a row key, in the order of filing: for loading an index page by page. */
export async function after(tx: Tx, reader: Reader, rowId: string | null, limit: number): Promise<Request[]> {
  const rows = await visible(tx, reader)
    .selectAll()
    .$if(rowId !== null, (rest) => rest.where('row_id', '>', rowId ?? ''))
    .orderBy('row_id')
    .limit(limit)
    .execute()
  return rows.map(parse)
}

/** Where a request stands, as this reader may know it: candidates are for officers of the case. */
export function headOf(context: Pick<Context, 'actor' | 'now'>, request: Request): z.output<typeof Head> {
  const today = context.now.slice(0, 10)
  const due = (day: string | null) => day !== null && day <= today
  const { urgent_reason: reason, urgent_by: by, urgent_at: at, urgent_review_on: reviewOn } = request
  const urgent = reason && by && at && reviewOn ? { reason: UrgentReason.parse(reason), by, at, reviewOn } : null
  const isOfficer = officersOf(context.actor).compartments.includes(request.compartment)
  return {
    id: request.id,
    context: request.context,
    state: request.state,
    outcome: request.outcome,
    soughtVersion: request.sought_version,
    enquirerVersion: request.enquirer_version,
    filedAt: request.filed_at,
    submittedAt: request.submitted_at,
    openedAt: request.opened_at,
    stateAt: request.state_at,
    officer: request.officer,
    awaitingReply: request.awaiting_reply,
    candidates: isOfficer ? request.candidates : null,
    reviewOn: request.review_on,
    nextCallOn: request.next_call_on,
    urgent,
    correctionOwedAt: request.correction_owed_at,
    reviewDue: due(request.review_on) || due(request.next_call_on) || due(urgent?.reviewOn ?? null),
  }
}

function requestOf(row: Row | undefined): Request | undefined {
  return row && parse(row)
}

function parse(row: Row): Request {
  return { ...row, state: State.parse(row.state), outcome: Outcome.nullable().parse(row.outcome) }
}

/** Erasing a request: its links and warnings go, its row stays as a mark without content; gives whose keys to destroy. */
export async function forget(tx: Tx, subject: string): Promise<readonly string[]> {
  const found = await own(tx).selectFrom('tracing.request').select('id').where('id', '=', subject).executeTakeFirst()
  if (!found) return []
  await own(tx)
    .deleteFrom('tracing.warning')
    .where((is) => is.or([is('request', '=', subject), is('about', '=', subject)]))
    .execute()
  await own(tx)
    .deleteFrom('tracing.link')
    .where((is) => is.or([is('one', '=', subject), is('other', '=', subject)]))
    .execute()
  return [subject]
}

/** The compartment in which a request of this number is held; null when there is none. For an erasure. */
export async function compartmentHolding(tx: Tx, subject: string): Promise<string | null> {
  const row = await own(tx)
    .selectFrom('tracing.request')
    .select('compartment')
    .where('id', '=', subject)
    .executeTakeFirst()
  return row?.compartment ?? null
}
