// Representations, workflow 8, on the ladder of domain/04 2. Need two people: `dialogue.clear`, `dialogue.escalate`.
import { z } from 'zod'
import { Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Entry } from './entries.ts'
import { CommitmentNumber, Day, Long, RepresentationNumber } from './shapes.ts'
import { Delivery, DraftProblem, FourConditions, ReplyReceived, RepresentationAsked } from './shapes-work.ts'
import { escalationModes } from './words.ts'

/**
 * Drafts one from chosen facts. A number that a fact rests on has to be there, and what one party said of another is never
 * a fact. With `escalates` it is the next rung after one that had no sufficient effect.
 */
export const draftRepresentation = command({
  name: 'dialogue.draftRepresentation',
  path: '/dialogue/channels/:party/representations',
  needs: 'dialogue.write',
  input: RepresentationAsked.extend({ party: Id, escalates: RepresentationNumber.nullable() }),
  output: z.object({ entry: Entry, problems: z.array(DraftProblem) }),
  refusals: [
    'channel_unknown',
    'channel_closed',
    'commitment_unknown',
    'fact_unknown',
    'allegation_is_no_fact',
    'not_to_escalate',
    'not_higher',
  ],
})

export const changeRepresentation = command({
  name: 'dialogue.changeRepresentation',
  path: '/dialogue/representations/:id/change',
  needs: 'dialogue.write',
  input: RepresentationAsked.extend({ id: RepresentationNumber }),
  output: z.object({ entry: Entry, problems: z.array(DraftProblem) }),
  refusals: [
    'entry_unknown',
    'channel_closed',
    'not_drafted',
    'commitment_unknown',
    'fact_unknown',
    'allegation_is_no_fact',
  ],
})

/** What keeps a text from being cleared: words to avoid, a source that shows, a consent that is missing. */
export const checkDraft = query({
  name: 'dialogue.checkDraft',
  path: '/dialogue/representations/check',
  method: 'post',
  needs: 'dialogue.write',
  input: RepresentationAsked.pick({ text: true, subject: true, facts: true, protects: true }),
  output: z.object({ problems: z.array(DraftProblem) }),
  refusals: [],
})

/** The first approval; another person gives the second. What is approved is exactly what stands. */
export const clearRepresentation = command({
  name: 'dialogue.clearRepresentation',
  path: '/dialogue/representations/:id/clear',
  needs: 'dialogue.sign',
  input: z.object({ id: RepresentationNumber }),
  output: z.object({ proposal: Id }),
  refusals: [
    'entry_unknown',
    'channel_closed',
    'not_drafted',
    'no_fact',
    'word_to_avoid',
    'source_exposed',
    'consent_missing',
  ],
})

/** Delivered, with what shows it, and our own day by which a reply is looked for. */
export const deliverRepresentation = command({
  name: 'dialogue.deliverRepresentation',
  path: '/dialogue/representations/:id/deliver',
  needs: 'dialogue.write',
  input: Delivery.extend({ id: RepresentationNumber, replyBy: Day }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_cleared', 'in_future', 'not_ahead', 'not_by_mouth'],
})

/** A reply. One that promises becomes a commitment by itself, `stated`, linked to the reply's words. */
export const recordReply = command({
  name: 'dialogue.recordReply',
  path: '/dialogue/representations/:id/reply',
  needs: 'dialogue.write',
  input: ReplyReceived.extend({ id: RepresentationNumber }),
  output: z.object({ entry: Entry, commitment: CommitmentNumber.nullable() }),
  refusals: ['entry_unknown', 'channel_closed', 'not_delivered', 'in_future', 'before_delivery'],
})

/**
 * Proposes what follows where the effect was insufficient: mobilisation, a statement on the quality of the dialogue,
 * condemnation with all four conditions reasoned. The head proposes, another person confirms; nothing follows by itself.
 */
export const escalateRepresentation = command({
  name: 'dialogue.escalateRepresentation',
  path: '/dialogue/representations/:id/escalate',
  needs: 'dialogue.escalate',
  input: z.object({
    id: RepresentationNumber,
    mode: z.enum(escalationModes).exclude(['higher_level']),
    reason: Long,
    conditions: FourConditions.nullable(),
  }),
  output: z.object({ proposal: Id }),
  refusals: ['entry_unknown', 'channel_closed', 'not_to_escalate', 'conditions_missing'],
})

/** Closed by the effect that was observed. */
export const closeRepresentation = command({
  name: 'dialogue.closeRepresentation',
  path: '/dialogue/representations/:id/close',
  needs: 'dialogue.write',
  input: z.object({ id: RepresentationNumber, effect: Long }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_delivered'],
})
