/** One word or one mark of a text; offsets in UTF-16 code units. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The word in the form in which tables are searched. */
  readonly key: string
  readonly word: boolean
  readonly capital: boolean
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
const possessive = /[’'](?:s|S)?$/u

/** Cuts a stretch of a text into words and marks. Linear in its length. */
export function tokensOf(text: string, start: number, end: number, language: string): Token[] {
  const found: Token[] = []
  pattern.lastIndex = 0
  const part = text.slice(start, end)
  for (const match of part.matchAll(pattern)) {
    for (const [from, to] of pieces(match[0], language)) {
      const word = match[0].slice(from, to)
      const at = start + match.index + from
      const isWord = /[\p{L}\p{N}]/u.test(word)
      if (!isWord && invisible.test(word)) {
        invisible.lastIndex = 0
        continue
      }
      invisible.lastIndex = 0
      found.push({ start: at, end: at + word.length, text: word, key: keyOf(word), word: isWord, capital: /^\P{L}*\p{Lu}/u.test(word) })
    }
  }
  return found
}

function pieces(word: string, language: string): [number, number][] {
  if (language === 'fr') {
    const head = elision.exec(word)
    if (head !== null && head[0].length < word.length) {
      return [[0, head[0].length], ...pieces(word.slice(head[0].length), language).map(([a, b]): [number, number] => [a + head[0].length, b + head[0].length])]
    }
    const tail = inversion.exec(word)
    if (tail !== null && tail.index > 0) {
      return [
        [0, tail.index],
        [tail.index, word.length],
      ]
    }
  }
  if (language === 'en' && /[\p{L}\p{N}]['’]s$/iu.test(word)) {
    const cut = possessive.exec(word)?.index ?? word.length
    return [
      [0, cut],
      [cut, word.length],
    ]
  }
  return [[0, word.length]]
}
