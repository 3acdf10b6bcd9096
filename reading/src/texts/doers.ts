import type { Cue, Language } from './languages/language.ts'
import type { Mention } from './mention.ts'
import type { Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'

export interface Scene {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly language: Language
  readonly covered: ReadonlyMap<number, Mention>
}

export const insertMax = 28

export interface Doer {
  readonly from: number
  readonly gapFrom: number
  readonly subject: Mention | null
  readonly dropped: boolean
  readonly noun: readonly [number, number] | null
  readonly inverted: boolean
  readonly as: boolean
}

export function doerOf(scene: Scene, at: number, to: number, cue: Cue & { coordinated: boolean }): Doer | null {
  const { language } = scene
  const right = cue.agrees === 'we' ? null : behind(scene, to, cue)
  if (language.table.verbFirst && right !== null) return { ...right, from: leadingAnd(scene, at), gapFrom: at }
  if (language.table.verbFirst && at > 0 && /^[وف]/u.test(scene.tokens[at]!.key) && scene.tokens[at]!.keys.length > 1)
    return { from: at, gapFrom: at, subject: null, dropped: true, noun: null, inverted: false, as: false }
  const left = ahead(scene, at)
  const inBody =
    cue.agrees === 'they' && (left === null || left.dropped) && right === null ? bodySpeaks(scene, at, to) : null
  if (inBody !== null) return inBody
  if (left !== null && !(left.weak && right !== null)) return left
  if (right !== null && mayInvert(scene, at))
    return { ...right, from: leadingAnd(scene, at), gapFrom: at, as: right.as || asBefore(scene, at) }
  if (left !== null) return left
  if (cue.agrees === 'we')
    return { from: at, gapFrom: at, subject: null, dropped: true, noun: null, inverted: false, as: false }
  if (language.table.dropsDoer && at === leadingStart(scene))
    return { from: at, gapFrom: at, subject: null, dropped: true, noun: null, inverted: false, as: false }
  return null
}

/** «В МИД сообщили»: a plural without a doer, and the body behind "in". */
export function bodySpeaks({ tokens, mentions, language }: Scene, at: number, to: number): Doer | null {
  const inside = (one: Mention): boolean =>
    one.kind === 'body' && find(language.set.inBodies, tokens, one.from - 1) !== null
  const left = mentions.findLast((one) => one.to <= at && inside(one))
  const right = mentions.find((one) => one.from >= to && one.from <= to + 3 && inside(one))
  const subject = right ?? left
  if (subject === undefined) return null
  const after = subject === right
  const and = leadingAnd({ tokens, mentions, language, covered: new Map() }, at)
  return {
    from: after ? at : and < at ? and : Math.max(0, subject.from - 1),
    gapFrom: after ? at : subject.to,
    subject: { ...subject, afterPreposition: false },
    dropped: false,
    noun: null,
    inverted: after,
    as: false,
  }
}

export function leadingStart({ tokens, language }: Scene): number {
  let at = 0
  while (
    at < tokens.length &&
    (!tokens[at]!.word || find(language.set.between, tokens, at) !== null) &&
    tokens[at]!.quotation === null
  )
    at += 1
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

export function mayInvert({ tokens, language }: Scene, at: number): boolean {
  if (language.table.nominatives.length > 0 || language.table.verbFirst) return true
  let from = at - 1
  while (
    from >= 0 &&
    (find(language.set.between, tokens, from) !== null ||
      find(language.set.thisWas, tokens, from) !== null ||
      find(language.set.as, tokens, from) !== null)
  ) {
    if (find(language.set.between, tokens, from) === null) return true
    from -= 1
  }
  const before = tokens[from]
  return before === undefined || before.quotation !== null || /^[,"”»–—]$/u.test(before.text)
}

/** The doer behind the verb: «сообщил в четверг министр», "قال الوزير", "said Dorn". */
export function behind(scene: Scene, to: number, cue: Cue & { coordinated: boolean }): Doer | null {
  const { tokens, language, covered } = scene
  for (let at = to; at < Math.min(tokens.length, to + 8); at += 1) {
    const mention = covered.get(at)
    if (mention !== undefined) {
      if (mention.afterPreposition || mention.from < to) return null
      const object =
        language.table.nominatives.length > 0 &&
        (mention.oblique ||
          (mention.kind === 'together' && cue.frame !== 'clause') ||
          (cue.frame !== 'clause' && mention.pronoun === null && mention.kind === 'name'))
      if (object) return null
      const asked =
        language.table.verbFirst &&
        cue.coordinated &&
        ((cue.implies === 'demand' && /^(?:الي|ب|علي)/u.test(tokens[mention.to]?.key ?? '')) ||
          (cue.implies === 'thanks' && tokens[mention.to]?.key === 'علي'))
      if (asked) return null
      return { from: to, gapFrom: to, subject: mention, dropped: false, noun: null, inverted: true, as: false }
    }
    if (!bridge(scene, at, true)) return null
  }
  return null
}

/** The doer before the verb, across adverbs, inserts and phrases with a preposition. */
export function ahead(scene: Scene, at: number): (Doer & { readonly weak: boolean }) | null {
  const { tokens, language, covered } = scene
  let insert = 0
  let budget = 0
  let phrase = false
  for (let one = at - 1; one >= 0 && at - one < 60; one -= 1) {
    const token = tokens[one]!
    const insertFrom = betweenEnding(scene, one)
    if (insertFrom !== -1) {
      one = insertFrom
      continue
    }
    const mention = covered.get(one)
    if (token.quotation !== null) return null
    if (mention !== undefined) {
      if (mention.afterPreposition || (mention.oblique && language.table.nominatives.length > 0)) {
        phrase = true
        one = mention.from
        while (
          one > 0 &&
          find(language.set.prepositions, tokens, one - 1) === null &&
          find(language.set.articles, tokens, one - 1) !== null
        )
          one -= 1
        continue
      }
      const relative = insert > 0 ? relativeBefore(scene, mention.from) : -1
      if (relative !== -1) {
        one = relative
        continue
      }
      return {
        from: withLead(scene, mention.from),
        gapFrom: mention.to,
        subject: mention,
        dropped: false,
        noun: null,
        inverted: false,
        as: asBefore(scene, mention.from),
        weak: (phrase && insert === 0 && budget > 2) || (insert === 1 && budget > 0),
      }
    }
    if (/^[,،—–()-]$/u.test(token.text)) {
      insert += 1
      if (insert > 3) return null
      continue
    }
    if (/^[;:.!?]$/u.test(token.text)) return null
    const and = find(language.set.and, tokens, one)
    if (and !== null && insert === 0 && !phrase && budget === 0)
      return {
        from: one,
        gapFrom: one + 1,
        subject: null,
        dropped: true,
        noun: null,
        inverted: false,
        as: false,
        weak: true,
      }
    const other = insert === 0 && !phrase ? find(language.cues, tokens, one, false) : null
    if (
      other !== null &&
      other.value.agrees !== 'participle' &&
      other.value.agrees !== 'infinitive' &&
      other.value.agrees !== 'perfect'
    )
      return null
    if (bridge(scene, one, false)) continue
    if (find(language.set.that, tokens, one) !== null && insert === 0) return null
    budget += 1
    if (budget > (insert > 0 ? insertMax : 4)) return null
    if (insert === 0 && !phrase && budget === 1 && language.table.bareThat && !hasPrepositionBefore(scene, one))
      return nounAhead(scene, one)
  }
  return null
}

/** "Maur, who heads the mission, welcomed": the place of "who" before this one in the same insert, or -1. */
function relativeBefore({ tokens, language }: Scene, from: number): number {
  for (let at = from - 1; at >= Math.max(1, from - 10); at -= 1) {
    if (/^[,،]$/u.test(tokens[at]!.text)) return -1
    if (find(language.set.relative, tokens, at) !== null) return /^[,،]$/u.test(tokens[at - 1]!.text) ? at : -1
  }
  return -1
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

/** "the driver said": a noun no table knows, with its article, at the beginning of its clause. */
export function nounAhead({ tokens, language }: Scene, end: number): (Doer & { readonly weak: boolean }) | null {
  if (!language.table.bareThat) return null
  let from = end
  while (
    from > 0 &&
    tokens[from - 1]!.word &&
    end - from < 4 &&
    find(language.set.prepositions, tokens, from - 1) === null &&
    find(language.set.contrast, tokens, from - 1) === null
  )
    from -= 1
  const before = tokens[from - 1]
  if (before !== undefined && before.word) return null
  if (find(language.set.papers, tokens, end) !== null || find(language.set.stops, tokens, end) !== null) return null
  const first = find(language.set.articles, tokens, from) !== null ? from + 1 : from
  if (first > end || (find(language.set.articles, tokens, from) === null && end - from > 1)) return null
  for (let one = first; one <= end; one += 1)
    if (find(language.set.stops, tokens, one) !== null || find(language.cues, tokens, one, false) !== null) return null
  if (!/^\p{L}/u.test(tokens[end]!.text)) return null
  return {
    from,
    gapFrom: end + 1,
    subject: null,
    dropped: false,
    noun: [first, end + 1],
    inverted: false,
    as: false,
    weak: true,
  }
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
