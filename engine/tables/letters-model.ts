// A character model of the words of one script: interpolated n-grams (Witten and Bell), which says how likely a spelling is
// to be met by chance.

/** log2 P(letter | up to `order - 1` letters before it), the end included. */
export type LetterModel = {
  readonly order: number
  readonly levels: { count: Map<number, number>; total: Map<number, number>; kinds: Map<number, number> }[]
}

const span = 64

/** Counts n-grams of closed words. */
export function countLetters(words: Iterable<Uint8Array>, order: number): LetterModel {
  const levels = Array.from({ length: order }, () => ({
    count: new Map<number, number>(),
    total: new Map<number, number>(),
    kinds: new Map<number, number>(),
  }))
  for (const word of words)
    for (let i = 0; i < word.length; i += 1) {
      let context = 0
      for (let n = 0; n < order; n += 1) {
        const level = levels[n]!
        const key = context * span + word[i]!
        const before = level.count.get(key) ?? 0
        if (before === 0) level.kinds.set(context, (level.kinds.get(context) ?? 0) + 1)
        level.count.set(key, before + 1)
        level.total.set(context, (level.total.get(context) ?? 0) + 1)
        context += (i - n - 1 >= 0 ? word[i - n - 1]! : 0) * span ** n
      }
    }
  return { order, levels }
}

/** log2 P of each letter of a closed word given those before it. */
export function letterBits(model: LetterModel, word: Uint8Array): Float64Array {
  const out = new Float64Array(word.length)
  for (let i = 0; i < word.length; i += 1) {
    let context = 0
    let p = 1 / 40
    for (let n = 0; n < model.order; n += 1) {
      const { count, total, kinds } = model.levels[n]!
      const t = total.get(context) ?? 0
      if (t === 0) break
      const k = kinds.get(context)!
      p = ((count.get(context * span + word[i]!) ?? 0) + k * p) / (t + k)
      context += (i - n - 1 >= 0 ? word[i - n - 1]! : 0) * span ** n
    }
    out[i] = Math.log2(p)
  }
  return out
}

/** log2 P of a closed word. */
export function wordBits(model: LetterModel, word: Uint8Array): number {
  return letterBits(model, word).reduce((sum, one) => sum + one, 0)
}
