// A joint multigram model of two spellings of one name, fitted by EM (Deligne, Yvon and Bimbot 1995; Bisani and Ney 2008).
//
// A pair of spellings is generated as a row of units, each some letters of x beside some letters of y, given the letters
// just before it on both sides. As those are seen, not hidden, the sum over all segmentations needs no state but (i, j).
// Two stages: units without context over all segmentations; then, over the segmentations still likely, with context.

/** Two spellings as letter codes (below 63), and how much they count. */
export type Pair = { readonly x: Uint8Array; readonly y: Uint8Array; readonly weight: number }

/** The shapes of units: letters of x and of y. */
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
const shapeShares = [0.05, 0.05, 0.7, 0.08, 0.05, 0.01, 0.02, 0.01, 0.01, 0.01, 0.002]

/** The code that closes both sides, so that endings are learned. */
export const endCode = 63
const letterCount = 64

/** What may be chosen for a fit. */
export type Options = {
  /** Shapes that may be used, by their place in `shapes`. */
  readonly shapes: readonly number[]
  /** Letters looked back at on both sides, for each level above the first. */
  readonly contexts: readonly (readonly [number, number])[]
  /** How many counts the level below is worth, for each level above the first. */
  readonly strengths: readonly number[]
  /** An entry with context seen less often than this is not kept. */
  readonly countMin: number
  readonly plainRounds: number
  readonly contextRounds: number
  /** log2 P(x) + log2 P(y): what the pair would be if it had met by chance. */
  readonly chance: (pair: Pair) => number
}

/** A fitted model: P(unit) and, per level, P(unit | context) where seen and what is left to the level below where not. */
export type Model = {
  readonly options: Options
  readonly units: Map<number, number>
  readonly levels: { list: { unit: number; context: number; p: number }[]; left: Map<number, number> }[]
}

/** The letters with the end behind them. */
export function closed(codes: Uint8Array): Uint8Array {
  const out = new Uint8Array(codes.length + 1)
  out.set(codes)
  out[codes.length] = endCode
  return out
}

/** A unit as a number below 2^36: its shape shows in which letters are there. */
export function unitKey(x: Uint8Array, i: number, y: Uint8Array, j: number, shape: number): number {
  const [a, b] = shapes[shape]!
  let key = shape
  for (let k = 0; k < a; k += 1) key = key * letterCount + x[i + k]!
  for (let k = 0; k < b; k += 1) key = key * letterCount + y[j + k]!
  return key
}

/** The letters before i and j as a number: 0 stands before the beginning. */
export function contextKey(
  x: Uint8Array,
  i: number,
  y: Uint8Array,
  j: number,
  [m, n]: readonly [number, number],
): number {
  let key = 0
  for (let k = m; k >= 1; k -= 1) key = key * letterCount + (i >= k ? x[i - k]! : 0)
  for (let k = n; k >= 1; k -= 1) key = key * letterCount + (j >= k ? y[j - k]! : 0)
  return key
}

const contextSpan = 2 ** 24

/** Unit and context as one number below 2^53 for contexts of up to three letters … kept apart by a running number instead. */
class Numbers {
  readonly known = new Map<number, number>()
  of(key: number): number {
    let number = this.known.get(key)
    if (number === undefined) {
      number = this.known.size
      this.known.set(key, number)
    }
    return number
  }
}

/** True when a unit of this shape may start at (i, j): the end stands only beside the end. */
export function fits(x: Uint8Array, i: number, y: Uint8Array, j: number, shape: number): boolean {
  const [a, b] = shapes[shape]!
  const nx = x.length - 1
  const ny = y.length - 1
  if (i === nx && j === ny) return a === 1 && b === 1
  return i + a <= nx && j + b <= ny
}

type Lattice = { from: Int16Array; to: Int16Array; unit: Int32Array; at: Int32Array; start: Int32Array }

