import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const listAccounts = handle(contract.listAccounts, async (_input, { tx }) => {
  const people = await store.readPeople(tx)
  const accounts = []
  for (const { id, name, state, createdAt } of people) {
    const memberships = (await store.grantsOf(tx, id)).map((grant) => ({
      ...grant,
      role: contract.Role.parse(grant.role),
    }))
    accounts.push({ id, name, state, createdAt, memberships })
  }
  return answer(
    { accounts, contexts: await store.contextsOf(tx) },
    people.map((person) => person.id),
  )
})
