import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'

/** A sentence with who is named in it. */
export interface Scene {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly language: Language
  readonly covered: ReadonlyMap<number, Mention>
}

export function leadingStart({ tokens, language }: Scene): number {
  let at = 0
  while (
    at < tokens.length &&
    (!tokens[at]!.word || find(language.set.between, tokens, at) !== null) &&
    tokens[at]!.quotation === null
  )
    at += find(language.set.between, tokens, at)?.length ?? 1
  return at
}

export function leadingAnd({ tokens, language }: Scene, at: number): number {
  let from = at
  while (
    from > 0 &&
    (find(language.set.between, tokens, from - 1) !== null ||
      find(language.set.as, tokens, from - 1) !== null ||
      find(language.set.thisWas, tokens, from - 1) !== null)
  )
    from -= 1
  while (from > 0 && find(language.set.and, tokens, from - 1) !== null) from -= 1
  return from
}

export function asBefore({ tokens, language }: Scene, at: number): boolean {
  let from = at - 1
  while (from >= 0 && find(language.set.between, tokens, from) !== null) from -= 1
  return from >= 0 && find(language.set.as, tokens, from) !== null
}

/** Where a phrase of several words such as "for his part" begins that ends here, or -1. */
export function betweenEnding({ tokens, language }: Pick<Scene, 'tokens' | 'language'>, at: number): number {
  for (let length = 2; length <= 6 && at - length + 1 >= 0; length += 1) {
    const from = at - length + 1
    if (find(language.set.between, tokens, from)?.length === length) return from
  }
  return -1
}

export function hasPrepositionBefore({ tokens, language }: Scene, at: number): boolean {
  for (let one = at; one >= Math.max(0, at - 4); one -= 1) {
    if (find(language.set.prepositions, tokens, one) !== null) return true
    if (!tokens[one]!.word) return false
  }
  return false
}

export function withLead({ tokens, language }: Scene, from: number): number {
  let at = from
  while (
    at > 0 &&
    (find(language.set.as, tokens, at - 1) !== null ||
      find(language.set.contrast, tokens, at - 1) !== null ||
      find(language.set.and, tokens, at - 1) !== null)
  )
    at -= 1
  return at
}

/** May this word stand between a verb of saying and its doer or its words? */
export function bridge(scene: Pick<Scene, 'tokens' | 'language'>, at: number, forward: boolean): boolean {
  const { tokens, language } = scene
  const token = tokens[at]!
  const { set } = language
  if (!token.word) return /^[./]$/u.test(token.text) && /^\p{N}+$/u.test(tokens[at - 1]?.text ?? '')
  if (/^\p{N}/u.test(token.text) || /(?:ly|ment)$/u.test(token.key)) return true
  if (
    find(set.timeWords, tokens, at) !== null ||
    find(set.months, tokens, at) !== null ||
    find(language.weekdays, tokens, at) !== null
  )
    return true
  for (let length = 1; length <= 4; length += 1) {
    const from = forward ? at : at - length + 1
    if (from < 0) break
    const between = find(set.between, tokens, from)
    if (between !== null && between.length >= length && from + between.length > at) return true
  }
  if (find(set.silent, tokens, at) !== null) return true
  if (find(set.prepositions, tokens, at) === null && find(set.articles, tokens, at) === null) return false
  const next = tokens[at + 1]
  return (
    next !== undefined &&
    (find(set.timeWords, tokens, at + 1) !== null ||
      find(language.weekdays, tokens, at + 1) !== null ||
      /^\p{N}/u.test(next.text) ||
      find(set.articles, tokens, at + 1) !== null ||
      find(set.months, tokens, at + 1) !== null)
  )
}
