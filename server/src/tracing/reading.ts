import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import { readEnquirer, readSought } from './contents.ts'
import { readConsents } from './history.ts'
import { mainName } from './domain.ts'
import { leadsOf, linkedIds, linkedWith, requestsWithLead } from './links.ts'
import { officersOf, reader } from './readers.ts'
import type { Consent, Enquirer, Sought } from './shapes.ts'
import * as store from './store.ts'

/** A request as a later room may read it: who is sought and where it stands; never who asks. */
export type RequestRead = {
  readonly id: string
  readonly rowId: string
  readonly context: string
  readonly compartment: string
  readonly state: store.Request['state']
  readonly version: number
  readonly filedOn: string
  readonly urgent: boolean
  readonly officer: string | null
  readonly sought: z.output<typeof Sought>
}

/** Of these requests the ones this actor may see, as a case (`tracing.read`) or as one side of a pair (`matching.read`). */
export async function readRequests(context: Context, ids: readonly string[]): Promise<RequestRead[]> {
  const found = await store.findAll(context.tx, reader(context.actor, 'tracing.read', 'matching.read'), ids)
  return read(context, found)
}

/**
 * The next requests in the order of their filing, for loading an index in memory: `afterRowId` null for the first.
 * `last` is what to go on with, null at the end. For a principal with `tracing.read`.
 */
export async function requestsForIndex(
  context: Context,
  afterRowId: string | null,
  limit: number,
): Promise<{ requests: RequestRead[]; last: string | null }> {
  const rows = await store.after(context.tx, reader(context.actor, 'tracing.read'), afterRowId, limit)
  return { requests: await read(context, rows), last: rows.length < limit ? null : (rows.at(-1)?.row_id ?? null) }
}

/** What the gate has to know of a request: who asks, and which consents stand. Null when it may not be seen. */
export async function readForAnswer(
  context: Context,
  id: string,
): Promise<{
  request: RequestRead
  enquirer: z.output<typeof Enquirer>
  enquirerVersion: number
  consents: z.output<typeof Consent>[]
  leads: { pair: string; record: string; grade: string; at: string }[]
} | null> {
  const request = await store.find(context.tx, reader(context.actor, 'tracing.read'), id)
  if (!request) return null
  const [own] = await read(context, [request])
  const enquirer = await readEnquirer(context.tx, request)
  if (!own || !enquirer) return null
  const consents = (await readConsents(context.tx, id)).filter((one) => one.withdrawnAt === null)
  const leads = await leadsOf(context.tx, id)
  return { request: own, enquirer, enquirerVersion: request.enquirer_version, consents, leads }
}

/**
 * What decisions already speak against uniqueness (domain/07 3): other records accepted for this request, and requests
 * accepted for this record that are not linked as seeking the same person.
 */
export async function rivalsOf(
  context: Context,
  { request, record }: { request: string; record: string },
): Promise<{ records: number; requests: number }> {
  const { tx, actor } = context
  const linked = new Set((await linkedWith(tx, officersOf(actor), request)).map((one) => one.id))
  const records = new Set((await leadsOf(tx, request)).map((lead) => lead.record))
  records.delete(record)
  const others = await requestsWithLead(tx, reader(actor, 'tracing.read'), { record, grade: null })
  const requests = others.filter((other) => other !== request && !linked.has(other))
  return { records: records.size, requests: requests.length }
}

/** The requests whose outcome rests on a record: an established pair with it stands. */
export function requestsRestingOn({ tx, actor }: Context, record: string): Promise<string[]> {
  return requestsWithLead(tx, reader(actor, 'tracing.read'), { record, grade: 'established' })
}

/** Requests whose outcome waits for an answer to be prepared, longest waiting first, at most 200. */
export async function pendingRequests(context: Context): Promise<{ id: string; name: string; since: string }[]> {
  const reading = reader(context.actor, 'tracing.write')
  const filter = { state: 'outcome_pending', urgent: false, officer: null, dueOn: null }
  const rows = await store.list(context.tx, reading, { filter, after: null, limit: 200 })
  const contents = await readSought(context.tx, rows)
  return rows.flatMap((row) => {
    const sought = contents.get(row.id)
    return sought ? [{ id: row.id, name: mainName(sought.description), since: row.state_at }] : []
  })
}

/** The requests linked with one, by id and state: for telling several enquirers on the same day, and nothing else. */
export async function linkedRequests(context: Context, id: string): Promise<{ id: string; state: string }[]> {
  const linked = await linkedWith(context.tx, officersOf(context.actor), id)
  return linked.map((one) => ({ id: one.id, state: one.state }))
}

/**
 * The numbers of the requests that are linked with one as seeking the same person, whoever may see them: for the question
 * whether another request is as likely, of which one bit crosses (security 0.8).
 */
export async function linkedNumbers({ tx }: Context, id: string): Promise<string[]> {
  return linkedIds(tx, id)
}

async function read({ tx }: Context, rows: readonly store.Request[]): Promise<RequestRead[]> {
  const contents = await readSought(tx, rows)
  return rows.flatMap((row) => {
    const sought = contents.get(row.id)
    if (!sought) return []
    const { id, row_id: rowId, context, compartment, state, sought_version: version, officer } = row
    const filedOn = row.filed_at.slice(0, 10)
    const urgent = row.urgent_reason !== null
    return [{ id, rowId, context, compartment, state, version, filedOn, urgent, officer, sought }]
  })
}
