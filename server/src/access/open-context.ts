import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { addChannel } from './channels.ts'
import * as store from './store.ts'

/** A context opens with the two channels every context has: families, and the house itself. */
export const openContext = handle(contract.openContext, async ({ kind, labels }, context) => {
  const id = await store.addContext(context, kind, labels)
  await addChannel(context, id, 'families')
  await addChannel(context, id, 'house')
  return done({ id }, { type: 'access.contextOpened', subject: id, compartment: installation, data: { kind } })
})
