import type { z } from 'zod'
import { type Context, done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { count } from './candidates.ts'
import * as contract from './contract.ts'
import { stepOf } from './domain.ts'
import { carryOut, checkGiven } from './judging.ts'
import { eventOf } from './moving.ts'
import type { Decision } from './shapes.ts'
import { lineNow, readEnds } from './sides.ts'
import * as store from './store.ts'

export const acceptPair = handle(contract.acceptPair, async ({ id, grade, fields, note }, context) => {
  const { tx, actor } = context
  const pair = await store.hold(tx, actor, id)
  const ends = pair ? await readEnds(context, pair) : null
  if (!pair || !ends) return refuse('pair_unknown')
  const firstGrade = await gradeOfFirst(context, pair)
  const step = stepOf(pair.state, { accepts: true, grade, fields }, { first: pair.first_by, by: actor.id, firstGrade })
  if (!step.ok) return step
  const against = await checkGiven(context, ends, { grade, fields })
  if (against) return against
  const moved = await judge(context, pair, { step: step.step, decision: { grade, fields, because: null, note } })
  if (!moved.ok) return moved
  await count(context, pair.request)
  const line = await lineNow(context, id)
  return line ? done(line, ...moved.events) : refuse('pair_unknown')
})

type Decided = z.output<typeof Decision> & { readonly grade: z.output<typeof contract.Grade> }

async function judge(
  context: Context,
  pair: store.PairRow,
  { step, decision }: { step: 'accept' | 'reject' | 'agree' | 'disagree'; decision: Decided },
) {
  if (step === 'agree') return carryOut(context, pair, { kind: 'agree', grade: decision.grade, decision })
  const isFirst = step === 'accept'
  const to = isFirst ? 'accepted_first' : 'disputed'
  const change = isFirst ? { first_by: context.actor.id } : { second_by: context.actor.id }
  await store.move(context, pair, { kind: isFirst ? 'accept' : 'disagree', to, change, decision })
  const events: [Event] = [eventOf(isFirst ? 'pairAcceptedFirst' : 'pairDisputed', pair)]
  return { ok: true as const, events }
}

async function gradeOfFirst({ tx }: Context, pair: store.PairRow) {
  if (pair.state !== 'accepted_first') return null
  const steps = await store.readSteps(tx, pair)
  return steps.findLast((step) => step.kind === 'accept')?.decision?.grade ?? null
}
