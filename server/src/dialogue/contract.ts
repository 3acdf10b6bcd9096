import { z } from 'zod'
import { Cursor, Id, Instant } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Entry, EntryRead } from './entries.ts'
import { Day, EntryId, EntryKind, Interlocutor, Letter, Long, Meeting, Minutes, Note } from './shapes.ts'

export * from './shapes.ts'
export * from './shapes-work.ts'
export * from './entries.ts'
export * from './contract-texts.ts'
export * from './contract-commitments.ts'
export * from './contract-access.ts'
export * from './contract-representations.ts'
export * from './contract-matters.ts'
export { events } from './events.ts'

export const ChannelCounts = z.object({
  /** Entries on which the party owes an answer, and since when the oldest. */
  unanswered: z.number().int(),
  unansweredSince: Instant.nullable(),
  /** Entries on which we owe one. */
  owed: z.number().int(),
  owedSince: Instant.nullable(),
  /** Entries past our reminder date, today included. */
  reminders: z.number().int(),
  /** Acts that wait for this person's confirmation, and since when the oldest. */
  toConfirm: z.number().int(),
  toConfirmSince: Instant.nullable(),
})
export const Channel = z.object({
  context: Id,
  party: Id,
  /** Whether this session has opened it: nothing of its content is readable before. */
  opened: z.boolean(),
  waits: ChannelCounts,
})

/** The channels of which one is a member, opened or not, with what waits in each: counts and dates of our own acts. */
export const listChannels = query({
  name: 'dialogue.listChannels',
  path: '/dialogue/channels',
  needs: 'dialogue.read',
  input: z.object({}),
  output: z.object({ channels: z.array(Channel) }),
  refusals: [],
})

/**
 * Opens a channel for this session: its key is unwrapped for this member and sealed under the session's own token. A
 * member who came later has to wait until one who has the key opens the channel once.
 */
export const enterChannel = command({
  name: 'dialogue.enterChannel',
  path: '/dialogue/channels/:party/enter',
  needs: 'dialogue.read',
  input: z.object({ party: Id }),
  output: Channel,
  refusals: ['channel_unknown', 'key_not_handed_on'],
})

/** Closes a channel for this session: its key is forgotten. */
export const leaveChannel = command({
  name: 'dialogue.leaveChannel',
  path: '/dialogue/channels/:party/leave',
  needs: 'dialogue.read',
  input: z.object({ party: Id }),
  output: Channel,
  refusals: ['channel_unknown', 'channel_closed'],
})

/**
 * A channel's page: who may be spoken with, what is open, unanswered or promised, and the timeline, newest first. `text`
 * filters what this session has opened, inside this channel only; it is the one search there is.
 */
export const readChannel = query({
  name: 'dialogue.readChannel',
  path: '/dialogue/channels/:party/read',
  method: 'post',
  needs: 'dialogue.read',
  input: z.object({
    party: Id,
    kind: EntryKind.exclude(['note', 'proposal']).optional(),
    text: z.string().trim().min(1).max(200).optional(),
    cursor: Cursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    channel: Channel,
    interlocutors: z.array(Entry),
    /** What awaits an answer from the party, longest first. */
    unanswered: z.array(Entry),
    /** What awaits one from us. */
    owed: z.array(Entry),
    /** What is past our reminder date. */
    reminders: z.array(Entry),
    /** Commitments that are followed: by the party and, in the same form, our own. */
    promised: z.array(Entry),
    timeline: z.array(Entry),
    next: Cursor.nullable(),
  }),
  refusals: ['channel_unknown', 'channel_closed', 'cursor_unknown'],
})

/** One entry with its history; of a meeting also our own notes, which are never part of its minutes. */
export const readEntry = query({
  name: 'dialogue.readEntry',
  path: '/dialogue/entries/:id',
  needs: 'dialogue.read',
  input: z.object({ id: EntryId }),
  output: EntryRead.extend({
    notes: z.array(z.object({ id: Id, at: Instant, by: z.string(), content: Note })),
    /** Entries that belong to it or come from it. */
    children: z.array(Entry),
  }),
  refusals: ['entry_unknown', 'channel_closed'],
})

