import type { Context, Event } from '#kernel/handler'
import { commitments } from './drawers.ts'

/** Whether all of these are commitments of this channel. */
export async function areRaisable(context: Context, compartment: string, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) {
    const taken = await commitments.find(context, id)
    if (!taken.ok || taken.held.row.compartment !== compartment) return false
  }
  return true
}

/** What a representation raised is written beside each commitment it raised, once it was delivered. */
export async function markRaised(context: Context, representation: string, ids: readonly string[]): Promise<Event[]> {
  const events: Event[] = []
  for (const id of ids) {
    const taken = await commitments.take(context, id)
    if (!taken.ok || taken.held.content.raisedIn.includes(representation)) continue
    const { content } = taken.held
    const { event } = await commitments.change(context, taken.held, {
      content: { ...content, raisedIn: [...content.raisedIn, representation] },
      step: { act: 'raised_in_representation', words: representation },
    })
    events.push(event)
  }
  return events
}
