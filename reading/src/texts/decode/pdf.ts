import { inflateSync } from 'node:zlib'

/** What a PDF gave: its text, and whether its order or letters are uncertain. */
export interface PdfText {
  readonly text: string
  readonly uncertain: boolean
  /** Pages without any text: pictures. */
  readonly empty: boolean
  readonly encrypted: boolean
}

interface Font {
  readonly map: ReadonlyMap<number, string>
  readonly wide: boolean
}

const streamMax = 30_000_000
const streamsMax = 5_000

/**
 * The text layer of a PDF, in the order of its content streams. Reads plain and compressed objects, object streams,
 * and ToUnicode tables; pictures, encryption and fonts without a table are told, not guessed.
 */
export function decodePdf(bytes: Uint8Array): PdfText {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (/\/Encrypt\s+\d+\s+\d+\s+R/u.test(raw)) return { text: '', uncertain: false, empty: true, encrypted: true }
  const objects = objectsOf(raw)
  const fonts = fontsOf(objects)
  const pieces: string[] = []
  let missing = false
  for (const { body, stream } of objects.values()) {
    if (stream === null || /\/(?:Subtype\s*\/Image|Type\s*\/(?:XRef|ObjStm|Metadata)|FontFile|Length1)\b/u.test(body))
      continue
    if (!/\bBT\b/u.test(stream) || !/\b(?:Tj|TJ)\b|'/u.test(stream)) continue
    const page = pageText(stream, fonts)
    missing ||= page.missing
    pieces.push(page.text)
  }
  const text = pieces
    .join('\n\n')
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
  const arabic = /[\u0590-\u08ff\ufb1d-\ufeff]/u.test(text)
  return {
    text: arabic ? text.normalize('NFKC') : text,
    uncertain: missing || arabic,
    empty: text === '',
    encrypted: false,
  }
}

interface Thing {
  readonly body: string
  readonly stream: string | null
}

function objectsOf(raw: string): Map<string, Thing> {
  const found = new Map<string, Thing>()
  const head = /(\d{1,9})\s+\d{1,5}\s+obj\b/gu
  let count = 0
  for (let match = head.exec(raw); match !== null && count < streamsMax * 4; match = head.exec(raw)) {
    count += 1
    const start = match.index + match[0].length
    const end = raw.indexOf('endobj', start)
    const stop = end === -1 ? raw.length : end
    const at = raw.indexOf('stream', start)
    if (at === -1 || at > stop) {
      found.set(match[1]!, { body: raw.slice(start, stop), stream: null })
      head.lastIndex = stop
      continue
    }
    const body = raw.slice(start, at)
    const from = raw[at + 6] === '\r' && raw[at + 7] === '\n' ? at + 8 : at + 7
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(body)?.[1] ?? Number.NaN)
    const ended = raw.indexOf(
      'endstream',
      Number.isFinite(length) && from + length <= raw.length ? from + length : from,
    )
    const to = ended === -1 ? raw.length : ended
    found.set(match[1]!, { body, stream: inflated(raw.slice(from, to), body) })
    head.lastIndex = to
  }
  for (const { body, stream } of Array.from(found.values()))
    if (stream !== null && /\/Type\s*\/ObjStm/u.test(body)) unpack(stream, body, found)
  return found
}

function inflated(data: string, body: string): string | null {
  if (!/\/Filter/u.test(body)) return data
  if (
    !/\/FlateDecode|\/Fl\b/u.test(body) ||
    /\/(?:DCTDecode|JPXDecode|CCITTFaxDecode|JBIG2Decode|LZWDecode|ASCII85Decode|ASCIIHexDecode)/u.test(body)
  )
    return null
  try {
    return inflateSync(Buffer.from(data, 'latin1'), { maxOutputLength: streamMax, finishFlush: 2 }).toString('latin1')
  } catch {
    return null
  }
}

function unpack(stream: string, body: string, into: Map<string, Thing>): void {
  const first = Number(/\/First\s+(\d+)/u.exec(body)?.[1] ?? 0)
  const numbers = stream.slice(0, first).trim().split(/\s+/u).map(Number)
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const start = first + numbers[at + 1]!
    const end = at + 3 < numbers.length ? first + numbers[at + 3]! : stream.length
    into.set(String(numbers[at]), { body: stream.slice(start, end), stream: null })
  }
}

/** Every font by the name pages use for it, as its ToUnicode table says. */
function fontsOf(objects: ReadonlyMap<string, Thing>): Map<string, Font> {
  const fonts = new Map<string, Font>()
  for (const { body, stream } of objects.values()) {
    const text = stream === null ? body : body
    for (const group of text.matchAll(/\/Font\s*(?:<<([^>]*)>>|(\d+)\s+\d+\s+R)/gu)) {
      const inside = group[1] ?? objects.get(group[2] ?? '')?.body ?? ''
      for (const named of inside.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/gu)) {
        const font = objects.get(named[2]!)?.body ?? ''
        const table = /\/ToUnicode\s+(\d+)\s+\d+\s+R/u.exec(font)?.[1]
        const cmap = table === undefined ? null : (objects.get(table)?.stream ?? null)
        fonts.set(named[1]!, { map: cmap === null ? new Map() : tableOf(cmap), wide: /\/Type0\b/u.test(font) })
      }
    }
  }
  return fonts
}

function tableOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) {
    for (const pair of block[1]!.matchAll(/<([\da-fA-F\s]+)>\s*<([\da-fA-F\s]+)>/gu))
      map.set(Number.parseInt(pair[1]!, 16), unicode(pair[2]!))
  }
  for (const block of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const range of block[1]!.matchAll(/<([\da-fA-F]+)>\s*<([\da-fA-F]+)>\s*(?:<([\da-fA-F]+)>|\[([^\]]*)\])/gu)) {
      const from = Number.parseInt(range[1]!, 16)
      const to = Math.min(Number.parseInt(range[2]!, 16), from + 0xffff)
      const each = range[4]?.match(/[\da-fA-F]+/gu)
      for (let code = from; code <= to; code += 1) {
        if (each !== undefined && each !== null) map.set(code, unicode(each[code - from] ?? ''))
        else {
          const base = range[3]!
          map.set(
            code,
            unicode(
              base.slice(0, -4) + (Number.parseInt(base.slice(-4), 16) + code - from).toString(16).padStart(4, '0'),
            ),
          )
        }
      }
    }
  }
  return map
}

function unicode(hex: string): string {
  const clean = hex.replace(/\s/gu, '')
  let text = ''
  for (let at = 0; at + 4 <= clean.length; at += 4)
    text += String.fromCharCode(Number.parseInt(clean.slice(at, at + 4), 16))
  return text
}

const operator =
  /\/([^\s/<>[\]()]+)\s+[\d.+-]+\s+Tf|\[((?:\\.|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|[^\]\\(])*)\]\s*TJ|(\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[\da-fA-F\s]*>)\s*(?:Tj|'|")|([\d.+-]+)\s+([\d.+-]+)\s+T[dD]\b|(T\*)|[\d.+-]+\s+[\d.+-]+\s+[\d.+-]+\s+[\d.+-]+\s+([\d.+-]+)\s+([\d.+-]+)\s+Tm\b/gu

function pageText(stream: string, fonts: ReadonlyMap<string, Font>): { text: string; missing: boolean } {
  let font: Font | undefined
  let text = ''
  let missing = false
  let line: number | null = null
  const put = (token: string): void => {
    const shown = decoded(token, font)
    missing ||= shown.missing
    text += shown.text
  }
  for (const match of stream.matchAll(operator)) {
    if (match[1] !== undefined) font = fonts.get(match[1])
    else if (match[2] !== undefined) {
      for (const part of match[2].matchAll(
        /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[\da-fA-F\s]*>|-?[\d.]+/gu,
      )) {
        if (/^[(<]/u.test(part[0])) put(part[0])
        else if (Number(part[0]) < -180 && !text.endsWith(' ')) text += ' '
      }
    } else if (match[3] !== undefined) put(match[3])
    else if (match[5] !== undefined) {
      const down = Math.abs(Number(match[5]))
      if (down > 0.01) text += down > 20 ? '\n\n' : '\n'
      else if (!/\s$/u.test(text)) text += ' '
    } else if (match[6] !== undefined) text += '\n'
    else if (match[8] !== undefined) {
      const y = Number(match[8])
      if (line !== null && Math.abs(y - line) > 0.5) text += Math.abs(y - line) > 20 ? '\n\n' : '\n'
      else if (line !== null && !/\s$/u.test(text)) text += ' '
      line = y
    }
  }
  return { text, missing }
}

function decoded(token: string, font: Font | undefined): { text: string; missing: boolean } {
  const bytes = token.startsWith('<') ? hexBytes(token) : literalBytes(token)
  const map = font?.map ?? new Map<number, string>()
  if (map.size === 0 && font?.wide !== true)
    return { text: new TextDecoder('windows-1252').decode(Uint8Array.from(bytes)), missing: false }
  let text = ''
  let missing = false
  const step = font?.wide === true ? 2 : 1
  for (let at = 0; at + step <= bytes.length; at += step) {
    const code = step === 2 ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!
    const letter = map.get(code)
    if (letter === undefined) missing = true
    else text += letter
  }
  return { text, missing }
}

function hexBytes(token: string): number[] {
  const clean = token.replace(/[^\da-fA-F]/gu, '')
  return Array.from({ length: Math.ceil(clean.length / 2) }, (_, at) =>
    Number.parseInt(clean.slice(at * 2, at * 2 + 2).padEnd(2, '0'), 16),
  )
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function literalBytes(token: string): number[] {
  const found: number[] = []
  const inner = token.slice(1, -1)
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] !== '\\') {
      found.push(inner.charCodeAt(at) & 255)
      continue
    }
    const octal = /^[0-7]{1,3}/u.exec(inner.slice(at + 1, at + 4))
    if (octal !== null) {
      found.push(Number.parseInt(octal[0], 8) & 255)
      at += octal[0].length
      continue
    }
    at += 1
    const next = inner[at] ?? ''
    if (next !== '\n' && next !== '\r') found.push(escapes[next] ?? next.charCodeAt(0) & 255)
  }
  return found
}
