// oxlint-disable import/no-relative-parent-imports, node/no-process-env -- scripts that derive what ships, beside the sources as benches are
// From a fitted multigram to the entries that ship.
import { contextHash, entryHash, steps } from '../src/names/pair-model.ts'
import { shapes, type Model } from './multigram.ts'

/** Hashes and quanta of a model, sorted by hash. */
export type Packed = { readonly hashes: Int32Array; readonly quanta: Uint8Array }

function quantum(p: number): number {
  return Math.max(0, Math.min(255, Math.round(-Math.log2(p) * steps)))
}

function splitUnit(unit: number): { shape: number; xs: number; ys: number } {
  for (let shape = 0; shape < shapes.length; shape += 1) {
    const [a, b] = shapes[shape]!
    const span = 64 ** (a + b)
    if (Math.floor(unit / span) !== shape) continue
    const rest = unit - shape * span
    const xs = Math.floor(rest / 64 ** b)
    // shape 0 stands for no leading digit, so its letters must fit
    if (shape === 0 && rest >= 64) continue
    return { shape, xs, ys: rest - xs * 64 ** b }
  }
  throw new Error(`not a unit: ${unit}`)
}

/** The entries of a model; an entry with context is left out when the level below says nearly the same. */
export function packModel(model: Model): Packed {
  const out = new Map<number, number>()
  for (const [unit, p] of model.units) {
    const { shape, xs, ys } = splitUnit(unit)
    const q = quantum(p)
    if (q < 255 && (shape > 2 ? p > 2 ** -18 : true)) out.set(entryHash(shape, xs, ys, 0), q)
  }
  for (const [at, level] of model.levels.entries()) {
    const hashOf = (key: { xs: number; ys: number }): number => contextHash(at + 1, key.xs, key.ys)
    for (const [key, left] of level.left)
      out.set(entryHash(31, 0, 0, hashOf(splitContext(key, model, at))), quantum(left))
    for (const { unit, context, p } of level.list) {
      const { shape, xs, ys } = splitUnit(unit)
      out.set(entryHash(shape, xs, ys, hashOf(splitContext(context, model, at))), quantum(p))
    }
  }
  const hashes = Int32Array.from([...out.keys()].sort((a, b) => a - b))
  return { hashes, quanta: Uint8Array.from(hashes, (hash) => out.get(hash)!) }
}

function splitContext(key: number, model: Model, level: number): { xs: number; ys: number } {
  const n = model.options.contexts[level]![1]
  const xs = Math.floor(key / 64 ** n)
  return { xs, ys: key - xs * 64 ** n }
}
