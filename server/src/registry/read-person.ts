import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { attributesOf, timelineOf } from './domain.ts'
import * as persons from './store-persons.ts'
import * as store from './store.ts'
import { recordFor } from './views.ts'

export const readPerson = handle(contract.readPerson, async ({ id }, { tx, actor }) => {
  const person = await persons.personById(tx, actor, id)
  if (!person) return refuse('person_unknown')
  const stored = await store.recordsOfPerson(tx, actor, id)
  const records = stored.flatMap((record) => recordFor(actor, record) ?? [])
  const [first] = records
  if (!first) return refuse('person_unknown')
  const ids = records.map((record) => record.id)
  const shown = {
    id,
    context: first.context,
    formedAt: person.formed_at,
    records,
    attributes: attributesOf(records),
    timeline: timelineOf(records),
    links: await persons.linksOf(tx, actor, ids),
  }
  return answer(shown, [id, ...ids])
})
