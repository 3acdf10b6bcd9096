import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { representations, shown } from './drawers.ts'
import { areRaisable } from './raising.ts'
import { wrongFact } from './references.ts'
import { problemsOf } from './wording.ts'

export const changeRepresentation = handle(contract.changeRepresentation, async ({ id, ...draft }, context) => {
  const taken = await representations.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  if (state !== 'drafted') return refuse('not_drafted')
  if (!(await areRaisable(context, row.compartment, draft.commitments))) return refuse('commitment_unknown')
  const wrong = await wrongFact(context, row.compartment, draft.facts)
  if (wrong) return refuse(wrong)
  const { held, event } = await representations.change(context, taken.held, {
    content: { ...content, ...draft },
    step: { act: 'changed' },
  })
  return done({ entry: shown(held), problems: problemsOf(draft) }, event)
})
