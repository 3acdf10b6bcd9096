import { z } from 'zod'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import * as contract from './contract.ts'
import { representations } from './drawers.ts'
import { RepresentationAsked } from './shapes-work.ts'
import { problemsOf } from './wording.ts'

const Payload = z.object({ id: contract.RepresentationNumber, draft: RepresentationAsked })

/** Two people clear a representation. The second clears exactly what the first has read: a draft changed since is none. */
export const clearAct = act({
  name: 'dialogue.clear',
  needs: 'dialogue.sign',
  days: 7,
  payload: Payload,
  apply: async ({ id, draft }, context) => {
    const taken = await representations.take(context, id)
    if (!taken.ok) return taken
    const { state, content } = taken.held
    const stands = JSON.stringify(RepresentationAsked.parse(content)) === JSON.stringify(draft)
    if (state !== 'drafted' || !stands) return refuse('not_drafted')
    const [problem] = problemsOf(content)
    if (problem) return refuse(problem.code)
    const { proposer, actor } = context
    const { event } = await representations.change(context, taken.held, {
      state: 'cleared',
      content: { ...content, clearedBy: [proposer, actor.id] },
      step: { act: 'cleared', proposedBy: proposer },
    })
    return { ok: true, events: [event] }
  },
})

export const clearRepresentation = handle(contract.clearRepresentation, async ({ id }, context) => {
  const taken = await representations.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  if (state !== 'drafted') return refuse('not_drafted')
  if (content.facts.length === 0 && content.commitments.length === 0) return refuse('no_fact')
  const [problem] = problemsOf(content)
  if (problem) return refuse(problem.code)
  const payload = { id, draft: RepresentationAsked.parse(content) }
  const proposed = await propose(context, clearAct, { subject: id, compartment: row.compartment, payload })
  return done({ proposal: proposed.id }, proposed.event)
})
