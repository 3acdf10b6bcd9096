import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { readEnquirer, readSought } from './contents.ts'
import * as contract from './contract.ts'
import { readCalls, readConsents, readTransitions } from './history.ts'
import * as store from './store.ts'

/** One request, from itself alone: no link, no other enquirer, nothing of theirs is read here (domain/05 4b). */
export const readRequest = handle(contract.readRequest, async ({ id }, context) => {
  const { tx, actor } = context
  const request = await store.find(tx, actor, id)
  if (!request) return refuse('request_unknown')
  const sought = (await readSought(tx, [request])).get(id)
  const enquirer = await readEnquirer(tx, request)
  // What was erased is not there.
  if (!sought || !enquirer) return refuse('request_unknown')
  const page = {
    request: store.headOf(context, request),
    enquirer,
    sought,
    consents: await readConsents(tx, id),
    calls: await readCalls(tx, id),
    history: await readTransitions(tx, id),
  }
  return answer(page, [id])
})
