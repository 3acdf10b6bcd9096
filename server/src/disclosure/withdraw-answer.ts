import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { endById } from './endings.ts'

export const withdrawAnswer = handle(contract.withdrawAnswer, ({ id, because }, context) =>
  endById(context, id, because),
)
