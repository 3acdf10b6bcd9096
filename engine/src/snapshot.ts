/** A segment as bytes and back: a directory in JSON, then the arrays, in a fixed order. Indexes are made anew on loading. */
import type { Grow16, Grow32, Grow8 } from './grow.ts'
import type { FieldKind, Schema } from './person.ts'
import { columnOf, createStore, freeze, type Store } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory
import { decodeUtf8, encodeUtf8 } from './utf8.ts'
import { rehash, type Texts, type Words } from './vocab.ts'

const FORMAT = 'solferino-segment-2'

type Directory = {
  readonly format: string
  readonly schema: Schema
  readonly rows: number
  readonly gone: readonly number[]
  readonly scriptTotals: readonly number[]
  readonly columns: readonly {
    readonly key: string
    readonly kind: FieldKind
    readonly stated: number
    readonly lists: readonly (readonly number[])[]
  }[]
}

type Grow = Grow8 | Grow16 | Grow32

function textArrays(texts: Texts): Grow[] {
  return [texts.units, texts.starts]
}

function wordArrays(words: Words): Grow[] {
  return [...textArrays(words.texts), words.codes, words.offsets, words.scripts, words.counts]
}

function arraysOf(store: Store): Grow[] {
  const arrays = [
    ...textArrays(store.ids),
    store.idOfRow,
    store.rowOfId,
    ...wordArrays(store.words),
    store.nameStarts,
    store.nameWords,
  ]
  for (const column of store.columns.values()) arrays.push(...textArrays(column.texts), column.ids, column.counts)
  return arrays
}

/** The segment as bytes: the directory first, then one part for each array. */
export function saveStore(store: Store): Uint8Array[] {
  const directory: Directory = {
    format: FORMAT,
    schema: store.schema,
    rows: store.rows,
    gone: [...store.gone],
    scriptTotals: [...store.words.scriptTotals],
    columns: [...store.columns.values()].map(({ key, kind, stated, lists }) => ({ key, kind, stated, lists })),
  }
  const parts = arraysOf(store).map((array) => {
    const used = array.data.subarray(0, array.length)
    return new Uint8Array(used.slice().buffer)
  })
  return [encodeUtf8(JSON.stringify(directory)), ...parts]
}

/** The segment again, with its indexes; throws when the bytes are of another format. */
export function loadStore(parts: readonly Uint8Array[]): Store {
  const directory = JSON.parse(decodeUtf8(parts[0] ?? new Uint8Array(0))) as Directory
  if (directory.format !== FORMAT) throw new TypeError('these are not the bytes of a segment')
  const store = createStore(directory.schema)
  store.rows = directory.rows
  for (const row of directory.gone) store.gone.add(row)
  store.words.scriptTotals.set(directory.scriptTotals)
  for (const { key, kind, stated, lists } of directory.columns) {
    const column = columnOf(store, key, kind)
    column.stated = stated
    column.lists.push(...lists.map((list) => [...list]))
  }
  const arrays = arraysOf(store)
  if (arrays.length !== parts.length - 1) throw new TypeError('parts of the segment are missing')
  for (const [at, array] of arrays.entries()) fill(array, parts[at + 1]!)
  for (const texts of [store.ids, store.words.texts, ...[...store.columns.values()].map((column) => column.texts)]) {
    texts.count = texts.starts.length - 1
    rehash(texts)
  }
  freeze(store)
  return store
}

function fill(array: Grow, part: Uint8Array): void {
  const bytes = part.slice().buffer
  if (array.data instanceof Uint8Array) Object.assign(array, { data: new Uint8Array(bytes) })
  else if (array.data instanceof Uint16Array) Object.assign(array, { data: new Uint16Array(bytes) })
  else Object.assign(array, { data: new Uint32Array(bytes) })
  array.length = array.data.length
}
