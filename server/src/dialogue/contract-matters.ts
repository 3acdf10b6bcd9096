// Matters of one channel, and general matters that are put to each party alike; the comparison is for the head alone.
import { z } from 'zod'
import { Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Entry } from './entries.ts'
import { Day, Level } from './shapes.ts'
import { Matter, MatterAnswer, MatterKind, MatterPut, Reply } from './shapes-work.ts'
import { ownMatters, sharedMatters } from './words.ts'

/** A matter of a place, a person or an event: it stays in its one channel. */
export const openMatter = command({
  name: 'dialogue.openMatter',
  path: '/dialogue/channels/:party/matters',
  needs: 'dialogue.write',
  input: Matter.pick({ title: true, text: true, article: true }).extend({ party: Id, kind: z.enum(ownMatters) }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed'],
})

/**
 * A general matter (cards, lists, access in principle, a treaty's duty), in the same words in the channel of each party of
 * the context. All of those channels have to be open in this session.
 */
export const shareMatter = command({
  name: 'dialogue.shareMatter',
  path: '/dialogue/contexts/:context/matters',
  needs: 'dialogue.compare',
  input: Matter.pick({ title: true, text: true, article: true }).extend({ context: Id, kind: z.enum(sharedMatters) }),
  output: z.object({ shared: Id }),
  refusals: ['context_unknown', 'channel_closed', 'article_missing'],
})

export const putMatter = command({
  name: 'dialogue.putMatter',
  path: '/dialogue/matters/:id/put',
  needs: 'dialogue.write',
  input: MatterPut.extend({ id: Id }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_open', 'in_future'],
})

export const answerMatter = command({
  name: 'dialogue.answerMatter',
  path: '/dialogue/matters/:id/answer',
  needs: 'dialogue.write',
  input: MatterAnswer.extend({ id: Id }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_put', 'in_future', 'before_put'],
})

export const closeMatter = command({
  name: 'dialogue.closeMatter',
  path: '/dialogue/matters/:id/close',
  needs: 'dialogue.write',
  input: z.object({ id: Id, reason: z.string().trim().min(1).max(4_000) }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'already_closed'],
})

/**
 * The balance: each shared matter, party by party in alphabetical order of the reader's language, with kind, level and
 * delay. It holds no words of either side, suggests nothing and ranks nobody.
 */
export const compareMatters = query({
  name: 'dialogue.compareMatters',
  path: '/dialogue/contexts/:context/balance',
  needs: 'dialogue.compare',
  input: z.object({ context: Id }),
  output: z.object({
    parties: z.array(Id),
    matters: z.array(
      z.object({
        shared: Id,
        kind: MatterKind,
        title: z.string(),
        sides: z.array(
          z.object({
            party: Id,
            state: z.enum(['open', 'put', 'answered', 'closed']),
            putOn: Day.nullable(),
            putAt: Level.nullable(),
            answeredOn: Day.nullable(),
            answeredAt: Level.nullable(),
            outcome: Reply.nullable(),
            /** Whole days from putting it to the answer; to today while there is none. */
            days: z.number().int().nullable(),
          }),
        ),
      }),
    ),
  }),
  refusals: ['context_unknown', 'channel_closed'],
})
