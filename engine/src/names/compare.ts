import { learnedBits } from './learned.ts'
import { isParticle, isTitle, splitName } from './split.ts'
import { nameToken, type NameToken } from './token.ts'

/** What one word of a name found in the other name: its counterpart, or nothing. `bits` in 1/256 bit. */
export type NamePart = { readonly a: string; readonly b: string; readonly bits: number }

/** Two whole names compared: the sum of the parts, each integer in 1/256 bit. */
export type NameComparison = { readonly bits: number; readonly parts: readonly NamePart[] }

/** What a word of the shorter name costs that has no counterpart, in 1/256 bit. */
const contradiction = -5120
/** What a word of the longer name costs that has no counterpart: nearly nothing, names are often told in part. */
const omission = -128
/** One word is worth no more than this. */
const wordBitsMax = 14 * 256
/** Names of more words are compared by their first ones. */
const wordsMax = 10

function wordsOf(name: string): NameToken[] {
  const words = splitName(name)
  const telling = words.filter((word) => !isParticle(word) && !isTitle(word))
  return (telling.length > 0 ? telling : words).slice(0, wordsMax).map(nameToken)
}

/**
 * Compares two names whose parts have unknown roles: words are paired one to one, best first; a word the longer name has
 * more is little evidence, a word of the shorter name that finds no counterpart is evidence against. Words written
 * together on one side are tried together. Symmetric.
 */
export function compareNames(a: string, b: string): NameComparison {
  const x = wordsOf(a)
  const y = wordsOf(b)
  let best = paired(x, y)
  for (const joined of joinings(x)) best = better(best, paired(joined, y))
  for (const joined of joinings(y)) best = better(best, paired(x, joined))
  return best
}

function better(one: NameComparison, other: NameComparison): NameComparison {
  return other.bits > one.bits ? other : one
}

/** The names that come of writing two neighbouring words as one. */
function joinings(words: readonly NameToken[]): NameToken[][] {
  const out: NameToken[][] = []
  for (let at = 0; at + 1 < words.length && at < 6; at += 1)
    out.push([...words.slice(0, at), nameToken(words[at]!.text + words[at + 1]!.text), ...words.slice(at + 2)])
  return out
}

const memory = new WeakMap<NameToken, WeakMap<NameToken, number>>()

function wordBits(a: NameToken, b: NameToken): number {
  let row = memory.get(a)
  if (!row) memory.set(a, (row = new WeakMap()))
  let bits = row.get(b)
  if (bits === undefined) row.set(b, (bits = initialBits(a, b) ?? Math.min(wordBitsMax, learnedBits(a, b))))
  return bits
}

/** An initial that fits is weak evidence for; one that does not, against. */
function initialBits(a: NameToken, b: NameToken): number | undefined {
  if (a.codes.length !== 1 && b.codes.length !== 1) return undefined
  if (a.script !== b.script || a.script === 'zzzz') return undefined
  return a.codes[0] === b.codes[0] ? (a.codes.length === b.codes.length ? 768 : 512) : contradiction
}

/** Two words that are not one name: beyond the price of a contradiction, how unlike they are hardly matters. */
function softened(bits: number): number {
  return bits >= contradiction ? bits : contradiction + Math.round((bits - contradiction) / 8)
}

function paired(x: readonly NameToken[], y: readonly NameToken[]): NameComparison {
  const cells = x.flatMap((left, i) => y.map((right, j) => ({ i, j, bits: softened(wordBits(left, right)) })))
  cells.sort((p, q) => q.bits - p.bits || Math.min(p.i, p.j) - Math.min(q.i, q.j) || p.i + p.j - q.i - q.j)
  const usedX = new Set<number>()
  const usedY = new Set<number>()
  const parts: NamePart[] = []
  for (const { i, j, bits } of cells) {
    if (usedX.has(i) || usedY.has(j)) continue
    usedX.add(i)
    usedY.add(j)
    parts.push({ a: x[i]!.text, b: y[j]!.text, bits })
  }
  for (const [at, word] of x.entries()) if (!usedX.has(at)) parts.push({ a: word.text, b: '', bits: omission })
  for (const [at, word] of y.entries()) if (!usedY.has(at)) parts.push({ a: '', b: word.text, bits: omission })
  return { bits: parts.reduce((sum, part) => sum + part.bits, 0), parts }
}
