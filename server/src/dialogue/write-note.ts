import { done, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { channelOfRow, meetings, notes } from './drawers.ts'

export const writeNote = handle(contract.writeNote, async ({ id, text }, context) => {
  const taken = await meetings.take(context, id)
  if (!taken.ok) return taken
  const { held, event } = await notes.add(context, channelOfRow(taken.held.row), {
    state: 'written',
    content: { text },
    parent: id,
    step: { act: 'written' },
  })
  return done({ id: held.row.id }, event)
})
