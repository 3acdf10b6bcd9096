import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { schedule } from './domain.ts'
import { accesses, shown } from './drawers.ts'

export const scheduleVisit = handle(contract.scheduleVisit, async ({ id, plannedOn, team }, context) => {
  const taken = await accesses.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  const decided = schedule(state)
  if (!decided.ok) return decided
  const visit = { plannedOn, team, on: null, outcome: null, reason: null }
  const { held, event } = await accesses.change(context, taken.held, {
    state: decided.state,
    content: { ...content, visits: [...content.visits, visit] },
    remindOn: plannedOn,
    step: { act: 'scheduled', on: plannedOn },
  })
  return done(shown(held), event)
})
