import { detect } from './detect.ts'
import { entriesOf } from './entries.ts'
import { markTurns } from './interview.ts'
import { compile, type Language } from './languages/language.ts'
import { tables } from './languages.ts'
import { meetingOf } from './meeting.ts'
import { isName, namesOf, stemOf, type Names } from './names.ts'
import { attendance, inferParties, issuerOf } from './papers.ts'
import { paragraphsOf } from './paragraphs.ts'
import { peopleOf, resolve, type People } from './people.ts'
import type { Note, Proposal, Reading } from './proposal.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { keyOf, tokensOf, type Token } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { mentionsIn, walk, type Read } from './walk.ts'

/** What may be told beside the text: the day of the report (YYYY-MM-DD), its language, names of parties. */
export interface Options {
  readonly date?: string
  readonly language?: Reading['language']
  readonly parties?: readonly string[]
}

const charactersMax = 8_000_000

/**
 * Reads a report, communiqué, interview or minutes and proposes who said what. Pure, offline, without any model:
 * tables of words and one walk for all languages. Same text, same answer; work grows with the length of the text.
 */
export function readText(text: string, options: Options = {}): Reading {
  const notes: Note[] = []
  const whole = text.length <= charactersMax ? text : text.slice(0, charactersMax)
  if (whole !== text) notes.push({ code: 'too_long', detail: String(charactersMax) })
  const { code, mixed } = options.language == null ? detect(whole, tables) : { code: options.language, mixed: null }
  if (mixed !== null) notes.push({ code: 'languages_mixed', detail: mixed })
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(whole)) notes.push({ code: 'bidi_controls', detail: null })
  const table = tables.find((one) => one.code === code)
  if (table === undefined)
    return {
      language: null,
      proposals: [],
      meeting: null,
      notes: [...notes, { code: 'language_unknown', detail: null }],
    }
  const language = compile(table)
  const { reads, people, open } = prepare(whole, language, options)
  if (open) notes.push({ code: 'quotation_open', detail: null })
  const utterances = walk(whole, reads, language, people)
  inferParties(whole, utterances, language, people)
  const proposals = utterances.flatMap((utterance) => entriesOf(whole, utterance, language, people))
  const met = meetingOf(whole, reads, { language, people, date: options.date ?? null })
  const kept = distinct(
    met === null ? proposals : [met.proposal, ...proposals.filter((one) => !retells(one, met.proposal))],
  )
  if (met?.meeting.when?.date === null && options.date === undefined)
    notes.push({ code: 'date_needed', detail: met.meeting.when.text })
  if (kept.length === 0) notes.push({ code: 'no_statement', detail: null })
  return { language: table.code, proposals: kept, meeting: met?.meeting ?? null, notes }
}

/** "The two met on Tuesday, officials said.": the meeting is told once. */
function retells(one: Proposal, meeting: Proposal): boolean {
  const inside = one.span.start >= meeting.span.start && one.span.end <= meeting.span.end
  const most = (one.span.end - one.span.start) * 2 > meeting.span.end - meeting.span.start
  return inside && most && one.party === null && (one.kind === 'position' || one.kind === 'announcement')
}

function prepare(text: string, language: Language, options: Options): { reads: Read[]; people: People; open: boolean } {
  let open = false
  const cut = paragraphsOf(text, language).map((paragraph) => {
    const { sentences, open: left } = sentencesOf(text, paragraph.start, paragraph.end, language, open)
    open = left
    return { paragraph, sentences }
  })
  const names = namesOf(
    cut.flatMap(({ sentences }) => sentences),
    language,
    options.parties ?? [],
  )
  if (!language.table.cased)
    learn(
      text,
      cut.flatMap(({ sentences }) => sentences),
      language,
      names,
    )
  const reads = cut.map(({ paragraph, sentences }): Read => ({
    paragraph,
    sentences: mentionsIn(text, sentences, language, names),
    answer: null,
    question: false,
  }))
  const people = peopleOf(language, names)
  for (const { sentences } of reads) {
    for (const { sentence, mentions } of sentences) {
      for (const mention of mentions) if (mention.pronoun === null && mention.kind !== 'name') resolve(people, mention)
      attendance(sentence, mentions, people)
    }
  }
  people.issuer = issuerOf(reads, people)
  markTurns(text, reads, language, people)
  people.recent.length = 0
  return { reads, people, open }
}

/** Where names have no capitals, the offices and bodies of the whole text are read first for the names they show. */
function learn(text: string, sentences: readonly Sentence[], language: Language, names: Names): void {
  const mentions = mentionsIn(text, sentences, language, names).flatMap((one) => one.mentions)
  for (const { party } of mentions) if (party !== null) names.lone.set(stemOf(keyOf(party), language), 1)
  for (const { tokens } of sentences) {
    for (const token of tokens)
      if (token.quotation !== null)
        accused(tokensOf(text, token.start, token.end, language.table.code), language, names)
    accused(tokens, language, names)
  }
  for (const { kind, name } of mentions) {
    const last = name?.split(' ').at(-1)
    if (kind === 'person' && last !== undefined && !names.lone.has(stemOf(keyOf(last), language)))
      names.surnames.add(stemOf(keyOf(last), language))
  }
}

/** "إن كارسوفيا ترفض": a name behind "that" and before what is wrong or promised is a party. */
function accused(tokens: readonly Token[], language: Language, names: Names): void {
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const opens = at === 0 || find(language.set.that, tokens, at - 1) !== null || !tokens[at - 1]!.word
    const token = tokens[at]!
    if (
      !opens ||
      !token.word ||
      token.key.startsWith('ال') ||
      token.keys.length > 1 ||
      !isName(tokens, at, language, names)
    )
      continue
    const acts = find(language.signs.wrong, tokens, at + 1) ?? find(language.signs.future, tokens, at + 1)
    const verb = /^[تيس]/u.test(tokens[at + 1]!.key)
    if (acts !== null && verb && !names.surnames.has(stemOf(token.key, language)))
      names.lone.set(stemOf(token.key, language), 1)
  }
}

/** In the order of the text; of two entries over the same words the first is kept. */
function distinct(proposals: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>()
  return proposals
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span, kind }) => {
      const key = `${span.start} ${span.end} ${kind === 'meeting'}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}
