/** Draws that look random and are the same for the same seed (mulberry32): the same play at every installation. */
export type Draw = {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number
  one<Item>(items: readonly [Item, ...Item[]]): Item
  /** True about once in `times`. */
  onceIn(times: number): boolean
  /** A draw of its own, which does not depend on how much was drawn from this one. */
  apart(name: string): Draw
}

/** Takes a seed, a whole number of 32 bits; gives its draws. */
export function drawOf(seed: number): Draw {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    one: (items) => items[below(items.length)] ?? items[0],
    onceIn: (times) => below(times) === 0,
    apart: (name) => drawOf(Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed)),
  }
}
