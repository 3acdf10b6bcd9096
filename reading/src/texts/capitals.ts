import type { Language } from './languages/language.ts'
import { find } from './languages/words.ts'
import { type Names, stemOf } from './names.ts'
import type { Sentence } from './sentences.ts'

/** Is a sentence, a heading mostly, written in capitals throughout? */
export function shouted({ tokens }: Sentence): boolean {
  const words = tokens.filter((token) => token.word && /\p{L}{3}/u.test(token.text))
  return words.length >= 2 && words.every((token) => token.text === token.text.toUpperCase())
}

/**
 * A heading in capitals as it would be written in a sentence: only what the rest of the text shows to be a name, or
 * what stands behind "of" and nowhere small, keeps its capital.
 */
export function lowered(sentence: Sentence, language: Language, names: Names): Sentence {
  const tokens = sentence.tokens.map((token, at) => {
    if (!token.word || token.text !== token.text.toUpperCase()) return token
    const stem = stemOf(token.key, language)
    const of = at > 0 && find(language.set.of, sentence.tokens, at - 1) !== null
    const adjective =
      language.table.partyEndings.some((ending) => token.key.endsWith(ending)) &&
      names.forms.has(stem) &&
      ![...(names.forms.get(stem) ?? [])].some((form) => form.toLowerCase() === token.key)
    const known = !adjective && (names.forms.has(stem) || names.adjectives.has(stem))
    const capital = known || (of && !names.small.has(token.key))
    return { ...token, capital, text: capital ? token.text[0]! + token.text.slice(1).toLowerCase() : token.key }
  })
  return { ...sentence, tokens }
}
