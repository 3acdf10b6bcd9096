import { registerRecords } from '#registry'
import type { Context, Event } from '#kernel/handler'
import { readRow, type RowRead } from './content.ts'
import { mappingFor } from './mapping.ts'
import { recordOf, type Registering, yearOf } from './register-rows.ts'
import * as rows from './store-rows.ts'

export type Mended = { readonly read: RowRead; readonly record: string | null; readonly events: readonly Event[] }

/**
 * Tries a row in quarantine anew, with the cells given or its own. It becomes a record with its literal line, or waits on
 * with what is wrong with it now.
 */
export async function tryAgain(
  context: Context,
  { list, mapping }: Registering,
  { row, cells, asItStands, by }: { row: rows.StoredRow; cells: string[]; asItStands: boolean; by: 'mended' | 'run' },
): Promise<Mended> {
  const { waiting } = row
  if (!waiting) throw new Error('a row in quarantine without its line')
  const columns = mappingFor(mapping, waiting.headings)
  const whole = { row: row.number, line: waiting.line, cells }
  const read = readRow(whole, columns, { envelope: list.envelope, asItStands, yearMax: yearOf(context) })
  if (read.content) {
    const [registered] = await registerRecords(context, [recordOf(list, read.content)])
    if (!registered) throw new Error('a row that was mended has a record')
    await rows.settleRow(context, row, registered.id, by)
    return { read, record: registered.id, events: [registered.event] }
  }
  if (read.reason) {
    const now = { ...waiting, cells, column: read.column, problems: read.problems }
    await rows.keepWaiting(context.tx, row, { reason: read.reason, waiting: now })
  }
  return { read, record: null, events: [] }
}
