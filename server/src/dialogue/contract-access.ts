// The ledger of access, workflow 5: the same form for every party.
import { z } from 'zod'
import { Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Entry } from './entries.ts'
import { Day, Long } from './shapes.ts'
import { AccessAnswer, AccessAsked, AccessRequest, AccessVisit } from './shapes-work.ts'

/** A place or a category of persons chosen by us. */
export const planAccess = command({
  name: 'dialogue.planAccess',
  path: '/dialogue/channels/:party/access',
  needs: 'dialogue.write',
  input: AccessAsked.extend({ party: Id }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed', 'place_missing'],
})

/** Asks for it, for the first time or again after a refusal or when nothing was answered by our own date. */
export const requestAccess = command({
  name: 'dialogue.requestAccess',
  path: '/dialogue/access/:id/request',
  needs: 'dialogue.write',
  input: AccessRequest.extend({ id: Id, answerBy: Day }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_to_request', 'in_future', 'not_ahead'],
})

/**
 * What was answered. Agreed means all five conditions of a visit and our delegates approved; less is an offer in dispute.
 * A refusal for a time names imperative military necessity and its end (GC III 126, IV 143).
 */
export const recordAccessAnswer = command({
  name: 'dialogue.recordAccessAnswer',
  path: '/dialogue/access/:id/answer',
  needs: 'dialogue.write',
  input: AccessAnswer.extend({ id: Id }),
  output: Entry,
  refusals: [
    'entry_unknown',
    'channel_closed',
    'not_requested',
    'in_future',
    'before_request',
    'conditions_missing',
    'necessity_missing',
    'end_missing',
    'is_temporary',
  ],
})

/** A dispute about conditions ends: settled with all five, or not. */
export const settleConditions = command({
  name: 'dialogue.settleConditions',
  path: '/dialogue/access/:id/settle',
  needs: 'dialogue.write',
  input: AccessAnswer.pick({ on: true, by: true, reason: true, modalities: true, delegatesApproved: true }).extend({
    id: Id,
    settled: z.boolean(),
  }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_in_dispute', 'in_future', 'conditions_missing'],
})

export const scheduleVisit = command({
  name: 'dialogue.scheduleVisit',
  path: '/dialogue/access/:id/schedule',
  needs: 'dialogue.write',
  input: AccessVisit.pick({ plannedOn: true, team: true }).extend({ id: Id }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_agreed'],
})

/** Visited, or prevented at the gate. */
export const recordVisit = command({
  name: 'dialogue.recordVisit',
  path: '/dialogue/access/:id/visit',
  needs: 'dialogue.write',
  input: z.object({ id: Id, on: Day, outcome: z.enum(['visited', 'prevented']), reason: Long.nullable() }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_scheduled', 'in_future', 'reason_missing'],
})

/** The ledger of one channel by place, newest first, and beside it the commitments about access. */
export const listAccess = query({
  name: 'dialogue.listAccess',
  path: '/dialogue/channels/:party/access',
  needs: 'dialogue.read',
  input: z.object({ party: Id }),
  output: z.object({
    access: z.array(Entry),
    promised: z.array(Entry),
    counts: z.object({
      asked: z.number().int(),
      unanswered: z.number().int(),
      agreed: z.number().int(),
      refused: z.number().int(),
      visited: z.number().int(),
      prevented: z.number().int(),
    }),
  }),
  refusals: ['channel_unknown', 'channel_closed'],
})
