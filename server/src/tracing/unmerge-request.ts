import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const unmergeRequest = handle(contract.unmergeRequest, ({ id, because }, context) =>
  stepOf(context, id, 'unmerge', { because, patch: { merged_into: null } }),
)
