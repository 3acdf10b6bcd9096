import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import * as store from './store.ts'

export const openAccount = handle(contract.openAccount, async ({ name, language }, context) => {
  const id = await store.addPerson(context, name, language)
  return done({ id }, { type: 'access.accountOpened', subject: id, compartment: installation, data: {} })
})
