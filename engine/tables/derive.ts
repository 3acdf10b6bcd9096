// oxlint-disable import/no-relative-parent-imports, node/no-process-env -- scripts that derive what ships, beside the sources as benches are
// Derives engine/src/names/tables.gen.ts from public data (README.md beside this file). `node engine/tables/derive.ts`; with the
// word `train` it leaves out the parts that are kept for tuning and for the last look; a path says where to write instead.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Script, scripts } from '../src/names/letters.ts'
import { letterHash, letterOrder } from '../src/names/letter-model.ts'
import { writeGap } from '../src/names/packed.ts'
import { steps } from '../src/names/pair-model.ts'
import { encodeWord } from '../src/names/split.ts'
import {
  fullNameItems,
  hasData,
  hashOf,
  partItems,
  placeItems,
  tokenPairItems,
  wikidataItems,
  type Item,
} from './data.ts'
import { countLetters, wordBits, type LetterModel } from './letters-model.ts'
import { closed, fit, type Pair } from './multigram.ts'
import { packModel, type Packed } from './pack.ts'

type Plan = { readonly x: Script; readonly y: Script; readonly shapes: readonly number[]; readonly countMin: number }

const plans: readonly Plan[] = [
  { x: 'cyrl', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6, 9, 10], countMin: 0.3 },
  { x: 'arab', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6, 8], countMin: 0.3 },
  { x: 'hebr', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6, 8], countMin: 0.2 },
  { x: 'armn', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6], countMin: 0.2 },
  { x: 'geor', y: 'latn', shapes: [0, 1, 2, 3, 4, 6], countMin: 0.2 },
  { x: 'grek', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6], countMin: 0.2 },
  { x: 'latn', y: 'latn', shapes: [0, 1, 2, 3, 4, 5, 6, 7], countMin: 0.3 },
  { x: 'cyrl', y: 'cyrl', shapes: [0, 1, 2, 3, 4, 5], countMin: 0.3 },
  { x: 'arab', y: 'arab', shapes: [0, 1, 2, 3, 4, 5], countMin: 0.3 },
  { x: 'hebr', y: 'hebr', shapes: [0, 1, 2, 3, 4, 5], countMin: 0.3 },
  { x: 'arab', y: 'cyrl', shapes: [0, 1, 2, 3, 4, 5, 6, 8], countMin: 0.3 },
  { x: 'hebr', y: 'cyrl', shapes: [0, 1, 2, 3, 4, 5, 6, 8], countMin: 0.3 },
  { x: 'hebr', y: 'arab', shapes: [0, 1, 2, 3, 4, 5], countMin: 0.3 },
]
const pairsMax = 90_000

function pairsOf(items: readonly Item[], { x, y }: Plan): Pair[] {
  const rows: { key: number; pair: Pair }[] = []
  for (const item of items) {
    const xs = item.forms.get(x) ?? []
    const ys = item.forms.get(y) ?? []
    for (const left of xs)
      for (const right of ys) {
        const weight = 1 / Math.sqrt(xs.length * ys.length)
        const pair = {
          x: closed(encodeWord(left, x)),
          y: closed(encodeWord(right, y)),
          weight: x === y && left === right ? weight * 0.6 : weight,
        }
        rows.push({ key: hashOf(`${left} ${right}`), pair })
      }
  }
  return rows
    .sort((a, b) => a.key - b.key)
    .slice(0, pairsMax)
    .map(({ pair }) => pair)
}

