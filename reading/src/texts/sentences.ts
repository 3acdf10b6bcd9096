import type { Language } from './language.ts'
import { quotationsOf, type Quotation } from './quotations.ts'
import { quotationToken, tokensOf, type Token } from './tokens.ts'
import { find } from './words.ts'

/** A sentence: its words, with every quotation that stands for itself as one token. */
export interface Sentence {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
}

const sentenceMax = 400
const wordsOwn = 3

/** Cuts one stretch of a text into sentences; `open` when a quotation was left open at its end. */
export function sentencesOf(
  text: string,
  start: number,
  end: number,
  language: Language,
  continued = false,
): { sentences: Sentence[]; open: boolean } {
  const quotations = quotationsOf(text, start, end, continued)
  const tokens: Token[] = []
  let at = start
  for (const quotation of quotations) {
    const before = tokensOf(text, at, quotation.outerStart, language.table.code)
    tokens.push(...before)
    const inside = tokensOf(text, quotation.start, quotation.end, language.table.code)
    if (standsAlone(text, quotation, { tokens, inside, end }, language)) tokens.push(quotationToken(text, quotation))
    else tokens.push(...inside)
    at = quotation.outerEnd
  }
  tokens.push(...tokensOf(text, at, end, language.table.code))
  return { sentences: cut(text, tokens, language), open: quotations.at(-1)?.open === true }
}

interface Around {
  readonly tokens: readonly Token[]
  readonly inside: readonly Token[]
  readonly end: number
}

/** A few quoted words within a sentence belong to the sentence; a quotation beside a mark or a verb of saying does not. */
function standsAlone(text: string, quotation: Quotation, around: Around, language: Language): boolean {
  const words = around.inside.filter((token) => token.word).length
  const last = around.tokens.at(-1)
  if (quotation.continues) return true
  if (last === undefined) return words >= 2 || /^\s*[,،]/u.test(text.slice(quotation.outerEnd, quotation.outerEnd + 2))
  const ended = /^[^\p{L}\p{N}]*$/u.test(text.slice(quotation.outerEnd, around.end))
  if (last.text === ':' || (/[.!?…]/u.test(last.text) && words >= 2)) return true
  if (!last.word) return words >= wordsOwn
  const that = find(language.set.that, around.tokens, around.tokens.length - 1) !== null
  if (that) return words >= 4 && (ended || /^\s*[.,،]/u.test(text.slice(quotation.outerEnd, quotation.outerEnd + 2)))
  const cue = [1, 2, 3].some((length) => {
    const found = find(language.cues, around.tokens, around.tokens.length - length, false)
    return found !== null && found.length === length
  })
  return cue && words >= 4
}

function cut(text: string, tokens: readonly Token[], language: Language): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const close = (to: number): void => {
    if (to > from) found.push({ tokens: tokens.slice(from, to), start: tokens[from]!.start, end: tokens[to - 1]!.end })
    from = to
  }
  for (let at = 0; at < tokens.length; at += 1) {
    if (ends(text, tokens, at, language) || at - from >= sentenceMax) close(at + 1)
  }
  close(tokens.length)
  return found
}

function ends(text: string, tokens: readonly Token[], at: number, language: Language): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (next === undefined) return false
  const opens = !language.table.cased || next.capital || next.quotation !== null || /^[\p{N}—–"«“„(]/u.test(next.text)
  if (token.quotation !== null) {
    const inner = text[token.quotation.end - 1] ?? ''
    if (!/[.!?…؟]/u.test(inner)) return false
    if (next.quotation !== null) return true
    return inner === '.' ? next.capital : next.capital && !attributes(tokens, at + 1, language)
  }
  if (!/^[.!?…؟]$/u.test(token.text) || !opens) return false
  if (token.text !== '.') return next.text !== token.text
  const before = tokens[at - 1]
  if (before === undefined || before.end !== token.start) return true
  if (/^\p{Lu}$/u.test(before.text) || (before.text.length === 1 && !/\p{N}/u.test(before.text)))
    return !/\p{Lu}/u.test(before.text) && language.table.code !== 'en' ? false : !/^\p{L}$/u.test(before.text)
  if (/^\p{N}+$/u.test(before.text) && (at === 1 || tokens[at - 2]?.text === '.')) return false
  return find(language.set.abbreviations, tokens, at - 1) === null
}

/** `"Where are they?" Dorn asked.`: a short rest with a verb of saying belongs to the question before. */
function attributes(tokens: readonly Token[], from: number, language: Language): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 9); at += 1) {
    if (/^[.,!?]$/u.test(tokens[at]!.text)) return false
    if (find(language.cues, tokens, at, false) !== null) {
      const after = tokens[at + 1]
      return after === undefined || /^[.,]$/u.test(after.text)
    }
  }
  return false
}
