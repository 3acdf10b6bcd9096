import { bridge, type Scene } from './bridges.ts'
import { ahead, doerOf } from './doers.ts'
import type { Cue, Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find, holds } from './languages/words.ts'
import type { Mention } from './mention.ts'
import type { Saying } from './saying.ts'
import { special } from './special-sayings.ts'
import { auxiliary, infinitiveSpeaks, isPassive, isReflexive } from './verb-forms.ts'

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

function verbAt(scene: Scene, at: number, before: Saying | null): Saying | null {
  const { tokens, language } = scene
  const found = find(language.cues, tokens, at, false)
  if (found === null) return null
  const inMention = scene.covered.get(at)
  if (inMention !== undefined && inMention.from < at && language.table.cased) return null
  const to = at + found.length
  const own = [1, 2].some((length) => find(language.set.firstPerson, tokens, at - length)?.length === length)
  const cue: Cue = own ? { ...found.value, agrees: 'we' } : found.value
  if (cue.agrees === 'infinitive' && !infinitiveSpeaks(scene, at)) return null
  if (isPassive(scene, at) || isReflexive(scene, at)) return null
  if (cue.agrees === 'perfect' && !auxiliary(scene, at) && !continued(scene, at, before)) return null
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
    !(before.cue.agrees === 'participle' && doer.subject.from > before.at) &&
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

/** « a exigé ... et prévenu que »: the auxiliary stands before the first of the two. */
function continued({ tokens, language }: Scene, at: number, before: Saying | null): boolean {
  return before?.cue.agrees === 'perfect' && find(language.set.and, tokens, at - 1) !== null
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
    before === undefined
      ? (scene.mentions.find((one) => one.from > at + 1 && /^[,،]$/u.test(tokens[one.from - 1]!.text)) ??
        scene.mentions.find((one) => one.from > at && !one.afterPreposition) ??
        null)
      : null
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
  for (let one = find(language.set.thisWas, tokens, 0) === null ? Math.max(0, from - 3) : 0; one <= at; one += 1) {
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
  if (
    before.cue.agrees === 'participle' &&
    before.at <= 2 &&
    found.length === 1 &&
    saying.subject !== null &&
    saying.kind === 'verb'
  )
    return true
  const mark = tokens[saying.from - 1]
  if (
    saying.kind === 'according' ||
    (before.kind === 'according' && before.from <= 2 && saying.cue.agrees !== 'participle')
  )
    return false
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
