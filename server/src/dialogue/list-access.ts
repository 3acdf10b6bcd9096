import { answer, handle } from '#kernel/handler'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { isPast } from './domain.ts'
import { accesses, commitments, shown } from './drawers.ts'

const entriesMax = 500

export const listAccess = handle(contract.listAccess, async ({ party }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { compartment } = found.channel
  const today = context.now.slice(0, 10)
  const ledger = await accesses.all(context, { compartment, limit: entriesMax })
  const promised = (await commitments.all(context, { compartment, limit: entriesMax })).filter(
    ({ content, state }) => content.subject === 'access' && content.promisor === 'party' && state !== 'superseded',
  )
  const answers = ledger.flatMap((one) => one.content.answers)
  const visits = ledger.flatMap((one) => one.content.visits)
  const counts = {
    asked: ledger.reduce((sum, one) => sum + one.content.requests.length, 0),
    unanswered: ledger.filter(({ row, state }) => state === 'requested' && isPast(row.remind_on, today)).length,
    agreed: answers.filter((one) => one.answer === 'agreed').length,
    refused: answers.filter((one) => one.answer === 'refused' || one.answer === 'refused_temporary').length,
    visited: visits.filter((one) => one.outcome === 'visited').length,
    prevented: visits.filter((one) => one.outcome === 'prevented').length,
  }
  const output = { access: ledger.map(shown), promised: promised.map(shown), counts }
  return answer(
    output,
    [...output.access, ...output.promised].map((one) => one.id),
  )
})
