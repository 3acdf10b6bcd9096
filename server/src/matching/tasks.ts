import type { Context } from '#kernel/handler'
import type { Task } from '#kernel/slice'
import { mainName, readRequests } from '#tracing'
import * as store from './store.ts'

const tasksMax = 200
const base = { slice: 'matching', name: null, values: {} } as const

/** What of this room waits for a person: pairs to review, to review second, to settle, questions to ask, doubts. */
export async function tasks(context: Context): Promise<Task[]> {
  return [...(await toReview(context)), ...(await toSettle(context)), ...(await toAsk(context))]
}

async function toReview({ tx, actor }: Context): Promise<Task[]> {
  const reviewer = actor.for('matching.review')
  if (reviewer.compartments.length === 0) return []
  const found: Task[] = []
  const kinds = [
    ['reviewPairs', 'queued', 'today', null],
    ['goOnReviewing', 'in_review', 'today', null],
    ['secondReview', 'accepted_first', 'waiting', actor.id],
  ] as const
  for (const [kind, state, urgency, notFirst] of kinds) {
    const { count, since } = await store.waiting(tx, reviewer, { state, notFirst })
    if (since !== null && count > 0) found.push({ ...base, kind, subject: state, urgency, since, count })
  }
  for (const { id: subject, record_doubted_at: since } of await store.doubted(tx, reviewer, tasksMax))
    if (since !== null) found.push({ ...base, kind: 'pairDoubted', subject, urgency: 'waiting', since, count: 1 })
  return found
}

async function toSettle({ tx, actor }: Context): Promise<Task[]> {
  const lead = actor.for('matching.settle')
  if (lead.compartments.length === 0) return []
  const filter = { state: 'disputed', request: null, record: null }
  const pairs = await store.list(tx, lead, { filter, afterRowId: null, limit: tasksMax })
  return pairs.map(({ id: subject, state_at: since }) => {
    return { ...base, kind: 'settlePair', subject, urgency: 'waiting', since, count: 1 }
  })
}

/** Questions for families, one task a request however many pairs wait: that a candidate exists is not in it. */
async function toAsk(context: Context): Promise<Task[]> {
  const { tx, actor } = context
  const officer = actor.for('matching.propose')
  if (officer.compartments.length === 0) return []
  const filter = { state: 'info_requested', request: null, record: null }
  const pairs = await store.list(tx, officer, { filter, afterRowId: null, limit: tasksMax })
  const oldest = new Map<string, store.PairRow>()
  for (const pair of pairs) if (!oldest.has(pair.request)) oldest.set(pair.request, pair)
  const names = new Map(
    (await readRequests(context, [...oldest.keys()])).map(({ id, sought }) => [id, mainName(sought.description)]),
  )
  const found: Task[] = []
  for (const [subject, pair] of oldest) {
    const steps = await store.readSteps(tx, pair)
    const asked = steps.findLast((step) => step.kind === 'ask')?.questions ?? []
    const values = Object.fromEntries(asked.map((question, index) => [`question${index + 1}`, question]))
    const { state_at: since } = pair
    const name = names.get(subject) ?? null
    found.push({ ...base, kind: 'askFamily', subject, urgency: 'today', since, count: 1, name, values })
  }
  return found
}
