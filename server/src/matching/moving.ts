import type { Event } from '#kernel/handler'
import type { events } from './events.ts'
import type { PairRow } from './store.ts'

/** An event about a pair: its subject is the request, which is what every later room asks by. */
export function eventOf(
  name: keyof typeof events,
  pair: Pick<PairRow, 'id' | 'request' | 'compartment'>,
  data: Event['data'] = {},
): Event {
  const { id, request: subject, compartment } = pair
  return { type: `matching.${name}`, subject, compartment, data: { pair: id, ...data } }
}
