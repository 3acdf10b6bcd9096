import { romaniseWord } from './romanise-word.ts'
import type { Script } from './letters.ts'
import type { NameToken } from './token.ts'

/**
 * The comparison by rule: weighted edit distance between the romanised words, in 1/256 bit. It serves pairs of scripts for
 * which nothing was learned, and shows what learning adds.
 */

const vowels = new Set('aeiouy')
const alike: readonly string[] = ['bpfvw', 'td', 'kgqxch', 'szcj', 'mn', 'lr', 'jyi', 'uwv', 'hk']
export const vowelless = new Set<Script>(['arab', 'hebr'])

function substitution(a: string, b: string): number {
  if (a === b) return vowels.has(a) ? 500 : 900
  if (vowels.has(a) && vowels.has(b)) return -250
  if (alike.some((group) => group.includes(a) && group.includes(b))) return 60
  return -1300
}

function omission(letter: string, isVowelless: boolean): number {
  if (vowels.has(letter)) return isVowelless ? -120 : -420
  return letter === 'h' ? -300 : -1100
}

const known = new Map<string, Uint8Array>()
const knownMax = 300_000

/** Letters of the romanised word as numbers, remembered. */
export function spelt(word: string): Uint8Array {
  const found = known.get(word)
  if (found) return found
  if (known.size > knownMax) known.clear()
  const codes = Uint8Array.from(Array.from(romaniseWord(word)).slice(0, 80), (letter) => letter.charCodeAt(0) & 127)
  known.set(word, codes)
  return codes
}

const substitutions = new Int32Array(128 * 128)
for (let a = 0; a < 128; a += 1)
  for (let b = 0; b < 128; b += 1)
    substitutions[a * 128 + b] = substitution(String.fromCharCode(a), String.fromCharCode(b))
const omissions = [false, true].map((isVowelless) =>
  Int32Array.from({ length: 128 }, (_, code) => omission(String.fromCharCode(code), isVowelless)),
)
const row = new Int32Array(81)

/** Integer in 1/256 bit, symmetric: above 0 when the two words look like one name. Work is bounded by 80 × 80 cells. */
export function plainBits(a: NameToken, b: NameToken): number {
  return speltBits(spelt(a.text), spelt(b.text), vowelless.has(a.script) !== vowelless.has(b.script))
}

/** The same from letters that `spelt` gave; `isVowelless` when one of the two scripts writes no short vowels. */
export function speltBits(x: Uint8Array, y: Uint8Array, isVowelless: boolean): number {
  const omitted = omissions[isVowelless ? 1 : 0]!
  row[0] = 0
  for (let j = 0; j < y.length; j += 1) row[j + 1] = row[j]! + omitted[y[j]!]!
  for (let i = 0; i < x.length; i += 1) {
    const base = x[i]! * 128
    const lost = omitted[x[i]!]!
    let corner = 0
    corner = row[0]!
    let before = corner + lost
    row[0] = before
    for (let j = 1; j <= y.length; j += 1) {
      const right = y[j - 1]!
      const above = row[j]!
      let best = corner + substitutions[base + right]!
      if (above + lost > best) best = above + lost
      if (before + omitted[right]! > best) best = before + omitted[right]!
      corner = above
      before = best
      row[j] = best
    }
  }
  return row[y.length]!
}
