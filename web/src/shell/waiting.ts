import { listProposals, listTasks } from '@solferino/server/kernel/contract'
import type { OutputOf } from '#kernel/client.ts'
import { type Answer, useAnswer } from '#kernel/operation.ts'
import type { Task } from '#kernel/room.ts'

export type Proposal = OutputOf<typeof listProposals>['proposals'][number]

export type Waiting = {
  readonly tasks: readonly Task[]
  /** Acts that wait for this person's signature. */
  readonly toSign: readonly Proposal[]
  /** Their own, which wait for another's. */
  readonly mine: readonly Proposal[]
  readonly count: number
  readonly answer: Answer<unknown>
}

const everyMs = 30_000

/** All that waits on this person: matters of the rooms, and acts to sign. */
export function useWaiting(): Waiting {
  const answer = useAnswer(listTasks, {}, { everyMs })
  const proposals = useAnswer(listProposals, {}, { everyMs }).output?.proposals ?? []
  const toSign = proposals.filter((one) => !one.mine)
  const tasks = answer.output?.tasks ?? []
  return {
    tasks,
    toSign,
    mine: proposals.filter((one) => one.mine),
    count: tasks.length + toSign.length,
    answer,
  }
}
