/**
 * The comparison by rule in a form quick enough to look at every candidate: weighted edit distance between romanised words,
 * 1/256 bit. It forgives typing errors in any pair of scripts, which the learned models know less of, and spares them the
 * words that are in no way alike.
 */
import { romanise, type NameToken } from './name-model.ts'

const VOWELS = 'aeiouy'
const ALIKE = ['bpfvw', 'td', 'kgqxch', 'szcj', 'mn', 'lr', 'jyi', 'uwv', 'hk']
const LENGTH_MAX = 80

function substitution(a: string, b: string): number {
  if (a === b) return VOWELS.includes(a) ? 500 : 900
  if (VOWELS.includes(a) && VOWELS.includes(b)) return -250
  return ALIKE.some((group) => group.includes(a) && group.includes(b)) ? 60 : -1300
}

function omission(letter: string, isVowelless: boolean): number {
  if (VOWELS.includes(letter)) return isVowelless ? -120 : -420
  return letter === 'h' ? -300 : -1100
}

const letterOf = (code: number): string => String.fromCharCode(code)
const codes = Array.from({ length: 128 }, (_, code) => code)
const substitutions = Int32Array.from(codes.flatMap((a) => codes.map((b) => substitution(letterOf(a), letterOf(b)))))
const omissions = Int32Array.from(codes, (code) => omission(letterOf(code), false))
const vowellessOmissions = Int32Array.from(codes, (code) => omission(letterOf(code), true))

/** The romanised letters of a word as numbers below 128, at most 80. */
export function spelt(token: NameToken): Uint8Array {
  return Uint8Array.from(Array.from(romanise(token.text)).slice(0, LENGTH_MAX), (letter) => letter.charCodeAt(0) & 127)
}

const row = new Int32Array(LENGTH_MAX + 1)

/** Weight of two spelt words, 1/256 bit, symmetric; `isVowelless` when just one of the scripts writes no short vowels. */
export function ruleBits(x: Uint8Array, y: Uint8Array, isVowelless: boolean): number {
  const omitted = isVowelless ? vowellessOmissions : omissions
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

/** A word less like by rule than this is not shown to the learned models (1/256 bit). */
const RULE_MIN = -2048
/** The same in a large vocabulary: one script, two that write vowels, one that does not against one that does. */
const KEYED_SAME = 0
const KEYED_OTHER = -512
const KEYED_VOWELLESS = -1536

/** The least weight by rule at which two words of these scripts are looked at closely. */
export function ruleLeast(a: string, b: string, isKeyed: boolean): number {
  if (!isKeyed) return RULE_MIN
  if (a === b) return KEYED_SAME
  return isVowellessPair(a, b) ? KEYED_VOWELLESS : KEYED_OTHER
}

/** The rule is trusted this much less than what was learned. */
const RULE_DOUBT = 600
/** So far the rule lifts a word that stands without its vowels, of which the learned models say nothing for or against. */
const VOWELLESS_MOST = 1024
/** Learned weights of two spellings are that much smaller than those of equal ones on average; measured on name items. */
const SPELLING_SCALE = 1.35

/** Whether the two words are equal, and whether just one of their scripts writes no short vowels. */
export type Joining = { readonly isEqual: boolean; readonly isVowelless: boolean }

/**
 * One weight from both comparisons: `own` is what the query word weighs against itself. Weights of unequal words are
 * brought to the scale of equal ones, so that a word in another script is not taken for a rarer name's error; above `own`
 * they grow slowly. Order is kept. Where vowels are missing the rule likes too many words: it only lifts a word to some
 * bits, the less the worse the learned models think of it.
 */
export function joinedBits(learned: number, rule: number, own: number, kind: Joining): number {
  const lifted = kind.isVowelless ? VOWELLESS_MOST + (learned >> 2) : rule
  const best = Math.max(learned, Math.min(rule - RULE_DOUBT, lifted))
  if (kind.isEqual || best <= 0) return Math.round(best)
  const scaled = best * SPELLING_SCALE
  const most = own - 256
  return Math.round(scaled <= most ? scaled : most + (scaled - most) / 8)
}

const VOWELLESS = new Set<string>(['arab', 'hebr'])

/** Whether just one of two scripts writes no short vowels. */
export function isVowellessPair(a: string, b: string): boolean {
  return VOWELLESS.has(a) !== VOWELLESS.has(b)
}
