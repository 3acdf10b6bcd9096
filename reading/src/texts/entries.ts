import { detailsOf, type Stretch } from './details.ts'
import { kindOf, takesUp } from './kinds.ts'
import type { Language } from './languages/language.ts'
import { type Token, tokensOf } from './languages/tokens.ts'
import { find, holds } from './languages/words.ts'
import { mentionsOf } from './mentions.ts'
import type { People } from './person.ts'
import type { Kind, Proposal } from './proposal.ts'
import { sentencesOf } from './sentences.ts'
import type { Utterance } from './utterances.ts'

interface Bit {
  start: number
  end: number
  kind: Kind
}

/** Cuts what somebody says into entries of one kind each. */
export function entriesOf(text: string, utterance: Utterance, language: Language, people: People): Proposal[] {
  const bits: Bit[] = []
  for (const part of utterance.parts) {
    const pieces = utterance.quoted ? sentencesIn(text, part, language) : clausesIn(text, part, language)
    for (const { start, end } of pieces) {
      const tokens = tokensOf(text, start, end, language.table.code)
      if (!tokens.some((token) => token.word) || greets(tokens, language)) continue
      const kind = kindOf({
        tokens,
        implies: utterance.implies,
        speaker: utterance.speaker,
        quoted: utterance.quoted,
        language,
        names: people.names,
      })
      const last = bits.at(-1)
      const joins =
        last !== undefined &&
        (last.kind === kind ||
          (utterance.quoted && kind === 'position' && takesUp(tokens, language)) ||
          (last.kind === 'denial' &&
            (kind === 'position' || kind === 'announcement') &&
            holds(language.signs.negation, tokens, 0, 4)))
      if (joins) last.end = end
      else if (
        last !== undefined &&
        utterance.quoted &&
        bits.length === 1 &&
        last.kind === 'position' &&
        short(text, last)
      ) {
        last.end = end
        last.kind = kind
      } else bits.push({ start, end, kind })
    }
  }
  return bits.map((bit) => proposalOf(text, bit, utterance, { language, people }))
}

function greets(tokens: readonly Token[], language: Language): boolean {
  return tokens.length <= 9 && find(language.set.greetings, tokens, 0) !== null
}

/** "No.", "Yes, of course.": belongs to the sentence behind it. */
function short(text: string, bit: Bit): boolean {
  return text.slice(bit.start, bit.end).split(/\s+/u).length < 3
}

function sentencesIn(
  text: string,
  part: { start: number; end: number },
  language: Language,
): { start: number; end: number }[] {
  return sentencesOf(text, part.start, part.end, language).sentences.map(({ start, end }) => ({ start, end }))
}

/** Clauses under one verb, cut at "and that" where their kinds may differ. */
function clausesIn(
  text: string,
  part: { start: number; end: number },
  language: Language,
): { start: number; end: number }[] {
  const tokens = tokensOf(text, part.start, part.end, language.table.code)
  const found: { start: number; end: number }[] = []
  let from = 0
  for (let at = 1; at < tokens.length - 3; at += 1) {
    const and = find(language.set.and, tokens, at)
    const that = and === null ? null : find(language.set.that, tokens, at + and.length)
    const joined =
      !language.table.cased &&
      tokens[at]!.keys.length > 1 &&
      find(language.set.that, [{ ...tokens[at]!, loose: [tokens[at]!.keys[1]!] }], 0) !== null
    if (!joined && (and === null || that === null)) continue
    found.push({ start: tokens[from]!.start, end: lastWord(tokens, from, at) })
    from = joined ? at + 1 : at + and!.length + that!.length
    at = from
  }
  found.push({ start: tokens[from]?.start ?? part.start, end: part.end })
  return found
}

function lastWord(tokens: readonly Token[], from: number, to: number): number {
  let at = to - 1
  while (at > from && !tokens[at]!.word) at -= 1
  return tokens[at]!.end
}

function proposalOf(
  text: string,
  bit: Bit,
  utterance: Utterance,
  of: { language: Language; people: People },
): Proposal {
  const { language, people } = of
  const tokens = tokensOf(text, bit.start, bit.end, language.table.code)
  const stretch: Stretch = {
    text,
    tokens,
    mentions: mentionsOf(text, tokens, language, people.names),
    language,
    names: people.names,
  }
  const { speaker } = utterance
  const details = detailsOf(stretch, bit.kind, people, { speaker, listener: utterance.listener })
  return {
    kind: bit.kind,
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    party: speaker?.party ?? null,
    span: { start: bit.start, end: bit.end },
    text: text.slice(bit.start, bit.end),
    quoted: utterance.quoted,
    saidAs: utterance.saidAs,
    ...details,
    negated: details.negated,
  }
}
