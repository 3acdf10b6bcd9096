// A joint multigram model of two spellings of one name, fitted by EM (Deligne, Yvon and Bimbot 1995; Bisani and Ney 2008).
//
// A name is generated as a row of units, each some letters of x beside some letters of y, given the letters just before it
// on both sides. As those are seen, not hidden, the sum over all segmentations needs no further state than (i, j).

/** Two spellings as letter codes, and how much they count. */
export type Pair = { readonly x: Uint8Array; readonly y: Uint8Array; readonly weight: number }

/** The shape of a unit: letters of x and of y. */
export const shapes: readonly (readonly [number, number])[] = [
  [0, 1], [1, 0], [1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [0, 2], [2, 3],
]

export type Options = {
  /** Context of each level: letters of x and of y that are looked back at. Level 0 has none. */
  readonly contexts: readonly (readonly [number, number])[]
  /** How many counts the level below is worth, for each level. */
  readonly strengths: readonly number[]
  readonly rounds: number
  readonly shapes?: readonly number[]
}

class Counts {
  keys = new Float64Array(1 << 14).fill(-1)
  values = new Float64Array(1 << 14)
  size = 0
  at(key: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (this.keys[slot] !== key && this.keys[slot] !== -1) slot = (slot + 1) & mask
    return slot
  }
  get(key: number): number {
    const slot = this.at(key)
    return this.keys[slot] === key ? this.values[slot]! : 0
  }
  add(key: number, value: number): void {
    let slot = this.at(key)
    if (this.keys[slot] === -1) {
      if (this.size * 2 > this.keys.length) {
        this.grow()
        slot = this.at(key)
      }
      this.keys[slot] = key
      this.size += 1
    }
    this.values[slot]! += value
  }
  grow(): void {
    const { keys, values } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.values = new Float64Array(values.length * 2)
    for (let k = 0; k < keys.length; k += 1) {
      if (keys[k] === -1) continue
      const slot = this.at(keys[k]!)
      this.keys[slot] = keys[k]!
      this.values[slot] = values[k]!
    }
  }
}

export const letterBits = 6
const L = 64

/** The unit's key: up to 2 letters of x and 3 of y, 30 bits. */
export function unitKey(x: Uint8Array, i: number, a: number, y: Uint8Array, j: number, b: number): number {
  let key = 0
  key = a > 0 ? x[i]! : 0
  key = key * L + (a > 1 ? x[i + 1]! : 0)
  key = key * L + (b > 0 ? y[j]! : 0)
  key = key * L + (b > 1 ? y[j + 1]! : 0)
  key = key * L + (b > 2 ? y[j + 2]! : 0)
  return key
}

/** The context's key: letters before i and j, 0 before the beginning. */
function contextKey(x: Uint8Array, i: number, m: number, y: Uint8Array, j: number, n: number): number {
  let key = 1
  for (let k = 1; k <= m; k += 1) key = key * L + (i - k >= 0 ? x[i - k]! : 0)
  for (let k = 1; k <= n; k += 1) key = key * L + (j - k >= 0 ? y[j - k]! : 0)
  return key
}

/** A model as it is fitted. `end` closes both sides: code 63. */
export const endCode = 63

export function closed(codes: Uint8Array): Uint8Array {
  const out = new Uint8Array(codes.length + 1)
  out.set(codes)
  out[codes.length] = endCode
  return out
}

export type Model = {
  readonly options: Options
  readonly levels: { units: Counts; contexts: Counts; ids: Counts }[]
  base: (shape: number, x: Uint8Array, i: number, y: Uint8Array, j: number) => number
}

const shapeShare = [0.06, 0.06, 0.7, 0.08, 0.02, 0.05, 0.01, 0.01, 0.01]

function newLevels(options: Options): Model['levels'] {
  return options.contexts.map(() => ({ units: new Counts(), contexts: new Counts(), ids: new Counts() }))
}

/** Base probability of a unit: its shape's share and its letters as if drawn alone. */
function baseOf(pairs: readonly Pair[], rule?: (xl: number, yl: number) => number): Model['base'] {
  const fx = new Float64Array(64).fill(0.5)
  const fy = new Float64Array(64).fill(0.5)
  let sx = 32
  let sy = 32
  for (const { x, y } of pairs) {
    for (const letter of x) fx[letter]! += 1
    for (const letter of y) fy[letter]! += 1
    sx += x.length
    sy += y.length
  }
  for (let k = 0; k < 64; k += 1) {
    fx[k]! /= sx
    fy[k]! /= sy
  }
  return (shape, x, i, y, j) => {
    const [a, b] = shapes[shape]!
    let p = shapeShare[shape]!
    if (a === 1 && b === 1 && rule) return p * (0.5 * fx[x[i]!]! * fy[y[j]!]! + 0.5 * rule(x[i]!, y[j]!))
    for (let k = 0; k < a; k += 1) p *= fx[x[i + k]!]!
    for (let k = 0; k < b; k += 1) p *= fy[y[j + k]!]!
    return p
  }
}

/** True when a unit of this shape may start at (i, j): the end stands only beside the end. */
function fits(x: Uint8Array, i: number, a: number, y: Uint8Array, j: number, b: number): boolean {
  const lastX = x.length - 1
  const lastY = y.length - 1
  if (i + a > x.length || j + b > y.length) return false
  const takesX = i + a === x.length
  const takesY = j + b === y.length
  if (takesX !== takesY) return a === 0 || b === 0 ? !takesX && !takesY : false
  if (takesX) return i === lastX && j === lastY && a === 1 && b === 1
  return true
}

/** P(unit | letters before it), interpolated over the levels; `ids` gets the context keys for counting. */
export function unitProbability(model: Model, shape: number, x: Uint8Array, i: number, y: Uint8Array, j: number): number {
  const [a, b] = shapes[shape]!
  const unit = unitKey(x, i, a, y, j, b)
  let p = model.base(shape, x, i, y, j)
  const { contexts, strengths } = model.options
  for (let level = 0; level < contexts.length; level += 1) {
    const [m, n] = contexts[level]!
    const context = contextKey(x, i, m, y, j, n)
    const { units, contexts: totals, ids } = model.levels[level]!
    const total = totals.get(context)
    if (total === 0) break
    const id = ids.get(context)
    const s = strengths[level]!
    p = (units.get(unit * 2097152 + id) + s * p) / (total + s)
  }
  return p
}

/** Forward table: P(first i letters, first j letters), in the linear domain. */
export function forward(model: Model, x: Uint8Array, y: Uint8Array, probs?: Float64Array): Float64Array {
  const w = y.length + 1
  const table = new Float64Array((x.length + 1) * w)
  table[0] = 1
  const allowed = model.options.shapes ?? shapes.map((_, k) => k)
  for (let i = 0; i <= x.length; i += 1) {
    for (let j = 0; j <= y.length; j += 1) {
      const here = table[i * w + j]!
      if (here === 0) continue
      for (const shape of allowed) {
        const [a, b] = shapes[shape]!
        if (!fits(x, i, a, y, j, b)) continue
        const p = unitProbability(model, shape, x, i, y, j)
        if (probs) probs[(i * w + j) * shapes.length + shape] = p
        table[(i + a) * w + j + b]! += here * p
      }
    }
  }
  return table
}

/** Fits a model to pairs; `trust(logLikelihood, pair)` gives the share of a pair that is believed. */
export function fit(pairs: readonly Pair[], options: Options, trust?: (bits: number, pair: Pair) => number, rule?: (xl: number, yl: number) => number): Model {
  const allowed = options.shapes ?? shapes.map((_, k) => k)
  const model: Model = { options: { ...options, contexts: options.contexts.slice(0, 1) }, levels: newLevels({ ...options, contexts: options.contexts.slice(0, 1) }), base: baseOf(pairs, rule) }
  const probs = new Float64Array(26 * 26 * shapes.length)
  let current = model
  for (let round = 0; round < options.rounds; round += 1) {
    // the deeper contexts join once the shallow ones have settled
    const depth = Math.min(options.contexts.length, 1 + Math.max(0, round - 2))
    const next: Model = { options: { ...options, contexts: options.contexts.slice(0, depth) }, levels: newLevels({ ...options, contexts: options.contexts.slice(0, depth) }), base: model.base }
    let sum = 0
    let kept = 0
    for (const pair of pairs) {
      const { x, y, weight } = pair
      const w = y.length + 1
      probs.fill(0, 0, (x.length + 1) * w * shapes.length)
      const table = forward(current, x, y, probs)
      const total = table[x.length * w + y.length]!
      if (total <= 1e-290) continue
      const bits = Math.log2(total)
      sum += bits * weight
      const believed = trust && round > 1 ? trust(bits, pair) * weight : weight
      kept += believed
      const back = new Float64Array((x.length + 1) * w)
      back[x.length * w + y.length] = 1
      for (let i = x.length; i >= 0; i -= 1) {
        for (let j = y.length; j >= 0; j -= 1) {
          const here = table[i * w + j]!
          if (here === 0) continue
          let out = i === x.length && j === y.length ? 1 : 0
          for (const shape of allowed) {
            const [a, b] = shapes[shape]!
            const p = probs[(i * w + j) * shapes.length + shape]!
            if (p === 0 || i + a > x.length || j + b > y.length) continue
            const through = p * back[(i + a) * w + j + b]!
            if (through === 0) continue
            out += through
            const count = ((here * through) / total) * believed
            if (count < 1e-6) continue
            const unit = unitKey(x, i, a, y, j, b)
            for (let level = 0; level < depth; level += 1) {
              const [m, n] = options.contexts[level]!
              const context = contextKey(x, i, m, y, j, n)
              const lv = next.levels[level]!
              let id = lv.ids.get(context)
              if (id === 0) {
                id = lv.ids.size + 1
                lv.ids.add(context, id)
              }
              lv.contexts.add(context, count)
              lv.units.add(unit * 2097152 + id, count)
            }
          }
          back[i * w + j] = out
        }
      }
    }
    current = next
    if (process.env['VERBOSE']) console.log('round', round, (sum / pairs.length).toFixed(3), 'kept', (kept / pairs.length).toFixed(3), next.levels.map((l) => l.units.size + '/' + l.contexts.size).join(' '))
  }
  return current
}

/** log2 P(x, y); −1000 when it is beyond numbers. */
export function jointBits(model: Model, x: Uint8Array, y: Uint8Array): number {
  const table = forward(model, x, y)
  const total = table[table.length - 1]!
  return total > 1e-300 ? Math.log2(total) : -1000
}
