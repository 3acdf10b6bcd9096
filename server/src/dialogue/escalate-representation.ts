import { z } from 'zod'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { escalate, isPast } from './domain.ts'
import { representations } from './drawers.ts'

const Payload = z.object({ ...contract.escalateRepresentation.input.shape })

/** What follows where the ladder had no sufficient effect is proposed by the head and confirmed by another (domain/04 2). */
export const escalateAct = act({
  name: 'dialogue.escalateBeyond',
  needs: 'dialogue.escalate',
  confirmNeeds: 'dialogue.sign',
  days: 7,
  payload: Payload,
  apply: async ({ id, mode, reason, conditions }, context) => {
    const taken = await representations.take(context, id)
    if (!taken.ok) return taken
    const { row, state, content } = taken.held
    const decided = escalate(state, isPast(row.remind_on, context.now.slice(0, 10)))
    if (!decided.ok) return decided
    const { event } = await representations.change(context, taken.held, {
      state: decided.state,
      content: { ...content, escalation: { mode, reason, conditions } },
      awaits: null,
      remindOn: null,
      step: { act: `escalated_to_${mode}`, words: reason, proposedBy: context.proposer },
    })
    return { ok: true, events: [event] }
  },
})

export const escalateRepresentation = handle(contract.escalateRepresentation, async (asked, context) => {
  const taken = await representations.take(context, asked.id)
  if (!taken.ok) return taken
  const { row, state } = taken.held
  const decided = escalate(state, isPast(row.remind_on, context.now.slice(0, 10)))
  if (!decided.ok) return decided
  if (asked.mode === 'condemnation' && asked.conditions === null) return refuse('conditions_missing')
  const { compartment } = row
  const proposed = await propose(context, escalateAct, { subject: asked.id, compartment, payload: asked })
  return done({ proposal: proposed.id }, proposed.event)
})
