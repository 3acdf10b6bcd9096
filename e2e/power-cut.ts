// The disk as a power cut might have left it: all that was confirmed is there, and of the rest each sector is as it was at
// some moment since, each for itself; names are as they were at some moment since, in their order.
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type DiskAct, folderOf, sectorBytes } from './disk-recorder.ts'

type Noted = { readonly act: DiskAct; readonly before: Buffer }
/** What may still be lost of one file: for each sector what stood there before, oldest first, and its former sizes. */
type Pending = { readonly sectors: Map<number, Buffer[]>; readonly sizes: number[] }

/** Cuts the power: changes the folder's files by what the journal says was not confirmed. `draw` gives a number in [0, 1). */
export function cutPower(journalPath: string, draw: () => number): { readonly lost: number } {
  const files = new Map<string, Pending>()
  const names: DiskAct[] = []
  for (const { act, before } of readJournal(journalPath)) follow(files, names, act, before)
  let lost = 0
  for (const [path, pending] of files) if (existsSync(path)) lost += loseSectors(path, pending, draw)
  // A file system keeps names in their order: those after some moment are lost.
  const firstLost = Math.floor(draw() * (names.length + 1))
  for (const act of names.slice(firstLost).reverse()) lost += takeBack(act)
  rmSync(journalPath, { force: true })
  return { lost }
}

function* readJournal(path: string): Generator<Noted> {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  for (let at = 0; at + 8 <= bytes.length;) {
    const [headLength, beforeLength] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
    const end = at + 8 + headLength + beforeLength
    if (end > bytes.length) return // killed while it noted: what follows the note was never done
    const act = JSON.parse(bytes.toString('utf8', at + 8, at + 8 + headLength)) as DiskAct
    yield { act, before: bytes.subarray(at + 8 + headLength, end) }
    at = end
  }
}

function follow(files: Map<string, Pending>, names: DiskAct[], act: DiskAct, before: Buffer): void {
  switch (act.act) {
    case 'write':
    case 'shorten': {
      const pending: Pending = files.get(act.path) ?? { sectors: new Map(), sizes: [] }
      files.set(act.path, pending)
      pending.sizes.push(act.size)
      for (let at = 0; at < before.length; at += sectorBytes) {
        const sector = Math.floor((act.start + at) / sectorBytes)
        const held = pending.sectors.get(sector) ?? []
        held.push(before.subarray(at, at + sectorBytes))
        pending.sectors.set(sector, held)
      }
      return
    }
    case 'sync': {
      files.delete(act.path)
      const left = names.filter(
        (one) => folderOf(one.act === 'rename' ? one.to : one.path) !== act.path && one.path !== act.path,
      )
      names.splice(0, names.length, ...left)
      return
    }
    case 'rename': {
      const moved = files.get(act.path)
      files.delete(act.path)
      files.delete(act.to)
      if (moved) files.set(act.to, moved)
      names.push(act)
      return
    }
    case 'remove':
      files.delete(act.path)
      names.push(act)
      return
    case 'create':
      names.push(act)
  }
}

/** Gives each sector one of the contents it has had since it was confirmed; and the file one of its sizes. */
function loseSectors(path: string, { sectors, sizes }: Pending, draw: () => number): number {
  const fd = openSync(path, 'r+')
  try {
    let lost = 0
    for (const [sector, befores] of sectors) {
      const chosen = befores[Math.floor(draw() * (befores.length + 1))]
      if (chosen === undefined) continue
      writeSync(fd, chosen, 0, chosen.length, sector * sectorBytes)
      lost += 1
    }
    const size = sizes[Math.floor(draw() * (sizes.length + 1))]
    if (size !== undefined && size < fstatSync(fd).size) {
      ftruncateSync(fd, size)
      lost += 1
    }
    return lost
  } finally {
    closeSync(fd)
  }
}

function takeBack(act: DiskAct): number {
  if (act.act === 'create') {
    if (existsSync(act.path) && statSync(act.path).isFile()) rmSync(act.path)
  } else if (act.act === 'remove') {
    mkdirSync(dirname(act.path), { recursive: true })
    renameSync(act.kept, act.path)
  } else if (act.act === 'rename') {
    if (existsSync(act.to)) renameSync(act.to, act.path)
    if (act.kept !== null) renameSync(act.kept, act.to)
  } else return 0
  return 1
}
