import { z } from 'zod'
import { sha256 } from './chain.ts'
import { dayMs, later } from './clock.ts'
import type { Actor, Context, Event } from './handler.ts'
import { openable } from './keyring.ts'
import { refuse, type Refused } from './result.ts'
import type { Act } from './slice.ts'
import { type Tx, tablesOf } from './tx.ts'
import { sealedColumn } from './vault.ts'

const kernel = tablesOf('kernel')
const content = sealedColumn('kernel.proposal', z.object({ payload: z.unknown() }))

export type Proposed = {
  readonly id: string
  readonly act: string
  readonly subject: string
  readonly compartment: string
  readonly digest: string
  readonly state: 'open' | 'confirmed' | 'withdrawn' | 'expired'
  readonly proposedBy: string
  readonly proposedAt: string
  readonly expiresAt: string
  readonly payload: unknown
}

/** Joins an act and what it does, typed by its payload. */
export function act<const Payload extends z.ZodType, Code extends string>(declared: {
  name: string
  needs: string
  confirmNeeds?: string
  days: number
  payload: Payload
  apply: (
    payload: z.output<Payload>,
    context: Context & { readonly proposer: string },
  ) => Promise<{ readonly ok: true; readonly events: readonly Event[] } | Refused<Code>>
}): Act & { readonly payload: Payload } {
  return declared
}

/**
 * Proposes an act to a second person. What is proposed is fixed by its digest; it is no state of the thing itself, so it
 * may expire by itself. An open proposal of the same act on the same subject is withdrawn by the new one.
 */
export async function propose<Payload extends z.ZodType>(
  context: Context,
  proposedAct: Act & { readonly payload: Payload },
  what: { subject: string; compartment: string; payload: z.input<Payload> },
): Promise<{ id: string; event: Event }> {
  const { tx, actor, now } = context
  const id = context.newId()
  const rowId = context.newRowId()
  const place = { rowId, compartment: what.compartment, subjects: [what.subject] }
  await kernel(tx)
    .updateTable('kernel.proposal')
    .set({ state: 'withdrawn', decided_by: actor.id, decided_at: now })
    .where('act', '=', proposedAct.name)
    .where('subject', '=', what.subject)
    .where('state', '=', 'open')
    .execute()
  await kernel(tx)
    .insertInto('kernel.proposal')
    .values({
      row_id: rowId,
      id,
      act: proposedAct.name,
      subject: what.subject,
      compartment: what.compartment,
      digest: digestOf(what.payload),
      state: 'open',
      proposed_by: actor.id,
      proposed_at: now,
      expires_at: later(now, proposedAct.days * dayMs),
      sealed: await content.seal(tx, place, { payload: what.payload }),
    })
    .execute()
  const data = { act: proposedAct.name, proposal: id }
  return { id, event: { type: 'kernel.proposed', subject: what.subject, compartment: what.compartment, data } }
}

/**
 * Open proposals in compartments where this actor could be the second person, or which are the actor's own; of those of
 * session class only what this session has opened.
 */
export async function listOpenProposals(tx: Tx, acts: readonly Act[], actor: Actor, now: string): Promise<Proposed[]> {
  const found: Proposed[] = []
  const opened = new Set(await openable(tx, [...new Set(acts.flatMap((one) => concerned(one, actor)))]))
  for (const one of acts) {
    const compartments = concerned(one, actor).filter((compartment) => opened.has(compartment))
    if (compartments.length === 0) continue
    const rows = await kernel(tx)
      .selectFrom('kernel.proposal')
      .selectAll()
      .where('act', '=', one.name)
      .where('state', '=', 'open')
      .where('expires_at', '>', now)
      .where('compartment', 'in', compartments)
      .orderBy('row_id')
      .limit(200)
      .execute()
    const contents = await content.open(
      tx,
      rows.map((row) => ({
        rowId: row.row_id,
        compartment: row.compartment,
        subjects: [row.subject],
        sealed: row.sealed,
      })),
    )
    for (const [index, row] of rows.entries()) {
      const payload = contents[index]
      if (payload) found.push(proposedOf(row, payload.payload))
    }
  }
  return found
}

/**
 * How many proposals of these acts wait for this actor's confirmation in each compartment, and since when the oldest: by
 * columns in clear, so that a person may be told of them before a session has opened what they say.
 */
