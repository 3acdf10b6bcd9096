import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { commitments, shown } from './drawers.ts'

export const supersedeCommitment = handle(contract.supersedeCommitment, async ({ id, by, reason }, context) => {
  const taken = await commitments.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  if (state === 'superseded') return refuse('already_superseded')
  const successor = by === id ? null : await commitments.find(context, by)
  if (!successor?.ok || successor.held.row.compartment !== row.compartment) return refuse('successor_unknown')
  if (successor.held.state === 'superseded') return refuse('successor_unknown')
  const { held, event } = await commitments.change(context, taken.held, {
    state: 'superseded',
    content: { ...content, supersededBy: by },
    remindOn: null,
    nextStep: null,
    step: { act: 'superseded', words: reason },
  })
  return done(shown(held), event)
})
