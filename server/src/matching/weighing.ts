// What a pair weighs: always the request asked of the compartment of the record, from whichever end it was found, so that
// one pair has one weight and no record or request elsewhere has a part in it (security.md 0.8).
import type { z } from 'zod'
import { search, weigh } from '@solferino/engine'
import type { Context } from '#kernel/handler'
import type { StoredRecord } from '#registry'
import type { RequestRead } from '#tracing'
import { compartmentsHeld, personOfRecord, personOfRequest, segmentsIn } from './held.ts'
import type { Score } from './shapes.ts'

/** Less likely pairs are proposed by nobody but a person. */
const probabilityMin = 0.1
/** So many records of one compartment are proposed for a request at most, and so many requests are tried for a record. */
const candidatesMax = 10
const requestsTried = 50

export type Weight = z.output<typeof Score>

/** The weight of a request and a record; null when the record is not in the memory. */
export function weighPair(
  context: Context,
  request: RequestRead,
  record: { readonly id: string; readonly compartment: string },
): Weight | null {
  const segments = segmentsIn(context, 'records', [record.compartment])
  const found = weigh(segments, personOfRequest(request), { id: record.id })
  if (!found) return null
  const { bits, probability, reasons } = found
  return { bits, probability, reasons: reasons.map(plain) }
}

/** Whether the system proposes a pair of this weight. */
export function isWorthProposing({ probability }: Weight): boolean {
  return probability >= probabilityMin
}

/** Records that may be the person a request seeks, compartment by compartment among those given. */
export function recordsFor(context: Context, request: RequestRead, compartments: readonly string[]): string[] {
  const among = compartmentsHeld(context, 'records').filter((one) => compartments.includes(one))
  return among.flatMap((compartment) => {
    const hits = search(segmentsIn(context, 'records', [compartment]), personOfRequest(request), { k: candidatesMax })
    return hits.filter((hit) => hit.probability >= probabilityMin).map((hit) => hit.id)
  })
}

/** Requests that may seek the person of a record, best first; what each pair weighs is asked of the record's side. */
export function requestsFor(context: Context, record: StoredRecord, compartments: readonly string[]): string[] {
  const person = personOfRecord(record)
  if (!person) return []
  const segments = segmentsIn(context, 'requests', compartments)
  return search(segments, person, { k: requestsTried, minBits: 0 }).map((hit) => hit.id)
}

function plain({
  part,
  level,
  bits,
  key,
  values,
  alignment,
}: NonNullable<ReturnType<typeof weigh>>['reasons'][number]) {
  return { part, level, bits, key, values: [...values], alignment: alignment.map((one) => ({ ...one })) }
}
