import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { letters, shown } from './drawers.ts'

export const recordLetter = handle(contract.recordLetter, async ({ party, ...letter }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { channel } = found
  const on = letter.on
  if (on > context.now.slice(0, 10)) return refuse('in_future')
  const answered = letter.answers === null ? null : await letters.take(context, letter.answers)
  if (answered && (!answered.ok || answered.held.row.compartment !== channel.compartment))
    return refuse('letter_unknown')
  if (answered?.ok && answered.held.content.direction === letter.direction) return refuse('same_direction')

  const awaits = letter.answerAwaited ? (letter.direction === 'out' ? 'party' : 'us') : null
  const { held, event } = await letters.add(context, channel, {
    state: 'open',
    content: { ...letter, acknowledged: null },
    parent: letter.answers,
    awaits,
    step: { act: letter.direction === 'out' ? 'sent' : 'received', on },
  })
  if (!answered?.ok) return done(shown(held), event)
  const ended = await letters.change(context, answered.held, {
    state: 'answered',
    awaits: null,
    step: { act: 'answered', on },
  })
  return done(shown(held), event, ended.event)
})
