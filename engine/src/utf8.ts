/** UTF-8 for a package that has neither Node nor a browser around it. */

const CHUNK = 8192

/** Bytes as text; what is not UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = ''
  let units: number[] = []
  for (let at = 0; at < bytes.length;) {
    const { code, length } = pointAt(bytes, at)
    at += length
    if (code < 0x1_0000) units.push(code)
    else units.push(0xd800 + ((code - 0x1_0000) >> 10), 0xdc00 + ((code - 0x1_0000) & 0x3ff))
    if (units.length < CHUNK) continue
    text += String.fromCharCode(...units)
    units = []
  }
  return text + String.fromCharCode(...units)
}

const REPLACEMENT = 0xfffd

function pointAt(bytes: Uint8Array, at: number): { code: number; length: number } {
  const lead = bytes[at]!
  if (lead < 0x80) return { code: lead, length: 1 }
  const length = lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  if (length === 0 || at + length > bytes.length) return { code: REPLACEMENT, length: 1 }
  let code = lead & (0xff >> (length + 1))
  for (let next = at + 1; next < at + length; next += 1) {
    if ((bytes[next]! & 0xc0) !== 0x80) return { code: REPLACEMENT, length: 1 }
    code = (code << 6) | (bytes[next]! & 0x3f)
  }
  const isLegal =
    code <= 0x10_ffff &&
    (code < 0xd800 || code > 0xdfff) &&
    !(length === 3 && code < 0x800) &&
    !(length === 4 && code < 0x1_0000)
  return isLegal ? { code, length } : { code: REPLACEMENT, length: 1 }
}

/** Text as bytes; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0)!
    const code = point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x1_0000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}
