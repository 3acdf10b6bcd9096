import type { Language } from './languages/language.ts'
import { keyOf, type Token, tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import type { Sentence } from './sentences.ts'

/** What the whole text shows about its names, before any sentence is read. */
export interface Names {
  /** Words that are written small somewhere. */
  readonly small: ReadonlySet<string>
  /** Stems of capital words that stand alone or have an adjective: countries, parties, places. */
  readonly lone: Map<string, number>
  /** Stems seen as the last word of a name of several words. */
  readonly surnames: Set<string>
  /** Stems of countries' adjectives. */
  readonly adjectives: ReadonlySet<string>
  /** How the words written small begin. */
  readonly starts: ReadonlySet<string>
  /** Stems seen with a capital within a sentence, where only names have one. */
  readonly inner: ReadonlySet<string>
  /** Stems of what the text shows to be a party: it has an office, a body, an adjective. */
  readonly parties: Set<string>
  /** Every form of a stem as it stands in the text. */
  readonly forms: ReadonlyMap<string, ReadonlySet<string>>
}

/** The part of a country's or person's name that case and adjective leave alone. */
export function stemOf(word: string, language: Language): string {
  let key = word
  if (!language.table.cased && /^(?:و|ب|ل)?ال/u.test(key) && key.length > 5) key = key.replace(/^(?:و|ب|ل)?ال/u, '')
  for (const ending of language.table.countryEndings) {
    if (key.length - ending.length >= 3 && key.endsWith(ending)) return key.slice(0, -ending.length)
  }
  return key
}

/** Is the word written like the adjective of a country's name? */
export function isPartyAdjective(token: Token, language: Language, names: Names): boolean {
  if (!token.word || token.key.length < 5) return false
  const key = language.table.cased ? token.key : (token.keys.at(-1) ?? token.key)
  if (!language.table.cased && !/^(?:ب|ل)?ال|^لل/u.test(key)) return false
  if (!language.table.partyEndings.some((ending) => key.endsWith(ending))) return false
  if (find(language.set.modifiers, [token], 0) !== null) return false
  const stem = stemOf(key, language)
  if (!language.table.cased && key.endsWith('ية')) return stem.length >= 4
  return (names.forms.get(stem)?.size ?? 0) > 0 && (token.capital ? names.adjectives.has(stem) : true)
}

/** Reads every sentence once for the names in it. */
export function namesOf(
  text: string,
  sentences: readonly Sentence[],
  language: Language,
  parties: readonly string[] = [],
): Names {
  const small = new Set<string>()
  const lone = new Map<string, number>()
  const surnames = new Set<string>()
  const forms = new Map<string, Set<string>>()
  const adjectives = new Set<string>(parties.map((party) => stemOf(keyOf(party), language)))
  const known = new Set<string>(adjectives)
  if (!language.table.cased)
    return {
      small,
      lone,
      surnames,
      adjectives,
      parties: known,
      inner: new Set(),
      starts: new Set(),
      forms: arabicForms(sentences, language),
    }
  const inner = new Set<string>()
  const starts = new Set<string>()
  const stretches = sentences.flatMap(({ tokens }) => [
    tokens,
    ...tokens.flatMap((token) => insideOf(token, text, language)),
  ])
  for (const tokens of stretches)
    for (const [at, token] of tokens.entries()) {
      if (!token.word) continue
      if (!token.capital) {
        small.add(token.key)
        if (token.key.length >= 5) starts.add(token.key.slice(0, 5))
      } else if (tokens[at - 1]?.word === true) inner.add(stemOf(token.key, language))
    }
  const names: Names = { small, lone, surnames, adjectives, parties: known, inner, starts, forms }
  for (const tokens of stretches) {
    for (let at = 0; at < tokens.length; at += 1) {
      let to = at
      while (to < tokens.length && isName(tokens, to, language, names)) to += 1
      if (to === at) continue
      const title = at > 0 && find(language.titles, tokens, at - 1) !== null
      if (to - at >= 2 || title) surnames.add(stemOf(tokens[to - 1]!.key, language))
      else count(lone, stemOf(tokens[at]!.key, language))
      for (let one = at; one < to; one += 1) remember(forms, tokens[one]!, language)
      at = to
    }
  }
  for (const [stem, written] of forms) {
    const kinds = [...written].map(
      (word) => language.table.partyEndings.find((ending) => word.toLowerCase().endsWith(ending)) !== undefined,
    )
    if (kinds.includes(true) && kinds.includes(false)) adjectives.add(stem)
  }
  for (const word of small) {
    const stem = stemOf(word, language)
    if (forms.has(stem) && language.table.partyEndings.some((ending) => word.endsWith(ending))) adjectives.add(stem)
  }
  for (const stem of adjectives) known.add(stem)
  return names
}

function insideOf({ quotation }: Token, text: string, language: Language): Token[][] {
  return quotation === null ? [] : [tokensOf(text, quotation.start, quotation.end, language.table.code)]
}

/** Is the word at this place part of a name? Weekdays, months, titles, offices and small words are not. */
export function isName(tokens: readonly Token[], at: number, language: Language, names: Names): boolean {
  const token = tokens[at]
  if (token === undefined || !token.word || /^\p{N}/u.test(token.text)) return false
  if (!language.table.cased) return isArabicName(tokens, at, language)
  if (!token.capital) return false
  const { set } = language
  if (find(set.months, tokens, at) !== null || find(language.weekdays, tokens, at) !== null) return false
  if (find(language.titles, tokens, at) !== null || find(set.things, tokens, at) !== null) return false
  if (find(language.heads, tokens, at) !== null || find(set.modifiers, tokens, at) !== null) return false
  if (
    find(set.treaties, tokens, at) !== null ||
    find(set.articlesOfLaw, tokens, at) !== null ||
    find(set.papers, tokens, at) !== null
  )
    return false
  if (language.table.code === 'fr' && /['’]$/u.test(token.text)) return false
  const before = tokens[at - 1]
  if (before !== undefined && (before.word || /^[,;:]$/u.test(before.text)))
    return find(set.common, tokens, at) === null || before.capital
  return find(set.common, tokens, at) === null && !names.small.has(token.key) && find(set.stops, tokens, at) === null
}

const arabicSets = [
  'stops',
  'prepositions',
  'that',
  'between',
  'timeWords',
  'months',
  'treaties',
  'papers',
  'modifiers',
  'things',
  'common',
  'listeners',
  'relative',
  'contrast',
  'conditions',
  'since',
  'places',
  'articlesOfLaw',
  'silent',
  'passive',
] as const

/** Function words take no article: العلي is a name, not على. */
const closedClass: ReadonlySet<string> = new Set([
  'stops',
  'prepositions',
  'that',
  'between',
  'relative',
  'contrast',
  'conditions',
  'since',
  'silent',
])

function isArabicName(tokens: readonly Token[], at: number, language: Language): boolean {
  const token = tokens[at]!
  if (token.key.length < 2 || /^(?:ال|بال|لل)?(?:[^\s]*)(?:ات|تين|ون)$/u.test(token.key)) return false
  if (/^(?:بال|لل)/u.test(token.key) && token.key.length > 5) return false
  if (find(language.cues, tokens, at, false) !== null || find(language.heads, tokens, at) !== null) return false
  if (
    find(language.titles, tokens, at) !== null ||
    find(language.pronouns, tokens, at) !== null ||
    find(language.weekdays, tokens, at) !== null
  )
    return false
  return arabicSets.every((name) => find(language.set[name], tokens, at, !closedClass.has(name)) === null)
}

function arabicForms(sentences: readonly Sentence[], language: Language): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  for (const { tokens } of sentences) {
    for (const token of tokens) {
      if (!token.word || token.key.length < 4) continue
      const key = token.keys.at(-1) ?? token.key
      if (/^(?:[بل])?ال|^لل/u.test(key)) continue
      const stem = stemOf(key, language)
      const known = forms.get(stem) ?? new Set<string>()
      known.add(token.keys.length > 1 && key !== token.key ? token.text.slice(1) : token.text)
      forms.set(stem, known)
    }
  }
  return forms
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function remember(forms: Map<string, Set<string>>, token: Token, language: Language): void {
  const stem = stemOf(token.key, language)
  const known = forms.get(stem) ?? new Set<string>()
  known.add(token.text)
  forms.set(stem, known)
}

/**
 * The name of a party as the text has it in the nominative: for an adjective the noun of the same stem, for another
 * case the nominative by rule; the word itself where the text has nothing better. `genitive` when the word stands in
 * another case, as behind an office.
 */
export function partyName(word: string, language: Language, names: Names, genitive = true): string {
  const stem = stemOf(keyOf(word), language)
  const written = [...(names.forms.get(stem) ?? [])].find((one) => keyOf(one) === keyOf(word) && one !== word)
  if (written !== undefined && word.length > 3 && word === word.toUpperCase() && cased(word))
    return partyName(written, language, names, genitive)
  const { partyEndings, nominatives } = language.table
  const { cased: capitals } = language.table
  const adjective = (one: string): boolean =>
    partyEndings.some((ending) => keyOf(one).endsWith(ending) && one.length - ending.length >= 3)
  const forms = [...(names.forms.get(stem) ?? [])].filter((one) => !adjective(one))
  if (nominatives.length === 0) {
    if (!adjective(word) || (capitals && forms.includes(word))) return word
    const noun = forms.find((one) => capitals || !one.startsWith('ال'))
    const nisba = /^ال(.{3,})(?:ية|ي)$/u.exec(word)
    if (noun === undefined && !capitals && nisba !== null) return `${nisba[1]}يا`
    return (
      noun ??
      (language.table.code === 'en' && /[^aeiou](?:i?an)$/u.test(word) && word.length > 5 ? word.slice(0, -1) : word)
    )
  }
  const all = adjective(word) ? forms : [...new Set([...forms, word])]
  const good =
    all.find((one) => /(?:ия|ія)$/u.test(one)) ??
    all.find((one) => /[бвгджзйклмнпрстфхцчшщ]$/u.test(one) && !/(?:ой|ом|им|ем|ей|єю|ою)$/u.test(one))
  if (good !== undefined) return good
  const masculine =
    language.table.code === 'uk' && genitive ? all.find((one) => /[бвгджзклмнпрстфхцчшщ]у$/u.test(one)) : undefined
  if (masculine !== undefined && all.length === 1 && !adjective(word)) return masculine.slice(0, -1)
  const feminine = all.find((one) => /(?:ии|ію|ию|ії|ією|ией|ы|у|ой|ою|и|і)$/u.test(one))
  if (feminine !== undefined) return nominative(feminine, language)
  const first = all[0] ?? word
  return genitive && /[бвгджзклмнпрстфхцчшщ]а$/u.test(first) && all.length === 1 && !adjective(word)
    ? first.slice(0, -1)
    : first
}

/** The nominative of a name in another case, by the endings of the language. */
export function nominative(word: string, language: Language): string {
  for (const [ending, replacement] of language.table.nominatives) {
    if (word.length - ending.length >= 3 && word.endsWith(ending))
      return word.slice(0, word.length - ending.length) + replacement
  }
  return word
}

function cased(word: string): boolean {
  return word !== word.toLowerCase()
}
