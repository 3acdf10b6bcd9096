import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { reply } from './domain.ts'
import { channelOfRow, commitments, representations, shown } from './drawers.ts'
import { blankCommitment } from './promises.ts'

export const recordReply = handle(contract.recordReply, async ({ id, ...received }, context) => {
  const taken = await representations.take(context, id)
  if (!taken.ok) return taken
  const { row, state, content } = taken.held
  if (received.on > context.now.slice(0, 10)) return refuse('in_future')
  const decided = reply(state, content, received.on)
  if (!decided.ok) return decided
  const { held, event } = await representations.change(context, taken.held, {
    ...(state === 'escalated' ? {} : { state: decided.state }),
    content: { ...content, replies: [...content.replies, received] },
    awaits: null,
    remindOn: null,
    step: { act: `replied_${received.outcome}`, on: received.on, words: received.words },
  })
  if (received.outcome !== 'promised') return done({ entry: shown(held), commitment: null }, event)

  const { words, language, translation, by, office, level, on } = received
  const promised = await commitments.add(context, channelOfRow(row), {
    state: 'stated',
    content: {
      ...blankCommitment,
      promisor: 'party',
      who: by,
      office,
      level,
      form: content.rung === 'oral' ? 'promise' : 'written_assurance',
      to: content.delivery?.by ?? content.addressee,
      words,
      language,
      translation,
      saidOn: { edtf: on, other: null, calendar: 'gregorian', written: null },
      saidWhere: null,
      condition: null,
      hedge: false,
      subject: 'other',
      place: null,
      obligation: content.rules[0] ?? null,
      due: null,
      from: id,
    },
    parent: id,
    step: { act: 'raised_from_reply', on },
  })
  return done({ entry: shown(held), commitment: promised.held.row.id }, event, promised.event)
})
