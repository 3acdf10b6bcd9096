/** The text of bytes whose encoding is not told: marks first, then UTF-8, UTF-16 by its zeros, then one-byte tables. */
export function decodePlain(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  const wide = wideOf(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = oneByte(bytes)
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
}

function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4000) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0 || bytes[at] === 4 || bytes[at] === 6) even += 1
    if (bytes[at + 1] === 0 || bytes[at + 1] === 4 || bytes[at + 1] === 6) odd += 1
  }
  const half = length / 2
  if (odd > half * 0.8 && even < half * 0.3) return 'utf-16le'
  if (even > half * 0.8 && odd < half * 0.3) return 'utf-16be'
  return null
}

const candidates = [
  'windows-1251',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-1256',
  'iso-8859-6',
  'windows-1252',
] as const
const frequent: Readonly<Record<string, RegExp>> = {
  cyrillic: /[оеаинтсрвлкмдпуіяОЕАИНТСРВЛКМДПУІ]/gu,
  arabic: /[اليمونرتبةعدسفهكقأحجشطصخ]/gu,
  latin: /[éèàçêùôîâûëïüÉÈÀÇ«»’“”–—…]/gu,
}

/** Which one-byte table gives most of the letters that are frequent in our languages, small rather than capital. */
function oneByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 20_000)
  let best: string = 'windows-1252'
  let most = -Infinity
  for (const encoding of candidates) {
    const text = new TextDecoder(encoding).decode(sample)
    const kind = encoding === 'windows-1252' ? 'latin' : /1256|8859-6/u.test(encoding) ? 'arabic' : 'cyrillic'
    const high = Array.from(text).filter((letter) => letter > '\u007f').length
    const good = text.match(frequent[kind] ?? /$^/gu)?.length ?? 0
    const odd = text.match(/[\u0080-\u009f\ufffd\u2500-\u259f]|\p{Ll}\p{Lu}/gu)?.length ?? 0
    const score = (good * 1.5 - high - odd * 2) / Math.max(1, high)
    if (score > most) {
      most = score
      best = encoding
    }
  }
  return best
}
