import { alphabets, codeOfLetter, scriptOf, scriptOfLetter, scripts, type Script } from './letters.ts'
import { wordLengthMax } from './split.ts'

/** One word of a name, ready to be compared: its folded text, its script, its letters' codes in the script's alphabet. */
export type NameToken = { readonly text: string; readonly script: Script; readonly codes: Uint8Array }

/** How many letters beside those of known alphabets a code can tell apart. */
const otherLetterCount = 250

/** The number a script has in encoded vocabularies, from 0; 7 for `zzzz`. */
export function scriptNumber(script: Script): number {
  const at = scripts.indexOf(script)
  return at < 0 ? scripts.length : at
}

/** The script of a number; the inverse of `scriptNumber`. */
export function scriptOfNumber(number: number): Script {
  return scripts[number] ?? 'zzzz'
}

/**
 * Takes a word as `splitName` gives it (any string is safe), gives its token, cut at 40 letters. Letters foreign to the
 * word's main script are left out; a word of unknown letters or digits has the script `zzzz` and is compared by equality.
 */
export function nameToken(word: string): NameToken {
  const text = word.slice(0, wordLengthMax)
  const script = scriptOf(text)
  const codes: number[] = []
  for (const letter of text) {
    if (script === 'zzzz') codes.push(1 + (letter.codePointAt(0)! % otherLetterCount))
    else if (scriptOfLetter(letter) === script) codes.push(codeOfLetter(letter))
  }
  return { text, script, codes: Uint8Array.from(codes) }
}

const lettersOf = new Map(scripts.map((script) => [script, [...new Set(alphabets[script])]]))

/** The token with these codes: what an encoded vocabulary holds, read back. Its text holds only letters of its script. */
export function tokenOfCodes(script: Script, codes: Uint8Array): NameToken {
  const letters = lettersOf.get(script) ?? []
  return { text: Array.from(codes, (code) => letters[code - 1] ?? '').join(''), script, codes }
}
