import { z } from 'zod'
import { Id } from '#kernel/contract'
import { entryKinds } from './words.ts'

const EntryName = z.string().max(60)

/**
 * What is left in the log: that something was done to an entry of this kind, and no state, no date, no word of it. The
 * chain is the channel's own.
 */
export const events = {
  channelEntered: z.strictObject({ party: Id }),
  channelLeft: z.strictObject({ party: Id }),
  entryOpened: z.strictObject({ kind: z.enum(entryKinds), entry: EntryName }),
  entryChanged: z.strictObject({ kind: z.enum(entryKinds), entry: EntryName }),
}
