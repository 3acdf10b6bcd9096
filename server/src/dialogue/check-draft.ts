import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { problemsOf } from './wording.ts'

export const checkDraft = handle(contract.checkDraft, (draft) =>
  Promise.resolve(answer({ problems: problemsOf(draft) }, [])),
)
