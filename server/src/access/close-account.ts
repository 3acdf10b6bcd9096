import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import * as store from './store.ts'

export const closeAccount = handle(contract.closeAccount, async ({ id }, { tx, actor, now }) => {
  if (id === actor.id) return refuse('own_account')
  if (!(await store.openPerson(tx, id))) return refuse('account_unknown')
  await store.closePerson(tx, id, now)
  return done({}, { type: 'access.accountClosed', subject: id, compartment: installation, data: {} })
})
