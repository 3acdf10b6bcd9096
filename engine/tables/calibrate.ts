// Prints the knots of `names/calibration.ts`: how often names with so many bits are one name, by isotonic regression (pool
// adjacent violators) over the Wikidata rows of the verification pairs (CC0) whose id is even by hash; says the calibration
// error on the others. No sanctions list is read.
// oxlint-disable import/no-relative-parent-imports -- scripts that derive what ships, beside the sources as benches are
import { compareNames, splitName } from '../src/name-model.ts'
import { nameProbability } from '../src/names/calibration.ts'
import { hasData, hashOf, readRows } from './data.ts'

type Pair = {
  readonly isFit: boolean
  readonly isOpen: boolean
  readonly match: number
  readonly bits: number
  readonly words: number
}

function pairs(): Pair[] {
  return readRows('verification/pairs.tsv.gz').map((row) => ({
    isFit: hashOf(row['id']!) % 2 === 0,
    isOpen: row['source']!.startsWith('wd-'),
    match: row['match'] === '1' ? 1 : 0,
    bits: compareNames(row['name1']!, row['name2']!).bits / 256,
    words: Math.min(splitName(row['name1']!).length, splitName(row['name2']!).length),
  }))
}

function knots(some: readonly Pair[]): number[] {
  const blocks: { sum: number; count: number; high: number }[] = []
  for (const { bits, match } of [...some].sort((a, b) => a.bits - b.bits)) {
    blocks.push({ sum: match, count: 1, high: bits })
    for (;;) {
      const last = blocks.at(-1)!
      const before = blocks.at(-2)
      if (!before || before.sum / before.count < last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count, high: last.high })
    }
  }
  return Array.from({ length: 21 }, (_, at) => {
    const bits = -24 + 3 * at
    const block = blocks.find((one) => bits <= one.high) ?? blocks.at(-1)!
    return Math.round((1000 * (block.sum + 0.5)) / (block.count + 1)) / 1000
  })
}

function calibrationError(some: readonly Pair[]): number {
  const bins = Array.from({ length: 10 }, () => 0)
  for (const { bits, match, words } of some) {
    const p = nameProbability(bits * 256, words)
    bins[Math.min(9, Math.floor(p * 10))]! += p - match
  }
  return bins.reduce((sum, one) => sum + Math.abs(one), 0) / some.length
}

if (hasData()) {
  const all = pairs()
  const open = all.filter((pair) => pair.isFit && pair.isOpen)
  console.log('one word', JSON.stringify(knots(open.filter((pair) => pair.words < 2))))
  console.log('more', JSON.stringify(knots(open.filter((pair) => pair.words > 1))))
  console.log(
    'calibration error',
    calibrationError(all.filter((pair) => !pair.isFit)).toFixed(4),
    'of it open',
    calibrationError(all.filter((pair) => !pair.isFit && pair.isOpen)).toFixed(4),
  )
}
