import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import type { Channel } from './channels.ts'
import { startsAfter } from './domain.ts'
import { interlocutors } from './drawers.ts'
import type { Meeting } from './shapes.ts'

type Met = Pick<z.output<typeof Meeting>, 'theirs' | 'heldOn'>

/** What is wrong with a meeting: it lies ahead, or names an interlocutor who is none of this channel. */
export async function wrongWith(
  context: Context,
  { compartment }: Channel,
  { theirs, heldOn }: Met,
): Promise<'in_future' | 'interlocutor_unknown' | null> {
  if (startsAfter(heldOn.edtf, context.now.slice(0, 10))) return 'in_future'
  for (const { interlocutor } of theirs) {
    if (interlocutor === null) continue
    const taken = await interlocutors.find(context, interlocutor)
    if (!taken.ok || taken.held.row.compartment !== compartment) return 'interlocutor_unknown'
  }
  return null
}
