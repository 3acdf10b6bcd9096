import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelsIn } from './channels.ts'
import * as contract from './contract.ts'
import { matters } from './drawers.ts'

export const shareMatter = handle(contract.shareMatter, async ({ context: of, ...matter }, context) => {
  const found = await channelsIn(context, of)
  if (!found.ok) return found
  if (matter.kind === 'treaty_duty' && matter.article === null) return refuse('article_missing')
  const shared = context.newId()
  const events = []
  for (const channel of found.channels) {
    const { event } = await matters.add(context, channel, {
      state: 'open',
      content: { ...matter, from: null, put: null, answer: null },
      shared,
      step: { act: 'opened' },
    })
    events.push(event)
  }
  const [first, ...more] = events
  return first ? done({ shared }, first, ...more) : refuse('context_unknown')
})
