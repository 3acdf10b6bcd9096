import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { climb, escalate, isPast } from './domain.ts'
import { representations, shown } from './drawers.ts'
import { areRaisable } from './raising.ts'
import { wrongFact } from './references.ts'
import { problemsOf } from './wording.ts'

export const draftRepresentation = handle(
  contract.draftRepresentation,
  async ({ party, escalates, ...draft }, context) => {
    const found = await channelOf(context, party)
    if (!found.ok) return found
    const { channel } = found
    if (!(await areRaisable(context, channel.compartment, draft.commitments))) return refuse('commitment_unknown')
    const wrong = await wrongFact(context, channel.compartment, draft.facts)
    if (wrong) return refuse(wrong)
    if (escalates !== null) {
      const before = await representations.find(context, escalates)
      if (!before.ok || before.held.row.compartment !== channel.compartment) return refuse('not_to_escalate')
      const { state, row, content } = before.held
      const isUnanswered = isPast(row.remind_on, context.now.slice(0, 10))
      const decided = escalate(state, isUnanswered)
      if (!decided.ok) return decided
      const next = climb(content.rung, draft.rung)
      if (!next.ok) return next
    }
    const { held, event } = await representations.add(context, channel, {
      state: 'drafted',
      content: {
        ...draft,
        escalates,
        clearedBy: [],
        delivery: null,
        replies: [],
        escalation: null,
        effect: null,
      },
      parent: escalates,
      step: { act: 'drafted' },
    })
    return done({ entry: shown(held), problems: problemsOf(draft) }, event)
  },
)
