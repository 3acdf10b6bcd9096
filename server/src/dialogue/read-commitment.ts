import { answer, handle } from '#kernel/handler'
import { accessBeside } from './beside.ts'
import * as contract from './contract.ts'
import { commitments, shown } from './drawers.ts'
import * as store from './store.ts'
import { protectionWarningsOf } from './wording.ts'

export const readCommitment = handle(contract.readCommitment, async ({ id }, context) => {
  const taken = await commitments.find(context, id)
  if (!taken.ok) return taken
  const { row, content } = taken.held
  const access = (await accessBeside(context, taken.held)).map(shown)
  const output = {
    entry: shown(taken.held),
    history: await store.stepsOf(context.tx, row),
    warnings: protectionWarningsOf(content),
    access,
  }
  return answer(output, [id, ...access.map((one) => one.id)])
})
