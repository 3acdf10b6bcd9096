// How a verdict is looked at and carried out: by a reviewer, or by the lead where two differ.
import type { z } from 'zod'
import type { Context, Event } from '#kernel/handler'
import { type Refused } from '#kernel/result'
import { pairAccepted } from '#tracing'
import { rivals } from './doors.ts'
import { checkGrade, checkStated, firstHand, type GradeRefusal } from './domain.ts'
import { eventOf } from './moving.ts'
import { fieldsOnBoth } from './person.ts'
import type { Decision } from './shapes.ts'
import { type Ends, sideOfRecord, sideOfRequest } from './sides.ts'
import * as store from './store.ts'
import type { Field, Grade } from './words.ts'

type Decided = z.output<typeof Decision>
export type Given = { readonly grade: Grade; readonly fields: readonly Field[] }

/** Whether these ends and all that is known beside them carry a grade (domain/07 3). */
export async function checkGiven(
  context: Context,
  ends: Ends,
  given: Given,
): Promise<Refused<GradeRefusal | 'field_not_stated'> | null> {
  const { request, record } = ends
  const side = sideOfRecord(record)
  if (!side) return null
  const stated = fieldsOnBoth(sideOfRequest(request).description, side.description)
  const unstated = checkStated(given.fields, stated)
  if (unstated) return unstated
  const facts = {
    firstHand: firstHand(record),
    unconfirmed: record.unconfirmed,
    withdrawn: record.withdrawnAt !== null,
  }
  return checkGrade(given, facts, await rivals(context, { request: request.id, record: record.id }))
}

/** Two people agree, or the lead decides for it: the pair is accepted, and its request is told. */
export async function carryOut(
  context: Context,
  pair: store.PairRow,
  what: { readonly kind: 'agree' | 'settle'; readonly grade: Grade; readonly decision: Decided },
): Promise<{ ok: true; events: [Event, ...Event[]] } | Refused<'request_unknown' | 'not_searching'>> {
  const { kind, grade, decision } = what
  const { id, request, record } = pair
  const told = await pairAccepted(context, { request, pair: id, record, grade })
  if (!told.ok) return told
  const change = kind === 'agree' ? { grade, second_by: context.actor.id } : { grade }
  await store.move(context, pair, { kind, to: 'accepted', change, decision })
  return { ok: true, events: [eventOf('pairAccepted', pair, { grade }), ...told.events] }
}
