/** What the words of two names, paired, say of the names as wholes: a logistic fit, bent by isotonic regression. */
import { nameKnots, nameWeights, wordKnots, wordWeights } from './calibration.gen.ts'

/** How the words of two names met. Bits are not in 1/256. */
export type Traits = {
  /** words of the shorter name */
  readonly words: number
  readonly matched: number
  readonly matchedBits: number
  /** how surely the matched words are one name each, summed */
  readonly likeness: number
  /** what matched words weigh less than equal ones would */
  readonly lostBits: number
  /** words of the shorter name that found no counterpart */
  readonly against: number
  readonly againstBits: number
  readonly againstRarity: number
  /** patronymics that contradict each other */
  readonly againstFather: number
  /** words the longer name has more */
  readonly omitted: number
  /** the evidence of the one word of a name of one word */
  readonly only: number
}

/** What the score of a name of one word is a weighted sum of; the first is 1. */
export function wordFeatures(traits: Traits): number[] {
  const { only, omitted } = traits
  const isLonger = omitted > 0 ? 1 : 0
  return [1, only, Math.max(0, only), isLonger, Math.min(3, omitted), isLonger * Math.max(0, only)]
}

/** The same for names of two words and more. */
export function nameFeatures(traits: Traits): number[] {
  const { words, matched, matchedBits, likeness, against, omitted } = traits
  const none = against === 0 ? 1 : 0
  const one = against === 1 ? 1 : 0
  const isLonger = omitted > 0 ? 1 : 0
  const likely = likeness / Math.max(1, matched)
  return [
    1,
    none,
    none * Math.min(24, matchedBits),
    one * Math.min(24, matchedBits),
    Math.min(4, against),
    Math.max(-30, traits.againstBits),
    traits.againstRarity,
    one * (1 - isLonger),
    (1 - none - one) * (1 - isLonger),
    Math.min(4, omitted),
    isLonger,
    none * likely,
    one * likely,
    traits.lostBits,
    matched === 0 ? 1 : 0,
    words > 2 ? none : 0,
  ]
}

/**
 * What was set by hand, in nats, because too few of the public pairs show it: brothers and cousins have all but one name in
 * common, and two patronymics are two fathers. The order of the words says nothing: lists turn it as they like.
 */
export function setByHand(traits: Traits): number {
  const kin = traits.words > 2 && traits.against === 1 && traits.omitted === 0 ? kinWeight : 0
  return fatherWeight * traits.againstFather + kin
}

const fatherWeight = -2
const kinWeight = -1.8

/** Straight lines between knots, x rising; beyond the ends with a gentle slope, so that order is never lost. */
export function bent(x: number, knots: readonly (readonly [x: number, y: number])[]): number {
  const [first, last] = [knots[0]!, knots[knots.length - 1]!]
  if (x <= first[0]) return first[1] + (x - first[0]) * endSlope
  if (x >= last[0]) return last[1] + (x - last[0]) * endSlope
  let at = 1
  while (knots[at]![0] < x) at += 1
  const [below, above] = [knots[at - 1]!, knots[at]!]
  return below[1] + ((above[1] - below[1]) * (x - below[0])) / (above[0] - below[0])
}

const endSlope = 0.3

/** The score before it is bent to what was seen, in nats. */
export function rawScore(traits: Traits): number {
  const isOne = traits.words <= 1
  const features = isOne ? wordFeatures(traits) : nameFeatures(traits)
  const weights = isOne ? wordWeights : nameWeights
  return features.reduce((sum, value, at) => sum + value * weights[at]!, isOne ? 0 : setByHand(traits))
}

/**
 * Log2 of the odds that two names are one, where some four in ten of the pairs asked about are and most others look alike.
 * A name without a word is none.
 */
export function nameScore(traits: Traits): number {
  if (traits.words === 0) return -10
  return bent(rawScore(traits), traits.words <= 1 ? wordKnots : nameKnots) / Math.LN2
}
