import type { Context, Event } from '#kernel/handler'
import type { Delivered } from '#kernel/slice'
import * as samples from './store-mappings.ts'
import { eraseRows } from './store-rows.ts'
import * as store from './store.ts'

/**
 * Forgets an erased record: originals that name it are destroyed as files (security.md 0.7), the rows that said it keep only
 * their place. Other rows of the same lists stay: each became a record, or lies in quarantine under a key of its own.
 */
export async function forgets(subject: string, context: Context): Promise<readonly string[]> {
  const files = await store.destroyFilesNaming(context, subject)
  await samples.dropSamples(context.tx, files)
  await eraseRows(context.tx, subject)
  return files
}

/** The bytes of a destroyed original leave the disk after its key has gone for good: a rolled back erasure loses no file. */
export async function removeDestroyed(_event: Delivered, context: Context): Promise<readonly Event[]> {
  const events: Event[] = []
  for (const { id, compartment, file } of await store.filesToRemove(context)) {
    await context.files.destroy(file)
    events.push({ type: 'intake.fileDestroyed', subject: id, compartment, data: {} })
  }
  return events
}
