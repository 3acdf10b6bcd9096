import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { matters, shown } from './drawers.ts'

export const answerMatter = handle(contract.answerMatter, async ({ id, ...answer }, context) => {
  const taken = await matters.take(context, id)
  if (!taken.ok) return taken
  const { state, content } = taken.held
  if (state !== 'put' || !content.put) return refuse('not_put')
  if (answer.on > context.now.slice(0, 10)) return refuse('in_future')
  if (answer.on < content.put.on) return refuse('before_put')
  const { held, event } = await matters.change(context, taken.held, {
    state: 'answered',
    content: { ...content, answer },
    awaits: null,
    step: { act: `answered_${answer.outcome}`, on: answer.on, words: answer.words },
  })
  return done(shown(held), event)
})
