import type { Context } from '#kernel/handler'
import type { Task } from '#kernel/slice'
import { readSought } from './contents.ts'
import { dueOf } from './dates.ts'
import { mainName } from './domain.ts'
import { warningsFor } from './links.ts'
import { reader } from './readers.ts'
import * as store from './store.ts'

const tasksMax = 200

/** What of this room waits for a person: by need and waiting, never by side. */
export async function tasks(context: Context): Promise<Task[]> {
  const { tx, actor, now } = context
  const officer = reader(actor, 'tracing.write')
  const all = reader(actor, 'tracing.file', 'tracing.write', 'tracing.correct')
  if (all.compartments.length === 0) return []
  const filter = { state: null, urgent: false, officer: null, dueOn: now.slice(0, 10) }
  const requests = await store.list(tx, all, { filter, after: null, limit: tasksMax })
  const contents = await readSought(tx, requests)
  const works = (compartment: string) => officer.compartments.includes(compartment)
  const corrects = actor.for('tracing.correct').compartments

  const found: Task[] = []
  for (const request of requests) {
    const sought = contents.get(request.id)
    if (!sought) continue
    const about = { slice: 'tracing', subject: request.id, count: 1, name: mainName(sought.description), values: {} }
    for (const due of dueOf(request, now)) {
      const mine = due.for === 'officer' ? works(request.compartment) : due.for !== 'lead'
      if (mine || (due.for === 'lead' && corrects.includes(request.compartment)))
        found.push({ ...about, kind: due.kind, urgency: due.urgency, since: due.since })
    }
  }
  const baseless = await store.withoutBasis(tx, officer, tasksMax)
  const named = await readSought(tx, baseless)
  for (const { id, state_at: since } of baseless) {
    const sought = named.get(id)
    if (!sought) continue
    const name = mainName(sought.description)
    found.push({
      slice: 'tracing',
      kind: 'noBasis',
      subject: id,
      urgency: 'waiting',
      since,
      count: 1,
      name,
      values: {},
    })
  }
  const warnings = await warningsFor(tx, officer, tasksMax)
  for (const warning of warnings)
    found.push({
      slice: 'tracing',
      kind: 'linkedRequest',
      subject: warning.request,
      urgency: 'waiting',
      since: warning.at,
      count: 1,
      name: null,
      values: { what: warning.kind },
    })
  return found
}
