import { partyOf } from './bodies.ts'
import { dayOf } from './days.ts'
import { subjectOf } from './details.ts'
import type { Language } from './languages/language.ts'
import { find, search } from './languages/words.ts'
import { isName, stemOf } from './names.ts'
import { resolve } from './people.ts'
import type { People } from './person.ts'
import type { Meeting, Proposal } from './proposal.ts'
import type { Read } from './walk-state.ts'

/** The meeting a text reports: the first sentence of the body that says the sides met, else a heading. */
export function meetingOf(
  text: string,
  reads: readonly Read[],
  of: { language: Language; people: People; date: string | null },
): { proposal: Proposal; meeting: Meeting } | null {
  const { language, people } = of
  for (const wanted of ['body', 'heading', 'headline'] as const) {
    for (const read of reads) {
      const { kind } = read.paragraph
      const minutes = kind !== 'body' && wanted === 'heading'
      if (
        wanted === 'body'
          ? kind !== 'body' || read.answer !== null || read.question
          : wanted === 'heading'
            ? !minutes
            : kind !== 'headline'
      )
        continue
      for (const { sentence, mentions } of read.sentences) {
        const { tokens } = sentence
        const headed = search(language.set.meetingHeads, tokens, 0, Math.min(tokens.length, 4))
        const verb = search(language.set.meeting, tokens, 0, tokens.length)
        const sides = mentions.filter(
          (one) => one.pronoun === null && one.kind !== 'together' && one.kind !== 'unnamed',
        )
        const heading = headed !== -1 && sides.length >= 1 && (wanted !== 'body' || headed === 0)
        if (!heading && (verb === -1 || !sidesAround(sides, verb, mentions) || wanted === 'heading')) continue
        if (tokens.some((token) => token.quotation !== null) && !heading) continue
        let { end } = sentence
        const { start } = sentence
        while (end > start && /[.!?…\s]/u.test(text[end - 1]!)) end -= 1
        const names = sides
          .map((one) => resolve(people, one)?.name ?? partyOf(people, one))
          .filter((one): one is string => one !== null)
        const place = placeIn(read, tokens, language, people)
        const meeting: Meeting = {
          span: { start, end },
          sides: [...new Set(names)],
          place,
          when: dayOf(text, tokens, language, of.date),
          about: subjectOf(tokens, language),
        }
        return { meeting, proposal: blank(text, meeting) }
      }
    }
  }
  return null
}

/** Somebody before the verb and somebody behind it, or two on one side ("X and Y met"). */
function sidesAround(
  sides: readonly { from: number; to: number }[],
  verb: number,
  all: readonly { from: number; pronoun: string | null; kind: string }[],
): boolean {
  const doer =
    sides.some((one) => one.from <= verb) ||
    all.some((one) => one.from < verb && (one.pronoun === 'he' || one.pronoun === 'she' || one.kind === 'together'))
  const other = sides.some((one) => one.from > verb)
  return (doer && other) || sides.length >= 2
}

function placeIn(
  read: Read,
  tokens: Read['sentences'][number]['sentence']['tokens'],
  language: Language,
  people: People,
): string | null {
  void read
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    if (find(language.set.inPlace, tokens, at) === null || !isName(tokens, at + 1, language, people.names)) continue
    if (people.names.adjectives.has(stemOf(tokens[at + 1]!.key, language))) continue
    return tokens[at + 1]!.text
  }
  return null
}

function blank(text: string, meeting: Meeting): Proposal {
  return {
    kind: 'meeting',
    speaker: null,
    role: null,
    party: null,
    span: meeting.span,
    text: text.slice(meeting.span.start, meeting.span.end),
    quoted: false,
    saidAs: null,
    addressee: null,
    against: null,
    subject: meeting.about,
    treaty: null,
    place: meeting.place,
    since: null,
    negated: false,
    hedge: false,
    condition: null,
  }
}
