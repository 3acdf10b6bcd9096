import type { Context } from '#kernel/handler'
import { channelsOf, isOpened } from './channels.ts'
import * as store from './store.ts'

/**
 * What is typed about a channel lies in that channel, under its session key: the subject is its party or one of its
 * entries. Where the session has not opened it, nothing is kept.
 */
export async function draftsIn(subject: string, context: Context): Promise<string | null> {
  const writer: Context = { ...context, actor: context.actor.for('dialogue.write') }
  const channel = (await channelsOf(writer)).find((one) => one.party === subject)
  const compartment = channel?.compartment ?? (await store.find(context.tx, writer.actor, subject))?.compartment
  return compartment !== undefined && (await isOpened(writer, compartment)) ? compartment : null
}
