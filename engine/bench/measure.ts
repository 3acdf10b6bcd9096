/** Measures of linkage: precision, recall, F1, calibration. */

/** A pair with its probability (0 … 1), its weight (1/256 bit), and whether it is true. */
export type Scored = {
  readonly key: string
  readonly probability: number
  readonly bits: number
  readonly isTrue: boolean
}

/** What was measured on scored pairs when `truths` pairs are true in all. `found`: true pairs scored at all, as a share. */
export type Quality = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly bestF1: number
  readonly bestAt: number
  readonly ece: number
  readonly found: number
}

/** Measures scored pairs; F1 at one half, and at the threshold that suits it best. */
export function quality(scored: readonly Scored[], truths: number): Quality {
  const ordered = scored.toSorted((a, b) => b.probability - a.probability || b.bits - a.bits)
  let right = 0
  let rightAtHalf = 0
  let atHalf = 0
  let bestF1 = 0
  let bestAt = 1
  for (const [at, pair] of ordered.entries()) {
    if (pair.isTrue) right += 1
    if (pair.probability >= 0.5) {
      rightAtHalf = right
      atHalf = at + 1
    }
    const f1 = (2 * right) / (at + 1 + truths)
    if (f1 > bestF1) {
      bestF1 = f1
      bestAt = pair.probability
    }
  }
  return {
    precision: rightAtHalf / Math.max(1, atHalf),
    recall: rightAtHalf / truths,
    f1: (2 * rightAtHalf) / (atHalf + truths),
    bestF1,
    bestAt,
    ece: calibrationError(scored),
    found: right / truths,
  }
}

/** Expected calibration error over ten bins of equal width, 0 … 1. */
export function calibrationError(
  scored: readonly { readonly probability: number; readonly isTrue: boolean }[],
): number {
  return reliability(scored).reduce(
    (sum, bin) => sum + (bin.count / Math.max(1, scored.length)) * Math.abs(bin.said - bin.seen),
    0,
  )
}

/** Ten bins of equal width: mean of what was said, share that was true, how many. */
export function reliability(
  scored: readonly { readonly probability: number; readonly isTrue: boolean }[],
): { said: number; seen: number; count: number }[] {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, seen: 0, count: 0 }))
  for (const { probability, isTrue } of scored) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))] ?? { said: 0, seen: 0, count: 0 }
    bin.said += probability
    bin.seen += isTrue ? 1 : 0
    bin.count += 1
  }
  return bins.map(({ said, seen, count }) => ({
    said: said / Math.max(1, count),
    seen: seen / Math.max(1, count),
    count,
  }))
}

/** Area under the curve by ranks, ties half: how often a true pair stands above a false one, 0 … 1. */
export function areaUnder(scored: readonly { readonly bits: number; readonly isTrue: boolean }[]): number {
  const sorted = scored.toSorted((a, b) => a.bits - b.bits)
  let sum = 0
  let at = 0
  while (at < sorted.length) {
    let end = at
    while (end < sorted.length && sorted[end]!.bits === sorted[at]!.bits) end += 1
    for (let k = at; k < end; k += 1) if (sorted[k]!.isTrue) sum += (at + end + 1) / 2
    at = end
  }
  const positive = sorted.filter((one) => one.isTrue).length
  const negative = sorted.length - positive
  return (sum - (positive * (positive + 1)) / 2) / (positive * negative)
}
