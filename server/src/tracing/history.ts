import { z } from 'zod'
import type { Context } from '#kernel/handler'
import type { Tx } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { Basis, Because, Call, Consent, ConsentAsked, Outcome, Purpose, State, Transition } from './shapes.ts'
import { own, type Request } from './store.ts'

const sealedBecause = sealedColumn('tracing.transition', Because)
const CallContent = Call.pick({
  heldAt: true,
  who: true,
  verifiedHow: true,
  interpreter: true,
  asked: true,
  told: true,
})
const sealedCall = sealedColumn('tracing.call', CallContent)
const ConsentContent = ConsentAsked.omit({ purpose: true, recipient: true, basis: true })
const sealedConsent = sealedColumn('tracing.consent', ConsentContent)

export type Reason = z.output<typeof Because>
export const noReason: Reason = { occurred: null, source: null, reason: null }

/** Adds to a request's history; gives the transition's id. */
export async function addTransition(
  context: Context,
  request: Pick<Request, 'id' | 'compartment' | 'state'>,
  what: {
    happening: string
    to: string
    outcome: string | null
    because: Reason
    corrects?: string
  },
): Promise<string> {
  const id = context.newId()
  const rowId = context.newRowId()
  const place = { rowId, compartment: request.compartment, subjects: [request.id] }
  await own(context.tx)
    .insertInto('tracing.transition')
    .values({
      row_id: rowId,
      id,
      request: request.id,
      compartment: request.compartment,
      happening: what.happening,
      from_state: request.state,
      to_state: what.to,
      outcome: what.outcome,
      at: context.now,
      by: context.actor.id,
      corrects: what.corrects ?? null,
      sealed: await sealedBecause.seal(context.tx, place, what.because),
    })
    .execute()
  return id
}

/** All that happened to a request, oldest first. */
export async function readTransitions(tx: Tx, id: string): Promise<z.output<typeof Transition>[]> {
  const rows = await own(tx)
    .selectFrom('tracing.transition')
    .selectAll()
    .where('request', '=', id)
    .orderBy('row_id')
    .execute()
  const opened = await sealedBecause.open(tx, rows.map(placed))
  return rows.map((row, index) => ({
    id: row.id,
    happening: row.happening,
    from: State.parse(row.from_state),
    to: State.parse(row.to_state),
    outcome: Outcome.nullable().parse(row.outcome),
    at: row.at,
    by: row.by,
    corrects: row.corrects,
    because: opened[index] ?? noReason,
  }))
}

export async function addCall(
  context: Context,
  request: Request,
  call: Omit<z.output<typeof Call>, 'id' | 'recordedAt' | 'by'>,
): Promise<string> {
  const id = context.newId()
  const rowId = context.newRowId()
  const place = { rowId, compartment: request.compartment, subjects: [request.id] }
  await own(context.tx)
    .insertInto('tracing.call')
    .values({
      row_id: rowId,
      id,
      request: request.id,
      compartment: request.compartment,
      direction: call.direction,
      answered: call.answered,
      at: context.now,
      by: context.actor.id,
      next_call_on: call.nextCallOn,
      sealed: await sealedCall.seal(context.tx, place, CallContent.parse(call)),
    })
    .execute()
  return id
}

export async function readCalls(tx: Tx, id: string): Promise<z.output<typeof Call>[]> {
  const rows = await own(tx)
    .selectFrom('tracing.call')
    .selectAll()
    .where('request', '=', id)
    .orderBy('row_id')
    .execute()
  const opened = await sealedCall.open(tx, rows.map(placed))
  return rows.flatMap((row, index) => {
    const content = opened[index]
    if (!content) return []
    const { id, answered, by, next_call_on: nextCallOn, at: recordedAt } = row
    return [{ ...content, id, direction: row.direction === 'in' ? 'in' : 'out', answered, by, nextCallOn, recordedAt }]
  })
}

export async function addConsent(
  context: Context,
  request: Request,
  asked: z.output<typeof ConsentAsked>,
): Promise<string> {
  const id = context.newId()
  const rowId = context.newRowId()
  const place = { rowId, compartment: request.compartment, subjects: [request.id] }
  await own(context.tx)
    .insertInto('tracing.consent')
    .values({
      row_id: rowId,
      id,
      request: request.id,
      compartment: request.compartment,
      purpose: asked.purpose,
      recipient: asked.recipient,
      basis: asked.basis,
      given_at: context.now,
      taken_by: context.actor.id,
      sealed: await sealedConsent.seal(context.tx, place, ConsentContent.parse(asked)),
    })
    .execute()
  return id
}

export async function readConsents(tx: Tx, id: string): Promise<z.output<typeof Consent>[]> {
  const rows = await own(tx)
    .selectFrom('tracing.consent')
    .selectAll()
    .where('request', '=', id)
    .orderBy('row_id')
    .execute()
  const opened = await sealedConsent.open(tx, rows.map(placed))
  return rows.flatMap((row, index) => {
    const content = opened[index]
    if (!content) return []
    return [
      {
        ...content,
        id: row.id,
        purpose: Purpose.parse(row.purpose),
        recipient: row.recipient,
        basis: Basis.parse(row.basis),
        givenAt: row.given_at,
        takenBy: row.taken_by,
        withdrawnAt: row.withdrawn_at,
      },
    ]
  })
}

export async function endConsent({ tx, now, actor }: Context, consent: string): Promise<void> {
  await own(tx)
    .updateTable('tracing.consent')
    .set({ withdrawn_at: now, withdrawn_by: actor.id })
    .where('id', '=', consent)
    .execute()
}

function placed(row: { row_id: string; request: string; compartment: string; sealed: Uint8Array }) {
  return { rowId: row.row_id, compartment: row.compartment, subjects: [row.request], sealed: row.sealed }
}
