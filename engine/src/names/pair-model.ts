/**
 * How likely two spellings in two scripts are one name: a joint multigram with context (Deligne, Yvon and Bimbot 1995;
 * Bisani and Ney 2008), summed over all ways to lay the letters side by side, against the two words met by chance.
 *
 * A unit is some letters of x beside some letters of y; its probability depends on the letters before it on both sides.
 * All that is learned stands in one hash table per pair of scripts: key = unit and context, value = −log2 P in 1/8 bit.
 */

/** The shapes of units: letters of x and of y. The order is part of the shipped tables. */
export const shapes: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [0, 2],
  [2, 3],
  [1, 4],
]

/** The code that closes a word on both sides, so that endings are learned. */
export const endCode = 63
/** Parts of a bit in which probabilities are shipped. */
export const steps = 8

/** Probabilities by hash, open addressing; 0 is an empty slot. */
export type EntryTable = { readonly keys: Int32Array; readonly values: Float64Array }

/** A learned model of one pair of scripts. */
export type PairModel = EntryTable & {
  readonly shapes: readonly number[]
  /** Letters of x and y looked back at, for each level above the first. */
  readonly contexts: readonly (readonly [number, number])[]
}

/** What a unit of one letter never seen has, so that a typing error costs and does not forbid. */
const unseen = 2 ** -18

/** The hash of a unit in a context; letters are packed six bits each. `unit` 0 asks what a context leaves to the level below. */
export function entryHash(shape: number, xLetters: number, yLetters: number, context: number): number {
  let hash = Math.imul(xLetters + (shape << 19) + 0x51ed, 0x9e3779b1) ^ Math.imul(yLetters + 0x2bb3, 0x85ebca6b)
  hash = (hash << 13) | (hash >>> 19)
  hash = Math.imul(hash ^ context, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x27d4eb2f)
  hash ^= hash >>> 13
  return hash === 0 ? 1 : hash
}

/** The hash of the letters before (i, j) as one context of a level. */
export function contextHash(level: number, xLetters: number, yLetters: number): number {
  const hash = Math.imul(xLetters + 0x3d4d, 0x165667b1) ^ Math.imul(yLetters + 0x1f35 + (level << 25), 0xd3a2646c)
  return Math.imul(hash ^ (hash >>> 16), 0x9e3779b1) | 1
}

/** Letters `codes[from …]` packed, six bits each, first letter highest. */
export function packed(codes: Uint8Array, from: number, count: number): number {
  let value = 0
  for (let k = 0; k < count; k += 1) value = (value << 6) | (from + k < 0 ? 0 : codes[from + k]!)
  return value
}

/** Builds a table from its shipped entries. */
export function entryTable(hashes: Int32Array, quanta: Uint8Array): EntryTable {
  let size = 1024
  while (size < hashes.length * 2) size *= 2
  const keys = new Int32Array(size)
  const values = new Float64Array(size)
  for (let k = 0; k < hashes.length; k += 1) {
    let slot = hashes[k]! & (size - 1)
    while (keys[slot] !== 0 && keys[slot] !== hashes[k]) slot = (slot + 1) & (size - 1)
    keys[slot] = hashes[k]!
    values[slot] = 2 ** (-quanta[k]! / steps)
  }
  return { keys, values }
}

/** The probability at a hash, −1 when there is none. */
export function findEntry(model: EntryTable, hash: number): number {
  const { keys, values } = model
  const mask = keys.length - 1
  let slot = hash & mask
  while (keys[slot] !== hash) {
    if (keys[slot] === 0) return -1
    slot = (slot + 1) & mask
  }
  return values[slot]!
}

const side = 42
const table = new Float64Array(side * side)

/** The most letters of one word in a unit. */
const unitMax = 4
/** Letters from each place on, packed, by how many; and those looked back at, by level: made once for a pair of words. */
const unitsX = new Int32Array((unitMax + 1) * side)
const unitsY = new Int32Array((unitMax + 1) * side)
const backX = new Int32Array(2 * side)
const backY = new Int32Array(2 * side)

