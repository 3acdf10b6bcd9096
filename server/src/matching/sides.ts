import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import { readRecords, type StoredRecord, writtenName } from '#registry'
import { mainName, readRequests, type RequestRead } from '#tracing'
import { romanised } from './romanised.ts'
import type { Pair, Side } from './shapes.ts'
import * as store from './store.ts'

/** Both ends of a pair as a reviewer reads them. */
export type Ends = { readonly request: RequestRead; readonly record: StoredRecord & { content: object } }

/** The ends of a pair that is held or shown; null where one was erased. */
export async function readEnds(context: Context, pair: { request: string; record: string }): Promise<Ends | null> {
  const [request] = await readRequests(context, [pair.request])
  const [record] = await readRecords(context, [pair.record], 'matching.read')
  return request && hasContent(record) ? { request, record } : null
}

function hasContent(
  record: StoredRecord | undefined,
): record is StoredRecord & { content: NonNullable<StoredRecord['content']> } {
  return record !== undefined && record.content !== null
}

/** What is said of the sought person; who asks and where they are is not in it. */
export function sideOfRequest({ sought, filedOn }: RequestRead): z.output<typeof Side> {
  const { description, circumstances } = sought
  return {
    description,
    romanised: description.names.map((name) => romanised(writtenName(name))),
    events: [],
    circumstances,
    saidOn: filedOn,
  }
}

/** What a record says of its person: no channel, no list, no informant, for a review is blind to the side. */
export function sideOfRecord({ content, receivedOn }: StoredRecord): z.output<typeof Side> | null {
  if (!content) return null
  const { description } = content
  const events = content.events.map(({ kind, on, place }) => ({ kind, on, place }))
  return {
    description,
    romanised: description.names.map((name) => romanised(writtenName(name))),
    events,
    circumstances: null,
    saidOn: receivedOn,
  }
}

/** Pairs as lines, in the order given; those whose ends were erased are left out. */
export async function linesOf(context: Context, rows: readonly store.PairRow[]): Promise<z.output<typeof Pair>[]> {
  const requests = new Map(
    (await readRequests(context, [...new Set(rows.map((row) => row.request))])).map((one) => [one.id, one]),
  )
  const records = new Map(
    (await readRecords(context, [...new Set(rows.map((row) => row.record))], 'matching.read')).map((one) => [
      one.id,
      one,
    ]),
  )
  const scores = await store.readScores(context.tx, rows)
  return rows.flatMap((row, index) => {
    const request = requests.get(row.request)
    const [name] = records.get(row.record)?.content?.description.names ?? []
    const score = scores[index]
    if (!request || !name || !score) return []
    return [lineOf(row, { sought: mainName(request.sought.description), recorded: writtenName(name), ...score })]
  })
}

/** One pair as a line, after a step. */
export async function lineNow(context: Context, id: string): Promise<z.output<typeof Pair> | null> {
  const row = await store.find(context.tx, context.actor, id)
  const [line] = row ? await linesOf(context, [row]) : []
  return line ?? null
}

function lineOf(
  row: store.PairRow,
  { sought, recorded, probability }: { sought: string; recorded: string; probability: number },
): z.output<typeof Pair> {
  return {
    id: row.id,
    request: row.request,
    record: row.record,
    state: row.state,
    stateAt: row.state_at,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by_system ? null : row.proposed_by,
    sought: sought === '' ? '?' : sought,
    recorded: recorded === '' ? '?' : recorded,
    probability,
    grade: row.grade,
    firstBy: row.first_by,
    secondBy: row.second_by,
    doubtedAt: row.record_doubted_at,
  }
}
