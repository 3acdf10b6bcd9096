import type { z } from 'zod'
import type { Context, Event } from '#kernel/handler'
import type { WithdrawnReason } from './contract.ts'
import * as store from './store.ts'

/**
 * Enters records that have become facts to keep, in the caller's transaction and with the caller's `registry.write`.
 * Gives each its number and its event, in the order given.
 */
export async function registerRecords(context: Context, records: readonly store.NewRecord[]) {
  const { compartments } = context.actor.for('registry.write')
  if (records.some((record) => !compartments.includes(record.compartment)))
    throw new Error('a record of a compartment in which its writer may not write')
  const ids = await store.addRecords(context, records)
  return records.flatMap(({ compartment, notice, list, unconfirmed }, index) => {
    const id = ids[index]
    if (id === undefined) return []
    const event: Event = {
      type: 'registry.recordRegistered',
      subject: id,
      compartment,
      data: { notice, list, unconfirmed },
    }
    return { id, event }
  })
}

/** Takes the mark `unconfirmed` off records whose origin was confirmed; an event for each that bore it. */
export async function confirmRecords(context: Context, ids: readonly string[]): Promise<Event[]> {
  const confirmed = await store.confirmRecords(context.tx, context.actor.for('registry.write'), ids)
  return confirmed.map(({ id, compartment, list }) => ({
    type: 'registry.recordConfirmed',
    subject: id,
    compartment,
    data: { list },
  }))
}

/**
 * Marks a record as taken back by its sender. The record stays, with its mark; what rests on it is warned by the event
 * (workflow 4, "any"). Null when it is not there or was withdrawn before.
 */
export async function withdrawRecord(
  context: Context,
  what: { id: string; reason: z.output<typeof WithdrawnReason>; replacedBy: string | null },
): Promise<Event | null> {
  const row = await store.withdrawRecord(context, context.actor.for('registry.withdraw'), what)
  if (!row) return null
  const data = { list: row.list, reason: what.reason, replacedBy: what.replacedBy }
  return { type: 'registry.recordWithdrawn', subject: what.id, compartment: row.compartment, data }
}
