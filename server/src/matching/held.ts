// What each process keeps in memory to find people by: a segment of the engine for each compartment, of records and of
// requests apart. Nothing of it is on disk (security.md 0.6, 0.8).
import { build, type Person, type Segment } from '@solferino/engine'
import type { Context } from '#kernel/handler'
import { nodeState } from '#kernel/node'
import type { Delivered, Feed } from '#kernel/slice'
import { readRecords, recordsForIndex, type StoredRecord } from '#registry'
import { isSought, readRequests, type RequestRead, requestsForIndex } from '#tracing'
import { personOf } from './person.ts'

type Held = { readonly records: Map<string, Segment>; readonly requests: Map<string, Segment> }

const held = nodeState<Held>(() => ({ records: new Map(), requests: new Map() }))

/** The segments of these compartments that hold anything, in the order of the compartments. */
export function segmentsIn(context: Context, kind: keyof Held, compartments: readonly string[]): Segment[] {
  const kept = held(context)[kind]
  return compartments.toSorted().flatMap((compartment) => kept.get(compartment) ?? [])
}

/** All compartments of a kind in which somebody is kept. */
export function compartmentsHeld(context: Context, kind: keyof Held): string[] {
  return [...held(context)[kind].keys()].sort()
}

export function personOfRecord({ id, content, receivedOn }: StoredRecord): Person | null {
  return content ? personOf(id, content.description, receivedOn) : null
}

export function personOfRequest({ id, sought, filedOn }: RequestRead): Person {
  return personOf(id, sought.description, filedOn)
}

const pageSize = 500

async function load(context: Context): Promise<void> {
  const records = new Map<string, Person[]>()
  for (let after: string | null = null; ;) {
    const page = await recordsForIndex(context, after, pageSize)
    for (const record of page) keep(records, record.compartment, personOfRecord(record))
    after = page.at(-1)?.rowId ?? null
    if (page.length < pageSize) break
  }
  const requests = new Map<string, Person[]>()
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof requestsForIndex>> = await requestsForIndex(context, after, pageSize)
    for (const request of page.requests)
      if (isSought(request.state)) keep(requests, request.compartment, personOfRequest(request))
    after = page.last
    if (after === null) break
  }
  const kept = held(context)
  for (const [kind, found] of [
    ['records', records],
    ['requests', requests],
  ] as const) {
    kept[kind].clear()
    for (const [compartment, persons] of found) kept[kind].set(compartment, build(persons))
  }
}

function keep(into: Map<string, Person[]>, compartment: string, person: Person | null): void {
  if (!person) return
  const known = into.get(compartment)
  if (known) known.push(person)
  else into.set(compartment, [person])
}

/** What happened to records and requests since: each that is named is read as it is now, and kept or let go. */
async function follow(events: readonly Delivered[], context: Context): Promise<void> {
  const kept = held(context)
  const subjects = (of: (event: Delivered) => boolean) => [...new Set(events.filter(of).map(({ subject }) => subject))]
  for (const id of subjects(({ type }) => type === 'registry.erased'))
    for (const segments of [kept.records, kept.requests]) remove(segments, id)
  for (const record of await readRecords(
    context,
    subjects(({ type }) => type === 'registry.recordRegistered'),
  )) {
    const person = personOfRecord(record)
    if (person) segmentOf(kept.records, record.compartment).add(person)
  }
  const changed = subjects(({ type, subject }) => type.startsWith('tracing.') && subject.startsWith('TR-'))
  const requests = new Map((await readRequests(context, changed)).map((request) => [request.id, request]))
  for (const id of changed) {
    const request = requests.get(id)
    if (request && isSought(request.state)) segmentOf(kept.requests, request.compartment).add(personOfRequest(request))
    else remove(kept.requests, id)
  }
}

function segmentOf(segments: Map<string, Segment>, compartment: string): Segment {
  const known = segments.get(compartment)
  if (known) return known
  const made = build([])
  segments.set(compartment, made)
  return made
}

function remove(segments: Map<string, Segment>, id: string): void {
  for (const segment of segments.values()) segment.remove(id)
}

export const feed: Feed = { name: 'persons', as: 'index', load, follow }
