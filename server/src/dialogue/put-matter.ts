import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { matters, shown } from './drawers.ts'

export const putMatter = handle(contract.putMatter, async ({ id, ...put }, context) => {
  const taken = await matters.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  if (state !== 'open') return refuse('not_open')
  if (put.on > context.now.slice(0, 10)) return refuse('in_future')
  const { held, event } = await matters.change(context, taken.held, {
    state: 'put',
    content: { ...content, put },
    awaits: 'party',
    step: { act: 'put', on: put.on },
  })
  return done(shown(held), event)
})
