import type { Context } from '#kernel/handler'
import { insideOf } from '#kernel/tx'
import { compartmentOf } from './domain.ts'
import * as store from './store.ts'

/** Opens a channel's compartment of service class, with its key. */
export async function addChannel(context: Context, of: string, channel: string): Promise<void> {
  const compartment = compartmentOf(of, channel)
  await store.addCompartment(context, { compartment, context: of, channel, sensitivity: 'case' })
  await insideOf(context.tx).vault.createCompartment(context.tx, compartment, context.now)
}