/** All units that may stand in each pair, near the diagonal. */
function latticeOf(pairs: readonly Pair[], options: Options, numbers: Numbers): Lattice {
  let size = 1 << 20
  let from = new Int16Array(size)
  let to = new Int16Array(size)
  let unit = new Int32Array(size)
  let at = new Int32Array(size)
  const start = new Int32Array(pairs.length + 1)
  let count = 0
  for (const [number, { x, y }] of pairs.entries()) {
    start[number] = count
    const w = y.length + 1
    const slope = y.length / x.length
    for (let i = 0; i < x.length; i += 1)
      for (let j = 0; j < y.length; j += 1) {
        if (Math.abs(i * slope - j) > 3.5 * Math.max(1, slope)) continue
        for (const shape of options.shapes) {
          if (!fits(x, i, y, j, shape)) continue
          if (count === size) {
            size *= 2
            const grow = <T extends Int16Array | Int32Array>(old: T, next: T): T => (next.set(old), next)
            from = grow(from, new Int16Array(size))
            to = grow(to, new Int16Array(size))
            unit = grow(unit, new Int32Array(size))
            at = grow(at, new Int32Array(size))
          }
          const [a, b] = shapes[shape]!
          from[count] = i * w + j
          to[count] = (i + a) * w + j + b
          unit[count] = numbers.of(unitKey(x, i, y, j, shape))
          at[count] = (i << 8) | j
          count += 1
        }
      }
  }
  start[pairs.length] = count
  return { from, to, unit, at, start }
}

/** Share of a pair that is believed: mostly one name, or two names that an editor put side by side. */
function trust(bits: number, chance: number): number {
  return 1 / (1 + 2 ** (chance - bits + 4))
}

/** One pass of EM over a lattice whose edges have the probabilities `p`; calls `count` with each edge's expectation. */
function expect(
  lattice: Lattice,
  number: number,
  cells: number,
  p: (edge: number) => number,
  count: (edge: number, share: number) => void,
): number {
  const { from, to, start } = lattice
  const ahead = new Float64Array(cells)
  const behind = new Float64Array(cells)
  const first = start[number]!
  const last = start[number + 1]!
  ahead[0] = 1
  for (let e = first; e < last; e += 1) ahead[to[e]!]! += ahead[from[e]!]! * p(e)
  const total = ahead[cells - 1]!
  if (!(total > 1e-290)) return -1000
  behind[cells - 1] = 1
  for (let e = last - 1; e >= first; e -= 1) {
    const through = p(e) * behind[to[e]!]!
    behind[from[e]!]! += through
    const share = (ahead[from[e]!]! * through) / total
    if (share > 1e-7) count(e, share)
  }
  return Math.log2(total)
}

/** P of a unit's letters as if each were drawn alone: the floor below everything learned. */
function floorsOf(pairs: readonly Pair[], keys: Iterable<number>): Map<number, number> {
  const fx = new Float64Array(letterCount).fill(1)
  const fy = new Float64Array(letterCount).fill(1)
  for (const { x, y } of pairs) {
    for (const letter of x) fx[letter]! += 1
    for (const letter of y) fy[letter]! += 1
  }
  const sx = fx.reduce((sum, one) => sum + one, 0)
  const sy = fy.reduce((sum, one) => sum + one, 0)
  const out = new Map<number, number>()
  for (const key of keys) {
    const digits: number[] = []
    let rest = key
    let shape = -1
    // the shape stands above its letters, so the right reading is the one whose digits are as many as it says
    for (let n = 1; n <= 5; n += 1) {
      digits.unshift(rest % letterCount)
      rest = Math.floor(rest / letterCount)
      const found = shapes[rest]
      if (
        found &&
        found[0] + found[1] === n &&
        rest < shapes.length &&
        key === rest * letterCount ** n + digits.reduce((sum, d) => sum * letterCount + d, 0)
      ) {
        shape = rest
        break
      }
    }
    const [a] = shapes[shape]!
    out.set(
      key,
      digits.reduce((p, digit, k) => p * (k < a ? fx[digit]! / sx : fy[digit]! / sy), shapeShares[shape]!),
    )
  }
  return out
}

