// How an invented name is written: its sounds in five scripts, and the spellings that clerks make of them.
import type { Draw } from './numbers.ts'

export const scripts = ['latin', 'cyrillic', 'arabic', 'greek', 'georgian'] as const
export type Script = (typeof scripts)[number]

/** Letters of the other scripts for each sound. An Arabic vowel within a word is written by rules of its own. */
const letters: Readonly<Record<string, Readonly<Record<Exclude<Script, 'latin'>, string>>>> = {
  a: { cyrillic: 'а', arabic: 'ا', greek: 'α', georgian: 'ა' },
  b: { cyrillic: 'б', arabic: 'ب', greek: 'μπ', georgian: 'ბ' },
  ch: { cyrillic: 'ч', arabic: 'تش', greek: 'τσ', georgian: 'ჩ' },
  d: { cyrillic: 'д', arabic: 'د', greek: 'ντ', georgian: 'დ' },
  e: { cyrillic: 'е', arabic: 'ي', greek: 'ε', georgian: 'ე' },
  f: { cyrillic: 'ф', arabic: 'ف', greek: 'φ', georgian: 'ფ' },
  g: { cyrillic: 'г', arabic: 'غ', greek: 'γκ', georgian: 'გ' },
  h: { cyrillic: 'х', arabic: 'ه', greek: 'χ', georgian: 'ჰ' },
  i: { cyrillic: 'и', arabic: 'ي', greek: 'ι', georgian: 'ი' },
  j: { cyrillic: 'дж', arabic: 'ج', greek: 'τζ', georgian: 'ჯ' },
  k: { cyrillic: 'к', arabic: 'ك', greek: 'κ', georgian: 'კ' },
  kh: { cyrillic: 'х', arabic: 'خ', greek: 'χ', georgian: 'ხ' },
  l: { cyrillic: 'л', arabic: 'ل', greek: 'λ', georgian: 'ლ' },
  m: { cyrillic: 'м', arabic: 'م', greek: 'μ', georgian: 'მ' },
  n: { cyrillic: 'н', arabic: 'ن', greek: 'ν', georgian: 'ნ' },
  o: { cyrillic: 'о', arabic: 'و', greek: 'ο', georgian: 'ო' },
  p: { cyrillic: 'п', arabic: 'ب', greek: 'π', georgian: 'პ' },
  r: { cyrillic: 'р', arabic: 'ر', greek: 'ρ', georgian: 'რ' },
  s: { cyrillic: 'с', arabic: 'س', greek: 'σ', georgian: 'ს' },
  sh: { cyrillic: 'ш', arabic: 'ش', greek: 'σ', georgian: 'შ' },
  t: { cyrillic: 'т', arabic: 'ت', greek: 'τ', georgian: 'თ' },
  ts: { cyrillic: 'ц', arabic: 'تس', greek: 'τσ', georgian: 'ც' },
  u: { cyrillic: 'у', arabic: 'و', greek: 'ου', georgian: 'უ' },
  v: { cyrillic: 'в', arabic: 'ف', greek: 'β', georgian: 'ვ' },
  y: { cyrillic: 'й', arabic: 'ي', greek: 'γι', georgian: 'ი' },
  z: { cyrillic: 'з', arabic: 'ز', greek: 'ζ', georgian: 'ზ' },
}
const vowels = 'aeiou'

/** Writes the sounds of one word, such as `shamor`, in a script. */
export function write(word: string, script: Script): string {
  if (script === 'latin') return capital(word)
  const sounds = word.match(/sh|ch|kh|ts|[a-z]/g) ?? []
  const written = sounds.map((sound, at) => {
    if (script === 'arabic' && vowels.includes(sound)) return arabicVowel(sound, at, sounds.length)
    return letters[sound]?.[script] ?? sound
  })
  const joined = written.join('')
  if (script === 'greek') return capital(joined.replace(/σ$/, 'ς'))
  return script === 'cyrillic' ? capital(joined.replaceAll('йа', 'я').replaceAll('йу', 'ю')) : joined
}

/** At either end a vowel is written; within a word an `e`, and an `a` near the beginning, is left to the reader. */
function arabicVowel(sound: string, at: number, length: number): string {
  if (at === 0) return { a: 'أ', e: 'إ', i: 'إ', o: 'أو', u: 'أو' }[sound] ?? 'ا'
  const isInside = at < length - 1
  if (isInside && (sound === 'e' || (sound === 'a' && at < 2 && length > 4))) return ''
  return letters[sound]?.arabic ?? ''
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** What happens to sounds between a mouth and a clerk's list. */
const slips: readonly [RegExp, string][] = [
  [/(?<=.)e(?=.)/, 'i'],
  [/(?<=.)o(?=.)/, 'u'],
  [/kh/, 'h'],
  [/ts/, 's'],
  [/y(?=[aou])/, 'i'],
  [/v/, 'f'],
  [/i(?=[^aeiou]$)/, 'e'],
  [/u(?=[^aeiou])/, 'o'],
  [/(?<=[aeiou])([lmnrst])(?=[aeiou])/, '$1$1'],
  [/sh/, 's'],
]

/** The same word as another clerk heard it: one slip where one fits, else the word as it is. */
export function heardOtherwise(word: string, draw: Draw): string {
  const fitting = slips.filter(([pattern]) => pattern.test(word))
  const slip = fitting[draw.below(Math.max(1, fitting.length))]
  return slip ? word.replace(slip[0], slip[1]) : word
}
