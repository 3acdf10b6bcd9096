/**
 * Two words by the learned models: the ratio of one name to chance, in 1/256 bit. Scripts without a model of their own meet
 * through romanisation; where nothing fits, the comparison by rule speaks.
 */
import { scripts, type Script } from './letters.ts'
import { closedCodes, surprises } from './letter-model.ts'
import { ratioBits } from './pair-model.ts'
import { plainBits } from './plain.ts'
import { romaniseWord } from './romanise-word.ts'
import { letterModelOf, pairModelOf } from './tables.ts'
import { nameToken, type NameToken } from './token.ts'

/** How much the letter model of a script counts beside the pair model; tuned on words kept out of the fit. */
const letterWeights: Readonly<Record<Script, number>> = {
  latn: 0.7,
  cyrl: 0.85,
  arab: 0.85,
  hebr: 0.85,
  armn: 1.15,
  geor: 1.15,
  grek: 1.15,
  zzzz: 1,
}
/** A beginning this much less likely than chance (2^−18) is given up. */
const giveUp = 2 ** -18
const hopeless = -24 * 256
/** What the weights of the letter models take away from a true pair on average, given back: 0 stands where it speaks neither way. */
const evenBits = 640
/** Bits the comparison by rule is trusted less than a learned one in the same script. */
const ruleDoubt = 512

type Reading = { readonly codes: Uint8Array; readonly chance: Float64Array; readonly selfBits: number }
const readings = new WeakMap<NameToken, Reading>()
const latinOf = new WeakMap<NameToken, NameToken>()

/** A word's closed letters and what each would be worth against chance; kept with the token. */
function readingOf(token: NameToken): Reading | undefined {
  const known = readings.get(token)
  if (known) return known
  const table = letterModelOf(token.script)
  if (!table) return undefined
  const codes = closedCodes(token.codes)
  const chance = surprises(table, codes, letterWeights[token.script])
  let selfBits = 0
  for (const one of chance) selfBits += Math.log2(one)
  const reading = { codes, chance, selfBits }
  readings.set(token, reading)
  return reading
}

/** The word as a Latin one. */
function romanised(token: NameToken): NameToken {
  if (token.script === 'latn') return token
  const known = latinOf.get(token)
  if (known) return known
  const latin = nameToken(romaniseWord(token.text))
  latinOf.set(token, latin)
  return latin
}

/** The pair in the order of the tables: the later script is x; in one script, the word whose letters come first. */
function ordered(a: NameToken, b: NameToken): [NameToken, NameToken] {
  const left = scripts.indexOf(a.script)
  const right = scripts.indexOf(b.script)
  if (left !== right) return left > right ? [a, b] : [b, a]
  return a.text <= b.text ? [a, b] : [b, a]
}

function modelBits(a: NameToken, b: NameToken, least: number): number | undefined {
  const [first, second] = ordered(a, b)
  let x = first
  let y = second
  let model = pairModelOf(x.script, y.script)
  if (!model && x.script !== y.script) {
    // Two scripts with few words in common meet in Latin letters: the one that romanises without loss is romanised.
    const vowelless = x.script === 'arab' || x.script === 'hebr'
    if (vowelless) y = romanised(y)
    else x = romanised(x)
    const [p, q] = ordered(x, y)
    x = p
    y = q
    model = pairModelOf(x.script, y.script)
  }
  if (!model) return undefined
  const left = readingOf(x)
  const right = readingOf(y)
  if (!left || !right || left.codes.length < 2 || right.codes.length < 2) return undefined
  return (
    evenBits + 256 * ratioBits(model, left.codes, right.codes, { px: left.chance, py: right.chance, giveUp: least })
  )
}

const rawGiveUp = 2 ** -70

/** The learned ratio of two words in bits, never given up before 2^−70; undefined where no model fits. Symmetric. */
export function rawBits(a: NameToken, b: NameToken): number | undefined {
  const bits = modelBits(a, b, rawGiveUp)
  return bits === undefined ? undefined : bits / 256
}

/**
 * log2 P(pair | one name) / P(pair | two names met by chance), an integer in 1/256 bit, symmetric; words of at most 40
 * letters, so at most 41 × 41 cells.
 */
export function learnedBits(a: NameToken, b: NameToken): number {
  const isSame = a.script === b.script
  if (isSame && a.text === b.text) {
    const reading = readingOf(a)
    return reading ? Math.max(256, Math.round(reading.selfBits * 256) - 256) : 256 * Math.max(2, 4 * a.codes.length)
  }
  if (a.script === 'zzzz' || b.script === 'zzzz') return isSame ? plainBits(a, b) : hopeless
  const learned = modelBits(a, b, giveUp)
  if (learned === undefined) return plainBits(a, b)
  const bits = isSame ? Math.max(learned, plainBits(a, b) - ruleDoubt) : learned
  return Math.max(hopeless, Math.round(bits))
}
