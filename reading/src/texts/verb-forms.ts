import { betweenEnding, type Scene } from './bridges.ts'
import { find } from './languages/words.ts'

export function infinitiveSpeaks({ tokens, language, covered }: Scene, at: number): boolean {
  for (let length = 1; length <= 4; length += 1) {
    const lead = find(language.set.leads, tokens, at - length)
    if (lead !== null && lead.length === length) return true
  }
  let one = at - 1
  while (one >= 0 && find(language.set.between, tokens, one) !== null) one -= 1
  const mention = covered.get(one)
  if (mention === undefined) return false
  if (mention.pronoun === 'we' || mention.pronoun === 'they') return true
  return (
    mention.kind === 'together' || (/(?:s|people)$/u.test(tokens[mention.to - 1]!.key) && mention.kind !== 'person')
  )
}

/** "a déclaré", "l'a également remercié": an auxiliary stands before the participle. */
export function auxiliary({ tokens, language }: Pick<Scene, 'tokens' | 'language'>, at: number): boolean {
  for (let one = at - 1; one >= Math.max(0, at - 9); one -= 1) {
    if (find(language.set.auxiliaries, tokens, one) !== null) return true
    if (tokens[one]!.text === ',') continue
    const phrase = betweenEnding({ tokens, language }, one)
    if (phrase !== -1) one = phrase
    else if (find(language.set.between, tokens, one) === null && !tokens[one]!.key.endsWith('ment')) return false
  }
  return false
}

export function isPassive({ tokens, language }: Scene, at: number): boolean {
  for (let one = at - 1; one >= Math.max(0, at - 3); one -= 1) {
    const passive = find(language.set.passive, tokens, one)
    if (passive !== null) return true
    if (
      find(language.set.and, tokens, one) !== null &&
      /(?:ed|en)$/u.test(tokens[one - 1]?.key ?? '') &&
      find(language.set.passive, tokens, one - 2) !== null
    )
      return true
    if (
      find(language.set.between, tokens, one) === null &&
      !tokens[one]!.key.endsWith('ly') &&
      find(language.set.silent, tokens, one) === null
    )
      return false
  }
  return false
}

/** "s'exprimant sous couvert d'anonymat": the verb is said of oneself, and is none of saying. */
export function isReflexive({ tokens, language }: Scene, at: number): boolean {
  return find(language.set.reflexives, tokens, at - 1) !== null
}
