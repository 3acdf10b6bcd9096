import type { Language } from './languages/language.ts'
import { keyOf, type Token, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { isName, type Names, stemOf } from './names.ts'
import type { Sentence } from './sentences.ts'
import { mentionsIn } from './walk.ts'

/** Where names have no capitals, the offices and bodies of the whole text are read first for the names they show. */
export function learn(text: string, sentences: readonly Sentence[], language: Language, names: Names): void {
  const mentions = mentionsIn(text, sentences, language, names).flatMap((one) => one.mentions)
  for (const { party } of mentions) if (party !== null) names.lone.set(stemOf(keyOf(party), language), 1)
  for (const { tokens } of sentences) {
    for (const token of tokens)
      if (token.quotation !== null)
        accused(tokensOf(text, token.start, token.end, language.table.code), language, names)
    accused(tokens, language, names)
  }
  for (const { kind, name } of mentions) {
    const last = name?.split(' ').at(-1)
    if (kind === 'person' && last !== undefined && !names.lone.has(stemOf(keyOf(last), language)))
      names.surnames.add(stemOf(keyOf(last), language))
  }
}

/** "إن كارسوفيا ترفض": a name behind "that" and before what is wrong or promised is a party. */
function accused(tokens: readonly Token[], language: Language, names: Names): void {
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const opens = at === 0 || find(language.set.that, tokens, at - 1) !== null || !tokens[at - 1]!.word
    const token = tokens[at]!
    if (
      !opens ||
      !token.word ||
      token.key.startsWith('ال') ||
      token.keys.length > 1 ||
      !isName(tokens, at, language, names)
    )
      continue
    const acts = find(language.signs.wrong, tokens, at + 1) ?? find(language.signs.future, tokens, at + 1)
    const verb = /^[تيس]/u.test(tokens[at + 1]!.key)
    if (acts !== null && verb && !names.surnames.has(stemOf(token.key, language)))
      names.lone.set(stemOf(token.key, language), 1)
  }
}
