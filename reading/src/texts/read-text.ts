import { lowered, shouted } from './capitals.ts'
import { detect } from './detect.ts'
import { entriesOf } from './entries.ts'
import { markTurns } from './interview.ts'
import { tables } from './languages.ts'
import { compile, type Language } from './languages/language.ts'
import { keyOf } from './languages/tokens.ts'
import { learn } from './learn.ts'
import { meetingOf } from './meeting.ts'
import { namesOf, stemOf } from './names.ts'
import { attendance, inferParties, isLetter, issuerOf, presiding } from './papers.ts'
import { paragraphsOf } from './paragraphs.ts'
import { peopleOf, resolve } from './people.ts'
import type { People } from './person.ts'
import type { Note, Proposal, Reading } from './proposal.ts'
import { sentencesOf } from './sentences.ts'
import { acts, belongs, oneState, settle } from './ties.ts'
import type { Read } from './walk-state.ts'
import { mentionsIn, walk } from './walk.ts'

/** What may be told beside the text: the day of the report (YYYY-MM-DD), its language, names of parties. */
export interface Options {
  readonly date?: string
  readonly language?: Reading['language']
  readonly parties?: readonly string[]
}

const charactersMax = 2_000_000

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
  oneState(people)
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
    text,
    cut.flatMap(({ sentences }) => sentences.filter((sentence) => !language.table.cased || !shouted(sentence))),
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
    sentences: mentionsIn(
      text,
      sentences.map((one) => (language.table.cased && shouted(one) ? lowered(one, language, names) : one)),
      language,
      names,
    ),
    answer: null,
    minuted: false,
    question: false,
  }))
  const people = peopleOf(language, names)
  let counted = 0
  for (const { sentences, paragraph } of reads) {
    for (const { sentence, mentions } of sentences) {
      if (paragraph.kind === 'formal' && /^[([]/u.test(text.slice(paragraph.start, paragraph.start + 1))) continue
      const before = people.recent.at(-1) ?? null
      counted += 1
      for (const mention of mentions) {
        if (mention.party !== null) names.parties.add(stemOf(keyOf(mention.party), language))
        if (mention.pronoun === null && mention.kind !== 'name') {
          const person = resolve(people, mention)
          if (person !== null) person.seen ??= counted
          belongs(mention, person, before)
        }
      }
      acts(mentions, people)
      attendance(sentence, mentions, people)
      presiding(sentence, mentions, people)
    }
  }
  people.issuer = issuerOf(reads, people)
  people.letter = people.issuer !== null && isLetter(reads, language)
  settle(people)
  markTurns(text, reads, language, people)
  people.recent.length = 0
  return { reads, people, open }
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
