import { RecordNumber } from '#kernel/contract'
import type { Context } from '#kernel/handler'
import type { Found } from '#kernel/slice'
import * as persons from './store-persons.ts'
import * as store from './store.ts'
import { lineFor } from './views.ts'

/** A record or person by its number as quoted on the telephone: in any case, with or without blanks. Names are the index's. */
export async function finds(text: string, { tx, actor }: Context): Promise<readonly Found[]> {
  const number = RecordNumber.safeParse(text.replace(/\s/gu, '').toUpperCase())
  if (!number.success) return []
  const reader = actor.for('registry.read')
  const id = number.data
  const isPerson = id.startsWith('P-') && (await persons.personById(tx, reader, id)) !== undefined
  const [record] = isPerson ? await store.recordsOfPerson(tx, reader, id) : await store.recordsById(tx, reader, [id])
  if (!record?.content) return []
  const { name } = lineFor(reader, record)
  const kind = isPerson ? 'person' : 'record'
  return [{ slice: 'registry', kind, id, name, romanised: '', values: {}, probability: 1, reasons: [] }]
}
