import { z } from 'zod'
import { done, handle } from '#kernel/handler'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { assess } from './domain.ts'
import { commitments } from './drawers.ts'

const Payload = z.object({ ...contract.assessCommitment.input.shape })

/** How a commitment is seen is said by two people. What was proposed is decided again on what stands by then. */
export const assessAct = act({
  name: 'dialogue.assess',
  needs: 'dialogue.write',
  confirmNeeds: 'dialogue.sign',
  days: 7,
  payload: Payload,
  apply: async ({ id, outcome, reason, evidence }, context) => {
    const taken = await commitments.take(context, id)
    if (!taken.ok) return taken
    const { content, state } = taken.held
    const known = content.evidence.map((one) => one.id)
    const decided = assess(state, outcome, { known, named: evidence })
    if (!decided.ok) return decided
    const { proposer } = context
    const { event } = await commitments.change(context, taken.held, {
      state: decided.state,
      content: {
        ...content,
        assessment: { outcome, reason, evidence, proposedBy: proposer, by: context.actor.id },
      },
      // What is seen to be done needs no further look; the rest keeps its day.
      ...(outcome === 'seen_done' ? { remindOn: null, nextStep: null } : {}),
      step: { act: 'assessed', words: reason, proposedBy: proposer },
    })
    return { ok: true, events: [event] }
  },
})

export const assessCommitment = handle(contract.assessCommitment, async (asked, context) => {
  const taken = await commitments.take(context, asked.id)
  if (!taken.ok) return taken
  const { row, content, state } = taken.held
  const known = content.evidence.map((one) => one.id)
  const decided = assess(state, asked.outcome, { known, named: asked.evidence })
  if (!decided.ok) return decided
  const { compartment } = row
  const proposed = await propose(context, assessAct, { subject: asked.id, compartment, payload: asked })
  return done({ proposal: proposed.id }, proposed.event)
})
