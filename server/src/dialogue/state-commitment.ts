import { done, handle } from '#kernel/handler'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { commitments, shown } from './drawers.ts'
import { blankCommitment } from './promises.ts'

export const stateCommitment = handle(contract.stateCommitment, async ({ party, ...stated }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { held, event } = await commitments.add(context, found.channel, {
    state: 'stated',
    content: { ...blankCommitment, ...stated },
    step: { act: 'stated' },
  })
  return done(shown(held), event)
})
