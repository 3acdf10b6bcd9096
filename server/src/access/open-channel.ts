import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { addChannel } from './channels.ts'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import * as store from './store.ts'

export const openChannel = handle(contract.openChannel, async ({ id, kind, hasBureau, labels }, context) => {
  if ((await store.contextsOf(context.tx, [id])).length === 0) return refuse('context_unknown')
  const party = await store.addParty(context, { context: id, kind, hasBureau, labels })
  await addChannel(context, id, party)
  await addChannel(context, id, party, 'dialogue')
  return done(
    { party },
    { type: 'access.channelOpened', subject: id, compartment: installation, data: { party, kind } },
  )
})
