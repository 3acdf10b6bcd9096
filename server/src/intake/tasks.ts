import type { Context } from '#kernel/handler'
import type { Task } from '#kernel/slice'
import { countsOf } from './counts.ts'
import * as store from './store.ts'

const listsMax = 200

/** What of this room waits for a person: lists to map, to run, to give back, to confirm; rows to mend. */
export async function tasks({ tx, actor }: Context): Promise<Task[]> {
  const reader = actor.for('intake.read')
  if (reader.compartments.length === 0) return []
  const registers = new Set(actor.for('intake.register').compartments)
  const receives = new Set(actor.for('intake.receive').compartments)
  const lists = await store.listsWaiting(tx, reader, listsMax)
  const counts = await countsOf(tx, reader, lists)
  return lists.flatMap((list) => {
    const waiting = counts.get(list.id)?.quarantined ?? 0
    const found: Task[] = []
    const add = (kind: string, urgency: Task['urgency'], since: string, count = 1) =>
      found.push({
        slice: 'intake',
        kind,
        subject: list.id,
        urgency,
        since,
        count,
        name: null,
        values: { of: list.kind },
      })
    if (registers.has(list.compartment) && list.state !== 'received') {
      if (list.mappedAt === null) add('mapList', 'waiting', list.readAt ?? list.enteredAt)
      else if (list.completedAt === null) add('runList', 'waiting', list.mappedAt)
      if (list.completedAt !== null && waiting > 0) add('mendRows', 'waiting', list.completedAt, waiting)
      if (list.completedAt !== null && list.unlistedCount && list.unlistedNotedAt === null)
        add('lookAtUnlisted', 'waiting', list.completedAt, list.unlistedCount)
    }
    if (receives.has(list.compartment)) {
      if (list.problem) add('returnList', 'waiting', list.readAt ?? list.enteredAt)
      else if (list.authenticity !== 'confirmed') add('confirmList', 'waiting', list.enteredAt)
    }
    return found
  })
}
