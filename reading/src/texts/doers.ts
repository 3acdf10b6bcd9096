import {
  asBefore,
  betweenEnding,
  bridge,
  hasPrepositionBefore,
  leadingAnd,
  leadingStart,
  type Scene,
  withLead,
} from './bridges.ts'
import type { Cue } from './languages/language.ts'
import { find } from './languages/words.ts'
import type { Mention } from './mention.ts'

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
    cue.agrees === 'they' &&
    right === null &&
    (left === null || left.dropped || left.subject?.kind === 'name' || left.subject?.kind === 'person')
      ? bodySpeaks(scene, at, to)
      : null
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
  for (let at = to; at < Math.min(tokens.length, to + 14); at += 1) {
    const mention = covered.get(at)
    if (mention !== undefined) {
      if (heardBy(scene, mention, cue)) {
        at = mention.to - 1
        continue
      }
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
    const hearer = mentionsAt(scene, at + 1) ?? mentionsAt(scene, at + 2)
    if (hearer !== null && find(language.set.prepositions, tokens, at) !== null && heardBy(scene, hearer, cue)) {
      at = hearer.to - 1
      continue
    }
    const over = aside(scene, at)
    if (over > at) {
      at = over - 1
      continue
    }
    if (!bridge(scene, at, true)) return null
  }
  return null
}

/** «рассказал в эфире телеканала министр»: where a phrase with a preposition ends, between the verb and its doer. */
function aside({ tokens, language, covered }: Scene, at: number): number {
  if (language.table.bareThat || find(language.set.prepositions, tokens, at) === null) return at
  let to = at + 1
  while (to < tokens.length && to - at < 7) {
    const mention = covered.get(to)
    if (mention !== undefined) {
      if (!mention.oblique && !mention.afterPreposition && mention.kind !== 'name') return to
      to = Math.max(to + 1, mention.to)
      continue
    }
    if (!tokens[to]!.word || find(language.set.that, tokens, to) !== null) return at
    to += 1
  }
  return at
}

function mentionsAt({ mentions }: Scene, at: number): Mention | null {
  return mentions.find((one) => one.from === at) ?? null
}

/** «сообщил ТАСС представитель», "a déclaré à l'AFP le ministre": a name between the verb and the next one named only hears it. */
function heardBy({ tokens, mentions, language }: Scene, mention: Mention, cue: Cue): boolean {
  if (language.table.bareThat || language.table.verbFirst || cue.frame !== 'clause') return false
  if (mention.kind !== 'name' && find(language.set.listeners, tokens, mention.from) === null) return false
  const next = mentions.find((one) => one.from >= mention.to)
  if (next === undefined || next.kind === 'name' || next.kind === 'pronoun' || next.afterPreposition) return false
  if (mention.afterPreposition && !language.table.nominatives.length && next.from > mention.to + 1) return false
  for (let at = mention.to; at < next.from; at += 1)
    if (find(language.set.articles, tokens, at) === null && find(language.set.modifiers, tokens, at) === null)
      return false
  return true
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
    if (
      find(language.set.acts, tokens, one) !== null ||
      find(language.set.stops, tokens, one) !== null ||
      find(language.cues, tokens, one, false) !== null
    )
      return null
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
