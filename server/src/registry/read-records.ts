import type { Context } from '#kernel/handler'
import { mayPairBySystem } from './domain.ts'
import { linksAround } from './store-persons.ts'
import * as store from './store.ts'

/** Capabilities that open what a record says of a person, each in its own compartments. */
export type Reading = 'registry.read' | 'matching.read' | 'matching.review'

/**
 * Records by number, in the order asked, with the caller's own right of reading; those not to be seen are left out, of
 * an erased one `content` is null.
 */
export function readRecords(context: Context, ids: readonly string[], as: Reading = 'registry.read') {
  return store.recordsById(context.tx, context.actor.for(as), ids)
}

/** The records decided to speak of one person with this one, itself among them, as far as the caller may see them. */
export async function recordsOfPerson(context: Context, id: string) {
  const { records } = await linksAround(context.tx, [id])
  return store.recordsById(context.tx, context.actor.for('registry.read'), records)
}

/**
 * The numbers of the records decided to speak of one person with this one, whoever may see them: for the question whether
 * another record is as likely, of which one bit crosses (security 0.8).
 */
export async function numbersOfPerson({ tx }: Context, id: string): Promise<string[]> {
  return (await linksAround(tx, [id])).records
}

/**
 * Records in the order of entering, for whoever builds an index: the next after `afterRowId`, at most `limit`.
 * `mayPair` is false for remains and withdrawn records, which the system never pairs.
 */
export async function recordsForIndex(context: Context, afterRowId: string | null, limit: number) {
  const found = await store.recordsAfter(context.tx, context.actor.for('registry.read'), { afterRowId, limit })
  return found.map((record) => ({ ...record, mayPair: mayPairBySystem(record) }))
}
