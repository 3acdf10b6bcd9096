/** Two whole names whose parts have unknown roles: are they one name. */
import { evidenceOf, rarityOf, type Evidence, type Manner } from './evidence.ts'
import { patronymicStem } from './forms.ts'
import { readingsOf, type Reading } from './readings.ts'
import { nameScore, type Traits } from './score-name.ts'
import type { NameToken } from './token.ts'

/** What one word of a name found in the other name: its counterpart, or nothing. `bits` in 1/256 bit. */
export type NamePart = { readonly a: string; readonly b: string; readonly bits: number; readonly manner: NameManner }

/** How a word was met; `omitted` when the other name does not have it, `together` what the whole adds to its words. */
export type NameManner = Manner | 'omitted' | 'together'

/** Two whole names compared: the sum of the parts, each integer in 1/256 bit, and the probability that they are one (0 … 1). */
export type NameComparison = {
  readonly bits: number
  readonly probability: number
  readonly parts: readonly NamePart[]
}

const memory = new WeakMap<NameToken, WeakMap<NameToken, Evidence>>()

function evidence(a: NameToken, b: NameToken): Evidence {
  let row = memory.get(a)
  if (!row) memory.set(a, (row = new WeakMap()))
  let found = row.get(b)
  if (!found) row.set(b, (found = evidenceOf(a, b)))
  return found
}

function isPatronymic(token: NameToken): boolean {
  return patronymicStem(token.text, token.script) !== undefined
}

/** The two words as one text, whichever is first: how ties are broken, so that neither order nor side matters. */
function bothTexts(a: NameToken, b: NameToken): string {
  return a.text < b.text ? `${a.text} ${b.text}` : `${b.text} ${a.text}`
}

type Cell = { readonly i: number; readonly j: number; readonly evidence: Evidence }

/** Words paired one to one, best first. */
function cellsOf(x: readonly NameToken[], y: readonly NameToken[]): Cell[] {
  const cells = x.flatMap((left, i) =>
    y.map((right, j) => ({ i, j, evidence: evidence(left, right), texts: bothTexts(left, right) })),
  )
  cells.sort((p, q) => q.evidence.bits - p.evidence.bits || (p.texts < q.texts ? -1 : p.texts > q.texts ? 1 : 0))
  const usedX = new Set<number>()
  const usedY = new Set<number>()
  return cells.filter(({ i, j }) => {
    if (usedX.has(i) || usedY.has(j)) return false
    usedX.add(i)
    usedY.add(j)
    return true
  })
}

/** A word put together from several must fit better than each of them alone, or it only hides what does not fit. */
const joinedMore = 1.5
const joinedLeast = 3

function isHidden(reading: Reading, at: number, other: NameToken, bits: number): boolean {
  if (reading.joined !== at) return false
  return bits < joinedLeast || reading.parts.some((part) => evidence(part, other).bits + joinedMore > bits)
}

function traitsOf(cells: readonly Cell[], x: readonly NameToken[], y: readonly NameToken[]): Traits {
  const isXShorter = x.length <= y.length
  const shorter = isXShorter ? x : y
  const traits = {
    words: shorter.length,
    matched: 0,
    matchedBits: 0,
    likeness: 0,
    lostBits: 0,
    against: 0,
    againstBits: 0,
    againstRarity: 0,
    againstFather: 0,
    omitted: Math.abs(x.length - y.length),
    only: -40,
  }
  for (const { i, j, evidence: found } of cells) {
    traits.only = found.likeness
    const rarity = Math.min(rarityOf(x[i]!), rarityOf(y[j]!))
    if (found.bits > 0) {
      traits.matched += 1
      traits.matchedBits += found.bits
      traits.likeness += Math.max(0, found.likeness)
      if (found.manner !== 'initial') traits.lostBits += rarity - found.bits
      continue
    }
    traits.against += 1
    traits.againstBits += Math.max(-12, found.bits)
    traits.againstRarity += rarity
    if (isPatronymic(x[i]!) && isPatronymic(y[j]!)) traits.againstFather += 1
  }
  return traits
}

type Met = {
  readonly cells: readonly Cell[]
  readonly x: Reading
  readonly y: Reading
  readonly score: number
  readonly traits: Traits
}

function meet(x: Reading, y: Reading): Met | undefined {
  const cells = cellsOf(x.words, y.words)
  for (const { i, j, evidence: found } of cells)
    if (isHidden(x, i, y.words[j]!, found.bits) || isHidden(y, j, x.words[i]!, found.bits)) return undefined
  if (
    (x.joined >= 0 && !cells.some(({ i }) => i === x.joined)) ||
    (y.joined >= 0 && !cells.some(({ j }) => j === y.joined))
  )
    return undefined
  const traits = traitsOf(cells, x.words, y.words)
  return { cells, x, y, score: nameScore(traits), traits }
}

function bestMeeting(a: string, b: string): Met {
  const x = readingsOf(a)
  const y = readingsOf(b)
  let best = meet(x.plain, y.plain)!
  const take = (met: Met | undefined): void => {
    if (met && met.score > best.score) best = met
  }
  for (const other of x.others) take(meet(other, y.plain))
  for (const other of y.others) take(meet(x.plain, other))
  return best
}

/** The traits on which two names are judged; for fitting. */
export function traitsOfNames(a: string, b: string): Traits {
  return bestMeeting(a, b).traits
}

const units = (bits: number): number => Math.round(bits * 256)

/**
 * Compares two names whose parts have unknown roles: words are paired one to one, best first; a word the longer name has
 * more is little evidence, a word of the shorter name that finds no counterpart is evidence against. Words written
 * together on one side are tried together. Symmetric; work is bounded (10 words of 40 letters, some 40 readings).
 */
export function compareNames(a: string, b: string): NameComparison {
  const { cells, x, y, score } = bestMeeting(a, b)
  const parts: NamePart[] = cells.map(({ i, j, evidence: found }) => ({
    a: x.words[i]!.text,
    b: y.words[j]!.text,
    bits: units(Math.max(-12, found.bits)),
    manner: found.manner,
  }))
  const usedX = new Set(cells.map(({ i }) => i))
  const usedY = new Set(cells.map(({ j }) => j))
  for (const [at, word] of x.words.entries())
    if (!usedX.has(at)) parts.push({ a: word.text, b: '', bits: 0, manner: 'omitted' })
  for (const [at, word] of y.words.entries())
    if (!usedY.has(at)) parts.push({ a: '', b: word.text, bits: 0, manner: 'omitted' })
  const bits = units(score)
  const rest = bits - parts.reduce((sum, part) => sum + part.bits, 0)
  if (rest !== 0) parts.push({ a: '', b: '', bits: rest, manner: 'together' })
  return { bits, probability: 1 / (1 + 2 ** -score), parts }
}
