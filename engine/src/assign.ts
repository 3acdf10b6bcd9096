/** Words of one name against words of another: who stands for whom, and what it weighs. */
import { ROLE } from './person.ts'

/** At most this many words of a name are paired. */
export const PAIR_MAX = 12

/** Stands in the matrix for "not compared, or in no way alike". */
export const NONE = -0x4000_0000

/** Weights of names that were fitted, in 1/256 bit. */
export type NameWeights = {
  /** what a word costs that has a counterpart in no way like it, by role */
  readonly contradiction: Int32Array
  /** what it costs that a word stands in another role, by role × 6 + role */
  readonly roleCost: Int32Array
}

const bits = (...values: number[]): Int32Array => Int32Array.from(values, (value) => Math.round(value * 256))

/** Weights that hold when nothing was fitted: whole, given, father, grandfather, family, mother. */
export const NAME_WEIGHTS: NameWeights = {
  contradiction: bits(-6, -8, -7, -4, -6, -6),
  roleCost: roleCosts(),
}

function roleCosts(): Int32Array {
  const costs = new Int32Array(36)
  const put = (a: number, b: number, cost: number): void => {
    costs[a * 6 + b] = Math.round(cost * 256)
    costs[b * 6 + a] = Math.round(cost * 256)
  }
  put(ROLE.given, ROLE.family, 1.5)
  put(ROLE.given, ROLE.father, 3)
  put(ROLE.given, ROLE.grandfather, 4)
  put(ROLE.father, ROLE.grandfather, 1.5)
  put(ROLE.father, ROLE.family, 2)
  put(ROLE.grandfather, ROLE.family, 1)
  for (let role = 0; role < 5; role += 1) put(role, ROLE.mother, 100)
  return costs
}

/** Scratch of one pairing: sizes, roles, the matrix of word weights (0 is "two names"), and the result. */
export type Pairing = {
  countA: number
  countB: number
  readonly rolesA: Uint8Array
  readonly rolesB: Uint8Array
  /** weights of a × PAIR_MAX + b, in 1/256 bit; `NONE` when the words are not alike */
  readonly weights: Int32Array
  /** for each word of a the word of b it was paired with, or -1 */
  readonly partner: Int8Array
  /** contradictions counted by role after pairing */
  readonly against: Int32Array
  /** words by role that are left over while the other's word of that role went to another role */
  readonly displaced: Int32Array
  /** what words of whole names cost that the other does not have, 0 or negative */
  omitted: number
}

/** Makes the scratch; one for each user. */
export function createPairing(): Pairing {
  return {
    countA: 0,
    countB: 0,
    rolesA: new Uint8Array(PAIR_MAX),
    rolesB: new Uint8Array(PAIR_MAX),
    weights: new Int32Array(PAIR_MAX * PAIR_MAX),
    partner: new Int8Array(PAIR_MAX),
    against: new Int32Array(6),
    displaced: new Int32Array(6),
    omitted: 0,
  }
}

/** No more contradictions than this are counted in one name. */
const AGAINST_MAX = 3

/**
 * A word one whole name has more, in 1/256 bit: names are told in part, so it is little evidence, yet a father is called
 * like his son but for a word. Of names told by parts an omission is none.
 */
const OMITTED_FIRST = -320
const OMITTED_NEXT = -64
const OMITTED_MAX = 3

/**
 * A word that has no counterpart while the other's word of its role went to another role speaks against the pair, if less
 * (in 1/256 of a contradiction): where names were only written in each other's place, none is left over.
 */
const DISPLACED = 160

const leftA = new Int32Array(6)
const leftB = new Int32Array(6)
const movedA = new Int32Array(6)
const movedB = new Int32Array(6)

/**
 * Pairs words greedily, best first, ties by place, and sums: what is paired, less what a change of role costs, and what
 * stands against it: words of one role on both sides that found no counterpart. A word too many is no evidence, in whole names little.
 * Symmetric: a and b changed give the same sum. The weight is in 1/256 bit.
 */