/** Fits a model to pairs. */
export function fit(pairs: readonly Pair[], options: Options): Model {
  const numbers = new Numbers()
  const lattice = latticeOf(pairs, options, numbers)
  const unitCount = numbers.known.size
  const floors = floorsOf(pairs, numbers.known.keys())
  const base = Float64Array.from(numbers.known.keys(), (key) => floors.get(key)!)
  let probability = base.slice()
  const chance = pairs.map(options.chance)
  let keep = new Uint8Array(0)
  for (let round = 0; round < options.plainRounds; round += 1) {
    const isLast = round === options.plainRounds - 1
    if (isLast) keep = new Uint8Array(lattice.start[pairs.length]!)
    const counts = new Float64Array(unitCount)
    let sum = 0
    for (const [number, { x, y, weight }] of pairs.entries()) {
      const edges: number[] = []
      const shares: number[] = []
      const bits = expect(
        lattice,
        number,
        (x.length + 1) * (y.length + 1),
        (e) => probability[lattice.unit[e]!]!,
        (e, share) => {
          edges.push(e)
          shares.push(share)
        },
      )
      sum += bits
      const believed = round < 2 ? 1 : trust(bits, chance[number]!)
      for (let k = 0; k < edges.length; k += 1) {
        counts[lattice.unit[edges[k]!]!]! += shares[k]! * believed * weight
        if (isLast && shares[k]! > 0.003 && believed > 0.02) keep[edges[k]!] = 1
      }
    }
    const total = counts.reduce((all, one) => all + one, 0)
    const strength = 20
    probability = counts.map(
      (count, u) => (count > 0.05 ? count + strength * base[u]! : strength * base[u]!) / (total + strength),
    )
    if (options.plainRounds > 1) console.log('  plain', round, (sum / pairs.length).toFixed(2))
  }
  return withContext(pairs, options, { lattice, keep, probability, chance, unitKeys: [...numbers.known.keys()], base })
}

type Settled = {
  lattice: Lattice
  keep: Uint8Array
  probability: Float64Array
  chance: number[]
  unitKeys: number[]
  base: Float64Array
}

