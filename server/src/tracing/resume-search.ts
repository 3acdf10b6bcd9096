import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const resumeSearch = handle(contract.resumeSearch, ({ id, because }, context) =>
  stepOf(context, id, 'resume', { because, patch: { review_on: null, officer: context.actor.id } }),
)
