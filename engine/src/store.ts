/** A segment's columns: who is held, the words of their names, and the values of every other field. */
import { createNameGroups } from './groups.ts'
import {
  createKeyIndex,
  createFinder,
  createWordIndex,
  indexLater,
  indexWord,
  WHOLE_VOCABULARY_MAX,
  type Finder,
  type KeyIndex,
} from './fuzzy.ts'
import { grow32, postLater, postingsOf, push32, type Grow32, type Postings } from './grow.ts'
import { packWord, roledWords, tellingWords } from './roles.ts'
import { fieldsOf, type FieldKind, type Person, type Schema } from './person.ts'
import { readValue, slipKeys, wordsOf, type Value } from './field.ts'
import { createTexts, createWords, findText, internText, internWord, textOf, type Texts, type Words } from './vocab.ts'

/** One field over all records: `ids[row]` is 0 (not stated), a value's number plus one, or `MANY` plus a place in `lists`. */
export type Column = {
  readonly key: string
  readonly kind: FieldKind
  readonly texts: Texts
  readonly ids: Grow32
  readonly lists: number[][]
  /** records that have the value, by value number */
  readonly counts: Grow32
  stated: number
  readonly ready: (Value | undefined)[]
  postings: Postings
  /** words of places: vocabulary, index, and values by word */
  readonly words: Words
  keys: KeyIndex | undefined
  wordValues: Postings
  readonly finder: Finder
  /** identifiers by their ends */
  ends: KeyIndex
  /** raw texts of values met while the segment is built */
  readonly cells: Map<string, number>
}

export const MANY = 0x8000_0000

/** A segment: one compartment's records. */
export type Store = {
  readonly schema: Schema
  readonly ids: Texts
  /** the number of a row's id, and the row that holds an id now, plus one */
  readonly idOfRow: Grow32
  readonly rowOfId: Grow32
  readonly words: Words
  keys: KeyIndex
  readonly finder: Finder
  /** words of row `r`: packed word | role << 24 | name << 27, from nameStarts[r] to nameStarts[r + 1] */
  readonly nameStarts: Grow32
  readonly nameWords: Grow32
  wordRows: Postings
  readonly columns: Map<string, Column>
  /** parts of names met while the segment is built, cut into words */
  readonly splits: Map<string, readonly string[]>
  readonly gone: Set<number>
  rows: number
  frozen: boolean
}

/** An empty segment for persons of a schema. */
export function createStore(schema: Schema): Store {
  const words = createWords()
  const nameStarts = grow32()
  push32(nameStarts, 0)
  const store: Store = {
    schema,
    ids: createTexts(),
    idOfRow: grow32(),
    rowOfId: grow32(),
    words,
    keys: createWordIndex(words),
    finder: createFinder(words, () => store.keys, WHOLE_VOCABULARY_MAX, createNameGroups(words)),
    nameStarts,
    nameWords: grow32(),
    wordRows: postingsOf(0, new Uint32Array(0), new Uint32Array(0)),
    columns: new Map(),
    splits: new Map(),
    gone: new Set(),
    rows: 0,
    frozen: false,
  }
  return store
}

/** The column of a field, made when it is new. */
export function columnOf(store: Store, key: string, kind: FieldKind): Column {
  const known = store.columns.get(key)
  if (known) return known
  const words = createWords()
  const column: Column = {
    key,
    kind,
    texts: createTexts(),
    ids: grow32(),
    lists: [],
    counts: grow32(),
    stated: 0,
    ready: [],
    postings: postingsOf(0, new Uint32Array(0), new Uint32Array(0)),
    words,
    keys: undefined,
    wordValues: postingsOf(0, new Uint32Array(0), new Uint32Array(0)),
    finder: createFinder(words, () => (column.keys ??= createWordIndex(words)), 0),
    ends: createKeyIndex(0, () => new Uint32Array(0)),
    cells: new Map(),
  }
  store.columns.set(key, column)
  return column
}

