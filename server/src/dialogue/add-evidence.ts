import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isTracked, startsAfter } from './domain.ts'
import { commitments } from './drawers.ts'
import { isKnown } from './references.ts'

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
