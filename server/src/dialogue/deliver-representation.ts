import { done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { deliver } from './domain.ts'
import { representations, shown } from './drawers.ts'
import { markRaised } from './raising.ts'

export const deliverRepresentation = handle(
  contract.deliverRepresentation,
  async ({ id, replyBy, ...delivery }, context) => {
    const taken = await representations.take(context, id)
    if (!taken.ok) return taken
    const { state, content } = taken.held
    const today = context.now.slice(0, 10)
    const decided = deliver(state, content.rung, delivery.how)
    if (!decided.ok) return decided
    if (delivery.on > today) return refuse('in_future')
    if (replyBy <= today) return refuse('not_ahead')
    const { held, event } = await representations.change(context, taken.held, {
      state: decided.state,
      content: { ...content, delivery },
      awaits: 'party',
      remindOn: replyBy,
      step: { act: 'delivered', on: delivery.on, words: delivery.proof },
    })
    const events: Event[] = await markRaised(context, id, content.commitments)
    if (content.escalates !== null) {
      const before = await representations.take(context, content.escalates)
      if (before.ok && before.held.state !== 'escalated') {
        const reason = content.subject
        const lower = await representations.change(context, before.held, {
          state: 'escalated',
          content: { ...before.held.content, escalation: { mode: 'higher_level', reason, conditions: null } },
          awaits: null,
          remindOn: null,
          step: { act: 'escalated', on: delivery.on, words: id },
        })
        events.push(lower.event)
      }
    }
    return done(shown(held), event, ...events)
  },
)
