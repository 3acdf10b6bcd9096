/**
 * The name level of the engine: is this word, is this name, the same as that one, across scripts and spellings.
 * The record level (store, search, link) knows of names only what this file exports.
 */
import { learnedBits } from './names/learned.ts'
import { scriptOfNumber, tokenOfCodes, type NameToken } from './names/token.ts'

export { romanise } from './romanise.ts'
export type { Script } from './names/letters.ts'
export { fatherOf } from './names/forms.ts'
export { isParticle, isTitle, splitName } from './names/split.ts'
export { nameToken, scriptNumber, scriptOfNumber, tokenOfCodes, type NameToken } from './names/token.ts'
export { equivalenceBetween, equivalenceOf, membershipsOf } from './names/equivalents.ts'
export type { Membership } from './names/lexicon.ts'
export { signatures } from './names/signature.ts'
export { compareNames, type NameComparison, type NameManner, type NamePart } from './names/compare.ts'
export { alignLetters, type LetterPair } from './names/align.ts'

/** log2 P(pair | one name) / P(pair | two names met by chance), integer in 1/256 bit, symmetric. Bounded work. */
export function tokenBits(a: NameToken, b: NameToken): number {
  return learnedBits(a, b)
}

/** A vocabulary of words: word `i` has the letters `codes[offsets[i]] … codes[offsets[i + 1] - 1]` and the script number `scripts[i]`. */
export type EncodedNames = { readonly codes: Uint8Array; readonly offsets: Uint32Array; readonly scripts: Uint8Array }

/** Scores one query word against many words of a vocabulary. */
export type BatchScorer = {
  /** Writes into `bits[k]` what `tokenBits(query, word candidates[k])` would say, for the first `count` candidates. */
  readonly score: (query: NameToken, candidates: Uint32Array, count: number, bits: Int32Array) => void
}

/** Words whose tokens a scorer keeps once met; later ones are read anew each time, so that memory stays bounded. */
const keptWordsMax = 65_536

/**
 * A scorer over an encoded vocabulary; it keeps the arrays and the tokens of the first 65,536 words, copies nothing, and may
 * be used by one thread at a time. The letters of a word must not change while the scorer is in use.
 */
export function createBatchScorer(names: EncodedNames): BatchScorer {
  const kept: (NameToken | undefined)[] = []
  const tokenAt = (word: number): NameToken => {
    const known = word < keptWordsMax ? kept[word] : undefined
    if (known) return known
    const codes = names.codes.subarray(names.offsets[word], names.offsets[word + 1])
    const token = tokenOfCodes(scriptOfNumber(names.scripts[word]!), codes)
    if (word < keptWordsMax) kept[word] = token
    return token
  }
  return {
    score(query, candidates, count, bits) {
      for (let k = 0; k < count; k += 1) bits[k] = tokenBits(query, tokenAt(candidates[k]!))
    },
  }
}
