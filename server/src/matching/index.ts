import type { Slice } from '#kernel/slice'
import { acceptPair } from './accept-pair.ts'
import { askFamily } from './ask-family.ts'
import { on } from './candidates.ts'
import { closeQuestions } from './close-questions.ts'
import { events } from './events.ts'
import { finds } from './finds.ts'
import { feed } from './held.ts'
import { listPairs } from './list-pairs.ts'
import { openPair } from './open-pair.ts'
import { proposePair } from './propose-pair.ts'
import { readPair } from './read-pair.ts'
import { rejectPair } from './reject-pair.ts'
import { settlePair } from './settle-pair.ts'
import { forget } from './store.ts'
import { tasks } from './tasks.ts'
import { withdrawAct, withdrawPair } from './withdraw-pair.ts'

export const matching: Slice = {
  name: 'matching',
  operations: [
    listPairs,
    readPair,
    openPair,
    acceptPair,
    rejectPair,
    askFamily,
    closeQuestions,
    settlePair,
    withdrawPair,
    proposePair,
  ],
  events,
  acts: [withdrawAct],
  on,
  feeds: [feed],
  tasks,
  finds,
  forgets: async (subject, { tx }) => {
    await forget(tx, subject)
    return []
  },
}

export { type AcceptedPair, acceptedPair, rivals } from './doors.ts'
