import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { readWhenDecided, takeOpen } from './deciding.ts'
import { proposals } from './drawers.ts'

export const dropProposal = handle(contract.dropProposal, async ({ id }, context) => {
  const taken = await takeOpen(context, id)
  if (!taken.ok) return taken
  const { event } = await proposals.change(context, taken.proposal, { state: 'dropped', step: { act: 'dropped' } })
  return done({}, event, ...(await readWhenDecided(context, taken.proposal)))
})
