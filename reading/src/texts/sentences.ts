import { incisesIn } from './incises.ts'
import type { Language } from './languages/language.ts'
import { type Quotation, quotationsOf } from './languages/quotations.ts'
import { quotationToken, type Token, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'

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
  const quotations = dashed(text, start, end, language) ?? quotationsOf(text, start, end, continued)
  const tokens: Token[] = []
  let at = start
  for (const quotation of quotations) {
    const before = tokensOf(text, at, quotation.outerStart, language.table.code)
    for (const token of before) tokens.push(token)
    const inside = tokensOf(text, quotation.start, quotation.end, language.table.code)
    if (standsAlone(text, quotation, { tokens, inside, end }, language))
      for (const token of told(text, quotation, inside, language)) tokens.push(token)
    else for (const token of inside) tokens.push(token)
    at = quotation.outerEnd
  }
  for (const token of tokensOf(text, at, end, language.table.code)) tokens.push(token)
  return { sentences: cut(text, tokens, language), open: quotations.at(-1)?.open === true }
}

/** «— Мы готовы, — сказал министр. — Приказ подписан»: a paragraph that a dash opens and an incise divides. */
function dashed(text: string, start: number, end: number, language: Language): Quotation[] | null {
  const dash = /^[—–-]\s+/u.exec(text.slice(start, Math.min(end, start + 4)))
  if (dash === null) return null
  const from = start + dash[0].length
  if (incisesIn(tokensOf(text, from, end, language.table.code), language).length === 0) return null
  return [{ start: from, end, outerStart: start, outerEnd: end, continues: false, open: false }]
}

/** A quotation as one token, or as several around the words of the reporter inside its marks. */
function told(text: string, quotation: Quotation, inside: readonly Token[], language: Language): Token[] {
  const incises = inside.length < 6 ? [] : incisesIn(inside, language)
  if (incises.length === 0) return [quotationToken(text, quotation)]
  const found: Token[] = []
  let from = 0
  for (const incise of [...incises, { from: inside.length, to: inside.length }]) {
    const last = /^[?!…]$/u.test(inside[incise.from]?.text ?? '') ? incise.from + 1 : incise.from
    const [first, end] = [inside[from], inside[last - 1]]
    if (first !== undefined && end !== undefined && last > from) {
      const whole = { start: first.start, end: end.end }
      found.push(
        quotationToken(text, {
          ...quotation,
          ...whole,
          outerStart: whole.start,
          outerEnd: whole.end,
          continues: quotation.continues && from === 0,
          open: quotation.open && last === inside.length,
        }),
      )
    }
    for (const token of inside.slice(last, incise.to)) found.push(token)
    from = incise.to
  }
  return found
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
  return (cue && words >= 4) || (words >= 5 && !language.table.bareThat && opensSpeech(around.tokens, language))
}

/** `قال في مؤتمر صحفي "..."`: a verb of saying stands before, without "that" or a mark between. */
function opensSpeech(tokens: readonly Token[], language: Language): boolean {
  for (let at = tokens.length - 1; at >= Math.max(0, tokens.length - 14); at -= 1) {
    if (!tokens[at]!.word || find(language.set.that, tokens, at) !== null) return false
    const cue = find(language.cues, tokens, at, false)
    if (cue !== null)
      return cue.value.frame !== 'matter' && cue.value.agrees !== 'infinitive' && (at > 0 || language.table.verbFirst)
  }
  return false
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
