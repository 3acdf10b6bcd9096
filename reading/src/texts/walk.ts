import { contentsOf, type Content } from './contents.ts'
import { kindOf } from './kinds.ts'
import { ownerOf } from './owners.ts'
import type { Language } from './languages/language.ts'
import type { Mention } from './mention.ts'
import { mentionsOf } from './mentions.ts'
import { type Names } from './names.ts'
import type { Paragraph } from './paragraphs.ts'
import { byPronoun, resolve } from './people.ts'
import type { People, Person } from './person.ts'
import { sayingsOf, type Saying } from './sayings.ts'
import type { Sentence } from './sentences.ts'
import type { Utterance } from './utterances.ts'
import { find, holds } from './languages/words.ts'

/** A paragraph with its sentences and who is named in them. */
export interface Read {
  readonly paragraph: Paragraph
  readonly sentences: readonly { readonly sentence: Sentence; readonly mentions: readonly Mention[] }[]
  /** The whole paragraph is what this one says (an answer in an interview). */
  answer: Person | 'unknown' | null
  /** The answer is told in minutes, not quoted. */
  minuted: boolean
  /** A question of the journalist. */
  question: boolean
}

interface Walk {
  readonly text: string
  readonly language: Language
  readonly names: Names
  readonly people: People
  readonly found: Utterance[]
  /** The last utterance of the paragraph before, and of this one. */
  last: Utterance | null
  paragraphStart: number
}

/** Goes through the body of a text and gathers who says what. */
export function walk(text: string, reads: readonly Read[], language: Language, people: People): Utterance[] {
  const state: Walk = { text, language, names: people.names, people, found: [], last: null, paragraphStart: 0 }
  for (const read of reads) {
    if (read.paragraph.kind !== 'body' || read.question) continue
    state.paragraphStart = state.found.length
    if (read.answer !== null) answer(state, read, read.answer)
    else
      for (const [index, { sentence, mentions }] of read.sentences.entries())
        sentenceOf(state, sentence, mentions, { read, index })
  }
  return state.found
}

function answer(state: Walk, read: Read, speaker: Person | 'unknown'): void {
  const { paragraph } = read
  const start = paragraph.turn?.end ?? paragraph.start
  if (start >= paragraph.end) return
  const person = speaker === 'unknown' ? null : speaker
  state.people.speaker = person
  if (read.minuted) return minuted(state, read, person, start)
  state.found.push({
    parts: [{ start, end: paragraph.end }],
    quoted: true,
    speaker: person,
    saidAs: null,
    implies: 'neutral',
    listener: null,
    open: false,
  })
}

/** Minutes tell what was said: sentence by sentence, without the full stop. */
function minuted(state: Walk, read: Read, speaker: Person | null, from: number): void {
  for (const { sentence } of read.sentences) {
    const start = Math.max(from, sentence.start)
    let { end } = sentence
    while (end > start && /[.!…\s]/u.test(state.text[end - 1]!)) end -= 1
    if (end <= start) continue
    const base = { saidAs: null, implies: 'neutral' as const, listener: null, open: false }
    state.found.push({ parts: [{ start, end }], quoted: false, speaker, ...base })
  }
}

function sentenceOf(
  state: Walk,
  sentence: Sentence,
  mentions: readonly Mention[],
  at: { read: Read; index: number },
): void {
  const { tokens } = sentence
  const sayings = sayingsOf(tokens, mentions, state.language)
  const contents = contentsOf(tokens, mentions, sayings, state.language)
  if (sayings.length === 0) own(state, sentence)
  const used = new Set<number>()
  let subject: Person | null = null
  const told = new Set<Mention>()
  for (const [index, content] of contents.entries()) {
    const speaker = speakerOf(state, content.saying, { subject, tokens: sentence.tokens, contents, index })
    if (content.saying.subject !== null) told.add(content.saying.subject)
    subject = speaker ?? subject
    const said = utter(state, content, { speaker, sentence, mentions, at })
    for (const utterance of said) for (const part of utterance.parts) used.add(part.start)
    if (speaker !== null && (said.length > 0 || content.saying.kind !== 'verb')) state.people.speaker = speaker
  }
  for (const mention of mentions) if (!told.has(mention) && mention.pronoun === null) resolve(state.people, mention)
  if (subject !== null) resolveAgain(state.people, subject)
  for (const token of tokens) {
    const { quotation } = token
    if (quotation === null || used.has(quotation.start)) continue
    loose(state, quotation, at)
  }
}

