import type { Context } from '#kernel/handler'
import type { Task } from '#kernel/slice'
import { pendingRequests } from '#tracing'
import { isDeath } from './rules.ts'
import * as reviews from './reviews.ts'
import * as store from './store.ts'

const tasksMax = 200

/** What of this room waits for a person: answers to sign, to prepare, to tell, and reviews whose date has come. */
export async function tasks(context: Context): Promise<Task[]> {
  return [...(await toSign(context)), ...(await toPrepareAndTell(context))]
}

/** Answers that wait for this person's signature: a death for the lead alone, nobody's own. */
async function toSign({ tx, actor }: Context): Promise<Task[]> {
  const signs = actor.for('disclosure.sign')
  if (signs.compartments.length === 0) return []
  const deaths = actor.for('disclosure.sign_death').compartments
  const filter = { request: null, state: 'proposed' }
  const answers = await store.list(tx, signs, { filter, beforeRowId: null, limit: tasksMax })
  return answers
    .filter((answer) => answer.proposed_by !== actor.id)
    .filter((answer) => !isDeath(answer.known) || deaths.includes(answer.compartment))
    .map(({ id: subject, proposed_at: since }) => {
      return { ...base, kind: 'signAnswer', subject, urgency: 'waiting', since, name: null }
    })
}

async function toPrepareAndTell(context: Context): Promise<Task[]> {
  const { tx, now } = context
  const officer = context.actor.for('disclosure.propose')
  if (officer.compartments.length === 0) return []
  const today = now.slice(0, 10)
  const standing = []
  for (const state of ['proposed', 'cleared']) {
    const filter = { request: null, state }
    standing.push(...(await store.list(tx, officer, { filter, beforeRowId: null, limit: tasksMax })))
  }
  const prepared = new Set(standing.map((answer) => answer.request))
  const found: Task[] = []
  for (const { id, name, since } of await pendingRequests(context)) {
    if (prepared.has(id)) continue
    found.push({ ...base, kind: 'prepareAnswer', subject: id, urgency: 'today', since, name })
  }
  for (const answer of standing) {
    if (answer.state !== 'cleared') continue
    const expired = answer.until < today
    const urgency = answer.until <= today ? 'waiting' : 'today'
    const since = answer.cleared_at ?? answer.proposed_at
    found.push({ ...base, kind: expired ? 'clearanceExpired' : 'tell', subject: answer.id, urgency, since, name: null })
  }
  for (const due of await reviews.detrimentsDue(tx, officer, today)) {
    const since = `${due.review_on}T00:00:00.000Z`
    found.push({ ...base, kind: 'reviewDetriment', subject: due.request, urgency: 'today', since, name: null })
  }
  return found
}

const base = { slice: 'disclosure', count: 1, values: {} } as const