export const addInterlocutor = command({
  name: 'dialogue.addInterlocutor',
  path: '/dialogue/channels/:party/interlocutors',
  needs: 'dialogue.write',
  input: Interlocutor.extend({ party: Id }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed'],
})

/** Corrects or ends somebody's term: what stood before is kept. */
export const changeInterlocutor = command({
  name: 'dialogue.changeInterlocutor',
  path: '/dialogue/interlocutors/:id/change',
  needs: 'dialogue.write',
  input: Interlocutor.extend({ id: Id, inOffice: z.boolean(), reason: Long }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed'],
})

/** Records a meeting; with `from` it is taken from a statement that was accepted out of a text. */
export const recordMeeting = command({
  name: 'dialogue.recordMeeting',
  path: '/dialogue/channels/:party/meetings',
  needs: 'dialogue.write',
  input: Meeting.omit({ minutes: true }).extend({ party: Id }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed', 'interlocutor_unknown', 'in_future'],
})

/** Puts down the minutes both sides agreed to; later ones stand beside those before, which are kept. */
export const agreeMinutes = command({
  name: 'dialogue.agreeMinutes',
  path: '/dialogue/meetings/:id/minutes',
  needs: 'dialogue.write',
  input: Minutes.extend({ id: Id }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'in_future'],
})

/** Our own notes of a meeting: apart from its minutes, shown to members alone. */
export const writeNote = command({
  name: 'dialogue.writeNote',
  path: '/dialogue/meetings/:id/notes',
  needs: 'dialogue.write',
  input: Note.extend({ id: Id }),
  output: z.object({ id: Id }),
  refusals: ['entry_unknown', 'channel_closed'],
})

/** Records a letter that came in or went out. One that answers another ends its waiting. */
export const recordLetter = command({
  name: 'dialogue.recordLetter',
  path: '/dialogue/channels/:party/letters',
  needs: 'dialogue.write',
  input: Letter.omit({ acknowledged: true }).extend({ party: Id }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed', 'letter_unknown', 'same_direction', 'in_future'],
})

/** The receipt of a letter: who acknowledged it, when, what shows it. Not yet an answer. */
export const acknowledgeLetter = command({
  name: 'dialogue.acknowledgeLetter',
  path: '/dialogue/letters/:id/acknowledge',
  needs: 'dialogue.write',
  input: Letter.shape.acknowledged.unwrap().extend({ id: Id }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'already_acknowledged', 'in_future'],
})

/** Our own day to come back to an entry, and what then: a reminder acts by itself on nothing. */
export const planFollowUp = command({
  name: 'dialogue.planFollowUp',
  path: '/dialogue/entries/:id/follow-up',
  needs: 'dialogue.write',
  input: z.object({ id: EntryId, on: Day, nextStep: Long }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_ahead'],
})

/** What was done of it; without a new day the reminder is gone. */
export const doFollowUp = command({
  name: 'dialogue.doFollowUp',
  path: '/dialogue/entries/:id/follow-up/done',
  needs: 'dialogue.write',
  input: z.object({ id: EntryId, done: Long, next: z.object({ on: Day, nextStep: Long }).nullable() }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'no_follow_up', 'not_ahead'],
})

/** Says of a step of the history that it was wrong, and how it was: both stay, and the correction names what it corrects. */
export const correctHistory = command({
  name: 'dialogue.correctHistory',
  path: '/dialogue/entries/:id/history/correct',
  needs: 'dialogue.write',
  input: z.object({ id: EntryId, corrects: Id, words: Long }),
  output: EntryRead,
  refusals: ['entry_unknown', 'channel_closed', 'step_unknown'],
})