/** Adds a person as a new row and gives the row; the caller has seen to it that the id is not in use. */
export function addRow(store: Store, id: string, person: Person): number {
  const row = store.rows
  store.rows += 1
  const number = internText(store.ids, id)
  push32(store.idOfRow, number)
  if (number === store.rowOfId.length) push32(store.rowOfId, row + 1)
  else store.rowOfId.data[number] = row + 1
  addNames(store, row, person)
  for (const field of fieldsOf(person, store.schema))
    addField(columnOf(store, field.key, field.kind), row, field.values, store.frozen)
  return row
}

function addNames(store: Store, row: number, person: Person): void {
  const { words } = store
  const seen = new Set<number>()
  const split = store.frozen ? tellingWords : (text: string): readonly string[] => splitOnce(store.splits, text)
  for (const { word, role, name } of roledWords(person, split)) {
    const before = words.texts.count
    const id = internWord(words, word)
    if (store.frozen && id >= before) indexWord(store.keys, words, id)
    push32(store.nameWords, packWord(id, role, name))
    if (seen.has(id)) continue
    seen.add(id)
    words.counts.data[id]! += 1
    words.scriptTotals[words.scripts.data[id]!]! += 1
    if (store.frozen) postLater(store.wordRows, id, row)
  }
  push32(store.nameStarts, store.nameWords.length)
}

function splitOnce(splits: Map<string, readonly string[]>, text: string): readonly string[] {
  const known = splits.get(text)
  if (known) return known
  const words = tellingWords(text)
  if (splits.size < CELLS_MAX) splits.set(text, words)
  return words
}

function addField(column: Column, row: number, values: readonly string[], frozen: boolean): void {
  const first = values.length === 1 ? numberOf(column, values[0]!, frozen) : -1
  const numbers =
    values.length === 1
      ? []
      : [...new Set(values.map((raw) => numberOf(column, raw, frozen)))].filter((number) => number >= 0)
  if (first >= 0) numbers.push(first)
  if (numbers.length === 0) return
  for (const number of numbers) {
    column.counts.data[number]! += 1
    if (frozen) postLater(column.postings, number, row)
  }
  while (column.ids.length < row) push32(column.ids, 0)
  if (numbers.length > 1) column.lists.push(numbers)
  push32(column.ids, numbers.length === 1 ? numbers[0]! + 1 : MANY + column.lists.length - 1)
  column.stated += 1
}

/** Raw texts remembered while building, at most. */
const CELLS_MAX = 200_000

/** The number of a value, or -1 when it says nothing. */
function numberOf(column: Column, raw: string, frozen: boolean): number {
  const known = column.cells.get(raw)
  if (known !== undefined) return known
  const value = readValue(column.kind, raw)
  const says = value.plain !== '' && (column.kind !== 'date' || value.readings.length > 0)
  const before = column.texts.count
  const number = says ? internText(column.texts, value.plain) : -1
  if (number === before) {
    push32(column.counts, 0)
    if (frozen) indexValue(column, number)
  }
  if (!frozen && column.cells.size < CELLS_MAX) column.cells.set(raw, number)
  return number
}

/** A value of a column, made ready once. */
export function valueOf(column: Column, number: number): Value {
  return (column.ready[number] ??= readValue(column.kind, textOf(column.texts, number)))
}

function indexValue(column: Column, number: number): void {
  if (column.kind === 'identifier') indexLater(column.ends, slipKeys(textOf(column.texts, number)), number)
  if (column.kind !== 'place') return
  for (const word of valueOf(column, number).words) {
    const before = column.words.texts.count
    const id = internWord(column.words, word)
    if (id === before && column.keys) indexWord(column.keys, column.words, id)
    postLater(column.wordValues, id, number)
  }
}

/** Builds the indexes over what was added; later additions are indexed one by one. */
export function freeze(store: Store): void {
  const keys = grow32(store.nameWords.length)
  const rows = grow32(store.nameWords.length)
  for (let row = 0; row < store.rows; row += 1) {
    const from = keys.length
    for (let at = store.nameStarts.data[row]!; at < store.nameStarts.data[row + 1]!; at += 1) {
      const word = store.nameWords.data[at]! & 0xff_ffff
      let known = false
      for (let back = from; back < keys.length; back += 1) if (keys.data[back] === word) known = true
      if (known) continue
      push32(keys, word)
      push32(rows, row)
    }
  }
  store.wordRows = postingsOf(
    store.words.texts.count,
    keys.data.subarray(0, keys.length),
    rows.data.subarray(0, rows.length),
  )
  store.keys = createWordIndex(store.words)
  for (const column of store.columns.values()) freezeColumn(column)
  store.splits.clear()
  store.frozen = true
}