export function pairWords(pairing: Pairing, names: NameWeights): number {
  const { countA, countB, rolesA, rolesB, weights, partner } = pairing
  let usedB = 0
  let sum = 0
  for (let i = 0; i < countA; i += 1) partner[i] = -1
  for (;;) {
    let best = NONE
    let bestA = -1
    let bestB = -1
    for (let i = 0; i < countA; i += 1) {
      if (partner[i]! >= 0) continue
      for (let j = 0; j < countB; j += 1) {
        const weight = weights[i * PAIR_MAX + j]!
        if (weight === NONE || (usedB & (1 << j)) !== 0) continue
        const cost = names.roleCost[rolesA[i]! * 6 + rolesB[j]!]!
        const value = weight - cost
        if (value < best || (value <= 0 && (cost > 0 || value <= floorOf(names, rolesA[i]!, rolesB[j]!)))) continue
        if (value > best || comesFirst(i, j, bestA, bestB)) {
          best = value
          bestA = i
          bestB = j
        }
      }
    }
    if (bestA < 0) break
    partner[bestA] = bestB
    usedB |= 1 << bestB
    sum += best
  }
  return sum + countAgainst(pairing, usedB, names)
}

/** Two words that are a little unlike still weigh less against a pair than two that are two names. */
function floorOf(names: NameWeights, a: number, b: number): number {
  return Math.max(names.contradiction[a]!, names.contradiction[b]!)
}

function comesFirst(i: number, j: number, a: number, b: number): boolean {
  const low = Math.min(i, j)
  const lowBest = Math.min(a, b)
  return low !== lowBest ? low < lowBest : Math.max(i, j) < Math.max(a, b)
}

/** What a displaced word of a role weighs, 0 or negative, in 1/256 bit. */
export function displacedBits(names: NameWeights, role: number): number {
  return (names.contradiction[role]! * DISPLACED) >> 8
}

function countAgainst(pairing: Pairing, usedB: number, names: NameWeights): number {
  const { countA, countB, rolesA, rolesB, partner, against, displaced } = pairing
  leftA.fill(0)
  leftB.fill(0)
  against.fill(0)
  displaced.fill(0)
  movedA.fill(0)
  movedB.fill(0)
  for (let i = 0; i < countA; i += 1) {
    const j = partner[i]!
    const role = rolesA[i]!
    if (j < 0) leftA[role]! += 1
    else if (role !== ROLE.whole && rolesB[j] !== ROLE.whole && rolesB[j] !== role) {
      movedA[role]! += 1
      movedB[rolesB[j]!]! += 1
    }
  }
  for (let j = 0; j < countB; j += 1) if ((usedB & (1 << j)) === 0) leftB[rolesB[j]!]! += 1
  let sum = 0
  let counted = 0
  let restA = 0
  let restB = 0
  for (let role = 1; role < 6; role += 1) {
    const both = Math.min(leftA[role]!, leftB[role]!, AGAINST_MAX - counted)
    against[role] = both
    counted += both
    sum += both * names.contradiction[role]!
    restA += leftA[role]! - both
    restB += leftB[role]! - both
    const apart = Math.min(
      AGAINST_MAX - counted,
      Math.min(leftA[role]! - both, movedB[role]!) + Math.min(leftB[role]! - both, movedA[role]!),
    )
    displaced[role] = apart
    counted += apart
    sum += apart * displacedBits(names, role)
  }
  const wholeA = leftA[0]!
  const wholeB = leftB[0]!
  const wholes = Math.min(wholeA, wholeB)
  const loose = Math.min(
    AGAINST_MAX - counted,
    wholes + Math.min(wholeA - wholes, restB) + Math.min(wholeB - wholes, restA),
  )
  against[0] = loose
  const more = Math.max(0, wholeA - wholes - restB) + Math.max(0, wholeB - wholes - restA)
  pairing.omitted = more > 0 ? OMITTED_FIRST + OMITTED_NEXT * Math.min(OMITTED_MAX, more - 1) : 0
  return sum + loose * names.contradiction[0]! + pairing.omitted
}
