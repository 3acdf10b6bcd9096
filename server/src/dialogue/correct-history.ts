import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { changeAny, shown, takeAny } from './drawers.ts'
import * as store from './store.ts'

export const correctHistory = handle(contract.correctHistory, async ({ id, corrects, words }, context) => {
  const taken = await takeAny(context, id, true)
  if (!taken.ok) return taken
  const { row } = taken.held
  if (row.kind === 'note' || row.kind === 'proposal') return refuse('entry_unknown')
  const before = await store.stepsOf(context.tx, row)
  if (!before.some((step) => step.id === corrects)) return refuse('step_unknown')
  const { held, event } = await changeAny(context, taken.held, { step: { act: 'corrected', words, corrects } })
  return done({ entry: shown(held), history: await store.stepsOf(context.tx, row) }, event)
})