/** In a communiqué the issuing body promises, asks, alleges and denies without a verb of saying. */
function own(state: Walk, sentence: Sentence): void {
  const { language, people, names } = state
  const { issuer } = people
  const { tokens } = sentence
  if (
    issuer === null ||
    tokens.some((token) => token.quotation !== null) ||
    !/[.!…]$/u.test(state.text.slice(sentence.start, sentence.end))
  )
    return
  const clause = { tokens, implies: 'neutral' as const, speaker: issuer, quoted: true, language, names }
  const kind = kindOf(clause)
  const owner = ownerOf(clause)
  if (
    kind === 'announcement' ||
    (kind === 'position' && owner !== 'own') ||
    (kind === 'allegation' && owner !== 'other') ||
    (owner === 'none' && kind !== 'denial')
  )
    return
  if (kind === 'position' && !holds(language.pronouns, tokens, 0, 3)) return
  let { end } = sentence
  while (end > sentence.start && /[.!…\s]/u.test(state.text[end - 1]!)) end -= 1
  state.found.push({
    parts: [{ start: sentence.start, end }],
    quoted: false,
    speaker: issuer,
    saidAs: null,
    implies: 'neutral',
    listener: null,
    open: false,
  })
}

function resolveAgain(people: People, person: Person): void {
  const at = people.recent.indexOf(person)
  if (at !== -1) people.recent.splice(at, 1)
  people.recent.push(person)
}

function speakerOf(
  state: Walk,
  saying: Saying,
  of: { subject: Person | null; tokens: Sentence['tokens']; contents: readonly Content[]; index: number },
): Person | null {
  const { people, text } = state
  if (saying.kind === 'agreed') return null
  const { agrees } = saying.cue
  if (saying.subject !== null) {
    const own = saying.subject.pronoun === 'it' || saying.subject.pronoun === 'he' || saying.subject.pronoun === 'she'
    if (own && of.subject !== null && of.subject.kind === 'person' && saying.subject.pronoun !== 'it') return of.subject
    return resolve(people, saying.subject, agrees)
  }
  if (saying.noun !== null) {
    const [from, to] = saying.noun
    const name = text.slice(of.tokens[from]!.start, of.tokens[to - 1]!.end)
    return { kind: 'unnamed', name, role: null, party: null, gender: null, head: null, sure: true }
  }
  if (!saying.dropped) return null
  if (of.subject !== null) return of.subject
  if (of.index > 0) {
    const before = of.contents[of.index - 1]!.saying.subject
    if (before !== null) return resolve(people, before)
  }
  if (agrees === 'we' && people.issuer !== null) return people.issuer
  return byPronoun(people, null, agrees)
}

function utter(
  state: Walk,
  content: Content,
  of: { speaker: Person | null; sentence: Sentence; mentions: readonly Mention[]; at: { read: Read; index: number } },
): Utterance[] {
  const { saying, pieces } = content
  const { tokens } = of.sentence
  const verbTo =
    saying.inverted && saying.subject !== null
      ? Math.min(saying.to, Math.max(saying.at + 1, saying.subject.from))
      : saying.to
  const saidAs = state.text.slice(tokens[saying.at]!.start, tokens[Math.max(saying.at, verbTo - 1)]!.end)
  const listener = listenerOf(state, saying, of, pieces[0]?.start ?? 0)
  const base = { speaker: of.speaker, saidAs, implies: saying.cue.implies, listener, open: false }
  const stretches = content.before ? before(state, of) : pieces
  const found: Utterance[] = []
  for (const { start, end: cut, quoted } of stretches) {
    const end = quoted ? cut : closed(state.text, start, cut)
    const labels = saying.cue.implies === 'object' && saying.cue.agrees === 'participle'
    if (labels && state.text.slice(start, end).split(/\s+/u).length < 4) continue
    if (end <= start || (quoted && stretches.length > 1 && state.text.slice(start, end).split(/\s+/u).length < 3))
      continue
    const quotation = tokens.find((token) => token.quotation?.start === start)?.quotation ?? null
    const carried = quotation?.continues === true && state.last?.open === true ? state.last : null
    if (carried !== null) {
      carried.parts.push({ start, end })
      carried.open = quotation?.open === true
      carried.speaker ??= of.speaker
      carried.saidAs ??= saidAs
      if (carried.implies === 'neutral') carried.implies = base.implies
      found.push(carried)
      continue
    }
    const noun = tokens.findIndex((token) => token.start === start)
    if (
      base.implies === 'neutral' &&
      !quoted &&
      noun !== -1 &&
      !state.language.table.bareThat &&
      find(state.language.objects, tokens, noun) !== null
    )
      base.implies = 'object'
    const made: Utterance = { ...base, parts: [{ start, end }], quoted, open: quotation?.open === true }
    state.found.push(made)
    state.last = made
    found.push(made)
  }
  return found
}

