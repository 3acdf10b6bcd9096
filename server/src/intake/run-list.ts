import { done, handle } from '#kernel/handler'
import { enqueueJob } from '#kernel/jobs'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { countsOf } from './counts.ts'
import { mayRun } from './domain.ts'
import * as store from './store.ts'

export const runList = handle(contract.runList, async ({ id }, context) => {
  const { tx, actor } = context
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const counts = await countsOf(tx, actor, [list])
  const wrong = mayRun({ ...list, quarantined: counts.get(id)?.quarantined ?? 0 })
  if (wrong) return refuse(wrong)
  const { compartment } = list
  const job = await enqueueJob(context, { kind: 'intake.import', compartment, subject: id, input: {} })
  return done({ job }, { type: 'intake.runAsked', subject: id, compartment, data: { job } })
})
