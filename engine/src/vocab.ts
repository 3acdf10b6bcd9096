/** Interned texts and the vocabulary of name words: every distinct word is one number, its letters stand in one array. */
import {
  nameToken,
  scriptNumber,
  signatures,
  tokenBits,
  tokenOfCodes,
  scriptOfNumber,
  type NameToken,
} from './name-model.ts'
import { spelt } from './rule.ts'
import { grow16, grow32, grow8, push16, push32, push8, type Grow16, type Grow32, type Grow8 } from './grow.ts'

/** Texts by number and back, without a JavaScript string for each. */
export type Texts = { readonly units: Grow16; readonly starts: Grow32; table: Uint32Array; count: number }

/** No texts yet. */
export function createTexts(): Texts {
  const starts = grow32()
  push32(starts, 0)
  return { units: grow16(1024), starts, table: new Uint32Array(1024), count: 0 }
}

/** A 32-bit hash of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

function holdsAt(texts: Texts, id: number, text: string): boolean {
  const from = texts.starts.data[id]!
  if (texts.starts.data[id + 1]! - from !== text.length) return false
  const units = texts.units.data
  for (let at = 0; at < text.length; at += 1) if (units[from + at] !== text.charCodeAt(at)) return false
  return true
}

/** The number of a text, or -1. */
export function findText(texts: Texts, text: string): number {
  const mask = texts.table.length - 1
  for (let slot = hashText(text) & mask; ; slot = (slot + 1) & mask) {
    const entry = texts.table[slot]!
    if (entry === 0) return -1
    if (holdsAt(texts, entry - 1, text)) return entry - 1
  }
}

/** The number of a text, which is new when it equals the former count. */
export function internText(texts: Texts, text: string): number {
  if ((texts.count + 1) * 2 > texts.table.length) rehash(texts)
  const mask = texts.table.length - 1
  let slot = hashText(text) & mask
  for (; texts.table[slot] !== 0; slot = (slot + 1) & mask) {
    if (holdsAt(texts, texts.table[slot]! - 1, text)) return texts.table[slot]! - 1
  }
  for (let at = 0; at < text.length; at += 1) push16(texts.units, text.charCodeAt(at))
  push32(texts.starts, texts.units.length)
  texts.table[slot] = texts.count + 1
  texts.count += 1
  return texts.count - 1
}

/** Makes the table of hashes anew, with room for as many texts again. */
export function rehash(texts: Texts): void {
  let length = 1024
  while (length < (texts.count + 1) * 4) length *= 2
  const wider = new Uint32Array(length)
  const mask = wider.length - 1
  for (let id = 0; id < texts.count; id += 1) {
    let slot = hashText(textOf(texts, id)) & mask
    while (wider[slot] !== 0) slot = (slot + 1) & mask
    wider[slot] = id + 1
  }
  texts.table = wider
}

/** The text of a number. */
export function textOf(texts: Texts, id: number): string {
  return String.fromCharCode(...texts.units.data.subarray(texts.starts.data[id], texts.starts.data[id + 1]))
}

/** The vocabulary: words, their letters in the model's codes, scripts, how many records hold each, and each word's own weight. */
export type Words = {
  readonly texts: Texts
  readonly codes: Grow8
  readonly offsets: Grow32
  readonly scripts: Grow8
  readonly counts: Grow32
  /** records by script of a word, for frequencies */
  readonly scriptTotals: Float64Array
}

/** An empty vocabulary. */
export function createWords(): Words {
  const offsets = grow32()
  push32(offsets, 0)
  return {
    texts: createTexts(),
    codes: grow8(1024),
    offsets,
    scripts: grow8(),
    counts: grow32(),
    scriptTotals: new Float64Array(8),
  }
}

/** The number of a word, new words with their letters encoded. */
export function internWord(words: Words, word: string): number {
  const before = words.texts.count
  const id = internText(words.texts, word)
  if (id < before) return id
  const token = nameToken(word)
  for (const code of token.codes) push8(words.codes, code)
  push32(words.offsets, words.codes.length)
  push8(words.scripts, scriptNumber(token.script))
  push32(words.counts, 0)
  return id
}

/** The token of a word's number. */
export function tokenOf(words: Words, id: number): NameToken {
  const codes = words.codes.data.subarray(words.offsets.data[id], words.offsets.data[id + 1])
  const script = scriptOfNumber(words.scripts.data[id]!)
  return script === 'zzzz'
    ? nameToken(textOf(words.texts, id))
    : { ...tokenOfCodes(script, codes), text: textOf(words.texts, id) }
}

/** Whether two words share a look-up key: only then are they compared letter by letter, in search and in the oracle alike. */
export function shareKey(a: Uint32Array, b: Uint32Array): boolean {
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) return true
    if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return false
}

/** A word outside any vocabulary, with what comparing needs. */
export type Word = {
  readonly text: string
  readonly token: NameToken
  readonly keys: Uint32Array
  readonly letters: Uint8Array
  readonly own: number
}

/** Makes a word ready to be compared. */
export function wordOf(text: string): Word {
  const token = nameToken(text)
  return {
    text,
    token,
    keys: signatures(token),
    letters: spelt(token),
    own: ownOf(token),
  }
}

/** What a word weighs against itself, 0 … 60,000 in 1/256 bit. */
export function ownOf(token: NameToken): number {
  return Math.max(0, Math.min(60_000, tokenBits(token, token)))
}
