import { handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { liesAhead } from './dates.ts'
import { stepOf } from './move.ts'

export const planSearch = handle(contract.planSearch, async ({ id, reviewOn, because }, context) => {
  if (!liesAhead(reviewOn, context.now)) return refuse('review_not_ahead')
  const patch = { review_on: reviewOn, officer: context.actor.id }
  return stepOf(context, id, 'plan', { because, patch, data: { reviewOn } })
})