function withContext(pairs: readonly Pair[], options: Options, settled: Settled): Model {
  const { lattice, keep, unitKeys, base } = settled
  const depth = options.contexts.length
  const kept = keep.reduce((sum, one) => sum + one, 0)
  const small: Lattice = {
    from: new Int16Array(kept),
    to: new Int16Array(kept),
    unit: new Int32Array(kept),
    at: new Int32Array(kept),
    start: new Int32Array(pairs.length + 1),
  }
  const contexts = options.contexts.map(() => new Numbers())
  const entries = options.contexts.map(() => new Numbers())
  const contextOf = options.contexts.map(() => new Int32Array(kept))
  const entryOf = options.contexts.map(() => new Int32Array(kept))
  let n = 0
  for (const [number, { x, y }] of pairs.entries()) {
    small.start[number] = n
    for (let e = lattice.start[number]!; e < lattice.start[number + 1]!; e += 1) {
      if (keep[e] === 0) continue
      small.from[n] = lattice.from[e]!
      small.to[n] = lattice.to[e]!
      small.unit[n] = lattice.unit[e]!
      const i = lattice.at[e]! >> 8
      const j = lattice.at[e]! & 255
      for (let level = 0; level < depth; level += 1) {
        const context = contexts[level]!.of(contextKey(x, i, y, j, options.contexts[level]!))
        contextOf[level]![n] = context
        entryOf[level]![n] = entries[level]!.of(lattice.unit[e]! * contextSpan + context)
      }
      n += 1
    }
  }
  small.start[pairs.length] = n
  let plain: Float64Array = settled.probability
  let entryP: Float64Array[] = entries.map((numbers, level) => {
    const p = new Float64Array(numbers.known.size)
    for (let e = 0; e < kept; e += 1) p[entryOf[level]![e]!] = plain[small.unit[e]!]!
    return p
  })
  let left: Float64Array[] = contexts.map((numbers) => new Float64Array(numbers.known.size).fill(1))
  let entryCount: Float64Array[] = []
  for (let round = 0; round < options.contextRounds; round += 1) {
    const counts = new Float64Array(plain.length)
    const perEntry = entries.map((numbers) => new Float64Array(numbers.known.size))
    const perContext = contexts.map((numbers) => new Float64Array(numbers.known.size))
    const top = entryP[depth - 1]!
    const topOf = entryOf[depth - 1]!
    let sum = 0
    let used = 0
    for (const [number, { x, y, weight }] of pairs.entries()) {
      const edges: number[] = []
      const shares: number[] = []
      const bits = expect(
        small,
        number,
        (x.length + 1) * (y.length + 1),
        (e) => (depth > 0 ? top[topOf[e]!]! : plain[small.unit[e]!]!),
        (e, share) => {
          edges.push(e)
          shares.push(share)
        },
      )
      if (bits <= -1000) continue
      sum += bits
      used += 1
      const believed = trust(bits, settled.chance[number]!) * weight
      for (let k = 0; k < edges.length; k += 1) {
        const e = edges[k]!
        const share = shares[k]! * believed
        counts[small.unit[e]!]! += share
        for (let level = 0; level < depth; level += 1) {
          perEntry[level]![entryOf[level]![e]!]! += share
          perContext[level]![contextOf[level]![e]!]! += share
        }
      }
    }
    const total = counts.reduce((all, one) => all + one, 0)
    plain = counts.map((count, u) => (count + 20 * base[u]!) / (total + 20))
    entryCount = perEntry
    left = perContext.map((totals, level) =>
      totals.map((t) => options.strengths[level]! / (t + options.strengths[level]!)),
    )
    const nextP: Float64Array[] = []
    for (let level = 0; level < depth; level += 1) {
      const s = options.strengths[level]!
      const p = new Float64Array(perEntry[level]!.length)
      for (let e = 0; e < kept; e += 1) {
        const below = level === 0 ? plain[small.unit[e]!]! : nextP[level - 1]![entryOf[level - 1]![e]!]!
        const entry = entryOf[level]![e]!
        p[entry] = (perEntry[level]![entry]! + s * below) / (perContext[level]![contextOf[level]![e]!]! + s)
      }
      nextP.push(p)
    }
    entryP = nextP
    console.log(
      '  context',
      round,
      (sum / used).toFixed(2),
      'of',
      used,
      'edges',
      kept,
      entries.map((one) => one.known.size).join(' '),
    )
  }
  const units = new Map<number, number>()
  for (const [u, key] of unitKeys.entries())
    if (plain[u]! > base[u]! * 1.5 * (20 / 1e4) && plain[u]! > 1e-9) units.set(key, plain[u]!)
  const levels = options.contexts.map((_, level) => {
    const contextKeys = [...contexts[level]!.known.keys()]
    const list: { unit: number; context: number; p: number }[] = []
    const used = new Set<number>()
    for (const [entryKey, entry] of entries[level]!.known) {
      if (entryCount[level]![entry]! < options.countMin) continue
      const context = entryKey % contextSpan
      used.add(context)
      list.push({
        unit: unitKeys[Math.floor(entryKey / contextSpan)]!,
        context: contextKeys[context]!,
        p: entryP[level]![entry]!,
      })
    }
    const lefts = new Map<number, number>()
    for (const context of used) lefts.set(contextKeys[context]!, left[level]![context]!)
    return { list, left: lefts }
  })
  return { options, units, levels }
}
