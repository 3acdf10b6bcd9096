import type { Quotation } from './quotations.ts'

/** One word, one mark, or one whole quotation of a text; offsets in UTF-16 code units. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The word in the form in which tables are searched. */
  readonly key: string
  /** The word, and the word without an "and" written together with it. */
  readonly keys: readonly string[]
  /** These, and the word without the article and preposition written together with it. */
  readonly loose: readonly string[]
  readonly word: boolean
  readonly capital: boolean
  readonly quotation: Quotation | null
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00ad\ufeff\u0640\u064b-\u065f\u0670\u0301]/gu

/**
 * The form of a word in which tables are searched: lower case, without invisible marks, vowel signs and stress;
 * one apostrophe, one alef, ё as е.
 */
export function keyOf(word: string): string {
  return word
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[’ʼ`‘]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ё/gu, 'е')
}

const letters = String.raw`[\p{L}\p{M}\p{N}\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00ad\u0640]`
const pattern = new RegExp(
  String.raw`[\p{L}\p{N}]${letters}*(?:(?:[’'ʼ‑‐-]|(?<=\p{N})[.,](?=\p{N}))${letters}*[\p{L}\p{N}]${letters}*)*|[^\s\p{L}\p{N}]`,
  'gu',
)
const elision = /^(?:l|d|qu|n|s|c|j|m|t|lorsqu|puisqu|jusqu|quoiqu)[’'ʼ]/iu
const inversion = /(?:-t)?-(?:ils?|elles?|on|nous|je)$/iu
const seen = /[\p{L}\p{N}]/u

/** Cuts a stretch of a text into words and marks. Linear in its length. */
export function tokensOf(text: string, start: number, end: number, language: string): Token[] {
  const found: Token[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    for (const [from, to] of pieces(match[0], language)) {
      const word = match[0].slice(from, to)
      const isWord = seen.test(word)
      if (!isWord && word.replace(invisible, '') === '') continue
      found.push(tokenOf(word, start + match.index + from, isWord, language))
    }
  }
  return found
}

/** A whole quotation as one token, so that the walk steps over it. */
export function quotationToken(text: string, quotation: Quotation): Token {
  const { outerStart: start, outerEnd: end } = quotation
  const keys = ['\u0000quotation']
  return {
    start,
    end,
    text: text.slice(start, end),
    key: keys[0]!,
    keys,
    loose: keys,
    word: false,
    capital: false,
    quotation,
  }
}

function tokenOf(text: string, start: number, word: boolean, language: string): Token {
  const key = keyOf(text)
  const keys = language === 'ar' ? withoutAnd(key) : [key]
  const loose = language === 'ar' ? keys.flatMap((one) => [one, ...bare(one)]) : keys
  const capital = /^\P{L}*\p{Lu}/u.test(text)
  return { start, end: start + text.length, text, key, keys, loose, word, capital, quotation: null }
}

function withoutAnd(key: string): string[] {
  return /^[وف]/u.test(key) && key.length >= 4 ? [key, key.slice(1)] : [key]
}

/** The Arabic word without its preposition and article: بالزيارات → الزيارات, زيارات. */
function bare(key: string): string[] {
  const found: string[] = []
  let rest = key
  if (/^[بكل]ال/u.test(rest)) found.push((rest = rest.slice(1)))
  else if (/^لل/u.test(rest)) found.push((rest = `ال${rest.slice(2)}`))
  else if (/^[بل]/u.test(rest) && rest.length >= 5) found.push(rest.slice(1))
  if (/^ال/u.test(rest) && rest.length >= 5) found.push(rest.slice(2))
  return found
}

function pieces(word: string, language: string): [number, number][] {
  if (language === 'fr') {
    const head = elision.exec(word)
    if (head !== null && head[0].length < word.length) {
      const cut = head[0].length
      const rest = pieces(word.slice(cut), language)
      return [[0, cut], ...rest.map(([a, b]): [number, number] => [a + cut, b + cut])]
    }
    const tail = inversion.exec(word)
    if (tail !== null && tail.index > 0) {
      return [
        [0, tail.index],
        [tail.index, word.length],
      ]
    }
  }
  if (language === 'en') {
    const cut = /(?:n['’]t|['’](?:s|ll|re|ve|d|m)|(?<=s)['’])$/iu.exec(word)?.index ?? 0
    if (cut > 0) {
      return [
        [0, cut],
        [cut, word.length],
      ]
    }
  }
  return [[0, word.length]]
}