/** A closing mark right behind belongs to words that hold the opening one. */
function closed(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  const opened = (words.match(/[«“„]/gu)?.length ?? 0) - (words.match(/[»”]/gu)?.length ?? 0)
  const straight = (words.match(/"/gu)?.length ?? 0) % 2
  return (opened > 0 && /[»”“]/u.test(text[end] ?? '')) || (straight === 1 && text[end] === '"') ? end + 1 : end
}

/** The sentence before, when nobody has said it yet («Об этом сообщил министр»). */
function before(
  state: Walk,
  of: { at: { read: Read; index: number } },
): { start: number; end: number; quoted: boolean }[] {
  const { read, index } = of.at
  const sentence = read.sentences[index - 1]?.sentence
  if (sentence === undefined) return []
  const { start } = sentence
  let { end } = sentence
  while (end > start && /[.!?…\s]/u.test(state.text[end - 1]!)) end -= 1
  const said = state.found.some((one) => one.parts.some((part) => part.start >= start && part.end <= sentence.end))
  return said ? [] : [{ start, end, quoted: false }]
}

/** Whom the verb of saying names as listener: "told Velin that". */
function listenerOf(
  state: Walk,
  saying: Saying,
  of: { sentence: Sentence; mentions: readonly Mention[] },
  contentStart: number,
): string | null {
  const { tokens } = of.sentence
  const mention = of.mentions.find(
    (one) => one.from >= saying.to && one.from <= saying.to + 1 && tokens[one.to - 1]!.end <= contentStart,
  )
  if (mention === undefined || mention.pronoun !== null || mention.from === saying.subject?.from) return null
  return resolve(state.people, mention)?.name ?? null
}

/** A quotation beside no verb of saying: of the one who speaks in this paragraph, or ended the one before. */
function loose(
  state: Walk,
  quotation: { start: number; end: number; open: boolean; continues: boolean },
  at: { read: Read; index: number },
): void {
  const carried = quotation.continues && state.last?.open === true ? state.last : null
  if (carried !== null) {
    carried.parts.push({ start: quotation.start, end: quotation.end })
    carried.open = quotation.open
    return
  }
  const here = state.found.slice(state.paragraphStart).at(-1)
  const alone = at.index === 0
  const speaker =
    here !== undefined ? here.speaker : alone && !quotation.open ? (state.found.at(-1)?.speaker ?? null) : null
  const words = state.text.slice(quotation.start, quotation.end).split(/\s+/u).length
  if (words < 3 || (words < 4 && here === undefined)) return
  const made: Utterance = {
    parts: [{ start: quotation.start, end: quotation.end }],
    quoted: true,
    speaker,
    saidAs: here?.saidAs ?? null,
    implies: 'neutral',
    listener: null,
    open: quotation.open,
  }
  state.found.push(made)
  state.last = made
}

/** The mentions of every sentence of a text. */
export function mentionsIn(
  text: string,
  sentences: readonly Sentence[],
  language: Language,
  names: Names,
): { sentence: Sentence; mentions: Mention[] }[] {
  return sentences.map((sentence) => ({ sentence, mentions: mentionsOf(text, sentence.tokens, language, names) }))
}
