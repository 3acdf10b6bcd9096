// What a text of ours may not say, and what a commitment may not do. Tables of words a linguist can read and extend; the
// walk over a text is one for all languages.
import type { z } from 'zod'
import type { CommitmentAsked, DraftProblem, RepresentationAsked } from './shapes-work.ts'
import type { protectionWarnings } from './words.ts'

type Avoided = { readonly words: readonly string[]; readonly use: string; readonly quotable?: true }

/**
 * Words to avoid and what to use (domain/08), in the five languages. A word stands for all that begins with it where it
 * ends in `*`. What is a term of law may stand inside quotation marks, as the words of a claim.
 */
const avoided: readonly Avoided[] = [
  {
    words: ['enemy', 'enemies', 'ennemi*', 'враг*', 'вражеск*', 'ворог*', 'ворож*', 'عدو', 'أعداء'],
    use: 'adverse_party',
  },
  {
    words: ['hostage*', 'otage*', 'заложни*', 'заручни*', 'رهينة', 'رهائن'],
    use: 'person_held',
    quotable: true,
  },
  {
    words: [
      'terrorist*',
      'criminal*',
      'bandit*',
      'militant*',
      'terroriste*',
      'criminel*',
      'террорист*',
      'преступник*',
      'бандит*',
      'боевик*',
      'терорист*',
      'злочинц*',
      'злочинець',
      'бойовик*',
      'إرهابي*',
      'مجرم*',
    ],
    use: 'person_deprived_of_liberty',
  },
  {
    words: [
      'kidnap*',
      'abduct*',
      'kidnapp*',
      'enlevé*',
      'похищен*',
      'похитил*',
      'викраден*',
      'викрали',
      'مخطوف*',
      'اختطف*',
    ],
    use: 'allegedly_held_by',
  },
  { words: ['swap*', 'troc', 'обменный фонд', 'обмінний фонд', 'مقايضة'], use: 'exchange_or_repatriation' },
  {
    words: ['victim*', 'victime*', 'жертв*', 'ضحية', 'ضحايا'],
    use: 'person_concerned',
  },
  {
    words: [
      'liberated',
      'occupiers',
      'puppet*',
      'so-called',
      'soi-disant',
      'оккупант*',
      'карател*',
      'так называем*',
      'окупант*',
      'карател*',
      'так зван*',
      'ما يسمى',
      'مرتزقة',
    ],
    use: 'neutral_name',
  },
]

type Problem = z.output<typeof DraftProblem>
type Draft = Pick<z.output<typeof RepresentationAsked>, 'text' | 'subject' | 'facts' | 'protects'>

/** Everything that keeps a draft from being cleared, in the order of the text; positions count UTF-16 code units. */
export function problemsOf({ text, subject, facts, protects }: Draft): Problem[] {
  const found: Problem[] = [...wordsToAvoid(text)]
  for (const { start: _start, end: _end, ...rest } of wordsToAvoid(subject))
    found.push({ ...rest, start: null, end: null })
  for (const name of protects)
    for (const { start, end } of occurrences(text, patternOf(name, 'inflected')))
      found.push({ code: 'source_exposed', start, end, found: text.slice(start, end), use: null })
  for (const fact of facts) {
    const needed = fact.consent === 'named' || fact.consent === 'anonymous'
    const missing = fact.consent === 'refused' || (needed && (fact.consentOn === null || fact.consentTakenBy === null))
    if (missing) found.push({ code: 'consent_missing', start: null, end: null, found: fact.rests, use: null })
  }
  return found.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0)
}

/** The table as patterns, made once. */
const patterns = avoided.flatMap(({ words, use, quotable = false }) =>
  words.map((word) => {
    const open = word.endsWith('*')
    return { pattern: patternOf(open ? word.slice(0, -1) : word, open ? 'open' : 'whole'), use, quotable }
  }),
)

/** Words to avoid in one text, each once a place. */
export function wordsToAvoid(text: string): Problem[] {
  const quoted = quotations(text)
  const found = new Map<number, Problem>()
  for (const { pattern, use, quotable } of patterns) {
    for (const { start, end } of occurrences(text, pattern)) {
      if (quotable && quoted.some((one) => one.start < start && end < one.end)) continue
      if ((found.get(start)?.end ?? 0) < end)
        found.set(start, { code: 'word_to_avoid', start, end, found: text.slice(start, end), use })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
}

type Ending = 'whole' | 'open' | 'inflected'

/**
 * Words as they stand in a text, not inside others. `open` lets a word go on with an ending; `inflected` lets the last
 * letter of each of them change, so that a name is found in every case form. Arabic particles may be written onto a word.
 */
function patternOf(words: string, ending: Ending): RegExp {
  const parts = words
    .trim()
    .split(/\s+/u)
    .map((word) => {
      const kept = ending === 'inflected' && word.length > 4 ? word.slice(0, -1) : word
      const particles = /\p{Script=Arabic}/u.test(word) ? '[وفبكل]{0,2}(?:ال)?' : ''
      return `${particles}${kept.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${ending === 'whole' ? '' : '\\p{L}*'}`
    })
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
}

function occurrences(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function quotations(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"]*"/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

type Warning = (typeof protectionWarnings)[number]
type Promised = Pick<z.output<typeof CommitmentAsked>, 'words' | 'translation' | 'condition' | 'subject'>

/** Subjects on which the Conventions themselves oblige: a promise about them may add to the duty, never make it conditional. */
const duties: readonly string[] = ['access', 'lists', 'messages', 'repatriation', 'treatment']

const renounced =
  /\b(waiv\w+|renounc\w+|give up (its|their|his|her) rights?|shall not apply|does not apply|instead of the convention)\b|renonc\p{L}+|ne s.applique\p{L}* pas|(отказ\p{L}+|отказыва\p{L}+) от (своих |его |их )?прав|не применя\p{L}+|відмов\p{L}+ від (своїх |його |їхніх )?прав|не застосов\p{L}+|تنازل|يتنازل|لا تنطبق|لا تسري/iu
const reciprocal =
  /\b(in exchange for|in return for|reciproc\w+|on condition of reciprocity|if the other (side|party)|provided (that )?the other (side|party))\b|en échange d|sous réserve de réciprocité|réciproqu\p{L}+|si l.autre partie|в обмен на|взаимн\p{L}+|если другая сторона|в обмін на|взаємн\p{L}+|якщо інша сторона|مقابل|المعاملة بالمثل|إذا .{0,20}الطرف الآخر/iu

/**
 * Why a commitment may lower the protection of a treaty. Special agreements may only add to it, and rights cannot be
 * renounced (GC III 6 and 7, IV 7 and 8); duties toward prisoners do not depend on what the other side does (common 1).
 */
export function protectionWarningsOf({ words, translation, condition, subject }: Promised): Warning[] {
  const said = [words, translation, condition].filter((one) => one !== null).join('\n')
  const found: Warning[] = []
  if (condition !== null && duties.includes(subject)) found.push('duty_made_conditional')
  if (renounced.test(said)) found.push('rights_renounced')
  if (reciprocal.test(said)) found.push('reciprocity_asked')
  return found
}
