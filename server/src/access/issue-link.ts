import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { addLink } from './sessions.ts'
import * as store from './store.ts'

export const issueLink = handle(contract.issueLink, async ({ id, kind }, context) => {
  if (!(await store.openPerson(context.tx, id))) return refuse('account_unknown')
  const link = await addLink(context, id, kind)
  return done(link, { type: 'access.linkIssued', subject: id, compartment: installation, data: { kind } })
})
