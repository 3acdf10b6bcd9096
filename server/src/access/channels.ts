import type { Context } from '#kernel/handler'
import { insideOf } from '#kernel/tx'
import { compartmentOf, isSessionClass } from './domain.ts'
import * as store from './store.ts'

/** Opens a channel's compartment, of service class with its key; a session-class key is made by who opens it first. */
export async function addChannel(
  context: Context,
  of: string,
  channel: string,
  sensitivity: 'case' | 'dialogue' = 'case',
): Promise<void> {
  const compartment = compartmentOf(of, channel, sensitivity)
  await store.addCompartment(context, { compartment, context: of, channel, sensitivity })
  const keyClass = isSessionClass(sensitivity) ? 'session' : 'service'
  await insideOf(context.tx).vault.createCompartment(context.tx, compartment, context.now, keyClass)
}
