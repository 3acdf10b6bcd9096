/** Words that may be the same name: from look-up keys to words, and their weights by the name model. */
import { createBatchScorer, signatures, tokenBits, type BatchScorer, type NameToken } from './name-model.ts'
import { shareKey, tokenOf, type Word, type Words } from './vocab.ts'

/** Words by look-up key: entries of bucket `key >>> shift` stand together, each with its whole key. */
export type KeyIndex = {
  starts: Uint32Array
  keys: Uint32Array
  words: Uint32Array
  shift: number
  /** what came later, by key */
  readonly more: Map<number, number[]>
}

/** Indexes numbers 0 … count − 1 by the keys of each. */
export function createKeyIndex(count: number, keysOf: (id: number) => Uint32Array): KeyIndex {
  const all: Uint32Array[] = []
  let total = 0
  for (let id = 0; id < count; id += 1) {
    const keys = keysOf(id)
    all.push(keys)
    total += keys.length
  }
  const bucketBits = Math.max(4, Math.min(22, Math.ceil(Math.log2(total + 1)) - 2))
  const shift = 32 - bucketBits
  const starts = new Uint32Array(2 ** bucketBits + 1)
  for (const keys of all) for (const key of keys) starts[(key >>> shift) + 1]! += 1
  for (let at = 1; at < starts.length; at += 1) starts[at]! += starts[at - 1]!
  const next = starts.slice()
  const index = { starts, keys: new Uint32Array(total), words: new Uint32Array(total), shift, more: new Map() }
  for (const [id, keys] of all.entries()) {
    for (const key of keys) {
      const at = next[key >>> shift]!
      next[key >>> shift] = at + 1
      index.keys[at] = key
      index.words[at] = id
    }
  }
  return index
}

/** Indexes every word of a vocabulary by its look-up keys. */
export function createWordIndex(words: Words): KeyIndex {
  return createKeyIndex(words.texts.count, (id) => signatures(tokenOf(words, id)))
}

/** Adds a number that came after the index was made. */
export function indexLater(index: KeyIndex, keys: Uint32Array, id: number): void {
  for (const key of keys) {
    const list = index.more.get(key)
    if (list) list.push(id)
    else index.more.set(key, [id])
  }
}

/** Adds a word that came after the index was made. */
export function indexWord(index: KeyIndex, words: Words, id: number): void {
  indexLater(index, signatures(tokenOf(words, id)), id)
}

/** Visits the numbers that have a key; one number may come more than once. */
export function eachOfKey(index: KeyIndex, key: number, visit: (id: number) => void): void {
  const { starts, keys, words, shift, more } = index
  const bucket = key >>> shift
  for (let at = starts[bucket]!; at < starts[bucket + 1]!; at += 1) if (keys[at] === key) visit(words[at]!)
  if (more.size > 0) for (const id of more.get(key) ?? []) visit(id)
}

/** Words found for one query word with their weights by the model alone, in 1/256 bit, above `FUZZY_MIN`. */
export type Found = { readonly words: Uint32Array; readonly bits: Int32Array }

/** A pair below this is two names (1/256 bit). */
export const FUZZY_MIN = -512

/** The same where a vocabulary is too large to be scored whole. */
export const KEYED_MIN = 256

/** Up to this many words a vocabulary is scored whole; beyond it only words that share a look-up key are. */
export const WHOLE_VOCABULARY_MAX = 30_000

/** Looks words up; one for each segment and thread, since it keeps scratch arrays. */
export type Finder = { find: (query: NameToken) => Found }

/** A finder over a vocabulary and its index; both may grow while it is in use. */
export function createFinder(words: Words, index: () => KeyIndex, wholeMax: number): Finder {
  let seen = new Uint32Array(1024)
  let stamp = 0
  let candidates = new Uint32Array(1024)
  let scores = new Int32Array(1024)
  let scorer: BatchScorer | undefined
  let scorerOf: readonly [Uint8Array, Uint32Array] | undefined
  let count = 0
  const take = (id: number): void => {
    if (seen[id] === stamp) return
    seen[id] = stamp
    if (count === candidates.length) {
      const wider = new Uint32Array(count * 2)
      wider.set(candidates)
      candidates = wider
    }
    candidates[count] = id
    count += 1
  }
  const collect = (query: NameToken): void => {
    if (words.texts.count <= wholeMax) {
      for (let id = 0; id < words.texts.count; id += 1) take(id)
      return
    }
    const keys = index()
    for (const key of signatures(query)) eachOfKey(keys, key, take)
  }
  return {
    find(query) {
      if (seen.length < words.texts.count) seen = new Uint32Array(words.texts.count * 2)
      stamp += 1
      count = 0
      collect(query)
      if (scores.length < count) scores = new Int32Array(candidates.length)
      if (scorerOf?.[0] !== words.codes.data || scorerOf[1] !== words.offsets.data) {
        scorerOf = [words.codes.data, words.offsets.data]
        scorer = undefined
      }
      scorer ??= createBatchScorer({
        codes: words.codes.data,
        offsets: words.offsets.data,
        scripts: words.scripts.data,
      })
      scorer.score(query, candidates, count, scores)
      const least = words.texts.count <= wholeMax ? FUZZY_MIN : KEYED_MIN
      let kept = 0
      for (let at = 0; at < count; at += 1) if (scores[at]! >= least) kept += 1
      const found = { words: new Uint32Array(kept), bits: new Int32Array(kept) }
      kept = 0
      for (let at = 0; at < count; at += 1) {
        if (scores[at]! < least) continue
        found.words[kept] = candidates[at]!
        found.bits[kept] = scores[at]!
        kept += 1
      }
      return found
    },
  }
}

/** What two words weigh by the model, or undefined when they are two names; the finder's verdict without an index. */
export function wordBits(a: Word, b: Word, isKeyed: boolean): number | undefined {
  if (isKeyed && !shareKey(a.keys, b.keys)) return undefined
  const bits = tokenBits(a.token, b.token)
  return bits >= (isKeyed ? KEYED_MIN : FUZZY_MIN) ? bits : undefined
}
