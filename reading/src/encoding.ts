import { likeness } from './letters.ts'

/** Encodings that are recognised; the names are those of the WHATWG Encoding Standard. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1255'
  | 'windows-1256'
  | 'koi8-r'
  | 'koi8-u'
  | 'ibm866'

/** What a file is written in; `confidence` 3 sure, 2 likely, 1 a guess that a person should look at. */
export type EncodingGuess = { encoding: Encoding; confidence: 1 | 2 | 3; bom: boolean; score: number }

const singleByte: Encoding[] = [
  'windows-1251',
  'windows-1252',
  'windows-1256',
  'windows-1255',
  'koi8-u',
  'koi8-r',
  'ibm866',
]
const sampleBytes = 1 << 16

/**
 * Collects what decides about the encoding from chunks as they pass: the head, and the first lines that hold bytes
 * above ASCII, wherever they begin. `enough()` says when no more is needed.
 */
export function encodingSampler() {
  const high: number[] = []
  let head: Uint8Array = new Uint8Array(0)
  return {
    enough: () => high.length >= sampleBytes,
    add(chunk: Uint8Array) {
      if (head.length === 0) head = chunk.slice(0, sampleBytes)
      for (let at = 0; at < chunk.length && high.length < sampleBytes; at += 1) {
        if (chunk[at]! < 0x80) continue
        // the neighbourhood of a high byte: words around it, cut at spaces so that case patterns stay whole
        const from = Math.max(0, at - 16)
        const to = Math.min(chunk.length, at + 256)
        for (let i = from; i < to; i += 1) high.push(chunk[i]!)
        high.push(0x20)
        at = to
      }
    },
    guess: () => guessEncoding(head, Uint8Array.from(high)),
  }
}

/** The encoding of a file by its head (byte order mark, zero bytes) and a sample of its bytes above ASCII. */
export function guessEncoding(head: Uint8Array, high: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return sure('utf-8', true)
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le', true)
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be', true)
  const wide = sixteenBit(head)
  if (wide) return { encoding: wide, confidence: 2, bom: false, score: 0 }
  if (high.length === 0) return sure('utf-8', false)
  if (utf8Share(high) > 0.8) return sure('utf-8', false)

  const ranked = singleByte
    .map((encoding) => ({ encoding, score: likeness(new TextDecoder(encoding).decode(high)) }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = [ranked[0]!, ranked.find((other) => !alike(ranked[0]!.encoding, other.encoding))!]
  const gap = best.score - next.score
  const confidence = best.score > 0.35 && gap > 0.25 ? 3 : best.score > 0.1 && gap > 0.08 ? 2 : 1
  return { encoding: best.encoding, confidence, bom: false, score: best.score }
}

function sure(encoding: Encoding, bom: boolean): EncodingGuess {
  return { encoding, confidence: 3, bom, score: 1 }
}

/** KOI8-R and KOI8-U differ in eight letters only: between them there is no doubt to tell. */
function alike(a: Encoding, b: Encoding): boolean {
  return a === b || (a.startsWith('koi8') && b.startsWith('koi8'))
}

/** UTF-16 without a mark: zero bytes stand in for the upper half of every ASCII character, also of separators. */
function sixteenBit(head: Uint8Array): Encoding | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (head.length < 4 || Math.max(even, odd) < head.length / 40) return undefined
  if (odd > even * 8) return 'utf-16le'
  if (even > odd * 8) return 'utf-16be'
  return undefined
}

/** Share of high bytes that belong to well-formed UTF-8; cut sequences at the seams of the sample cost a little. */
function utf8Share(bytes: Uint8Array): number {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    let follow = 0
    while (follow < length - 1 && (bytes[at + 1 + follow]! & 0xc0) === 0x80) follow += 1
    if (length > 0 && lead < 0xf5 && follow === length - 1) {
      good += length
      at += follow
    } else bad += 1
  }
  return good / Math.max(1, good + bad)
}
