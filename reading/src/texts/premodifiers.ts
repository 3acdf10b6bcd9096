import { find } from './languages/words.ts'
import { type Mention, type Reader, stops } from './mention.ts'
import { isName, isPartyAdjective, stemOf } from './names.ts'

export const premodifiersMax = 6

/** Words before the head: adjectives of the party, capital names, "foreign", "deputy". */
export function growLeft(
  reader: Reader,
  at: number,
  floor: number,
  mention: Mention,
): { from: number; role: number; party: string | null } {
  const { tokens, language, names } = reader
  let from = at
  let role = at
  let party: string | null = null
  if (!language.table.cased) return { from, role, party }
  for (let one = at - 1; one >= floor && at - one <= premodifiersMax; one -= 1) {
    const token = tokens[one]!
    const possessive = token.key === "'s" || token.key === "'"
    if (possessive && one > floor && isName(tokens, one - 1, language, names)) continue
    if (!token.word) break
    if (
      isPartyAdjective(token, language, names) ||
      (isName(tokens, one, language, names) && language.table.code === 'en')
    ) {
      const own = mention.head?.kind === 'ownBody' && !reader.names.adjectives.has(stemOf(token.key, language))
      if (own) role = one
      else party = token.text
      from = one
    } else if (find(language.set.modifiers, tokens, one) !== null || find(language.titles, tokens, one) !== null) {
      from = one
      role = one
    } else if (mention.kind === 'unnamed' && !stops(reader, one) && find(language.set.articles, tokens, one) === null) {
      from = one
      role = one
    } else if (mention.kind === 'body' && token.capital && one > 0 && !stops(reader, one)) {
      from = one
      role = one
    } else break
  }
  const before = tokens[from - 1]
  if (before !== undefined && from - 1 >= floor && find(language.set.articles, tokens, from - 1) !== null) from -= 1
  return { from, role, party }
}