function freezeColumn(column: Column): void {
  const keys = grow32(column.ids.length)
  const rows = grow32(column.ids.length)
  eachStated(column, (row, number) => {
    push32(keys, number)
    push32(rows, row)
  })
  column.postings = postingsOf(
    column.texts.count,
    keys.data.subarray(0, keys.length),
    rows.data.subarray(0, rows.length),
  )
  const words = grow32()
  const values = grow32()
  for (let number = 0; number < column.texts.count; number += 1) {
    if (column.kind !== 'place') continue
    for (const word of textOf(column.texts, number).split(' ')) {
      push32(words, internWord(column.words, word))
      push32(values, number)
    }
  }
  column.wordValues = postingsOf(
    column.words.texts.count,
    words.data.subarray(0, words.length),
    values.data.subarray(0, values.length),
  )
  column.keys = undefined
  column.cells.clear()
  if (column.kind === 'identifier')
    column.ends = createKeyIndex(column.texts.count, (number) => slipKeys(textOf(column.texts, number)))
}

/** Visits every stated value of a column. */
function eachStated(column: Column, visit: (row: number, number: number) => void): void {
  for (let row = 0; row < column.ids.length; row += 1) {
    const id = column.ids.data[row]!
    if (id >= MANY) for (const number of column.lists[id - MANY]!) visit(row, number)
    else if (id > 0) visit(row, id - 1)
  }
}

/** Visits the rows of a key, those that came later last. */
export function eachRowOf(postings: Postings, key: number, visit: (row: number) => void): void {
  if (key + 1 < postings.starts.length)
    for (let at = postings.starts[key]!; at < postings.starts[key + 1]!; at += 1) visit(postings.rows[at]!)
  const later = postings.more.get(key)
  if (later) for (const row of later) visit(row)
}

/** The words of a column of places that may be words of this value. */
export function columnKeys(column: Column, value: Value): number[] {
  const found: number[] = []
  for (const word of wordsOf(value)) found.push(...column.finder.find(word).words)
  return found
}

/** The id of a row. */
export function idOf(store: Store, row: number): string {
  return textOf(store.ids, store.idOfRow.data[row]!)
}

/** The row that holds an id now, or -1. */
export function rowOf(store: Store, id: string): number {
  const number = findText(store.ids, id)
  const row = number < 0 ? -1 : store.rowOfId.data[number]! - 1
  return row >= 0 && store.gone.has(row) ? -1 : row
}

/** Whether a row was removed. */
export function isGone(store: Store, row: number): boolean {
  return store.gone.size > 0 && store.gone.has(row)
}

/** Takes a row out: from what is found and from every count. Gives whether it was there. */
export function removeRow(store: Store, row: number): boolean {
  if (row < 0 || store.gone.has(row)) return false
  store.gone.add(row)
  const seen = new Set<number>()
  for (let at = store.nameStarts.data[row]!; at < store.nameStarts.data[row + 1]!; at += 1) {
    const word = store.nameWords.data[at]! & 0xff_ffff
    if (seen.has(word)) continue
    seen.add(word)
    store.words.counts.data[word]! -= 1
  }
  for (const column of store.columns.values()) {
    const numbers = numbersAt(column, row)
    for (const number of numbers) column.counts.data[number]! -= 1
    if (numbers.length > 0) column.stated -= 1
  }
  return true
}

/** The numbers of the values a row states in a column. */
export function numbersAt(column: Column, row: number): readonly number[] {
  const id = row < column.ids.length ? column.ids.data[row]! : 0
  if (id === 0) return []
  return id >= MANY ? column.lists[id - MANY]! : [id - 1]
}
