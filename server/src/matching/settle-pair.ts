import { type Context, done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import type { InputOf } from '#kernel/operation'
import { count } from './candidates.ts'
import * as contract from './contract.ts'
import { next } from './domain.ts'
import { carryOut, checkGiven } from './judging.ts'
import { eventOf } from './moving.ts'
import { lineNow, readEnds } from './sides.ts'
import * as store from './store.ts'

export const settlePair = handle(contract.settlePair, async (asked, context) => {
  const { tx, actor } = context
  const pair = await store.hold(tx, actor, asked.id)
  if (!pair) return refuse('pair_unknown')
  if (next(pair.state, 'settle') === null) return refuse('not_now')
  if (store.isActor(actor, pair.first_by) || store.isActor(actor, pair.second_by)) return refuse('same_person')
  const decided =
    asked.grade === null ? await decideAgainst(context, pair, asked) : await decideFor(context, pair, asked)
  if (!decided.ok) return decided
  await count(context, pair.request)
  const line = await lineNow(context, pair.id)
  return line ? done(line, ...decided.events) : refuse('pair_unknown')
})

type Asked = InputOf<typeof contract.settlePair>

async function decideAgainst(context: Context, pair: store.PairRow, { because, note }: Asked) {
  if (because === null) return refuse('reason_missing')
  const decision = { grade: null, fields: [], because, note }
  await store.move(context, pair, { kind: 'reject', to: 'rejected', decision })
  const events: [Event] = [eventOf('pairRejected', pair, { because })]
  return { ok: true as const, events }
}

async function decideFor(context: Context, pair: store.PairRow, { grade, fields, note }: Asked) {
  if (grade === null) return refuse('reason_missing')
  const ends = await readEnds(context, pair)
  if (!ends) return refuse('pair_unknown')
  const against = await checkGiven(context, ends, { grade, fields })
  if (against) return against
  const decision = { grade, fields, because: null, note }
  return carryOut(context, pair, { kind: 'settle', grade, decision })
}