export async function countToConfirm({ tx, actor, now }: Context, acts: readonly Act[]) {
  const found = new Map<string, { readonly count: number; readonly since: string }>()
  for (const one of acts) {
    const compartments = mayConfirm(one, actor)
    if (compartments.length === 0) continue
    const rows = await kernel(tx)
      .selectFrom('kernel.proposal')
      .select(['compartment', 'proposed_at'])
      .where('act', '=', one.name)
      .where('state', '=', 'open')
      .where('expires_at', '>', now)
      .where('proposed_by', '!=', actor.id)
      .where('compartment', 'in', compartments)
      .orderBy('row_id')
      .limit(200)
      .execute()
    for (const { compartment, proposed_at: at } of rows) {
      const known = found.get(compartment)
      const since = known && known.since < at ? known.since : at
      found.set(compartment, { count: (known?.count ?? 0) + 1, since })
    }
  }
  return found
}

type Confirming = { readonly acts: readonly Act[]; readonly personOf: (id: string) => Promise<Actor | null> }

/** The second person confirms exactly what was proposed, or is refused; then the act is done. */
export async function confirm(context: Context, id: string, digest: string, { acts, personOf }: Confirming) {
  const { tx, actor, now } = context
  const row = await kernel(tx)
    .selectFrom('kernel.proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const known = acts.find((one) => one.name === row?.act)
  if (!row || !known || !mayConfirm(known, actor).includes(row.compartment)) return refuse('proposal_unknown')
  if ((await openable(tx, [row.compartment])).length === 0) return refuse('proposal_unknown')
  if (row.state !== 'open') return refuse('proposal_closed')
  if (row.expires_at <= now) return refuse('proposal_expired')
  if (row.proposed_by === actor.id) return refuse('same_person')
  if (Buffer.from(row.digest).toString('hex') !== digest) return refuse('proposal_changed')
  const proposer = await personOf(row.proposed_by)
  if (!proposer?.for(known.needs).compartments.includes(row.compartment)) return refuse('proposer_lost_role')
  const place = { rowId: row.row_id, compartment: row.compartment, subjects: [row.subject], sealed: row.sealed }
  const opened = await content.openOne(tx, place)
  if (!opened || !digestOf(opened.payload).equals(Buffer.from(row.digest))) return refuse('proposal_unknown')

  const payload = known.payload.parse(opened.payload) as never
  const inRole = { ...context, actor: actor.for(known.confirmNeeds ?? known.needs), proposer: row.proposed_by }
  const applied = await known.apply(payload, inRole)
  if (!applied.ok) return applied
  await decide(context, row.row_id, 'confirmed')
  const data = { act: row.act, proposal: id, proposedBy: row.proposed_by }
  const event: Event = { type: 'kernel.confirmed', subject: row.subject, compartment: row.compartment, data }
  return { ok: true as const, events: [event, ...applied.events], act: row.act, subject: row.subject }
}

/** Either of those concerned takes an open proposal back. */
export async function withdraw(context: Context, id: string, acts: readonly Act[]) {
  const { tx, actor } = context
  const row = await kernel(tx)
    .selectFrom('kernel.proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const known = acts.find((one) => one.name === row?.act)
  if (!row || !known) return refuse('proposal_unknown')
  const concerned = row.proposed_by === actor.id || mayConfirm(known, actor).includes(row.compartment)
  if (!concerned) return refuse('proposal_unknown')
  if (row.state !== 'open') return refuse('proposal_closed')
  await decide(context, row.row_id, 'withdrawn')
  const data = { act: row.act, proposal: id }
  const event: Event = { type: 'kernel.withdrawn', subject: row.subject, compartment: row.compartment, data }
  return { ok: true as const, event, act: row.act, subject: row.subject }
}

/** Where this actor could propose an act or confirm it. */
function concerned(one: Act, actor: Actor): string[] {
  return [...new Set([...mayConfirm(one, actor), ...actor.for(one.needs).compartments])]
}

function mayConfirm(one: Act, actor: Actor): readonly string[] {
  return actor.for(one.confirmNeeds ?? one.needs).compartments
}

async function decide({ tx, actor, now }: Context, rowId: string, state: 'confirmed' | 'withdrawn'): Promise<void> {
  await kernel(tx)
    .updateTable('kernel.proposal')
    .set({ state, decided_by: actor.id, decided_at: now })
    .where('row_id', '=', rowId)
    .execute()
}

function digestOf(payload: unknown): Buffer {
  return sha256(Buffer.from(canonical(payload)))
}

/** JSON with sorted keys, so that a digest does not depend on the order of writing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`
}

type Row = {
  id: string
  act: string
  subject: string
  compartment: string
  digest: Uint8Array
  state: string
  proposed_by: string
  proposed_at: string
  expires_at: string
}

function proposedOf(row: Row, payload: unknown): Proposed {
  return {
    id: row.id,
    act: row.act,
    subject: row.subject,
    compartment: row.compartment,
    digest: Buffer.from(row.digest).toString('hex'),
    state: row.state as Proposed['state'],
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    expiresAt: row.expires_at,
    payload,
  }
}
