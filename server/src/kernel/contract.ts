import { z } from 'zod'
import { command, query } from './operation.ts'

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
export const Id = z.uuid()

const prefixes = 'R|RM|P|TR|CE|RCM|NM|V|AL|REP|COM|CON'
/** A record number of domain/08: prefix, ten Crockford characters, check character. */
export const RecordNumber = z.string().regex(new RegExp(`^(${prefixes})-[0-9A-HJKMNP-TV-Z]{11}$`))

/** A sealed keyset cursor: opaque, and only good for the list that gave it. */
export const Cursor = z.string().max(600)

export const Task = z.object({
  slice: z.string(),
  kind: z.string(),
  subject: z.string(),
  urgency: z.enum(['waiting', 'today', 'later']),
  since: Instant,
  count: z.number().int(),
  name: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What waits for this person, in three groups, by need and waiting and never by side. */
export const listTasks = query({
  name: 'kernel.listTasks',
  path: '/tasks',
  needs: 'self',
  input: z.object({}),
  output: z.object({ tasks: z.array(Task) }),
  refusals: [],
})

export const Found = z.object({
  slice: z.string(),
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  romanised: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  probability: z.number(),
  reasons: z.array(z.object({ part: z.string(), key: z.string() })),
})

/** The one search, over everything the person may see, in any script. */
export const search = query({
  name: 'kernel.search',
  path: '/search',
  method: 'post',
  needs: 'self',
  input: z.object({ text: z.string().min(1).max(200) }),
  output: z.object({ found: z.array(Found) }),
  refusals: [],
})

export const Job = z.object({
  id: Id,
  kind: z.string(),
  subject: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'stopped']),
  stage: z.string(),
  doneCount: z.number(),
  totalCount: z.number().nullable(),
  outcome: z.string().nullable(),
  reference: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})

export const listJobs = query({
  name: 'kernel.listJobs',
  path: '/jobs',
  needs: 'self',
  input: z.object({}),
  output: z.object({ jobs: z.array(Job) }),
  refusals: [],
})

export const stopJob = command({
  name: 'kernel.stopJob',
  path: '/jobs/:id/stop',
  needs: 'self',
  input: z.object({ id: Id }),
  output: z.object({}),
  refusals: ['job_unknown'],
})

export const Proposal = z.object({
  id: Id,
  act: z.string(),
  subject: z.string(),
  digest: z.string(),
  proposedBy: z.string(),
  proposedAt: Instant,
  expiresAt: Instant,
  mine: z.boolean(),
  payload: z.unknown(),
})

/** Acts that wait for a second person, and those the person has proposed. */
export const listProposals = query({
  name: 'kernel.listProposals',
  path: '/proposals',
  needs: 'self',
  input: z.object({ subject: z.string().max(60).optional() }),
  output: z.object({ proposals: z.array(Proposal) }),
  refusals: [],
})

/** The second person's confirmation of exactly what was proposed: its digest says what was seen. */
export const confirmProposal = command({
  name: 'kernel.confirmProposal',
  path: '/proposals/:id/confirm',
  needs: 'self',
  input: z.object({ id: Id, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: z.object({ act: z.string(), subject: z.string() }),
  refusals: [
    'proposal_unknown',
    'proposal_closed',
    'proposal_expired',
    'proposal_changed',
    'same_person',
    'proposer_lost_role',
  ],
})

export const withdrawProposal = command({
  name: 'kernel.withdrawProposal',
  path: '/proposals/:id/withdraw',
  needs: 'self',
  input: z.object({ id: Id }),
  output: z.object({ act: z.string(), subject: z.string() }),
  refusals: ['proposal_unknown', 'proposal_closed'],
})

const DraftName = z.string().regex(/^[a-zA-Z.]{1,60}(\/[\w-]{1,60})?$/)

/** What a person was typing, kept sealed on the server. `null` when there is none. */
export const readDraft = query({
  name: 'kernel.readDraft',
  path: '/draft',
  needs: 'self',
  input: z.object({ name: DraftName }),
  output: z.object({ content: z.unknown(), at: Instant.nullable() }),
  refusals: [],
})

export const saveDraft = command({
  name: 'kernel.saveDraft',
  path: '/draft',
  needs: 'self',
  input: z.object({ name: DraftName, content: z.unknown() }),
  output: z.object({}),
  refusals: ['no_compartment'],
})

export const events = {
  proposed: z.strictObject({ act: z.string(), proposal: Id }),
  confirmed: z.strictObject({ act: z.string(), proposal: Id, proposedBy: z.string() }),
  withdrawn: z.strictObject({ act: z.string(), proposal: Id }),
  jobStopped: z.strictObject({}),
  draftSaved: z.strictObject({}),
}
