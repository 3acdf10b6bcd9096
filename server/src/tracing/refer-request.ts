import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const referRequest = handle(contract.referRequest, ({ id, because }, context) =>
  stepOf(context, id, 'refer', { because }),
)
