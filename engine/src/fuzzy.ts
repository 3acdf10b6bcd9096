/** Words that may be the same name: from look-up keys to words, and their weights by the name model. */
import { equivalentBits, type NameGroups } from './groups.ts'
import { createBatchScorer, scriptOfNumber, signatures, tokenBits, type BatchScorer } from './name-model.ts'
import { isVowellessPair, joinedBits, ruleBits, ruleLeast, spelt } from './rule.ts'
import { findText, shareKey, tokenOf, type Word, type Words } from './vocab.ts'

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
export const FUZZY_MIN = -2560

/** The same where a vocabulary is too large to be scored whole. */
export const KEYED_MIN = -1280

/** Up to this many words a vocabulary is scored whole; beyond it only words that share a look-up key are. */
export const WHOLE_VOCABULARY_MAX = 30_000

/** Looks words up; one for each segment and thread, since it keeps scratch arrays. */
export type Finder = { find: (query: Word) => Found }

/**
 * A finder over a vocabulary and its index; both may grow while it is in use. Up to `wholeMax` words all are looked at. With
 * the groups of a vocabulary of personal names, words that are one name by the table are found whatever their letters.
 */
export function createFinder(words: Words, index: () => KeyIndex, wholeMax: number, groups?: NameGroups): Finder {
  let seen = new Uint32Array(1024)
  let stamp = 0
  let candidates = new Uint32Array(1024)
  let rules = new Int32Array(1024)
  let scores = new Int32Array(1024)
  const letters: Uint8Array[] = []
  let scorer: BatchScorer | undefined
  let scorerOf: readonly [Uint8Array, Uint32Array] | undefined
  let count = 0
  const consider = (id: number, asked: Asked): void => {
    if (seen[id] === stamp) return
    seen[id] = stamp
    const { vowelless, leasts } = asked
    const script = words.scripts.data[id]!
    const rule = ruleBits(asked.letters, (letters[id] ??= spelt(tokenOf(words, id))), vowelless[script]!)
    if (rule < leasts[script]!) return
    candidates[count] = id
    rules[count] = rule
    count += 1
  }
  const makeRoom = (): void => {
    if (seen.length >= words.texts.count) return
    const room = words.texts.count * 2
    seen = new Uint32Array(room)
    candidates = new Uint32Array(room)
    rules = new Int32Array(room)
    scores = new Int32Array(room)
  }
  /** Of many candidates only those best by rule are shown to the learned models, whole bits at a time. */
  const keepBest = (): void => {
    if (count <= LEARNED_MAX) return
    const histogram = new Uint32Array(256)
    for (let at = 0; at < count; at += 1) histogram[bitOf(rules[at]!)]! += 1
    let least = 255
    for (
      let sum = histogram[255]!;
      least > 0 && (sum === 0 || sum + histogram[least - 1]! <= LEARNED_MAX);
      sum += histogram[least]!
    )
      least -= 1
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      if (bitOf(rules[at]!) < least) continue
      candidates[kept] = candidates[at]!
      rules[kept] = rules[at]!
      kept += 1
    }
    count = kept
  }
  const scorerNow = (): BatchScorer => {
    if (scorerOf?.[0] !== words.codes.data || scorerOf[1] !== words.offsets.data) scorer = undefined
    scorerOf = [words.codes.data, words.offsets.data]
    scorer ??= createBatchScorer({ codes: words.codes.data, offsets: words.offsets.data, scripts: words.scripts.data })
    return scorer
  }
  const look = (query: Word): Found => {
    makeRoom()
    stamp += 1
    count = 0
    const { token, own, text } = query
    const isWhole = words.texts.count <= wholeMax
    const asked: Asked = {
      letters: query.letters,
      vowelless: SCRIPT_NUMBERS.map((number) => isVowellessPair(scriptOfNumber(number), token.script)),
      leasts: SCRIPT_NUMBERS.map((number) => ruleLeast(scriptOfNumber(number), token.script, !isWhole)),
    }
    if (isWhole) for (let id = 0; id < words.texts.count; id += 1) consider(id, asked)
    else {
      const keys = index()
      for (const key of query.keys) eachOfKey(keys, key, (id) => consider(id, asked))
    }
    if (!isWhole) keepBest()
    scorerNow().score(token, candidates, count, scores)
    const equal = findText(words.texts, text)
    const least = isWhole ? FUZZY_MIN : KEYED_MIN
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const bits = joinedBits(scores[at]!, rules[at]!, own, {
        isEqual: candidates[at] === equal,
        isVowelless: asked.vowelless[words.scripts.data[candidates[at]!]!]!,
      })
      if (bits < least) continue
      candidates[kept] = candidates[at]!
      scores[kept] = bits
      kept += 1
    }
    return withEquivalents({ words: candidates.slice(0, kept), bits: scores.slice(0, kept) }, query)
  }
  const withEquivalents = (found: Found, query: Word): Found => {
    const more = new Map<number, number>()
    groups?.eachOf(query, (id, bits) => more.set(id, Math.max(bits, more.get(id) ?? bits)))
    if (more.size === 0) return found
    for (const [at, id] of found.words.entries())
      more.set(id, Math.max(found.bits[at]!, more.get(id) ?? found.bits[at]!))
    return { words: Uint32Array.from(more.keys()), bits: Int32Array.from(more.values()) }
  }
  // Given names come again and again: what was found for a word holds for as long as the vocabulary is the same.
  const known = new Map<string, { readonly own: number; readonly found: Found }>()
  let knownOf = 0
  return {
    find(query) {
      if (knownOf !== words.texts.count || known.size >= KNOWN_MAX) known.clear()
      knownOf = words.texts.count
      const before = known.get(query.text)
      if (before?.own === query.own) return before.found
      const found = look(query)
      if (found.words.length <= KNOWN_WORDS_MAX) known.set(query.text, { own: query.own, found })
      return found
    },
  }
}

/** So many query words are remembered, and none that found more words than this. */
const KNOWN_MAX = 8_192
const KNOWN_WORDS_MAX = 1_000

/** A query word as the rule needs it: by script number whether vowels are written in just one, and from where it counts. */
type Asked = {
  readonly letters: Uint8Array
  readonly vowelless: readonly boolean[]
  readonly leasts: readonly number[]
}

/** In a large vocabulary the learned models look at no more words than this. */
const LEARNED_MAX = 300

function bitOf(rule: number): number {
  return Math.max(0, Math.min(255, (rule >> 8) + 64))
}

const SCRIPT_NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7]

/**
 * What a query word and another weigh by the model, or undefined when they are two names; the finder's verdict without an
 * index. The smaller of the two own weights caps it, so that their order does not matter.
 */
export function wordBits(a: Word, b: Word, isKeyed: boolean): number | undefined {
  if (isKeyed && !shareKey(a.keys, b.keys)) return undefined
  const rule = ruleBits(a.letters, b.letters, isVowellessPair(a.token.script, b.token.script))
  const equivalent = isKeyed ? undefined : equivalentBits(a, b)
  if (rule < ruleLeast(a.token.script, b.token.script, isKeyed)) return equivalent
  const bits = joinedBits(tokenBits(a.token, b.token), rule, Math.min(a.own, b.own), {
    isEqual: a.text === b.text,
    isVowelless: isVowellessPair(a.token.script, b.token.script),
  })
  const best = Math.max(bits, equivalent ?? bits)
  return best >= (isKeyed ? KEYED_MIN : FUZZY_MIN) ? best : undefined
}
