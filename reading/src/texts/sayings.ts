import type { Cue, Language } from './language.ts'
import type { Mention } from './mentions.ts'
import type { Token } from './tokens.ts'
import { find, holds } from './words.ts'

/** One act of speech in a sentence: a verb of saying, or "according to", with its doer. Token places. */
export interface Saying {
  /** Where the group of doer and verb begins, with an "and" before it. */
  readonly from: number
  /** Where the verb begins and ends. */
  readonly at: number
  to: number
  readonly cue: Cue
  readonly subject: Mention | null
  /** The doer is the one of the saying before, or whoever spoke last. */
  readonly dropped: boolean
  /** An unlisted noun as doer ("the driver said"). */
  readonly noun: readonly [number, number] | null
  readonly kind: 'verb' | 'according' | 'as' | 'this' | 'agreed'
  /** The doer stands behind the verb. */
  readonly inverted: boolean
}

interface Scene {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly language: Language
  readonly covered: ReadonlyMap<number, Mention>
}

const insertMax = 18

/** All acts of speech of a sentence that are not themselves inside what somebody says. */
export function sayingsOf(tokens: readonly Token[], mentions: readonly Mention[], language: Language): Saying[] {
  const covered = new Map<number, Mention>()
  for (const mention of mentions) for (let at = mention.from; at < mention.to; at += 1) covered.set(at, mention)
  const scene: Scene = { tokens, mentions, language, covered }
  const found: Saying[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const saying = special(scene, at) ?? verbAt(scene, at, found.at(-1) ?? null)
    if (saying === null) continue
    if (!outer(scene, saying, found)) continue
    found.push(saying)
    at = Math.max(at, saying.to - 1)
  }
  return found
}

const neutral: Cue = { implies: 'neutral', frame: 'clause', agrees: 'any' }

function special(scene: Scene, at: number): Saying | null {
  const { tokens, language } = scene
  const agreed = find(language.set.agreed, tokens, at)
  if (agreed !== null && !past(scene)) {
    const cue: Cue = { implies: 'promise', frame: 'both', agrees: 'any' }
    return {
      from: at,
      at,
      to: at + agreed.length,
      cue,
      subject: null,
      dropped: false,
      noun: null,
      kind: 'agreed',
      inverted: false,
    }
  }
  const according = find(language.set.accordingTo, tokens, at)
  if (according === null) return null
  const subject =
    scene.mentions.find((one) => one.from >= at + according.length && one.from <= at + according.length + 2) ?? null
  if (subject === null || subject.kind === 'together') return null
  return {
    from: at,
    at,
    to: at + according.length,
    cue: neutral,
    subject: { ...subject, oblique: true },
    dropped: false,
    noun: null,
    kind: 'according',
    inverted: true,
  }
}

/** "Last year the sides agreed": history, not news. */
function past({ tokens }: Scene): boolean {
  return tokens.some((token) => /^(?:1[89]|20)\d\d$/u.test(token.text))
}

function verbAt(scene: Scene, at: number, before: Saying | null): Saying | null {
  const { tokens, language } = scene
  const found = find(language.cues, tokens, at, false)
  if (found === null) return null
  const inMention = scene.covered.get(at)
  if (inMention !== undefined && inMention.from < at && language.table.cased) return null
  const to = at + found.length
  const cue = found.value
  if (cue.agrees === 'infinitive' && !infinitiveSpeaks(scene, at)) return null
  if (isPassive(scene, at)) return null
  if (cue.agrees === 'perfect' && !auxiliary(scene, at)) return null
  if (cue.agrees === 'participle') return participle(scene, at, { to, cue, before })
  const doer = doerOf(scene, at, to, cue)
  if (doer === null) return null
  if (doer.subject?.kind === 'together' && cue.implies !== 'promise') return null
  if (
    holds(language.set.silent, tokens, doer.gapFrom, at) ||
    (find(language.set.silent, tokens, to) !== null && cue.agrees === 'infinitive')
  )
    return null
  const kind = doer.as ? 'as' : isThis(scene, doer.from, at) ? 'this' : 'verb'
  return {
    from: doer.from,
    at,
    to: doer.inverted ? Math.max(to, doer.subject?.to ?? to) : to,
    cue,
    subject: doer.subject,
    dropped: doer.dropped,
    noun: doer.noun,
    kind,
    inverted: doer.inverted,
  }
}

