import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { next } from './domain.ts'
import { eventOf } from './moving.ts'
import { lineNow } from './sides.ts'
import * as store from './store.ts'

export const openPair = handle(contract.openPair, async ({ id }, context) => {
  const pair = await store.hold(context.tx, context.actor, id)
  if (!pair) return refuse('pair_unknown')
  const to = next(pair.state, 'open')
  if (to === null) return refuse('not_now')
  await store.move(context, pair, { kind: 'open', to })
  const line = await lineNow(context, id)
  return line ? done(line, eventOf('pairOpened', pair)) : refuse('pair_unknown')
})
