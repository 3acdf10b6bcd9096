/** From bits to how often such a pair of names is one name, where half of the pairs asked about are (engine/tables/calibrate.ts). */

/** Shares at −24, −21 … 36 bits for names whose shorter one has a single word. */
const oneWord: readonly number[] = [
  0.042, 0.042, 0.089, 0.107, 0.139, 0.349, 0.349, 0.672, 0.7, 0.895, 0.941, 0.977, 0.994, 0.997, 0.997, 0.997, 0.997,
  0.997, 0.997, 0.997, 0.997,
]
/** The same for names of two words and more. */
const moreWords: readonly number[] = [
  0.042, 0.042, 0.044, 0.044, 0.044, 0.044, 0.179, 0.217, 0.463, 0.463, 0.803, 0.938, 0.957, 0.984, 0.984, 0.984, 0.984,
  0.984, 0.995, 0.995, 0.995,
]
const first = -24
const step = 3

/**
 * Probability, 0 to 1, that two names are the same one: `bits` in 1/256 bit as `compareNames` gives them, `words` of the
 * shorter name. Grows with the bits; between knots it is interpolated.
 */
export function nameProbability(bits: number, words: number): number {
  const knots = words < 2 ? oneWord : moreWords
  const at = Math.max(0, Math.min(knots.length - 1, (bits / 256 - first) / step))
  const below = Math.floor(at)
  const above = Math.min(knots.length - 1, below + 1)
  return knots[below]! + (knots[above]! - knots[below]!) * (at - below)
}
