// oxlint-disable import/no-relative-parent-imports, node/no-process-env -- scripts that derive what ships, beside the sources as benches are
// Reads the public name data of the development split (see README.md beside this file). Nothing read here is committed.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { scriptOf, scriptOfLetter, scripts, type Script } from '../src/names/letters.ts'
import { splitName } from '../src/names/split.ts'

const folder = new URL('../../../shared/data/names/', import.meta.url)

/** Where the data is; `SOLFERINO_DATA` names the folder that holds `names/`. */
export function dataFolder(): URL {
  const given = process.env['SOLFERINO_DATA']
  return given ? new URL(`file://${given.replace(/\/?$/, '/')}names/`) : folder
}

/** True when the development data is there; says where it was looked for when it is not. */
export function hasData(): boolean {
  const here = existsSync(dataFolder())
  if (!here)
    console.log(`The name data is not at ${dataFolder().pathname}; set SOLFERINO_DATA to the folder that holds names/.`)
  return here
}

/** The rows of a gzipped TSV with a header line, as objects by column. */
export function readRows(file: string): Record<string, string>[] {
  const lines = gunzipSync(readFileSync(new URL(file, dataFolder())))
    .toString('utf8')
    .split('\n')
  const head = lines[0]!.split('\t')
  return lines
    .slice(1)
    .filter((line) => line.length > 0)
    .map((line) => Object.fromEntries(line.split('\t').map((value, at) => [head[at]!, value])))
}

/** Spellings of one name: by script, folded single words. */
export type Item = { readonly source: string; readonly forms: ReadonlyMap<Script, readonly string[]> }

const articles = new Set(['ال'])

const joinedMax = 4

/**
 * A raw form as one folded word of the wanted script, or nothing: the Arabic article stays on. `isJoined`: a form of several
 * words (Abd al-Rahman) is written as one.
 */
export function oneWord(raw: string, script: Script, isJoined = false): string | undefined {
  const words = splitName(raw)
  const isOne = words.length === 1 || (words.length === 2 && articles.has(words[0]!))
  const word = isOne || (isJoined && words.length <= joinedMax) ? words.join('') : ''
  if (word.length < 2 || word.length > 24 || scriptOf(word) !== script) return undefined
  for (const letter of word) if (scriptOfLetter(letter) !== script) return undefined
  return word
}

function formsOf(raw: string | undefined, script: Script, isJoined = false): string[] {
  if (!raw) return []
  return [
    ...new Set(
      raw
        .split('|')
        .map((form) => oneWord(form, script, isJoined))
        .filter((form) => form !== undefined),
    ),
  ]
}

/** Every name item of `wdnames` (Wikidata, CC0), in the order of the rows. */
export function wikidataItems(isJoined = false): Item[] {
  return readRows('names/wdnames.tsv.gz').map((row) => ({
    source: 'wd',
    forms: new Map(
      scripts
        .map((script) => [script, formsOf(row[script], script, isJoined)] as const)
        .filter(([, forms]) => forms.length > 0),
    ),
  }))
}

const scriptByLanguage: Readonly<Record<string, Script>> = { ru: 'cyrl', ar: 'arab', he: 'hebr' }

/** Every Latin word of `tokenpairs` (CC0, Apache-2.0) with what it was seen written as. */
export function tokenPairItems(): Item[] {
  const items = new Map<string, { latin: string; script: Script; native: Set<string> }>()
  for (const row of readRows('names/tokenpairs.tsv.gz')) {
    const script = scriptByLanguage[row['lang']!]
    if (!script) continue
    const latin = oneWord(row['latin']!, 'latn')
    const native = oneWord(row['native']!, script)
    if (!latin || !native) continue
    const key = `${script} ${latin}`
    const item = items.get(key) ?? { latin, script, native: new Set() }
    item.native.add(native)
    items.set(key, item)
  }
  return [...items.values()].map(({ latin, script, native }) => ({
    source: 'pairs',
    forms: new Map<Script, readonly string[]>([
      ['latn', [latin]],
      [script, [...native]],
    ]),
  }))
}

/** FNV-1a of a string, 32 bits: the only source of chance in the derivation. */
export function hashOf(text: string): number {
  let value = 2166136261
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

/** Which part of the data an item belongs to: fitted on, tuned on, looked at only at the end. */
export type Part = 'train' | 'tune' | 'keep'

/**
 * Parts the items as the held-out split was made: items that share a spelling stay together; the largest group (the most
 * common names) is for training, the others go 70 : 15 : 15 by hash.
 */
export function partItems(items: readonly Item[]): Map<Item, Part> {
  const parent = new Int32Array(items.length).map((_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root]!
    while (parent[at] !== root) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  const firstOf = new Map<string, number>()
  for (const [at, item] of items.entries()) {
    for (const forms of item.forms.values()) {
      for (const form of forms) {
        const first = firstOf.get(form)
        if (first === undefined) firstOf.set(form, at)
        else parent[find(at)] = find(first)
      }
    }
  }
  const sizes = new Map<number, number>()
  for (const at of items.keys()) sizes.set(find(at), (sizes.get(find(at)) ?? 0) + 1)
  const largest = [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
  const smallest = new Map<number, string>()
  for (const [form, at] of firstOf) {
    const root = find(at)
    if (!smallest.has(root) || form < smallest.get(root)!) smallest.set(root, form)
  }
  const parts = new Map<Item, Part>()
  for (const [at, item] of items.entries()) {
    const root = find(at)
    const draw = hashOf(smallest.get(root) ?? '') % 100
    parts.set(item, root === largest || draw < 70 ? 'train' : draw < 85 ? 'tune' : 'keep')
  }
  return parts
}

const placeScripts: readonly (readonly [string, Script])[] = [
  ['ru', 'cyrl'],
  ['uk', 'cyrl'],
  ['ar', 'arab'],
  ['fa', 'arab'],
  ['he', 'hebr'],
  ['hy', 'armn'],
  ['ka', 'geor'],
]

/** Places of one word (GeoNames, CC BY 4.0): every second by hash, so that the rest can be measured on. */
export function placeItems(): Item[] {
  return readRows('places/places.tsv.gz')
    .filter((row) => hashOf(row['geonameid']!) % 2 === 0)
    .map((row) => {
      const forms = new Map<Script, readonly string[]>()
      const latin = formsOf(row['en'], 'latn')
      if (latin.length > 0) forms.set('latn', latin)
      for (const [language, script] of placeScripts)
        forms.set(script, [...new Set([...(forms.get(script) ?? []), ...formsOf(row[language], script)])])
      return { source: 'places', forms }
    })
}

/** Words of full names Latin–Hebrew (Wikidata, CC0) at the same place: two thirds by hash. */
export function fullNameItems(): Item[] {
  const items: Item[] = []
  for (const row of readRows('names/fullnames-he.tsv.gz')) {
    if (hashOf(row['id']!) % 3 === 0) continue
    const latin = splitName(row['latin']!)
    const hebrew = splitName(row['hebrew']!)
    if (latin.length !== hebrew.length) continue
    for (const [at, word] of latin.entries()) {
      const x = oneWord(word, 'latn')
      const y = oneWord(hebrew[at]!, 'hebr')
      if (x && y)
        items.push({
          source: 'full',
          forms: new Map([
            ['latn', [x]],
            ['hebr', [y]],
          ]),
        })
    }
  }
  return items
}
