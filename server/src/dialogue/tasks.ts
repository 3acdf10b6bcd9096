import type { Context } from '#kernel/handler'
import type { Task } from '#kernel/slice'
import { channelsOf } from './channels.ts'
import { waitsIn } from './waits.ts'

/**
 * What waits in each channel of which one is a member: how much and since when, whether the session has opened it or not.
 * The same form for every party, and no word of any of them.
 */
export async function tasks(context: Context): Promise<Task[]> {
  const member: Context = { ...context, actor: context.actor.for('dialogue.read') }
  if (member.actor.compartments.length === 0) return []
  const waits = await waitsIn(member)
  const found: Task[] = []
  for (const { compartment, party } of await channelsOf(member)) {
    const counts = waits.get(compartment)
    if (!counts) continue
    const { toConfirm, toConfirmSince, owed, owedSince, reminders, unanswered, unansweredSince } = counts
    const add = (kind: string, urgency: Task['urgency'], count: number, since: string | null) => {
      if (count > 0) found.push({ ...base, kind, subject: party, urgency, count, since: since ?? context.now })
    }
    add('toConfirm', 'waiting', toConfirm, toConfirmSince)
    add('owed', 'today', owed, owedSince)
    add('reminders', 'today', reminders, null)
    add('unanswered', 'later', unanswered, unansweredSince)
  }
  return found
}

const base = { slice: 'dialogue', name: null, values: {} } as const