function packAll(codes: Uint8Array, units: Int32Array, back: Int32Array, looks: readonly number[]): void {
  const n = codes.length
  for (let count = 1; count <= unitMax; count += 1)
    for (let at = 0; at + count <= n; at += 1) units[count * side + at] = packed(codes, at, count)
  for (let level = 0; level < looks.length; level += 1)
    for (let at = 0; at < n; at += 1) back[level * side + at] = packed(codes, at - looks[level]!, looks[level]!)
}

/** A pair is hopeless this many bits below where its beginnings are given up. */
const hopelessBelow = 6

/**
 * log2 of P(x, y | one name) / P(x) P(y): `x` and `y` closed by `endCode`, at most 41 codes; `px[i]` is 1 / P(letter i of x
 * given those before), `py` likewise. Gives up where no beginning is within `giveUp` of chance
 * (a ratio above 0), and then says six bits less than that.
 */
export function ratioBits(
  model: PairModel,
  x: Uint8Array,
  y: Uint8Array,
  chance: { readonly px: Float64Array; readonly py: Float64Array; readonly giveUp: number },
): number {
  const { px, py, giveUp } = chance
  const hopelessBits = Math.log2(giveUp) - hopelessBelow
  const least = Math.min(1e-12, giveUp * 4e-6)
  const nx = x.length
  const ny = y.length
  const w = ny + 1
  table.fill(0, 0, (nx + 1) * w)
  table[0] = 1
  const used = model.shapes
  const levels = model.contexts.length
  packAll(
    x,
    unitsX,
    backX,
    model.contexts.map(([m]) => m),
  )
  packAll(
    y,
    unitsY,
    backY,
    model.contexts.map(([, n]) => n),
  )
  const slope = ny / nx
  const band = 3.5 * (slope > 1 ? slope : 1)
  let context1 = 0
  let context2 = 0
  let last = 1
  let beforeLast = 1
  for (let i = 0; i < nx; i += 1) {
    let best = 0
    for (let j = 0; j < ny; j += 1) {
      const here = table[i * w + j]!
      if (here > best) best = here
      if (here < least) continue
      const off = i * slope - j
      if (off > band || off < -band) continue
      let left1 = 1
      let left2 = 1
      if (levels > 0) {
        context1 = contextHash(1, backX[i]!, backY[j]!)
        left1 = findEntry(model, entryHash(31, 0, 0, context1))
      }
      if (levels > 1) {
        context2 = contextHash(2, backX[side + i]!, backY[side + j]!)
        left2 = findEntry(model, entryHash(31, 0, 0, context2))
      }
      const isEnd = i === nx - 1 && j === ny - 1
      for (let k = 0; k < used.length; k += 1) {
        const shape = used[k]!
        const a = shapes[shape]![0]
        const b = shapes[shape]![1]
        if (isEnd ? shape !== 2 : i + a >= nx || j + b >= ny) continue
        const xs = a === 0 ? 0 : unitsX[a * side + i]!
        const ys = b === 0 ? 0 : unitsY[b * side + j]!
        let p = -1
        if (left2 >= 0 && levels > 1) p = findEntry(model, entryHash(shape, xs, ys, context2))
        if (p < 0 && levels > 0 && left1 >= 0) {
          p = findEntry(model, entryHash(shape, xs, ys, context1))
          if (p >= 0 && levels > 1 && left2 >= 0) p *= left2
        }
        if (p < 0) {
          p = findEntry(model, entryHash(shape, xs, ys, 0))
          if (p < 0) {
            if (shape > 2) continue
            p = unseen
          }
          if (left1 >= 0 && levels > 0) p *= left1
          if (left2 >= 0 && levels > 1) p *= left2
        }
        p *= here
        for (let q = 0; q < a; q += 1) p *= px[i + q]!
        for (let q = 0; q < b; q += 1) p *= py[j + q]!
        table[(i + a) * w + j + b]! += p
      }
    }
    // a unit may pass over up to two letters of x, so three rows must be hopeless together
    if (best < giveUp && last < giveUp && beforeLast < giveUp) return hopelessBits
    beforeLast = last
    last = best
  }
  const ratio = table[nx * w + ny]!
  return ratio > 2 ** hopelessBits ? Math.log2(ratio) : hopelessBits
}
