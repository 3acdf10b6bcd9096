import { plainBits } from './plain.ts'
import { isParticle, isTitle, splitName } from './split.ts'
import { nameToken, type NameToken } from './token.ts'

/** What one word of a name found in the other name: its counterpart, or nothing. `bits` in 1/256 bit. */
export type NamePart = { readonly a: string; readonly b: string; readonly bits: number }

/** Two whole names compared: the sum of the parts, each integer in 1/256 bit. */
export type NameComparison = { readonly bits: number; readonly parts: readonly NamePart[] }

/** What a word of the shorter name costs that has no counterpart, in 1/256 bit. */
const contradiction = -1024

function wordsOf(name: string): NameToken[] {
  const words = splitName(name)
  const telling = words.filter((word) => !isParticle(word) && !isTitle(word))
  return (telling.length > 0 ? telling : words).slice(0, 12).map(nameToken)
}

/**
 * Compares two names whose parts have unknown roles: words are paired one to one, best first; a word the longer name has
 * more is no evidence, a word of the shorter name that finds no counterpart is evidence against. Symmetric.
 */
export function compareNames(a: string, b: string): NameComparison {
  const x = wordsOf(a)
  const y = wordsOf(b)
  const cells = x.flatMap((left, i) => y.map((right, j) => ({ i, j, bits: plainBits(left, right) })))
  cells.sort((p, q) => q.bits - p.bits || Math.min(p.i, p.j) - Math.min(q.i, q.j) || p.i + p.j - q.i - q.j)
  const usedX = new Set<number>()
  const usedY = new Set<number>()
  const parts: NamePart[] = []
  for (const { i, j, bits } of cells) {
    if (bits <= contradiction || usedX.has(i) || usedY.has(j)) continue
    usedX.add(i)
    usedY.add(j)
    parts.push({ a: x[i]!.text, b: y[j]!.text, bits })
  }
  const xIsShorter = x.length <= y.length
  for (const [at, word] of (xIsShorter ? x : y).entries()) {
    if (!(xIsShorter ? usedX : usedY).has(at))
      parts.push({ a: xIsShorter ? word.text : '', b: xIsShorter ? '' : word.text, bits: contradiction })
  }
  return { bits: parts.reduce((sum, part) => sum + part.bits, 0), parts }
}
