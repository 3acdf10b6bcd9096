// Fits engine/src/names/calibration.gen.ts: weights of the traits of two names by logistic regression, then the curve from their
// sum to what was seen by isotonic regression, on the half of the verification pairs whose id is even by hash; says what
// comes out on the other half. To be run with tables of the training part (`node engine/tables/derive.ts train`), since
// words the models know score higher. Some thirty numbers come of it; names and rows of no list ship.
// oxlint-disable import/no-relative-parent-imports -- scripts that derive what ships, beside the sources as benches are
import { writeFileSync } from 'node:fs'
import { reliabilityDiagram } from '../bench/diagram.ts'
import { areaUnder, calibrationError, reliability } from '../bench/measure.ts'
import { splitName } from '../src/name-model.ts'
import { traitsOfNames } from '../src/names/compare.ts'
import { bent, nameFeatures, setByHand, wordFeatures, type Traits } from '../src/names/score-name.ts'
import { hasData, hashOf, partItems, readRows, tokenPairItems, wikidataItems } from './data.ts'

type Pair = {
  readonly isFit: boolean
  readonly isOne: boolean
  readonly match: number
  readonly weight: number
  readonly features: readonly number[]
  readonly offset: number
  readonly source: string
}

/** Words of the parts that were kept from the fit of the models: their pairs count more. */
const keptWeight = 4
/** The only pairs that were made to be hard, few as they are. */
const benchWeight = 3

function keptWords(): Set<string> {
  const items = [...wikidataItems(), ...tokenPairItems()]
  const parts = partItems(items)
  return new Set(items.flatMap((item) => (parts.get(item) === 'train' ? [] : [...item.forms.values()].flat())))
}

function pairs(): Pair[] {
  const kept = keptWords()
  return readRows('verification/pairs.tsv.gz').map((row) => {
    const traits: Traits = traitsOfNames(row['name1']!, row['name2']!)
    const isOne = traits.words <= 1
    const isKept = kept.has(splitName(row['name1']!).join(''))
    return {
      isFit: hashOf(row['id']!) % 2 === 0,
      isOne,
      match: row['match'] === '1' ? 1 : 0,
      weight: isOne && isKept ? keptWeight : row['source'] === 'os-name-bench' ? benchWeight : 1,
      features: isOne ? wordFeatures(traits) : nameFeatures(traits),
      offset: isOne ? 0 : setByHand(traits),
      source: row['source']!,
    }
  })
}

const sum = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((total, value, at) => total + value * weights[at]!, 0)

/** Solves a symmetric positive system by elimination; both arguments are overwritten. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  for (let k = 0; k < size; k += 1) {
    for (let i = k + 1; i < size; i += 1) {
      const factor = matrix[i]![k]! / matrix[k]![k]!
      for (let j = k; j < size; j += 1) matrix[i]![j]! -= factor * matrix[k]![j]!
      right[i]! -= factor * right[k]!
    }
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < size; j += 1) right[i]! -= matrix[i]![j]! * right[j]!
    right[i]! /= matrix[i]![i]!
  }
  return right
}

/** Logistic regression by Newton's method, with a weak pull towards 0 on all but the first weight. */
function logistic(some: readonly Pair[]): number[] {
  const size = some[0]!.features.length
  const weights = Array.from({ length: size }, () => 0)
  for (let round = 0; round < 40; round += 1) {
    const gradient = weights.map((weight, at) => (at > 0 ? weight : 0))
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j && i > 0 ? 1 : 0)))
    for (const { features, offset, match, weight } of some) {
      const p = 1 / (1 + Math.exp(-sum(features, weights) - offset))
      for (let i = 0; i < size; i += 1) {
        gradient[i]! += weight * (p - match) * features[i]!
        for (let j = 0; j < size; j += 1) curvature[i]![j]! += weight * p * (1 - p) * features[i]! * features[j]!
      }
    }
    for (const [at, step] of solve(curvature, gradient).entries()) weights[at]! -= step
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000)
}

const scoreOf = (pair: Pair, weights: readonly number[]): number => sum(pair.features, weights) + pair.offset

const knotCount = 10
/** The curve must rise by this much from knot to knot. */
const rise = 0.05

/** Knots of equal numbers of pairs, log odds of the share seen, made to rise. */
function knotsOf(some: readonly Pair[], weights: readonly number[]): [number, number][] {
  const sorted = some
    .map((pair) => ({ score: scoreOf(pair, weights), match: pair.match }))
    .sort((a, b) => a.score - b.score)
  const knots: [number, number][] = []
  for (let at = 0; at < knotCount; at += 1) {
    const block = sorted.slice(
      Math.floor((sorted.length * at) / knotCount),
      Math.floor((sorted.length * (at + 1)) / knotCount),
    )
    const mean = block.reduce((total, one) => total + one.score, 0) / block.length
    const share = (block.reduce((total, one) => total + one.match, 0) + 0.5) / (block.length + 1)
    const seen = Math.max(Math.log(share / (1 - share)), (knots.at(-1)?.[1] ?? -Infinity) + rise)
    knots.push([Math.round(mean * 1000) / 1000, Math.round(seen * 1000) / 1000])
  }
  return knots
}

function calibrate(): void {
  const all = pairs()
  const fitted = [true, false].map((isOne) => {
    const own = all.filter((pair) => pair.isFit && pair.isOne === isOne)
    const weights = logistic(own)
    return { weights, knots: knotsOf(own, weights) }
  })
  const [one, more] = fitted
  const scored = all
    .filter((pair) => !pair.isFit)
    .map((pair) => {
      const { weights, knots } = pair.isOne ? one! : more!
      const score = bent(scoreOf(pair, weights), knots)
      return { source: pair.source, isTrue: pair.match === 1, bits: score, probability: 1 / (1 + Math.exp(-score)) }
    })
  for (const source of ['', ...new Set(scored.map((pair) => pair.source))]) {
    const own = scored.filter((pair) => source === '' || pair.source === source)
    console.log((source || 'all').padEnd(16), own.length, areaUnder(own).toFixed(4), calibrationError(own).toFixed(4))
  }
  writeFileSync(
    new URL('../../docs/engine-reliability.svg', import.meta.url),
    reliabilityDiagram(`Two names, ${scored.length} pairs kept from the fit`, reliability(scored)),
  )
  const knots = (list: readonly [number, number][]): string => list.map(([x, y]) => `  [${x}, ${y}],`).join('\n')
  writeFileSync(
    new URL('../src/names/calibration.gen.ts', import.meta.url),
    `/** Fitted by engine/tables/calibrate.ts on half of the public verification pairs; no name of them can be read from it. */

/** Weights of \`wordFeatures\` and \`nameFeatures\` (score-name.ts), in nats. */
export const wordWeights: readonly number[] = [${one!.weights.join(', ')}]
export const nameWeights: readonly number[] = [
  ${more!.weights.join(',\n  ')},
]

/** From the raw score to log odds as they were seen, in nats. */
export const wordKnots: readonly (readonly [number, number])[] = [
${knots(one!.knots)}
]
export const nameKnots: readonly (readonly [number, number])[] = [
${knots(more!.knots)}
]
`,
  )
}

if (hasData()) calibrate()
