import type { z } from 'zod'
import type { Actor } from '#kernel/handler'
import type { Tx } from '#kernel/tx'
import type { Counts, ListLine } from './contract.ts'
import { countsByState } from './store-rows.ts'
import type { StoredList } from './store.ts'

type Counted = z.output<typeof Counts>

/** What became of the rows of some lists that the actor may see. */
export async function countsOf(tx: Tx, actor: Actor, lists: readonly StoredList[]): Promise<Map<string, Counted>> {
  const seen = lists.filter(({ compartment }) => actor.compartments.includes(compartment))
  const states = await countsByState(
    tx,
    seen.map(({ id }) => id),
  )
  const countOf = (id: string, state: string) =>
    states.find((one) => one.list === id && one.state === state)?.count ?? 0
  return new Map(
    seen.map(({ id, rowCount, blankCount, headingCount }) => [
      id,
      {
        rows: rowCount,
        blank: blankCount,
        headings: headingCount,
        registered: countOf(id, 'registered'),
        known: countOf(id, 'known'),
        quarantined: countOf(id, 'quarantined'),
        setAside: countOf(id, 'set_aside'),
        withdrawn: countOf(id, 'withdrawn'),
        erased: countOf(id, 'erased'),
      },
    ]),
  )
}

const nothingCounted: Counted = {
  rows: null,
  blank: 0,
  headings: 0,
  registered: 0,
  known: 0,
  quarantined: 0,
  setAside: 0,
  withdrawn: 0,
  erased: 0,
}

/** A list as a line of a list of lists. */
export function lineOf(list: StoredList, counts: Counted = nothingCounted): z.output<typeof ListLine> {
  const { id, context, channel, kind, state, authenticity, receivedOn, enteredAt, problem } = list
  const { readAt, mappedAt, completedAt } = list
  const about = { id, context, channel, kind, state, authenticity, receivedOn, enteredAt, problem }
  return { ...about, number: list.envelope.number, readAt, mappedAt, completedAt, counts }
}