function packLetters(model: LetterModel): Packed {
  const out = new Map<number, number>()
  const quantum = (p: number): number => Math.max(0, Math.min(255, Math.round(-Math.log2(p) * steps)))
  const p = new Map<number, number>()
  for (let n = 0; n < letterOrder; n += 1) {
    const { count, total, kinds } = model.levels[n]!
    const next = new Map<number, number>()
    for (const [key, seen] of count) {
      const context = Math.floor(key / 64)
      const below = n === 0 ? 1 / 40 : p.get((context % 64 ** (n - 1)) * 64 + (key % 64))!
      const t = total.get(context)!
      const k = kinds.get(context)!
      next.set(key, (seen + k * below) / (t + k))
      if (n === letterOrder - 1 && seen < 2) continue
      out.set(letterHash(n + 1, context, key % 64), quantum(next.get(key)!))
      out.set(letterHash(n + 1, context, 0), quantum(k / (t + k)))
    }
    p.clear()
    for (const [key, value] of next) p.set(key, value)
  }
  const hashes = Int32Array.from([...out.keys()].sort((a, b) => (a >>> 0) - (b >>> 0)))
  return { hashes, quanta: Uint8Array.from(hashes, (hash) => out.get(hash)!) }
}

function encode({ hashes, quanta }: Packed): string {
  const bytes: number[] = []
  let before = 0
  const order = [...hashes.keys()].sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0))
  for (const at of order) {
    writeGap(bytes, (hashes[at]! >>> 0) - before)
    bytes.push(quanta[at]!)
    before = hashes[at]! >>> 0
  }
  return Uint8Array.from(bytes).toBase64()
}

function derive(isTrainOnly: boolean, out: URL): void {
  const all = [...wikidataItems(), ...tokenPairItems()]
  const parts = partItems(all)
  const joined = [...wikidataItems(true), ...tokenPairItems()]
  const own = isTrainOnly ? joined.filter((_, at) => parts.get(all[at]!) === 'train') : joined
  const items = [...own, ...placeItems(), ...fullNameItems()]
  const models = new Map<Script, LetterModel>()
  const letters: string[] = []
  let size = 0
  for (const script of scripts) {
    const words = new Set(own.flatMap((item) => item.forms.get(script) ?? []))
    const model = countLetters(
      [...words].map((word) => closed(encodeWord(word, script))),
      letterOrder,
    )
    models.set(script, model)
    const data = encode(packLetters(model))
    size += data.length * 0.75
    letters.push(`    { name: '${script}', data: '${data}' },`)
    console.log(script, words.size, 'words', Math.round(data.length * 0.75), 'bytes')
  }
  const pairs: string[] = []
  for (const plan of plans) {
    const rows = pairsOf(items, plan)
    console.log(plan.x, plan.y, rows.length, 'pairs')
    const chance = (pair: Pair): number => wordBits(models.get(plan.x)!, pair.x) + wordBits(models.get(plan.y)!, pair.y)
    const model = fit(rows, {
      shapes: plan.shapes,
      contexts: [[1, 1]],
      strengths: [20],
      countMin: plan.countMin,
      plainRounds: 5,
      contextRounds: 4,
      chance,
    })
    const data = encode(packModel(model))
    size += data.length * 0.75
    console.log(' ', Math.round(data.length * 0.75), 'bytes')
    pairs.push(
      `    { name: '${plan.x}-${plan.y}', shapes: [${plan.shapes.join(', ')}], contexts: [[1, 1]], data: '${data}' },`,
    )
  }
  const text = `// Generated by engine/tables/derive.ts; see engine/tables/README.md for where it comes from and its licence.
type Learned = { readonly name: string; readonly data: string }
type LearnedPair = Learned & { readonly shapes: readonly number[]; readonly contexts: readonly (readonly [number, number])[] }

export const learnedTables: { readonly letters: readonly Learned[]; readonly pairs: readonly LearnedPair[] } = {
  letters: [
${letters.join('\n')}
  ],
  pairs: [
${pairs.join('\n')}
  ],
}
`
  writeFileSync(out, text)
  console.log('in all', Math.round(size), 'bytes')
}

const shipped = new URL('../src/names/tables.gen.ts', import.meta.url)
const [, , ...asked] = process.argv
const elsewhere = asked.find((word) => word !== 'train')
if (hasData()) derive(asked.includes('train'), elsewhere ? pathToFileURL(elsewhere) : shipped)
