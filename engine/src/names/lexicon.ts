/** What is known of single words: how common they are, and which are one name in other languages or short forms. Unpacked when first asked for. */
import { lexicon } from './lexicon.gen.ts'
import { readGap } from './packed.ts'
import type { Script } from './letters.ts'

/** Parts of a bit in which shares are shipped. */
export const shareSteps = 8

/** The hash of a word under which it is known; FNV-1a, mixed. */
export function wordHash(word: string): number {
  let value = 2166136261
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 16777619)
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

const byScript = new Map<Script, Map<number, number>>()

function sharesOf(script: Script): Map<number, number> {
  const known = byScript.get(script)
  if (known) return known
  const table = new Map<number, number>()
  byScript.set(script, table)
  const packed = lexicon.shares.find((one) => one.name === script)
  if (!packed) return table
  const bytes = Uint8Array.fromBase64(packed.data)
  const reader = { bytes, at: 0 }
  let hash = 0
  while (reader.at < bytes.length) {
    hash += readGap(reader)
    table.set(hash, bytes[reader.at]! / shareSteps)
    reader.at += 1
  }
  return table
}

/** −log2 of the share of persons that have the word in their name, where it is common; undefined for words that are rare. */
export function commonness(word: string, script: Script): number | undefined {
  return sharesOf(script).get(wordHash(word))
}

/** A word in a group of names: the name itself or a short form of it. */
export type Membership = { readonly group: number; readonly isShort: boolean }

let groups: Map<number, Membership[]> | undefined

/** The groups of names that are one, or short forms of one, a word belongs to: English short forms, items of Wikidata. */
export function groupsOfWord(word: string): readonly Membership[] {
  if (!groups) {
    groups = new Map()
    const bytes = Uint8Array.fromBase64(lexicon.groups)
    const reader = { bytes, at: 0 }
    let hash = 0
    while (reader.at < bytes.length) {
      hash += readGap(reader)
      const packed = readGap(reader)
      groups.set(hash, [...(groups.get(hash) ?? []), { group: packed >> 1, isShort: (packed & 1) === 1 }])
    }
  }
  return groups.get(wordHash(word)) ?? []
}
