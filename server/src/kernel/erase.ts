import type { Context, Keeper } from './handler.ts'
import { enqueueJob } from './jobs.ts'
import { destroyKeys } from './vault.ts'

/** The compartment in which a room holds this subject, or null when no room knows it. */
export async function holderOf(context: Context, subject: string): Promise<string | null> {
  for (const room of context.rooms) {
    const compartment = await room.holds?.(subject, context)
    if (compartment !== undefined && compartment !== null) return compartment
  }
  return null
}

/**
 * Erases subjects: every room removes what it holds of them in clear and names the keys of what it holds sealed, and all
 * those keys are destroyed, so that no copy opens ever again (domain/05 3.5, security.md 0.7). Gives how many keys there
 * were. Only what two people have confirmed may call this.
 */
export async function eraseSubjects(context: Context, subjects: readonly string[]): Promise<number> {
  const keys = new Set<string>(subjects)
  for (const subject of subjects) {
    for (const room of context.rooms) for (const key of await forgottenBy(room, subject, context)) keys.add(key)
  }
  // The bytes of the keys leave the disk in a job, which goes on after a kill.
  await enqueueJob(context, { kind: 'kernel.scrub', compartment: 'house', subject: subjects[0] ?? '', input: {} })
  return destroyKeys(context.tx, [...keys])
}

async function forgottenBy(room: Keeper, subject: string, context: Context): Promise<readonly string[]> {
  return (await room.forgets?.(subject, context)) ?? []
}
