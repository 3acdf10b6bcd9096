import { z } from 'zod'
import * as contract from './contract.ts'
import { answer, done, handle } from './handler.ts'
import { jobsOf, stopJob as stop } from './jobs.ts'
import { openable } from './keyring.ts'
import { refuse } from './result.ts'
import { confirm, listOpenProposals, withdraw } from './second.ts'
import type { Doors, Slice } from './slice.ts'
import { tablesOf } from './tx.ts'
import { sealedColumn } from './vault.ts'

const kernel = tablesOf('kernel')
const draftContent = sealedColumn('kernel.draft', z.object({ content: z.unknown() }))

/** What the kernel itself answers: the worklist, the one search, jobs, second signatures, drafts. */
export function kernelSlice(rooms: readonly Slice[], doors: Doors): Slice {
  const acts = rooms.flatMap((room) => room.acts ?? [])

  const listTasks = handle(contract.listTasks, async (_input, context) => {
    const lists = []
    for (const room of rooms) lists.push(...((await room.tasks?.(context)) ?? []))
    const order = { waiting: 0, today: 1, later: 2 }
    const tasks = lists.sort((a, b) => order[a.urgency] - order[b.urgency] || (a.since < b.since ? -1 : 1))
    return answer(
      { tasks: tasks.map((task) => ({ ...task, values: { ...task.values } })) },
      tasks.filter((task) => task.name !== null).map((task) => task.subject),
    )
  })

  const search = handle(contract.search, async ({ text }, context) => {
    const hits = []
    for (const room of rooms) hits.push(...((await room.finds?.(text, context)) ?? []))
    const found = hits
      .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1))
      .slice(0, 20)
      .map((hit) => ({ ...hit, values: { ...hit.values }, reasons: [...hit.reasons] }))
    return answer(
      { found },
      found.map((hit) => hit.id),
      { atPause: true },
    )
  })

  const listJobs = handle(contract.listJobs, async (_input, { tx, actor, now }) =>
    answer({ jobs: await jobsOf(tx, actor.id, now) }, []),
  )

  const stopJob = handle(contract.stopJob, async ({ id }, { tx, actor }) => {
    if (!(await stop(tx, actor.id, id))) return refuse('job_unknown')
    return done({}, { type: 'kernel.jobStopped', subject: id, compartment: 'house', data: {} })
  })

  const listProposals = handle(contract.listProposals, async ({ subject }, { tx, actor, now }) => {
    const open = await listOpenProposals(tx, acts, actor, now)
    const wanted = subject === undefined ? open : open.filter((one) => one.subject === subject)
    const proposals = wanted.map(({ id, act, subject, digest, proposedBy, proposedAt, expiresAt, payload }) => {
      const mine = proposedBy === actor.id
      return { id, act, subject, digest, proposedBy, proposedAt, expiresAt, mine, payload }
    })
    return answer({ proposals }, [...new Set(proposals.map((one) => one.subject))])
  })

  const confirmProposal = handle(contract.confirmProposal, async ({ id, digest }, context) => {
    const personOf = (person: string) => doors.personOf(context.tx, person)
    const confirmed = await confirm(context, id, digest, { acts, personOf })
    // An act may refuse by a code of its own slice; the page shows that slice's words for it.
    if (!confirmed.ok) return confirmed as ReturnType<typeof refuse<'proposal_unknown'>>
    const [first, ...more] = confirmed.events
    return done({ act: confirmed.act, subject: confirmed.subject }, first!, ...more)
  })

  const withdrawProposal = handle(contract.withdrawProposal, async ({ id }, context) => {
    const withdrawn = await withdraw(context, id, acts)
    if (!withdrawn.ok) return withdrawn
    return done({ act: withdrawn.act, subject: withdrawn.subject }, withdrawn.event)
  })

  const readDraft = handle(contract.readDraft, async ({ name }, { tx, actor }) => {
    const row = await kernel(tx)
      .selectFrom('kernel.draft')
      .selectAll()
      .where('person', '=', actor.id)
      .where('name', '=', name)
      .executeTakeFirst()
    if (!row || (await openable(tx, [row.compartment])).length === 0) return answer({ content: null, at: null }, [])
    const subjects = [`draft:${actor.id}:${name}`]
    const place = { rowId: row.row_id, compartment: row.compartment, subjects, sealed: row.sealed }
    const opened = await draftContent.openOne(tx, place)
    return answer({ content: opened?.content ?? null, at: row.at }, [])
  })

  const saveDraft = handle(contract.saveDraft, async ({ name, content }, context) => {
    const { tx, actor, now, newRowId } = context
    const [operation = '', about = ''] = name.split('/')
    const room = rooms.find((one) => operation.startsWith(`${one.name}.`))
    const own = actor.memberships[0]?.compartment
    const compartment = room?.draftsIn ? await room.draftsIn(about, context) : own
    if (!compartment) return refuse('no_compartment')
    const subject = `draft:${actor.id}:${name}`
    await kernel(tx).deleteFrom('kernel.draft').where('person', '=', actor.id).where('name', '=', name).execute()
    if (content !== null && content !== undefined) {
      const rowId = newRowId()
      const sealed = await draftContent.seal(tx, { rowId, compartment, subjects: [subject] }, { content })
      await kernel(tx)
        .insertInto('kernel.draft')
        .values({ person: actor.id, name, row_id: rowId, compartment, at: now, sealed })
        .execute()
    }
    return done({}, { type: 'kernel.draftSaved', subject: actor.id, compartment: 'house', data: {} })
  })

  return {
    name: 'kernel',
    jobs: [{ kind: 'kernel.scrub', as: 'jobs', run: (job) => job.scrub().then(() => 'done') }],
    operations: [
      listTasks,
      search,
      listJobs,
      stopJob,
      listProposals,
      confirmProposal,
      withdrawProposal,
      readDraft,
      saveDraft,
    ],
    events: contract.events,
    tasks: async ({ tx, actor, now }) => {
      const open = await listOpenProposals(tx, acts, actor, now)
      return open
        .filter((one) => one.proposedBy !== actor.id)
        .map((one) => ({
          slice: 'kernel',
          kind: `sign.${one.act}`,
          subject: one.subject,
          urgency: 'waiting' as const,
          since: one.proposedAt,
          count: 1,
          name: null,
          values: { proposal: one.id },
        }))
    },
    forgets: async (subject, { tx }) => {
      await kernel(tx).deleteFrom('kernel.proposal').where('subject', '=', subject).execute()
      return [subject]
    },
  }
}
