/** A segment: the records of one compartment, searchable, changing while it is read. */
import type { Person, Schema } from './person.ts'
import { loadStore, saveStore } from './snapshot.ts'
import { addRow, createStore, freeze, removeRow, rowOf, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { decodeUtf8 } from './utf8.ts'

/** What a segment holds, in figures. */
export type Stats = {
  readonly records: number
  readonly removed: number
  readonly words: number
  readonly bytes: number
}

/** One compartment's records. Whoever searches it sees and is timed by nothing but it. */
export type Segment = {
  /** @internal the columns; only the engine looks inside */
  readonly store: Store
  /** Adds a record and gives its id; an id that is in use is superseded. Visible in the next search. */
  readonly add: (person: Person) => string
  /** Takes a record out; whether it was there. */
  readonly remove: (id: string) => boolean
  /** Puts a new version in a record's place and gives the new version's id. */
  readonly supersede: (id: string, person: Person) => string
  readonly has: (id: string) => boolean
  /** The segment as bytes, to be sealed by the caller; `load` takes them in the same order. */
  readonly save: () => Uint8Array[]
  readonly stats: () => Stats
}

/** What `build` may be told. */
export type BuildOptions = {
  readonly schema?: Schema
  /** told every few thousand records how many are in */
  readonly onProgress?: (records: number) => void
  /** asked as often; true ends the building with `cancelled` */
  readonly cancelled?: () => boolean
}

/** Thrown when `cancelled` said so. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

const STEP = 4096

/**
 * Builds a segment from persons, or from chunks of bytes that hold one person a line as JSON (a line may go over several
 * chunks). A person without an id has its number, from 0. Of two persons with one id the later holds.
 */
export function build(records: Iterable<Person | Uint8Array>, options: BuildOptions = {}): Segment {
  const store = createStore(options.schema ?? {})
  for (const person of personsOf(records)) {
    put(store, person)
    if (store.rows % STEP !== 0) continue
    options.onProgress?.(store.rows)
    if (options.cancelled?.()) throw new Cancelled('build was cancelled')
  }
  freeze(store)
  options.onProgress?.(store.rows)
  return segmentOf(store)
}

function put(store: Store, person: Person): string {
  const id = person.id ?? String(store.rows)
  removeRow(store, rowOf(store, id))
  addRow(store, id, person)
  return id
}

const NEW_LINE = 10

function* personsOf(records: Iterable<Person | Uint8Array>): Iterable<Person> {
  let rest: Uint8Array = new Uint8Array(0)
  for (const record of records) {
    if (!(record instanceof Uint8Array)) {
      yield record
      continue
    }
    const bytes = joined(rest, record)
    let from = 0
    for (let to = bytes.indexOf(NEW_LINE); to >= 0; to = bytes.indexOf(NEW_LINE, from)) {
      if (to > from) yield parseLine(bytes.subarray(from, to))
      from = to + 1
    }
    rest = bytes.slice(from)
  }
  if (rest.length > 0) yield parseLine(rest)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function parseLine(line: Uint8Array): Person {
  const person = JSON.parse(decodeUtf8(line)) as Person
  return Array.isArray(person.names) ? person : { ...person, names: [] }
}

function segmentOf(store: Store): Segment {
  return {
    store,
    add: (person) => put(store, person),
    remove: (id) => removeRow(store, rowOf(store, id)),
    supersede: (id, person) => {
      removeRow(store, rowOf(store, id))
      return put(store, { ...person, id: person.id ?? id })
    },
    has: (id) => rowOf(store, id) >= 0,
    save: () => saveStore(store),
    stats: () => ({
      records: store.rows - store.gone.size,
      removed: store.gone.size,
      words: store.words.texts.count,
      bytes: bytesOf(store),
    }),
  }
}

function bytesOf(store: Store): number {
  return saveStore(store).reduce((sum, part) => sum + part.length, 0)
}

/** A segment from the bytes `save` gave; throws when they are not such bytes. */
export function load(parts: readonly Uint8Array[]): Segment {
  return segmentOf(loadStore(parts))
}
