import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const reopenRequest = handle(contract.reopenRequest, ({ id, because }, context) =>
  stepOf(context, id, 'reopen', { because, patch: { merged_into: null } }),
)
