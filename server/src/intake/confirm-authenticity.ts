import { confirmRecords } from '#registry'
import { done, handle } from '#kernel/handler'
import { enqueueJob } from '#kernel/jobs'
import { refuse } from '#kernel/result'
import type { JobKind } from '#kernel/slice'
import * as contract from './contract.ts'
import { confirm } from './domain.ts'
import { recordsOfList } from './store-rows.ts'
import * as store from './store.ts'

export const confirmAuthenticity = handle(contract.confirmAuthenticity, async ({ id, how, by }, context) => {
  const { tx, actor, now } = context
  const list = await store.listToChange(tx, actor, id)
  if (!list) return refuse('list_unknown')
  const decision = confirm(list.state, list.authenticity)
  if (!decision.ok) return decision
  const { compartment } = list
  await store.setConfirmed(tx, list, { how, by, person: actor.id })
  await store.setList(tx, list, { state: decision.state, authenticity: 'confirmed', confirmed_at: now })
  await enqueueJob(context, { kind: 'intake.confirm', compartment, subject: id, input: {} })
  const data = { how, before: list.authenticity }
  return done({}, { type: 'intake.authenticityConfirmed', subject: id, compartment, data })
})

const batchRows = 200

/** Takes the mark `unconfirmed` off the records of a confirmed list, in batches; done again it finds none that bears it. */
export const confirmJob: JobKind = {
  kind: 'intake.confirm',
  as: 'intake',
  run: async (job) => {
    let count = 0
    for (let after = ''; ;) {
      const from = after
      const records: string[] = []
      await job.batch(async (context) => {
        const list = await store.listById(context.tx, context.actor.for('intake.read'), job.subject)
        if (list) records.push(...(await recordsOfList(context.tx, list.id, from, batchRows)))
        return { events: await confirmRecords(context, records) }
      })
      const last = records.at(-1)
      if (last === undefined) return 'confirmed'
      after = last
      count += records.length
      job.progress('confirming', count, null)
    }
  },
}
