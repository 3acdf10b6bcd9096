/** What names and fields showed of a pair beyond their sum: kin, namesakes, twins. */
import { PAIR_MAX, type Pairing } from './assign.ts'
import type { Met } from './field.ts'
import { ROLE, type FieldKind } from './person.ts'

/** What names and fields showed, as the rules over the whole pair need it. */
export type Finding = {
  /** given names that stand against each other */
  givenAgainst: boolean
  /** names that kin share were found in both */
  sharedKin: boolean
  /** it was whole names that showed it, of which the given name is not known */
  ofWholes: boolean
  /** of whole names only the last words differ, where a married name stands */
  lastAlone: boolean
  /** a field beside the names was stated of both */
  hasField: boolean
  dateAgainst: boolean
  dateEqual: boolean
  /** weight of places, and of what kin do not share: numbers, papers, trades */
  placeBits: number
  ownBits: number
}

/** A finding of nothing. */
export function noFinding(): Finding {
  return {
    givenAgainst: false,
    sharedKin: false,
    ofWholes: false,
    lastAlone: false,
    hasField: false,
    dateAgainst: false,
    dateEqual: false,
    placeBits: 0,
    ownBits: 0,
  }
}

/** Forgets what was found. */
export function clearFinding(finding: Finding): void {
  finding.givenAgainst = false
  finding.sharedKin = false
  finding.ofWholes = false
  finding.lastAlone = false
  finding.hasField = false
  finding.dateAgainst = false
  finding.dateEqual = false
  finding.placeBits = 0
  finding.ownBits = 0
}

const WHOLES_SHARED = 2

/** Whether a word of a was paired with one that speaks for it: two words a little alike are paired and speak against. */
function isFound({ partner, weights }: Pairing, i: number): boolean {
  return partner[i]! >= 0 && weights[i * PAIR_MAX + partner[i]!]! > AGAINST_BITS
}

/** A pair of words that weighs less is two names rather than one badly written (1/256 bit). */
const AGAINST_BITS = -1024

/** Whether of both names only the last word found no counterpart. */
function isLastAlone(pairing: Pairing): boolean {
  const { countA, countB, partner } = pairing
  let found = 0
  let isLastFound = isFound(pairing, countA - 1)
  for (let i = 0; i < countA; i += 1) {
    if (!isFound(pairing, i)) continue
    found += 1
    if (partner[i] === countB - 1) isLastFound = true
  }
  return !isLastFound && found === countA - 1 && found === countB - 1
}

/** Takes in the winning pairing of names. */
export function noteNames(finding: Finding, pairing: Pairing): void {
  finding.givenAgainst = pairing.against[ROLE.given]! > 0
  finding.sharedKin = false
  finding.ofWholes = false
  finding.lastAlone = false
  let wholes = 0
  let isWholeAgainst = pairing.against[ROLE.whole]! > 0
  for (let i = 0; i < pairing.countA; i += 1) {
    const j = pairing.partner[i]!
    if (j < 0) continue
    const isFor = isFound(pairing, i)
    const role = pairing.rolesA[i]!
    if (role === ROLE.whole || pairing.rolesB[j] === ROLE.whole) {
      if (isFor) wholes += 1
      else isWholeAgainst = true
    } else if (role !== ROLE.given) finding.sharedKin = true
  }
  // Of whole names nobody said which word is the given name: all but a word in common is what brothers have.
  if (isWholeAgainst && wholes >= WHOLES_SHARED) {
    finding.givenAgainst = true
    finding.sharedKin = true
    finding.ofWholes = true
    finding.lastAlone = isLastAlone(pairing)
  }
}

/** Takes in how a field met. */
export function noteField(finding: Finding, key: string, kind: FieldKind, met: Met): void {
  finding.hasField = true
  if (key === 'born') {
    finding.dateAgainst = met.level === 'contradiction' || met.level === 'other'
    finding.dateEqual = met.level === 'equal'
  } else if (key === 'place' || kind === 'place') finding.placeBits += met.bits
  else if (key !== 'sex') finding.ownBits += met.bits
}

/**
 * Kin and namesakes: people who share a family share its names, and lists hold them. When birth dates contradict, or the
 * given names do while all else is what brothers share, no sum of shared names makes it more likely than not that it is
 * one person: only what is a person's own – a number, a paper, a trade, for a namesake also a place – counts above that.
 * Gives what to add, 0 or negative, in 1/256 bit.
 */
export function kinBits(finding: Finding, bits: number, priorBits: number): number {
  const isMarried = finding.lastAlone && finding.dateEqual
  const sibling = finding.givenAgainst && finding.sharedKin && !isMarried
  if (!finding.dateAgainst && !sibling) return 0
  const apart = finding.ownBits + (sibling ? 0 : finding.placeBits)
  const shared = bits - apart
  const isNamesAlone = finding.ofWholes && !finding.hasField
  const most = priorBits - (isNamesAlone ? NAMES_BELOW : KIN_BELOW)
  if (shared <= most) return 0
  const slack = isNamesAlone ? NAMES_SLACK : KIN_SLACK
  return most + Math.min(slack, (shared - most) >> 4) - shared
}

const KIN_BELOW = 4 * 256
const KIN_SLACK = 2 * 256
/** Where nothing is told but whole names, brothers are less likely than a name written in another way. */
const NAMES_BELOW = 256 + 128
const NAMES_SLACK = 256
