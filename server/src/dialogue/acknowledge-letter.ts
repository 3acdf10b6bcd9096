import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { letters, shown } from './drawers.ts'

export const acknowledgeLetter = handle(contract.acknowledgeLetter, async ({ id, ...acknowledged }, context) => {
  const taken = await letters.take(context, id)
  if (!taken.ok) return taken
  const { row, content } = taken.held
  if (content.acknowledged) return refuse('already_acknowledged')
  if (acknowledged.on > context.now.slice(0, 10)) return refuse('in_future')
  const { held, event } = await letters.change(context, taken.held, {
    ...(row.state === 'open' ? { state: 'acknowledged' } : {}),
    content: { ...content, acknowledged },
    step: { act: 'acknowledged', on: acknowledged.on, words: acknowledged.proof },
  })
  return done(shown(held), event)
})
