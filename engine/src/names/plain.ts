import { romaniseWord } from './romanise-word.ts'
import type { Script } from './letters.ts'
import type { NameToken } from './token.ts'

/**
 * The comparison by rule: weighted edit distance between the romanised words, in 1/256 bit. It serves pairs of scripts for
 * which nothing was learned, and shows what learning adds.
 */

const vowels = new Set('aeiouy')
const alike: readonly string[] = ['bpfvw', 'td', 'kgqxch', 'szcj', 'mn', 'lr', 'jyi', 'uwv', 'hk']
const vowelless = new Set<Script>(['arab', 'hebr'])

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

/** Integer in 1/256 bit, symmetric: above 0 when the two words look like one name. Work is bounded by 80 × 80 cells. */
export function plainBits(a: NameToken, b: NameToken): number {
  const x = Array.from(romaniseWord(a.text)).slice(0, 80)
  const y = Array.from(romaniseWord(b.text)).slice(0, 80)
  const isVowelless = vowelless.has(a.script) !== vowelless.has(b.script)
  let above: number[] = [0]
  for (const letter of y) above.push(above.at(-1)! + omission(letter, isVowelless))
  for (const left of x) {
    const row = [above[0]! + omission(left, isVowelless)]
    for (let j = 1; j <= y.length; j += 1) {
      const right = y[j - 1]!
      row.push(
        Math.max(
          above[j - 1]! + substitution(left, right),
          above[j]! + omission(left, isVowelless),
          row[j - 1]! + omission(right, isVowelless),
        ),
      )
    }
    above = row
  }
  return above[y.length]!
}
