import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const takeUp = handle(contract.takeUp, ({ id, because }, context) =>
  stepOf(context, id, 'takeUp', { because, patch: { officer: context.actor.id } }),
)
