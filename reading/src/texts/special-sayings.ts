import type { Scene } from './bridges.ts'
import type { Cue } from './languages/language.ts'
import { find, holds } from './languages/words.ts'
import type { Saying } from './saying.ts'

const neutral: Cue = { implies: 'neutral', frame: 'clause', agrees: 'any' }

/** Acts of speech without a verb of their own: "it was agreed", "according to", «слова министра». */
export function special(scene: Scene, at: number): Saying | null {
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
  const cited = citedAt(scene, at)
  if (cited !== null) return cited
  const quoted = find(language.set.quotedAs, tokens, at)
  const source = quoted === null ? undefined : scene.mentions.findLast((one) => one.to <= at && one.to > at - 3)
  if (quoted !== null && source !== undefined) {
    const base = { cue: neutral, dropped: false, noun: null, kind: 'verb' as const, inverted: false }
    return {
      ...base,
      from: Math.max(0, source.from - 1),
      at,
      to: at + quoted.length,
      subject: { ...source, afterPreposition: false },
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
  const according = find(language.set.accordingTo, tokens, at) ?? forWhom(scene, at)
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

/** « Pour Mme Velin, "..." »: whose view it is, at the beginning, with a comma and a quotation behind. */
function forWhom({ tokens, mentions, language }: Scene, at: number): { length: number } | null {
  const found = at === 0 ? find(language.set.forWhom, tokens, at) : null
  if (found === null) return null
  const mention = mentions.find((one) => one.from >= found.length && one.from <= found.length + 1)
  const next = mention === undefined ? undefined : tokens[mention.to]
  return next?.text === ',' && tokens[mention!.to + 1]?.quotation != null ? found : null
}

/** «цитирует пресс-служба слова министра»: the words are of the one named behind. */
function citedAt({ tokens, mentions, language }: Scene, at: number): Saying | null {
  if (find(language.set.citedWords, tokens, at) === null || !holds(language.set.cites, tokens, Math.max(0, at - 6), at))
    return null
  const subject = mentions.find((one) => one.from === at + 1)
  if (subject === undefined) return null
  let from = at
  while (from > 0 && find(language.set.cites, tokens, from) === null) from -= 1
  const base = { cue: neutral, dropped: false, noun: null, kind: 'according' as const, inverted: true }
  return { ...base, from, at, to: at + 1, subject: { ...subject, oblique: true } }
}

/** "Last year the sides agreed": history, not news. */
function past({ tokens }: Scene): boolean {
  return tokens.some((token) => /^(?:1[89]|20)\d\d$/u.test(token.text))
}
