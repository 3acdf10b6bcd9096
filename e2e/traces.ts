// Looks for names in bytes as an intruder with the disk would: in every writing a program gives them, and inside what is
// packed. It is proven on names that were planted.
import { createReadStream, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'

export type Trace = { readonly where: string; readonly name: string; readonly as: string }

const packedDepthMax = 2
const unpackedBytesMax = 64 << 20
/** A file no larger than this may be packed as a whole without a mark of its own. */
const wholeBytesMax = 4 << 20

/** How a name may stand in bytes: by what writes it, and the bytes. */
function writingsOf(name: string): [as: string, bytes: Buffer][] {
  const found: [string, Buffer][] = []
  const forms = new Set([name, name.normalize('NFD'), name.toLowerCase(), name.toUpperCase()])
  for (const form of forms) {
    const utf8 = Buffer.from(form)
    found.push(['utf-8', utf8], ['utf-16le', Buffer.from(form, 'utf16le')])
    found.push(['utf-16be', Buffer.from(form, 'utf16le').swap16()])
    found.push(
      ['hex', Buffer.from(utf8.toString('hex'))],
      ['hex upper', Buffer.from(utf8.toString('hex').toUpperCase())],
    )
    const url = encodeURIComponent(form)
    if (url !== form) found.push(['url', Buffer.from(url)], ['url lower', Buffer.from(url.toLowerCase())])
    const escaped = Array.from(form, (letter) =>
      letter > '\u007f' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter,
    )
    if (escaped.join('') !== form) found.push(['json', Buffer.from(escaped.join(''))])
    // Base64 depends on how many bytes stand before: what lies wholly inside is the same for each of three places.
    for (const before of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(before), utf8])
        .toString('base64')
        .replace(/=+$/u, '')
      const whole = text.slice(Math.ceil((before * 8) / 6), text.length - 1)
      found.push(
        ['base64', Buffer.from(whole)],
        ['base64url', Buffer.from(whole.replaceAll('+', '-').replaceAll('/', '_'))],
      )
    }
  }
  return found
}

type Needle = { readonly name: string; readonly as: string; readonly bytes: Buffer }

/** What is looked for, found by its first four bytes. */
export class Traces {
  readonly #byStart = new Map<number, Needle[]>()
  /** Which two bytes any needle begins with: most places of a file are passed over by this alone. */
  readonly #starts = new Uint8Array(1 << 16)

  constructor(names: readonly string[], more: readonly { readonly name: string; readonly bytes: Buffer }[] = []) {
    const needles = names.flatMap((name) => writingsOf(name).map(([as, bytes]) => ({ name, as, bytes })))
    for (const needle of [...needles, ...more.map((one) => ({ ...one, as: 'bytes' }))]) {
      if (needle.bytes.length < 6) throw new Error(`${needle.name}: too short to be told from chance`)
      const start = needle.bytes.readUInt32LE(0)
      this.#starts[start & 0xffff] = 1
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), needle])
    }
  }

  /** Every trace in these bytes, one of each kind, and in what is packed in them. */
  in(bytes: Buffer, where: string, depth = 0): Trace[] {
    const found = new Map<string, Trace>()
    const last = bytes.length - 4
    for (let at = 0; at <= last; at += 1) {
      const first = bytes[at]! | (bytes[at + 1]! << 8)
      if (this.#starts[first] === 1) {
        for (const needle of this.#byStart.get(bytes.readUInt32LE(at)) ?? []) {
          if (!bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) continue
          found.set(`${needle.name} ${needle.as}`, { where, name: needle.name, as: needle.as })
        }
      }
      if (depth < packedDepthMax && isPacked(bytes, at)) {
        const unpacked = unpack(bytes, at)
        if (unpacked)
          for (const one of this.in(unpacked, `${where} (packed at ${at})`, depth + 1))
            found.set(`${one.where} ${one.name} ${one.as}`, one)
      }
    }
    return [...found.values()]
  }

  /** Every trace in the files of a folder, and in their names. */
  inFolder(folder: string): Trace[] {
    const found: Trace[] = []
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name)
      found.push(...this.in(Buffer.from(entry.name), `the name of ${path}`, packedDepthMax))
      if (!entry.isFile()) continue
      const bytes = readFileSync(path)
      found.push(...this.in(bytes, path))
      if (bytes.length <= wholeBytesMax)
        for (const whole of unpackWhole(bytes)) found.push(...this.in(whole, `${path} (packed whole)`, 1))
    }
    return found
  }

  /** Every trace in the files a process holds open, also in those that have no name any more. */
  async inOpenFilesOf(pid: number): Promise<Trace[]> {
    const found: Trace[] = []
    const folder = `/proc/${pid}/fd`
    for (const fd of readdirSync(folder)) {
      const path = join(folder, fd)
      const target = linkOf(path)
      if (target === null || !target.startsWith('/') || target.startsWith('/proc') || target.startsWith('/dev'))
        continue
      if (!statSync(path).isFile()) continue
      const parts: Buffer[] = []
      for await (const part of createReadStream(path)) parts.push(part as Buffer)
      found.push(...this.in(Buffer.concat(parts), `open: ${target}`))
    }
    return found
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null // closed since it was listed
  }
}

/** Whether gzip, zlib or zstd may begin here. */
function isPacked(bytes: Buffer, at: number): boolean {
  const [a, b, c] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
  if (a === 0x1f && b === 0x8b && c === 8) return true
  if (a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda)) return true
  return a === 0x28 && b === 0xb5 && c === 0x2f && bytes[at + 3] === 0xfd
}

const limits = { maxOutputLength: unpackedBytesMax, finishFlush: 2 } // Z_SYNC_FLUSH: what is cut off is read as far as it goes

/** What was packed from here on, whatever follows it; null where nothing was. */
function unpack(bytes: Buffer, at: number): Buffer | null {
  try {
    const first = bytes[at]
    if (first === 0x1f) return inflateRawSync(bytes.subarray(gzipBodyAt(bytes, at)), limits)
    if (first === 0x78) return inflateSync(bytes.subarray(at), limits)
    return zstdDecompressSync(bytes.subarray(at), { maxOutputLength: unpackedBytesMax })
  } catch {
    return null // it only looked like it
  }
}

/** Where the packed bytes of a gzip member begin: behind its header, its extra field, its name and its comment. */
function gzipBodyAt(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let body = at + 10
  if ((flags & 4) !== 0) body += 2 + bytes.readUInt16LE(body)
  for (const flag of [8, 16]) if ((flags & flag) !== 0) body = bytes.indexOf(0, body) + 1
  return (flags & 2) === 0 ? body : body + 2
}

/** A file packed as a whole without a mark of its own: raw deflate, or brotli. */
export function unpackWhole(bytes: Buffer): Buffer[] {
  return [inflateRawSync, brotliDecompressSync].flatMap((by) => {
    try {
      return [by(bytes, { maxOutputLength: unpackedBytesMax })]
    } catch {
      return []
    }
  })
}
