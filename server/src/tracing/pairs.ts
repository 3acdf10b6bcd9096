import type { Context, Event } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { endLead, keepLead } from './links.ts'
import { move } from './move.ts'
import { reader } from './readers.ts'
import * as store from './store.ts'
import type { Grade } from './words.ts'

type Pair = { readonly request: string; readonly pair: string }

/** How many candidates are under review for a request: a number beside its state, for officers of the case only. */
export async function candidatesCounted(context: Context, request: string, count: number): Promise<void> {
  const found = await store.hold(context.tx, pairing(context), request)
  if (found) await store.change(context.tx, request, { candidates: count })
}

/**
 * An accepted pair meets its request: *established* makes an outcome pending, *possible* and *probable* stay leads
 * (domain/07 2). For the reviewer who signs second, or who settles a dispute.
 */
export async function pairAccepted(
  context: Context,
  { request: id, pair, record, grade }: Pair & { readonly record: string; readonly grade: Grade },
) {
  const request = await store.hold(context.tx, pairing(context), id)
  if (!request) return refuse('request_unknown')
  const moved = await move(context, request, 'acceptPair', { facts: { grade }, data: { pair, grade } })
  if (moved.ok) await keepLead(context, request, { pair, record, grade })
  return moved
}

/**
 * A pair that was accepted is withdrawn: before telling the search goes on, after it the request is reopened and a
 * correction is owed. A lead only ends, and so does what no longer rests on the pair: then there is no event.
 */
export async function pairWithdrawn(
  context: Context,
  { request: id, pair }: Pair,
): Promise<{ ok: true; events: readonly Event[] } | ReturnType<typeof refuse<'request_unknown'>>> {
  const request = await store.hold(context.tx, pairing(context), id)
  if (!request) return refuse('request_unknown')
  const grade = await endLead(context, id, pair)
  if (grade !== 'established') return { ok: true, events: [] }
  const moved = await move(context, request, 'withdrawFact', { patch: { review_on: null }, data: { pair } })
  return { ok: true, events: moved.ok ? moved.events : [] }
}

function pairing({ actor }: Context) {
  return reader(actor, 'matching.review', 'matching.settle', 'matching.propose', 'tracing.system')
}
