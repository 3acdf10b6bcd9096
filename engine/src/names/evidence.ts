/**
 * What two words of two names say about these being one: bits of evidence, from all that is known of words. Equal words say
 * as much as they are rare; spellings what the learned models give, brought to the scale by a logistic fit; then initials,
 * names that are one by table, and other forms of one surname.
 */
import { isBound } from './compounds.ts'
import { areKnownApart, equivalenceOf } from './equivalents.ts'
import { familyEnding, otherForms, patronymicStem } from './forms.ts'
import { learnedBits, rawBits } from './learned.ts'
import { commonness } from './lexicon.ts'
import { plainBits } from './plain.ts'
import { romaniseWord } from './romanise-word.ts'
import { nameToken, type NameToken } from './token.ts'

/** How two words were found to be one, or that they are not. */
export type Manner = 'same' | 'spelling' | 'initial' | 'equivalent' | 'short' | 'form' | 'different'

/**
 * Evidence of two words, in bits: above 0 they speak for one name. `bits` is for one person, at most what the word is rare,
 * at most 13; `likeness` says how surely the words are one name, however common it is.
 */
export type Evidence = { readonly bits: number; readonly likeness: number; readonly manner: Manner }

const rarestBits = 13
const differentLeast = -40

/** Servant, of God, of the faith, father of: as much as two in Arabic names have in common by chance. */
const boundBits = 2

const rarities = new WeakMap<NameToken, number>()

/** −log2 of how often a word is met: by the counts where it is common, else by its letters; 1 … 13 bits. */
export function rarityOf(token: NameToken): number {
  let found = rarities.get(token)
  if (found === undefined) {
    const byLetters = token.script === 'zzzz' ? 4 * token.codes.length : learnedBits(token, token) / 256
    const byCount = isBound(token.text) ? boundBits : (commonness(token.text, token.script) ?? rarestBits)
    found = Math.max(1, Math.min(rarestBits, byLetters, byCount))
    rarities.set(token, found)
  }
  return found
}

/** Swaps, losses, additions and changes of letters between two words (optimal string alignment), at most 40 × 40 cells. */
export function editDistance(a: Uint8Array, b: Uint8Array): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length]!
}

/** From log odds where a third of the pairs were one name, to bits. */
const toBits = (logit: number): number => (logit + Math.LN2) / Math.LN2

/** Two spellings, by logistic fits over pairs of name items kept out of the fit of the models (docs/engine.md). */
function spellingBits(a: NameToken, b: NameToken): number {
  const raw = rawBits(a, b)
  const letters = a.codes.length + b.codes.length
  if (a.script === b.script) {
    const longest = Math.max(a.codes.length, b.codes.length)
    const edits = editDistance(a.codes, b.codes)
    const byEdits = 3.2 - (9.5 * edits) / Math.max(4, longest)
    if (raw === undefined)
      return toBits(Math.max(byEdits, -5.8 + (1.29 * plainBits(a, b)) / 256 / Math.max(1, longest) + 1))
    return toBits(Math.max(byEdits, 1 + (0.45 * raw) / Math.sqrt(letters) + 0.044 * Math.max(0, raw)))
  }
  if (raw === undefined) return toBits(-2.5 + plainBits(a, b) / 900)
  return toBits(-0.03 + (0.67 * raw) / Math.sqrt(letters) + 0.34 * Math.max(0, raw))
}

function initialOf(a: NameToken, b: NameToken): Evidence | undefined {
  const isA = a.codes.length === 1
  const isB = b.codes.length === 1
  if (!(isA || isB) || a.script === 'zzzz' || b.script === 'zzzz') return undefined
  const x = a.script === b.script ? a.text : romaniseWord(a.text)
  const y = a.script === b.script ? b.text : romaniseWord(b.text)
  const bits = x[0] === y[0] ? (isA && isB ? 3 : 2) : a.script === b.script ? -6 : -3
  return { bits, likeness: bits, manner: bits > 0 ? 'initial' : 'different' }
}

/** How much less than equal words those are worth that are one by table, or forms of one. */
const equivalentLess = 1.5
const shortLess = 2.5
const formLess = 1.5

const readings = new WeakMap<NameToken, readonly NameToken[]>()

function formsOf(token: NameToken): readonly NameToken[] {
  let found = readings.get(token)
  if (!found) readings.set(token, (found = otherForms(token.text, token.script).map(nameToken)))
  return found
}

/** The father's name a patronymic is made of. */
function fatherIn(token: NameToken): NameToken | undefined {
  const stem = patronymicStem(token.text, token.script)
  return stem === undefined ? undefined : nameToken(stem)
}

function formBits(a: NameToken, b: NameToken): number {
  let best = -Infinity
  const one = (x: NameToken, y: NameToken): void => {
    const isEqual = x.script === y.script && x.text === y.text
    best = Math.max(best, isEqual ? rarestBits : spellingBits(x, y))
  }
  for (const x of formsOf(a)) {
    one(x, b)
    for (const y of formsOf(b)) one(x, y)
  }
  for (const y of formsOf(b)) one(a, y)
  const [father, other] = [fatherIn(a), fatherIn(b)]
  if (father && other) one(father, other)
  return best - formLess
}

const surest = 16
/** What is left of likeness when two words are known to be two names. */
const apartBits = -6

/** Two words alike that are two names all the same: both known, or one stem with endings that make two surnames of it. */
function areApart(a: NameToken, b: NameToken): boolean {
  if (areKnownApart(a, b)) return true
  const [x, y] = [a, b]
    .map((token) => formsOf(token)[0] ?? token)
    .map((token) => familyEnding(romaniseWord(token.text)))
  return x !== -1 && y !== -1 && x !== y
}
const equivalentLikeness = 6

/** Two words compared; symmetric. Bounded: words have at most 40 letters and two other forms. */
export function evidenceOf(a: NameToken, b: NameToken): Evidence {
  const rarity = Math.min(rarityOf(a), rarityOf(b))
  const initial = initialOf(a, b)
  if (initial) return initial
  if (a.script === b.script && a.text === b.text) return { bits: rarity, likeness: surest, manner: 'same' }
  const spelt = spellingBits(a, b)
  const spelling = spelt > apartBits && areApart(a, b) ? apartBits : spelt
  let best: Evidence = { bits: Math.min(rarity, spelling), likeness: Math.min(surest, spelling), manner: 'spelling' }
  const better = (bits: number, likeness: number, manner: Manner): void => {
    if (bits > best.bits) best = { bits, likeness: Math.max(best.likeness, likeness), manner }
  }
  const equivalence = equivalenceOf(a, b)
  if (equivalence)
    better(rarity - (equivalence === 'short' ? shortLess : equivalentLess), equivalentLikeness, equivalence)
  if (best.bits < rarity - formLess) {
    const bits = formBits(a, b)
    better(Math.min(rarity - formLess, bits), Math.min(surest, bits), 'form')
  }
  if (best.bits > 0) return best
  return {
    bits: Math.max(differentLeast, best.bits),
    likeness: Math.max(differentLeast, best.likeness),
    manner: 'different',
  }
}
