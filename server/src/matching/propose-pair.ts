import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { readRecords } from '#registry'
import { isSought, readRequests } from '#tracing'
import { addPair, count, isOver, mayPair, proposeAgain } from './candidates.ts'
import * as contract from './contract.ts'
import { eventOf } from './moving.ts'
import { lineNow } from './sides.ts'
import * as store from './store.ts'
import { weighPair } from './weighing.ts'

export const proposePair = handle(contract.proposePair, async ({ request: number, record: of, note }, context) => {
  const [request] = await readRequests(context, [number])
  if (!request) return refuse('request_unknown')
  if (!isSought(request.state)) return refuse('not_searched')
  const [record] = await readRecords(context, [of], 'matching.read')
  if (!record?.content || record.context !== request.context) return refuse('record_unknown')
  if (!mayPair(record)) return refuse('record_withdrawn')
  const score = weighPair(context, request, record)
  if (!score) return refuse('record_unknown')
  const known = (await store.pairsOf(context.tx, { request: number })).find((pair) => pair.record === of)
  if (known && !isOver(known.state)) return refuse('pair_stands')
  const pair = known ?? (await addPair(context, { request, record, score }))
  if (known) await proposeAgain(context, known, { request, score })
  if (note !== null) await store.remark(context, { ...pair, state: 'queued' }, note)
  await count(context, number)
  const line = await lineNow(context, pair.id)
  return line ? done(line, eventOf('pairProposed', pair, { bySystem: false })) : refuse('record_unknown')
})
