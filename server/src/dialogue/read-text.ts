import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { proposals, shown, texts } from './drawers.ts'

const proposalsMax = 2_000

export const readText = handle(contract.readText, async ({ id }, context) => {
  const taken = await texts.find(context, id)
  if (!taken.ok) return taken
  const { row, content } = taken.held
  const found = await proposals.all(context, { compartment: row.compartment, parent: id, limit: proposalsMax })
  const shownProposals = found
    .map((one) => ({
      id: one.row.id,
      state: contract.ProposalRead.shape.state.parse(one.row.state),
      statement: one.content.statement,
      content: one.content,
    }))
    .toSorted((a, b) => a.content.span.start - b.content.span.start || a.content.span.end - b.content.span.end)
  return answer({ entry: shown(taken.held), text: content, proposals: shownProposals }, [id])
})
