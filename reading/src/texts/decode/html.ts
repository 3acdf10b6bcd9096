import { decodePlain } from './plain.ts'

const depthless =
  /^(?:script|style|noscript|template|head|svg|math|iframe|object|select|textarea|nav|footer|form|button)$/u
const breaks =
  /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|main|blockquote|pre|dd|dt|figure|figcaption|hr|body|title)$/u
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  bdquo: '„',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ecirc: 'ê',
  ocirc: 'ô',
  ucirc: 'û',
  acirc: 'â',
  icirc: 'î',
  ugrave: 'ù',
  euml: 'ë',
  iuml: 'ï',
  Eacute: 'É',
  Agrave: 'À',
  oelig: 'œ',
  rlm: '\u200f',
  lrm: '\u200e',
  shy: '\u00ad',
  zwnj: '\u200c',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
}

/** The text of a page: tags out, scripts and styles never looked at, nothing fetched; paragraphs as lines. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{3,20})/iu.exec(head)?.[1]
  return textOf(named === undefined ? decodePlain(bytes).text : byName(bytes, named))
}

function byName(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return decodePlain(bytes).text
  }
}

function textOf(html: string): string {
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) {
      parts.push(words(html.slice(at)))
      break
    }
    parts.push(words(html.slice(at, open)))
    at = tagEnd(html, open, parts)
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function tagEnd(html: string, open: number, parts: string[]): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return end === -1 ? html.length : end + 3
  }
  const name = /^<(\/?)([a-zA-Z][\w-]{0,20})/u.exec(html.slice(open, open + 24))
  if (name === null) {
    if (html[open + 1] !== '!' && html[open + 1] !== '?') {
      parts.push('<')
      return open + 1
    }
    const end = html.indexOf('>', open)
    return end === -1 ? html.length : end + 1
  }
  const close = html.indexOf('>', open)
  const after = close === -1 ? html.length : close + 1
  const tag = name[2]!.toLowerCase()
  if (breaks.test(tag)) parts.push('\n\n')
  if (name[1] === '' && depthless.test(tag) && html[after - 2] !== '/') return skipElement(html, after, tag)
  return after
}

/** Behind the end of an element whose inside is no text. */
function skipElement(html: string, from: number, tag: string): number {
  const end = new RegExp(`</${tag}\\b`, 'giu')
  end.lastIndex = from
  const found = end.exec(html)
  if (found === null) return tag === 'head' ? from : html.length
  const close = html.indexOf('>', found.index)
  return close === -1 ? html.length : close + 1
}

function words(raw: string): string {
  return raw.replace(/[\s\u00a0]+/gu, ' ').replace(/&(#x?[\da-fA-F]{1,7}|[a-zA-Z]{2,10});/gu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return Number.isFinite(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })
}
