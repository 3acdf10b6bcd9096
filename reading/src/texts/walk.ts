import { type Content, contentsOf } from './contents.ts'
import { kindOf } from './kinds.ts'
import type { Language } from './languages/language.ts'
import { find, holds, search } from './languages/words.ts'
import type { Mention } from './mention.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'
import { ownerOf } from './owners.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'
import { sayingsOf } from './sayings.ts'
import type { Sentence } from './sentences.ts'
import { listenerOf, speakerOf } from './speakers.ts'
import { isMinutes } from './transcript.ts'
import type { Utterance } from './utterances.ts'
import type { Read, Walk } from './walk-state.ts'

/** Goes through the body of a text and gathers who says what. */
export function walk(text: string, reads: readonly Read[], language: Language, people: People): Utterance[] {
  const state: Walk = {
    text,
    language,
    names: people.names,
    people,
    found: [],
    last: null,
    paragraphStart: 0,
    before: undefined,
    minuted: isMinutes(reads, language),
  }
  for (const read of reads) {
    if (read.paragraph.kind !== 'body' || read.question) continue
    state.paragraphStart = state.found.length
    if (read.answer !== null) answer(state, read, read.answer)
    else
      for (const [index, { sentence, mentions }] of read.sentences.entries())
        sentenceOf(state, sentence, mentions, { read, index })
    state.before = read.sentences.at(-1)?.sentence
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
  if (state.people.letter && find(state.language.set.closings, tokens, 0) !== null) return
  const sayings = sayingsOf(tokens, mentions, state.language)
  const contents = contentsOf(tokens, mentions, sayings, state.language)
  if (sayings.length === 0) own(state, sentence)
  if (sayings.length === 0 && state.minuted) promises(state, sentence, mentions)
  const used = new Set<number>()
  let subject: Person | null = null
  const told = new Set<Mention>()
  for (const [index, content] of contents.entries()) {
    const speaker = speakerOf(state, content.saying, { subject, tokens: sentence.tokens, mentions, contents, index })
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

/** Minutes: "Mr Rusk will send the list", "Lumeria was prepared to authorise a visit". */
function promises(state: Walk, { tokens, start, end }: Sentence, mentions: readonly Mention[]): void {
  const { language, names, people, text } = state
  const [first] = mentions
  if (
    first === undefined ||
    first.from > 2 ||
    first.afterPreposition ||
    first.oblique ||
    !/[.!…]$/u.test(text.slice(start, end))
  )
    return
  const speaker = resolve(people, first)
  if (speaker === null || speaker.kind === 'unnamed' || tokens.some((token) => token.quotation !== null)) return
  const rest = tokens.slice(first.to)
  const clause = { tokens: rest, implies: 'neutral' as const, speaker, quoted: false, language, names }
  const promise = search(language.signs.future, rest, 0, 5) !== -1 || search(language.signs.ready, rest, 0, 5) !== -1
  if (!promise || kindOf(clause) !== 'commitment' || rest.length === 0) return
  let to = end
  while (to > start && /[.!…\s]/u.test(text[to - 1]!)) to -= 1
  state.found.push({
    parts: [{ start: rest[0]!.start, end: to }],
    quoted: false,
    speaker,
    saidAs: null,
    implies: 'promise',
    listener: null,
    open: false,
  })
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
    (kind === 'announcement' && !people.letter) ||
    (kind === 'position' && owner !== 'own' && !people.letter) ||
    (kind === 'allegation' && owner !== 'other') ||
    (owner === 'none' && kind !== 'denial' && !people.letter)
  )
    return
  if (kind === 'position' && !people.letter && !holds(language.pronouns, tokens, 0, 3)) return
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
    if (leadsOnly(state, content, tokens)) continue
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
    if (base.implies === 'neutral' && !quoted && noun !== -1 && objectAt(state.language, tokens, noun))
      base.implies = 'object'
    const made: Utterance = { ...base, parts: [{ start, end }], quoted, open: quotation?.open === true }
    state.found.push(made)
    state.last = made
    found.push(made)
  }
  return found
}

/** "reiterated his organisation's readiness to act", «о готовности»: the words begin with a noun that decides. */
function objectAt(language: Language, tokens: Sentence['tokens'], at: number): boolean {
  if (!language.table.bareThat) return find(language.objects, tokens, at) !== null
  if (
    find(language.set.that, tokens, at - 1) !== null ||
    (find(language.set.articles, tokens, at) === null && find(language.objects, tokens, at) === null)
  )
    return false
  const noun = [0, 1, 2, 3].find((one) => find(language.objects, tokens, at + one)?.value === 'promise')
  return noun !== undefined && /^(?:to|for)$/u.test(tokens[at + noun + 1]?.key ?? '')
}

/** "Commenting on the claims, he said": the words behind the comma are said, these only lead to them. */
function leadsOnly({ language }: Walk, { saying, pieces }: Content, tokens: Sentence['tokens']): boolean {
  const [piece] = pieces
  if (saying.cue.agrees !== 'participle' || saying.at > 2 || piece === undefined || piece.quoted) return false
  const first = tokens.findIndex((token) => token.start === piece.start)
  return (
    first > 0 &&
    find(language.set.that, tokens, first - 1) === null &&
    tokens.findIndex((token) => token.end === piece.end) < tokens.length - 4
  )
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
  const sentence = read.sentences[index - 1]?.sentence ?? (index === 0 ? state.before : undefined)
  if (sentence === undefined) return []
  const { start } = sentence
  let { end } = sentence
  while (end > start && /[.!?…\s]/u.test(state.text[end - 1]!)) end -= 1
  const said = state.found.some((one) => one.parts.some((part) => part.start >= start && part.end <= sentence.end))
  return said ? [] : [{ start, end, quoted: false }]
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
