import type { Context, Event } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { type Held, proposals, texts } from './drawers.ts'
import type { z } from 'zod'
import type { StoredProposal } from './shapes.ts'

type Proposal = Held<z.output<typeof StoredProposal>>

/** An open proposal, held, with the text it was read in. */
export async function takeOpen(context: Context, id: string) {
  const taken = await proposals.take(context, id)
  if (!taken.ok) return taken.refusal === 'channel_closed' ? taken : refuse('proposal_unknown')
  if (taken.held.row.state !== 'open') return refuse('already_decided')
  const text = await texts.take(context, taken.held.row.parent ?? '')
  return text.ok ? { ok: true as const, proposal: taken.held, text: text.held } : refuse('proposal_unknown')
}

/** A text is read when each of its proposals was accepted or dropped. */
export async function readWhenDecided(context: Context, { row }: Proposal): Promise<Event[]> {
  const { compartment, parent } = row
  const left = await proposals.all(context, { compartment, parent: parent ?? '', states: ['open'], limit: 1 })
  if (left.length > 0) return []
  const text = await texts.take(context, parent ?? '')
  if (!text.ok || text.held.row.state === 'read') return []
  const { event } = await texts.change(context, text.held, { state: 'read', step: { act: 'read_through' } })
  return [event]
}
