import { compartmentOf } from '#access'
import type { Actor } from '#kernel/handler'
import type { z } from 'zod'
import type { RecordLine, RecordNumbered } from './contract.ts'
import { writtenName } from './domain.ts'
import type { StoredRecord } from './store.ts'

/**
 * A record as this reader may see it, null where it was erased. Which person it belongs to rests on decisions that join
 * channels, so it is told only to who reaches the house's own compartment of that context (security.md 0.8).
 */
export function recordFor(actor: Actor, record: StoredRecord): z.output<typeof RecordNumbered> | null {
  const { content } = record
  return content && { ...marksFor(actor, record), content }
}

/** A record as a line of a list: its main name as written. */
export function lineFor(actor: Actor, record: StoredRecord): z.output<typeof RecordLine> {
  const [name] = record.content?.description.names ?? []
  return {
    ...marksFor(actor, record),
    name: name ? writtenName(name) : '',
    row: record.content?.source.row ?? null,
  }
}

function marksFor(actor: Actor, record: StoredRecord) {
  const { rowId: _rowId, compartment: _compartment, content: _content, erasedAt: _erasedAt, ...marks } = record
  const seesPersons = actor.compartments.includes(compartmentOf(record.context, 'house'))
  return { ...marks, person: seesPersons ? record.person : null }
}
