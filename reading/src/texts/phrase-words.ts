import type { Head } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { type Mention, type Reader, stops } from './mention.ts'
import { isName, isPartyAdjective, stemOf } from './names.ts'

export function kindOf(head: Head): Mention['kind'] {
  switch (head.kind) {
    case 'office':
      return 'office'
    case 'stateBody':
    case 'ownBody':
      return 'body'
    case 'unnamed':
      return 'unnamed'
    case 'together':
      break
  }
  return 'together'
}

/** "Bureau neutre,", «комитета помощи Хольт»: a small word that closes the name of a body. */
export function bodyWord(reader: Reader, at: number, mention: Mention, start: number): boolean {
  const { tokens, language } = reader
  const token = tokens[at]!
  if (mention.head?.kind !== 'ownBody' || !language.table.cased || language.table.code === 'en' || at - start > 1)
    return false
  if (
    !token.word ||
    token.capital ||
    find(language.heads, tokens, at) !== null ||
    find(language.titles, tokens, at) !== null ||
    stops(reader, at) ||
    /^\p{N}/u.test(token.text) ||
    find(language.set.between, tokens, at) !== null
  )
    return false
  const next = tokens[at + 1]
  return (
    next === undefined ||
    /^[,.)]$/u.test(next.text) ||
    next.capital ||
    find(language.cues, tokens, at + 1, false) !== null ||
    find(language.set.auxiliaries, tokens, at + 1) !== null ||
    find(language.set.silent, tokens, at + 1) !== null
  )
}

export function leadTo(reader: Reader, at: number): number {
  const { tokens, language, names } = reader
  let to = at
  while (to < Math.min(tokens.length, at + 4) && find(language.heads, tokens, to) === null) {
    if (
      !isName(tokens, to, language, names) &&
      find(language.set.modifiers, tokens, to) === null &&
      !isPartyAdjective(tokens[to]!, language, names) &&
      !tokens[to]!.capital
    )
      return at
    to += 1
  }
  return to
}

/** "الوزارة السلطات": behind a word with the article no genitive follows. */
export function definiteBefore({ tokens, language }: Reader, at: number): boolean {
  return !language.table.cased && /^(?:[بلوف]?ال|لل)/u.test(tokens[at - 1]?.key ?? '')
}

export function occursElsewhere(reader: Reader, token: Token): boolean {
  return (reader.names.forms.get(stemOf(token.key, reader.language))?.size ?? 0) > 0
}