function infinitiveSpeaks({ tokens, language, covered }: Scene, at: number): boolean {
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
function auxiliary({ tokens, language }: Scene, at: number): boolean {
  for (let one = at - 1; one >= Math.max(0, at - 6); one -= 1) {
    if (find(language.set.auxiliaries, tokens, one) !== null) return true
    if (find(language.set.between, tokens, one) === null && !/ment$/u.test(tokens[one]!.key)) return false
  }
  return false
}

function isPassive({ tokens, language }: Scene, at: number): boolean {
  for (let one = at - 1; one >= Math.max(0, at - 3); one -= 1) {
    const passive = find(language.set.passive, tokens, one)
    if (passive !== null) return true
    if (
      find(language.set.between, tokens, one) === null &&
      !/ly$/u.test(tokens[one]!.key) &&
      find(language.set.silent, tokens, one) === null
    )
      return false
  }
  return false
}

/** "..., stressing that ...": the doer is the one of the sentence. */
function participle(scene: Scene, at: number, of: { to: number; cue: Cue; before: Saying | null }): Saying | null {
  const { tokens, language } = scene
  let from = at
  while (
    from > 0 &&
    (find(language.set.between, tokens, from - 1) !== null ||
      find(language.set.participleLeads, tokens, from - 1) !== null)
  )
    from -= 1
  const before = tokens[from - 1]
  const opens =
    before === undefined ||
    /^[,،;—–(]$/u.test(before.text) ||
    before.quotation !== null ||
    from < at ||
    find(language.set.and, tokens, from - 1) !== null
  const clause =
    thatWithin(scene, of.to) || (tokens[of.to]?.quotation !== null && tokens[of.to]?.quotation !== undefined)
  if (!opens && !clause) return null
  const first =
    scene.mentions.find((one) => one.to <= at && !one.afterPreposition && !one.oblique && one.kind !== 'together') ??
    null
  const leading =
    before === undefined ? (scene.mentions.find((one) => one.from > at && !one.afterPreposition) ?? null) : null
  const subject = of.before !== null ? null : (leading ?? first)
  const dropped = of.before !== null || subject === null
  return {
    from: from > 0 && before !== undefined && !before.word && before.quotation === null ? from - 1 : from,
    at,
    to: of.to,
    cue: of.cue,
    subject,
    dropped,
    noun: null,
    kind: 'verb',
    inverted: false,
  }
}

function thatWithin({ tokens, language }: Scene, at: number): boolean {
  return find(language.set.that, tokens, at) !== null
}

interface Doer {
  readonly from: number
  readonly gapFrom: number
  readonly subject: Mention | null
  readonly dropped: boolean
  readonly noun: readonly [number, number] | null
  readonly inverted: boolean
  readonly as: boolean
}

function doerOf(scene: Scene, at: number, to: number, cue: Cue): Doer | null {
  const { language } = scene
  const right = behind(scene, to, cue)
  if (language.table.verbFirst && right !== null) return { ...right, from: leadingAnd(scene, at), gapFrom: at }
  const left = ahead(scene, at)
  if (left !== null && !(left.weak && right !== null)) return left
  if (right !== null && mayInvert(scene, at))
    return { ...right, from: leadingAnd(scene, at), gapFrom: at, as: right.as || asBefore(scene, at) }
  if (left !== null) return left
  const inBody = cue.agrees === 'they' ? bodySpeaks(scene, at, to) : null
  if (inBody !== null) return inBody
  if (cue.agrees === 'we')
    return { from: at, gapFrom: at, subject: null, dropped: true, noun: null, inverted: false, as: false }
  if (language.table.dropsDoer && at === leadingStart(scene))
    return { from: at, gapFrom: at, subject: null, dropped: true, noun: null, inverted: false, as: false }
  return null
}

/** «В МИД сообщили»: a plural without a doer, and the body behind "in". */
function bodySpeaks({ tokens, mentions, language }: Scene, at: number, to: number): Doer | null {
  const inside = (one: Mention): boolean =>
    one.kind === 'body' && find(language.set.inBodies, tokens, one.from - 1) !== null
  const left = mentions.findLast((one) => one.to <= at && inside(one))
  const right = mentions.find((one) => one.from >= to && one.from <= to + 3 && inside(one))
  const subject = right ?? left
  if (subject === undefined) return null
  const after = subject === right
  return {
    from: after ? at : Math.max(0, subject.from - 1),
    gapFrom: after ? at : subject.to,
    subject: { ...subject, afterPreposition: false },
    dropped: false,
    noun: null,
    inverted: after,
    as: false,
  }
}

function leadingStart({ tokens, language }: Scene): number {
  let at = 0
  while (
    at < tokens.length &&
    (!tokens[at]!.word || find(language.set.between, tokens, at) !== null) &&
    tokens[at]!.quotation === null
  )
    at += 1
  return at
}

function leadingAnd({ tokens, language }: Scene, at: number): number {
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

function asBefore({ tokens, language }: Scene, at: number): boolean {
  let from = at - 1
  while (from >= 0 && find(language.set.between, tokens, from) !== null) from -= 1
  return from >= 0 && find(language.set.as, tokens, from) !== null
}

function mayInvert({ tokens, language }: Scene, at: number): boolean {
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
function behind(scene: Scene, to: number, cue: Cue): Doer | null {
  const { tokens, language, covered } = scene
  for (let at = to; at < Math.min(tokens.length, to + 8); at += 1) {
    const mention = covered.get(at)
    if (mention !== undefined) {
      if (mention.afterPreposition || mention.from < to) return null
      const object =
        language.table.nominatives.length > 0 &&
        (mention.oblique || (cue.frame !== 'clause' && mention.pronoun === null && mention.kind === 'name'))
      if (object) return null
      return { from: to, gapFrom: to, subject: mention, dropped: false, noun: null, inverted: true, as: false }
    }
    if (!bridge(scene, at, true)) return null
  }
  return null
}

/** The doer before the verb, across adverbs, inserts and phrases with a preposition. */
function ahead(scene: Scene, at: number): (Doer & { readonly weak: boolean }) | null {
  const { tokens, language, covered } = scene
  let insert = 0
  let budget = 0
  let phrase = false
  for (let one = at - 1; one >= 0 && at - one < 60; one -= 1) {
    const token = tokens[one]!
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
      return {
        from: withLead(scene, mention.from),
        gapFrom: mention.to,
        subject: mention,
        dropped: false,
        noun: null,
        inverted: false,
        as: asBefore(scene, mention.from),
        weak: phrase && insert === 0 && budget > 2,
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
    if (bridge(scene, one, false)) continue
    if (find(language.set.that, tokens, one) !== null && insert === 0) return null
    budget += 1
    if (budget > (insert > 0 ? insertMax : 4)) return null
    if (insert === 0 && !phrase && budget === 1 && !hasPrepositionBefore(scene, one)) return nounAhead(scene, one)
  }
  return null
}

function hasPrepositionBefore({ tokens, language }: Scene, at: number): boolean {
  for (let one = at; one >= Math.max(0, at - 4); one -= 1) {
    if (find(language.set.prepositions, tokens, one) !== null) return true
    if (!tokens[one]!.word) return false
  }
  return false
}

/** "the driver said": a noun no table knows, with its article, at the beginning of its clause. */
function nounAhead({ tokens, language }: Scene, end: number): (Doer & { readonly weak: boolean }) | null {
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

function withLead({ tokens, language }: Scene, from: number): number {
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

function isThis({ tokens, language }: Scene, from: number, at: number): boolean {
  for (let one = Math.max(0, from - 3); one <= at; one += 1) {
    const found = find(language.set.thisWas, tokens, one)
    if (found !== null && one <= 3) return true
  }
  return false
}

/** Is the saying one of its own, or told within what the saying before tells? */
function outer(scene: Scene, saying: Saying, found: readonly Saying[]): boolean {
  const { tokens, language } = scene
  if (isRelay(scene, saying)) return false
  const before = found.at(-1)
  if (before === undefined) return relativeFree(scene, saying)
  const mark = tokens[saying.from - 1]
  if (saying.kind === 'according') return false
  if (saying.cue.agrees === 'participle' || saying.dropped)
    return saying.dropped && saying.cue.agrees !== 'participle' ? !nested(scene, before, saying) : true
  if (mark === undefined || mark.quotation !== null || mark.text === ';') return true
  if (
    !language.table.cased &&
    tokens[saying.at]!.keys.length > 1 &&
    /^[وف]/u.test(tokens[saying.at]!.key) &&
    find(language.cues, [{ ...tokens[saying.at]!, keys: [tokens[saying.at]!.keys[1]!] }], 0, false) !== null
  )
    return true
  if (saying.kind === 'as') return false
  const contrast = find(language.set.contrast, tokens, saying.from) !== null
  const marked = /^[,،—–]$/u.test(mark.text)
  if (contrast && (marked || find(language.set.and, tokens, saying.from) === null)) return true
  return marked && empty(scene, before, saying.from)
}

/** Nothing but marks and times between the two: the first has its words before it. */
function empty(scene: Scene, before: Saying, to: number): boolean {
  for (let at = before.to; at < to; at += 1) if (scene.tokens[at]!.word && !bridge(scene, at, true)) return false
  return true
}

/** "said that X denied access and demanded money": the second verb goes with the inner doer. */
function nested(scene: Scene, before: Saying, saying: Saying): boolean {
  const { tokens, language } = scene
  if (before.cue.frame === 'matter' || before.cue.implies !== 'neutral') return false
  for (let at = before.to; at < saying.from; at += 1) {
    const cue = find(language.cues, tokens, at, false)
    if (
      cue !== null &&
      cue.value.agrees !== 'participle' &&
      cue.value.agrees !== 'infinitive' &&
      ahead(scene, at)?.subject != null
    )
      return true
  }
  return false
}

function isRelay({ tokens, language }: Scene, saying: Saying): boolean {
  const { subject } = saying
  if (subject === null || subject.kind === 'person') return false
  return holds(language.set.media, tokens, subject.from, subject.to)
}

function relativeFree(scene: Scene, saying: Saying): boolean {
  const { tokens, language } = scene
  const before = saying.from - 1
  return before < 0 || saying.subject !== null || saying.dropped || find(language.set.relative, tokens, before) === null
}
