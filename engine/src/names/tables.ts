/** The shipped tables, unpacked when a pair of scripts is first asked for. */
import { learnedTables } from './tables.gen.ts'
import type { Script } from './letters.ts'
import { readGap } from './packed.ts'
import { entryTable, type EntryTable, type PairModel } from './pair-model.ts'

function unpack(data: string): EntryTable {
  const bytes = Uint8Array.fromBase64(data)
  const hashes: number[] = []
  const quanta: number[] = []
  const reader = { bytes, at: 0 }
  let hash = 0
  while (reader.at < bytes.length) {
    hash += readGap(reader)
    hashes.push(hash | 0)
    quanta.push(bytes[reader.at]!)
    reader.at += 1
  }
  return entryTable(Int32Array.from(hashes), Uint8Array.from(quanta))
}

const pairs = new Map<string, PairModel | undefined>()
const letters = new Map<string, EntryTable | undefined>()

/** The model of x in one script and y in another (both ways of asking are different), or nothing when none was learned. */
export function pairModelOf(x: Script, y: Script): PairModel | undefined {
  const name = `${x}-${y}`
  if (!pairs.has(name)) {
    const found = learnedTables.pairs.find((one) => one.name === name)
    pairs.set(name, found && { shapes: found.shapes, contexts: found.contexts, ...unpack(found.data) })
  }
  return pairs.get(name)
}

/** The letter model of a script, or nothing. */
export function letterModelOf(script: Script): EntryTable | undefined {
  if (!letters.has(script)) {
    const found = learnedTables.letters.find((one) => one.name === script)
    letters.set(script, found && unpack(found.data))
  }
  return letters.get(script)
}
