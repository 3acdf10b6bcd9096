import { type Context, done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { readRecords } from '#registry'
import { readRequests } from '#tracing'
import * as contract from './contract.ts'
import { isTracked, startsAfter } from './domain.ts'
import { commitments } from './drawers.ts'
import * as store from './store.ts'

export const addEvidence = handle(contract.addEvidence, async ({ id, ...asked }, context) => {
  const taken = await commitments.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  if (!isTracked(state)) return refuse('not_tracked')
  if (asked.reference === null && asked.on === null) return refuse('day_missing')
  if (asked.on && startsAfter(asked.on.edtf, context.now.slice(0, 10))) return refuse('in_future')
  if (asked.reference !== null && !(await isKnown(context, asked.reference, row.compartment)))
    return refuse('reference_unknown')

  const evidence = { ...asked, id: context.newId(), addedAt: context.now, addedBy: context.actor.id }
  const { event } = await commitments.change(context, taken.held, {
    content: { ...content, evidence: [...content.evidence, evidence] },
    step: { act: 'evidence_added', words: asked.text },
  })
  return done({ evidence }, event)
})

/**
 * Whether there is such a record, request or entry, as far as the person who links it may see it. An entry is of the same
 * channel: nothing of another is ever evidence here.
 */
async function isKnown(context: Context, reference: string, compartment: string): Promise<boolean> {
  if (reference.startsWith('R-')) return (await readRecords(context, [reference])).length > 0
  if (reference.startsWith('TR-')) return (await readRequests(context, [reference])).length > 0
  const entry = await store.find(context.tx, context.actor, reference)
  return entry?.compartment === compartment
}
