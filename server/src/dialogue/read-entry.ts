import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { notes as noteDrawer, shown, takeAny } from './drawers.ts'
import * as store from './store.ts'
import { entryKinds } from './words.ts'

const childrenMax = 200
const shownKinds = entryKinds.filter((one) => one !== 'note' && one !== 'proposal')

export const readEntry = handle(contract.readEntry, async ({ id }, context) => {
  const { tx, actor } = context
  const taken = await takeAny(context, id)
  if (!taken.ok) return taken
  const { row } = taken.held
  // A note belongs to its meeting, a proposal to its text: neither is an entry to be read by itself.
  if (row.kind === 'note' || row.kind === 'proposal') return refuse('entry_unknown')
  const { compartment } = row
  const below = { compartment, parent: id, limit: childrenMax }
  const children = await store.open(tx, await store.list(tx, actor, { ...below, kinds: shownKinds }))
  const notes = await noteDrawer.all(context, below)
  const output = {
    entry: shown(taken.held),
    history: await store.stepsOf(tx, row),
    notes: notes
      .toReversed()
      .map((note) => ({ id: note.row.id, at: note.row.opened_at, by: note.row.opened_by, content: note.content })),
    children: children.map(shown),
  }
  return answer(output, [id, ...output.children.map((one) => one.id)])
})
