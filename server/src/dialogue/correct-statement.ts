import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { shown, statements } from './drawers.ts'
import * as store from './store.ts'

export const correctStatement = handle(
  contract.correctStatement,
  async ({ id, reason, corrects, ...said }, context) => {
    const taken = await statements.take(context, id)
    if (!taken.ok) return taken
    const { row, content } = taken.held
    const { text, span, sha256 } = content
    // Words that were read in a text are that text's; what was understood of them may be wrong.
    if (text !== null && said.words !== content.words) return refuse('words_differ')
    const steps = await store.stepsOf(context.tx, row)
    if (corrects !== null && !steps.some((step) => step.id === corrects)) return refuse('step_unknown')
    const { held, event } = await statements.change(context, taken.held, {
      content: { ...said, text, span, sha256 },
      step: { act: 'corrected', words: reason, corrects },
    })
    return done(shown(held), event)
  },
)
