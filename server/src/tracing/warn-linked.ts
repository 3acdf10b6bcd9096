import type { Context, Event } from '#kernel/handler'
import { linkedWith, warn, type WarningKind } from './links.ts'
import { reader } from './readers.ts'

/**
 * Warns the officers of the requests linked with this one. Their cases stay as they are, and nothing of this one's
 * content goes with the warning: the wall between enquirers (domain/05 4b).
 */
export async function warnLinked(context: Context, id: string, kind: WarningKind): Promise<Event[]> {
  const everywhere = reader(context.actor, 'tracing.read', 'tracing.write', 'tracing.system')
  const events: Event[] = []
  for (const other of await linkedWith(context.tx, everywhere, id)) {
    await warn(context, other, { kind, about: id })
    events.push({ type: 'tracing.officerWarned', subject: other.id, compartment: other.compartment, data: { kind } })
  }
  return events
}
