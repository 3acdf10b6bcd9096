import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const closeByEnquirer = handle(contract.closeByEnquirer, ({ id, outcome, because }, context) =>
  stepOf(context, id, 'close', { facts: { outcome }, because, patch: { review_on: null, next_call_on: null } }),
)
