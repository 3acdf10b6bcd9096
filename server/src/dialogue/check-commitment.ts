import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { protectionWarningsOf } from './wording.ts'

export const checkCommitment = handle(contract.checkCommitment, (asked) =>
  Promise.resolve(answer({ warnings: protectionWarningsOf(asked) }, [])),
)
