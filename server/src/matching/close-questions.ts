import { done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { learn } from './candidates.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const closeQuestions = handle(contract.closeQuestions, async ({ id: request }, context) => {
  const { tx, actor } = context
  const filter = { state: 'info_requested', request, record: null }
  const asked = await store.list(tx, actor, { filter, afterRowId: null, limit: 200 })
  const events: Event[] = []
  for (const { id } of asked) {
    const pair = await store.hold(tx, actor, id)
    if (pair?.state === 'info_requested') events.push(await learn(context, pair))
  }
  const [first, ...more] = events
  return first ? done({ pairs: events.length }, first, ...more) : refuse('nothing_asked')
})
