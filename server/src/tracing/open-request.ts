import { handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { stepOf } from './move.ts'

export const openRequest = handle(contract.openRequest, ({ id, because }, context) =>
  stepOf(context, id, 'open', { because, patch: { opened_at: context.now, officer: context.actor.id } }),
)
