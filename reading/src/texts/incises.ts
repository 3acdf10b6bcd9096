import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'

/** Words of the reporter inside the marks: token places, `to` excluded. */
export interface Incise {
  readonly from: number
  readonly to: number
}

const inciseMax = 26
const cueWithin = 9

/**
 * «Мы откроем лагерь, — заявил министр. — Приказ подписан», « Nous parlons à tous, a-t-il souligné. C'est ... »: who
 * speaks is told inside the marks of the quotation.
 */
export function incisesIn(tokens: readonly Token[], language: Language): Incise[] {
  const found: Incise[] = []
  let at = 1
  while (at < tokens.length - 1) {
    const incise = dashed(tokens, at, language) ?? (language.table.inciseByComma ? comma(tokens, at, language) : null)
    if (incise === null) at += 1
    else {
      found.push(incise)
      at = incise.to + 1
    }
  }
  return found
}

function dash(token: Token | undefined): boolean {
  return token !== undefined && /^[—–-]$/u.test(token.text)
}

/** `, — сказал он. —`, `? — спросил он.`: a mark, a dash, a verb of saying, and a mark with a dash or the end. */
function dashed(tokens: readonly Token[], at: number, language: Language): Incise | null {
  if (!dash(tokens[at]) || !/^[,?!…]$/u.test(tokens[at - 1]!.text)) return null
  const cue = speaks(tokens, at + 1, at + 1 + cueWithin, language)
  if (!cue) return null
  for (let to = at + 2; to < Math.min(tokens.length, at + inciseMax); to += 1) {
    if (dash(tokens[to]) && /^[.,:;!?]$/u.test(tokens[to - 1]!.text)) return { from: at - 1, to: to + 1 }
  }
  return tokens.length - at <= inciseMax ? { from: at - 1, to: tokens.length } : null
}

/** `, a-t-il souligné.`, `, affirme le ministre,`: a verb of saying right behind the comma, its doer behind it. */
function comma(tokens: readonly Token[], at: number, language: Language): Incise | null {
  if (tokens[at]!.text !== ',') return null
  const first = tokens[at + 1]!
  const verb = find(language.cues, tokens, at + 1, false)
  const asked = find(language.set.auxiliaries, tokens, at + 1) !== null || verb?.value.agrees === 'any'
  if (!asked || !first.word || !speaks(tokens, at + 1, at + 1 + cueWithin, language)) return null
  const doer = tokens
    .slice(at + 1, at + 5)
    .some(
      (token, one) =>
        find(language.pronouns, [token], 0, false) !== null ||
        find(language.set.articles, [token], 0) !== null ||
        (one > 0 && token.capital),
    )
  if (!doer) return null
  for (let to = at + 2; to < Math.min(tokens.length, at + inciseMax); to += 1)
    if (/^[.,:;!?]$/u.test(tokens[to]!.text) && !abbreviated(tokens, to, language)) return { from: at, to: to + 1 }
  return tokens.length - at <= inciseMax ? { from: at, to: tokens.length } : null
}

function abbreviated(tokens: readonly Token[], at: number, language: Language): boolean {
  return tokens[at]!.text === '.' && find(language.set.abbreviations, tokens, at - 1) !== null
}

function speaks(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  for (let at = from; at < Math.min(tokens.length, to); at += 1) {
    if (/^[.,;:!?]$/u.test(tokens[at]!.text)) return false
    const cue = find(language.cues, tokens, at, false)
    if (cue !== null && cue.value.agrees !== 'infinitive' && cue.value.agrees !== 'participle') return true
  }
  return false
}
