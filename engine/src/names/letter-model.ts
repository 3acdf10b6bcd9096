/**
 * How likely a spelling is to be met by chance: interpolated n-grams of letters per script (Witten and Bell 1991), in the
 * same kind of hash table as the pair models. A rare spelling that agrees says more than a common one.
 */
import { entryHash, endCode, findEntry, packed, type EntryTable } from './pair-model.ts'

/** Letters a probability looks at, itself included. */
export const letterOrder = 4
const shapeOfOrder = 20

/** The hash of a letter after `order − 1` letters; letter 0 asks what those leave to shorter beginnings. */
export function letterHash(order: number, before: number, letter: number): number {
  return entryHash(shapeOfOrder + order, before, letter, 7)
}

/** The letters with the end behind them. */
export function closedCodes(codes: Uint8Array): Uint8Array {
  const out = new Uint8Array(codes.length + 1)
  out.set(codes)
  out[codes.length] = endCode
  return out
}

/**
 * For each letter of a closed word, 1 / P(letter | those before), raised to `weight`: below 1 where the model of letters
 * should count for less than the model of pairs.
 */
export function surprises(table: EntryTable, word: Uint8Array, weight: number): Float64Array {
  const out = new Float64Array(word.length)
  for (let i = 0; i < word.length; i += 1) {
    let p = -1
    let left = 1
    for (let order = letterOrder; order >= 1 && p < 0; order -= 1) {
      const before = packed(word, i - order + 1, order - 1)
      const rest = findEntry(table, letterHash(order, before, 0))
      if (rest < 0) continue
      p = findEntry(table, letterHash(order, before, word[i]!))
      if (p < 0) left *= rest
      else p *= left
    }
    if (p < 0) p = left / 40
    out[i] = p ** -weight
  }
  return out
}
