import { romaniseWord } from './romanise-word.ts'
import type { NameToken } from './token.ts'

/** Letters of one word beside those of the other that stand for them; `same` when they are read alike. */
export type LetterPair = { readonly a: string; readonly b: string; readonly same: boolean }

/**
 * The letters of two words side by side, for display: joined in order, the left and right letters give both words back.
 */
export function alignLetters(a: NameToken, b: NameToken): LetterPair[] {
  const x = Array.from(a.text)
  const y = Array.from(b.text)
  const cost = (left: string, right: string): number =>
    left === right || romaniseWord(left) === romaniseWord(right) ? 0 : 1
  const table = Array.from({ length: x.length + 1 }, (_, i) => Array.from({ length: y.length + 1 }, (_, j) => i + j))
  for (let i = 1; i <= x.length; i += 1) {
    for (let j = 1; j <= y.length; j += 1) {
      table[i]![j] = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + cost(x[i - 1]!, y[j - 1]!) * 1.5,
      )
    }
  }
  const pairs: LetterPair[] = []
  let i = x.length
  let j = y.length
  while (i > 0 || j > 0) {
    const step = i > 0 && j > 0 ? table[i - 1]![j - 1]! + cost(x[i - 1]!, y[j - 1]!) * 1.5 : Infinity
    if (step === table[i]![j]) {
      i -= 1
      j -= 1
      pairs.push({ a: x[i]!, b: y[j]!, same: cost(x[i]!, y[j]!) === 0 })
    } else if (i > 0 && (j === 0 || table[i - 1]![j]! + 1 === table[i]![j])) {
      i -= 1
      pairs.push({ a: x[i]!, b: '', same: false })
    } else {
      j -= 1
      pairs.push({ a: '', b: y[j]!, same: false })
    }
  }
  return pairs.reverse()
}
