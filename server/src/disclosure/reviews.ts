// What people decided besides: what telling may do to whom, and who is told first.
import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import type { Tx } from '#kernel/tx'
import { sealedColumn } from '#kernel/vault'
import { DetrimentAsked } from './shapes.ts'
import { own, type Reader, visible } from './store.ts'

const DetrimentContent = DetrimentAsked.omit({ request: true, pair: true })
const sealedDetriment = sealedColumn('disclosure.detriment', DetrimentContent)
const sealedOrder = sealedColumn('disclosure.telling_order', DetrimentAsked.pick({ reason: true }))

export async function addDetriment(
  context: Context,
  review: z.output<typeof DetrimentAsked>,
  about: { record: string; compartment: string; proposer: string },
): Promise<string> {
  const { tx, now, actor } = context
  const { request, pair, ...content } = review
  const id = context.newId()
  const rowId = context.newRowId()
  const place = { rowId, compartment: about.compartment, subjects: [request, about.record] }
  await own(tx)
    .insertInto('disclosure.detriment')
    .values({
      row_id: rowId,
      id,
      request,
      pair,
      record: about.record,
      compartment: about.compartment,
      decision: content.decision,
      review_on: content.reviewOn,
      at: now,
      proposed_by: about.proposer,
      decided_by: actor.id,
      sealed: await sealedDetriment.seal(tx, place, content),
    })
    .execute()
  return id
}

/** The last review of detriment for a request and a pair; null when there is none, or it was erased. */
export async function readDetriment(
  tx: Tx,
  request: string,
  pair: string,
): Promise<z.output<typeof DetrimentContent> | null> {
  const row = await own(tx)
    .selectFrom('disclosure.detriment')
    .selectAll()
    .where('request', '=', request)
    .where('pair', '=', pair)
    .orderBy('row_id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { row_id: rowId, compartment, sealed, record } = row
  return sealedDetriment.openOne(tx, { rowId, compartment, sealed, subjects: [request, record] })
}

export async function addOrder(
  context: Context,
  order: { request: string; compartment: string; ground: string; othersWait: boolean; reason: string },
): Promise<void> {
  const { request, compartment, ground, othersWait, reason } = order
  const rowId = context.newRowId()
  const sealed = await sealedOrder.seal(context.tx, { rowId, compartment, subjects: [request] }, { reason })
  await own(context.tx)
    .insertInto('disclosure.telling_order')
    .values({
      row_id: rowId,
      request,
      compartment,
      ground,
      others_wait: othersWait,
      at: context.now,
      by: context.actor.id,
      sealed,
    })
    .execute()
}

/** Of linked requests which it was last decided to tell first; null when that was not decided. */
export async function decidedOrder(
  tx: Tx,
  requests: readonly string[],
): Promise<{ first: string; othersWait: boolean } | null> {
  const row = await own(tx)
    .selectFrom('disclosure.telling_order')
    .select(['request', 'others_wait'])
    .where('request', 'in', requests)
    .orderBy('row_id', 'desc')
    .executeTakeFirst()
  return row ? { first: row.request, othersWait: row.others_wait } : null
}

/** Reviews of detriment whose date has come, of answers that stand. */
export async function detrimentsDue(tx: Tx, reader: Reader, today: string) {
  return visible(tx, reader)
    .innerJoin('disclosure.detriment', (on) =>
      on
        .onRef('disclosure.detriment.request', '=', 'disclosure.answer.request')
        .onRef('disclosure.detriment.pair', '=', 'disclosure.answer.pair'),
    )
    .select(['disclosure.answer.request', 'disclosure.detriment.review_on'])
    .distinct()
    .where('disclosure.answer.state', 'in', ['proposed', 'cleared'])
    .where('disclosure.detriment.review_on', '<=', today)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('disclosure.detriment as later')
            .select('later.row_id')
            .whereRef('later.request', '=', 'disclosure.detriment.request')
            .whereRef('later.pair', '=', 'disclosure.detriment.pair')
            .whereRef('later.row_id', '>', 'disclosure.detriment.row_id'),
        ),
      ),
    )
    .limit(200)
    .execute()
}
