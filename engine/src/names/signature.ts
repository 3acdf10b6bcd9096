import { romaniseWord } from './romanise-word.ts'
import type { NameToken } from './token.ts'

/**
 * Look-up keys. A word's skeleton is the row of its consonants by class (lips, teeth, throat, hiss, m, n, l, r), vowels
 * and h dropped, so that Arabic and Hebrew meet Latin; the keys are the skeleton and its one-class deletions, hashed.
 */
const classOf: Readonly<Record<string, number>> = {
  b: 1,
  p: 1,
  f: 1,
  v: 1,
  w: 1,
  t: 2,
  d: 2,
  k: 3,
  g: 3,
  q: 3,
  x: 3,
  c: 3,
  s: 4,
  z: 4,
  j: 4,
  m: 5,
  n: 6,
  l: 7,
  r: 8,
}

const skeletonLengthMax = 12

/**
 * Second readings: letters that the other script may leave out or hear as another sound. Vav and waw are mostly vowels,
 * Cyrillic х stands for Latin h as often as for kh, Latin j is often й, Latin c often ts.
 */
function secondReading(token: NameToken): string {
  const { script, text } = token
  if (script === 'hebr') return text.replaceAll('ו', '')
  if (script === 'arab') return text.replaceAll('و', '')
  if (script === 'cyrl') return text.replaceAll('х', '')
  if (script === 'latn') return text.replaceAll('j', '').replaceAll(/c(?=[eiy]|$)/g, 's')
  return text
}

function skeleton(text: string): number[] {
  const spelt = romaniseWord(text)
    .replaceAll(/(sh|zh|ch|ts|tz|dz|tch)/g, 's')
    .replaceAll('kh', 'k')
    .replaceAll('gh', 'g')
  const classes: number[] = []
  for (const letter of spelt) {
    const found = classOf[letter]
    if (found !== undefined && classes.at(-1) !== found) classes.push(found)
    if (classes.length >= skeletonLengthMax) break
  }
  return classes
}

function hash(classes: readonly number[]): number {
  let value = 2166136261
  for (const one of classes) value = Math.imul(value ^ one, 16777619)
  value ^= value >>> 15
  return Math.imul(value, 0x2c1b3c6d) >>> 0
}

/**
 * The look-up keys of a word, at most 28, sorted and without repeats: two words that may be the same name share one with
 * very high recall. A word without consonants, or without letters, is keyed by its letters.
 */
export function signatures(token: NameToken): Uint32Array {
  const keys = new Set<number>()
  for (const text of new Set([token.text, secondReading(token)])) {
    const classes = skeleton(text)
    keys.add(hash(classes))
    if (classes.length > 2) for (let at = 0; at < classes.length; at += 1) keys.add(hash(classes.toSpliced(at, 1)))
    if (classes.length === 0) keys.add(hash([9, ...token.codes.subarray(0, 2)]))
  }
  return Uint32Array.from(keys).sort()
}
