import { ahead, bridge, doerOf, type Scene } from './doers.ts'
import type { Cue, Language } from './languages/language.ts'
import type { Mention } from './mention.ts'
import type { Token } from './languages/tokens.ts'
import { find, holds } from './languages/words.ts'
import { auxiliary, infinitiveSpeaks, isPassive, isReflexive } from './verb-forms.ts'

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

/** All acts of speech of a sentence that are not themselves inside what somebody says. */
export function sayingsOf(tokens: readonly Token[], mentions: readonly Mention[], language: Language): Saying[] {
  const covered = new Map<number, Mention>()
  for (const mention of mentions) for (let at = mention.from; at < mention.to; at += 1) covered.set(at, mention)
  const scene: Scene = { tokens, mentions, language, covered }
  const found: Saying[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const saying = special(scene, at) ?? verbAt(scene, at, found.at(-1) ?? null)
    if (saying === null) continue
    if (found.length > 0 && governs(scene, saying)) found.length = 0
    else if (!outer(scene, saying, found)) continue
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
  const his = find(language.set.inHisWords, tokens, at)
  if (his !== null) {
    return {
      from: at,
      at,
      to: at + his.length,
      cue: neutral,
      subject: null,
      dropped: true,
      noun: null,
      kind: 'according',
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
  if (isPassive(scene, at) || isReflexive(scene, at)) return null
  if (cue.agrees === 'perfect' && !auxiliary(scene, at)) return null
  if (cue.agrees === 'participle') return participle(scene, at, { to, cue, before })
  const doer = doerOf(scene, at, to, {
    ...cue,
    coordinated: before !== null || scene.mentions.some((one) => one.to < at && one.kind !== 'together'),
  })
  if (doer === null) return null
  if (doer.dropped && find(language.set.impersonal, tokens, at) !== null) return null
  if (
    holds(language.set.silent, tokens, Math.max(doer.gapFrom, lastComma(tokens, at)), at) ||
    (find(language.set.silent, tokens, to) !== null && cue.agrees === 'infinitive')
  )
    return null
  if (
    before !== null &&
    doer.subject !== null &&
    !doer.inverted &&
    (doer.subject.from < before.at || doer.subject.from >= before.to) &&
    (before.subject?.from === doer.subject.from || objectOf(before, doer.subject, at, tokens))
  ) {
    return {
      from: listed(scene, at),
      at,
      to,
      cue,
      subject: null,
      dropped: true,
      noun: null,
      kind: 'verb',
      inverted: false,
    }
  }
  const first =
    doer.dropped && before === null && doer.from <= at
      ? (scene.mentions.find(
          (one) => one.to <= at && !one.afterPreposition && !one.oblique && one.kind !== 'together',
        ) ?? null)
      : null
  if (first !== null && doer.subject === null)
    return { from: doer.from, at, to, cue, subject: first, dropped: false, noun: null, kind: 'verb', inverted: false }
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

/** "An official, who was not authorised to speak, said": what stands in the insert does not silence the verb. */
function lastComma(tokens: readonly Token[], at: number): number {
  let from = at
  while (from > 0 && !/^[,،)—–]$/u.test(tokens[from - 1]!.text)) from -= 1
  return from
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

/** "thanks the president, regrets that": whom the verb before names is not the doer of the next. */
function objectOf(before: Saying, subject: Mention, at: number, tokens: readonly Token[]): boolean {
  if (before.cue.frame === 'clause' || before.inverted || subject.from < before.to || subject.from > before.to + 1)
    return false
  return at === subject.to + 1 && /^[,،]$/u.test(tokens[subject.to]!.text)
}

/** "welcomed this, expressed that and requested": where the next verb of the list begins. */
function listed({ tokens, language }: Scene, at: number): number {
  let from = at
  while (
    from > 0 &&
    (find(language.set.between, tokens, from - 1) !== null || find(language.set.and, tokens, from - 1) !== null)
  )
    from -= 1
  return from > 0 && /^[,،]$/u.test(tokens[from - 1]!.text) ? from - 1 : from
}

function thatWithin({ tokens, language }: Scene, at: number): boolean {
  return find(language.set.that, tokens, at) !== null
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
  if (
    saying.subject !== null &&
    saying.subject.from === before.subject?.from &&
    find(language.set.and, tokens, saying.from) !== null
  )
    return true
  const contrast = find(language.set.contrast, tokens, saying.from) !== null
  const marked = /^[,،—–]$/u.test(mark.text)
  if (contrast && (marked || find(language.set.and, tokens, saying.from) === null)) return true
  return marked && empty(scene, before, saying.from)
}

/** "X is ready but insists on Y, the spokesman said on Wednesday.": the last verb tells the whole sentence. */
function governs(scene: Scene, saying: Saying): boolean {
  const { tokens } = scene
  if (saying.kind !== 'verb' || saying.dropped || saying.subject === null || saying.cue.frame !== 'clause') return false
  if (!/^[,،]$/u.test(tokens[saying.from - 1]?.text ?? '') || isRelay(scene, saying)) return false
  if (tokens.some((token) => token.quotation !== null)) return false
  for (let at = saying.to; at < tokens.length; at += 1) if (tokens[at]!.word && !bridge(scene, at, true)) return false
  return true
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
