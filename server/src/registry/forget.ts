import type { Context } from '#kernel/handler'
import { renumber } from './sets.ts'
import * as persons from './store-persons.ts'
import * as store from './store.ts'

/** Leaves a tombstone of a record: it is in no set any more, and its key is named to be destroyed. */
export async function forgets(subject: string, context: Context): Promise<readonly string[]> {
  const place = await store.placeOfRecord(context.tx, subject)
  if (!place) return []
  const { records } = await persons.linksAround(context.tx, [subject])
  await persons.endLinksOf(context, subject)
  await store.leaveTombstone(context, subject)
  const others = records.filter((record) => record !== subject)
  const person = place.person === null ? undefined : await persons.placeOfPerson(context.tx, place.person)
  if (person) await renumber(context, person.compartment, others)
  return [subject]
}
