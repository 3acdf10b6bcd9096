import { type Phrases, phrases, wordSet } from './words.ts'

/**
 * What a verb of saying says about the words that follow it. `neutral` leaves the kind to the words themselves;
 * `object` leaves it to the noun that follows ("expressed gratitude", "expressed concern").
 */
export type Implication =
  | 'neutral'
  | 'view'
  | 'promise'
  | 'demand'
  | 'accusation'
  | 'denial'
  | 'thanks'
  | 'announcement'
  | 'object'

/**
 * How a verb of saying takes its words: `clause` (that ..., or a quotation), `matter` (an object: "thanked the
 * delegation"), `both`, or `quotation` (only beside quotation marks, "that" or a colon: "continued", "went on").
 */
export type Frame = 'clause' | 'matter' | 'both' | 'quotation'

/**
 * Who the form of a verb can be said of; a participle and an infinitive have no doer of their own; `perfect` needs an
 * auxiliary before it.
 */
export type Agreement = 'any' | 'perfect' | 'he' | 'she' | 'it' | 'they' | 'we' | 'participle' | 'infinitive'

/** One line of a table of verbs: every form, written out or made by the language's own rule. */
export interface Verb {
  readonly forms: readonly (readonly [string, Agreement])[]
  readonly implies: Implication
  readonly frame: Frame
}

/** Words that show what a clause is. `violat*` is any word so beginning, a space joins words. */
export interface Signs {
  readonly thanks: readonly string[]
  readonly denial: readonly string[]
  readonly request: readonly string[]
  /** must, should: a request when laid on somebody by name, else a view. */
  readonly duty: readonly string[]
  /** all states, both sides, everyone: a duty of these is a view. */
  readonly everyone: readonly string[]
  readonly wrong: readonly string[]
  /** been shot, расстреляны: a wrong done to somebody, whoever tells it. */
  readonly suffered: readonly string[]
  readonly future: readonly string[]
  /** ready, undertake, guarantee: promises without a future. */
  readonly ready: readonly string[]
  /** we, our, his country. */
  readonly own: readonly string[]
  /** allow, open, hand over: what a party can promise. */
  readonly good: readonly string[]
  /** released, arrived, has received: an event made known. */
  readonly news: readonly string[]
  readonly view: readonly string[]
  readonly negation: readonly string[]
  readonly hedge: readonly string[]
}

/**
 * Everything the walk over a text must be told about one language. Lists hold words and phrases; `word*` stands for
 * every word so beginning.
 */
export interface LanguageTable {
  readonly code: 'en' | 'fr' | 'ru' | 'uk' | 'ar'
  /** Do names begin with a capital? */
  readonly cased: boolean
  /** Does the doer commonly follow the verb ("قال الوزير")? */
  readonly verbFirst: boolean
  /** May a sentence have no doer at all, the one before being meant? */
  readonly dropsDoer: boolean
  /** May the verb of saying stand between commas inside the marks of a quotation ("« ..., a-t-il dit. ... »")? */
  readonly inciseByComma: boolean
  /** May "that" be left out? */
  readonly bareThat: boolean
  readonly verbs: readonly Verb[]
  /** Nouns that decide for verbs that imply `object`. */
  readonly objects: readonly (readonly [string, Implication])[]
  readonly that: readonly string[]
  /** «в», before a body of which "they said" ("В МИД сообщили"). */
  readonly inBodies: readonly string[]
  /** «о», «про», عن: a verb of saying may take a matter behind these. */
  readonly about: readonly string[]
  /** Forms of verbs that are followed by the listener: told, informed. */
  readonly takesListener: readonly string[]
  readonly accordingTo: readonly string[]
  /** "in his words": of whoever spoke last. */
  readonly inHisWords: readonly string[]
  /** "it is recalled that": the reporter's own, of nobody. */
  readonly impersonal: readonly string[]
  /** "as", «как», before the verb: the words said stand beside, not behind. */
  readonly as: readonly string[]
  /** «об этом», "this was": the words said are the sentence before. */
  readonly thisWas: readonly string[]
  /** "it was agreed that": a commitment of nobody in particular. */
  readonly agreed: readonly string[]
  /** has, have: before the past participle of a verb of saying. */
  readonly auxiliaries: readonly string[]
  /** The passive: "was accused" makes nobody a speaker. */
  readonly passive: readonly string[]
  /** se, s': before a verb of saying that is then none. */
  readonly reflexives: readonly string[]
  /** not, declined to: the verb says that nothing was said. */
  readonly silent: readonly string[]
  /** went on to, wished to: an infinitive that is said all the same. */
  readonly leads: readonly string[]
  /** while, by, en, للتأكيد: may stand before a participle. */
  readonly participleLeads: readonly string[]
  /** May stand between the doer and the verb: has, also, again. */
  readonly between: readonly string[]
  readonly and: readonly string[]
  /** while, whereas: another speaker may follow. */
  readonly contrast: readonly string[]
  readonly prepositions: readonly string[]
  readonly articles: readonly string[]
  /** of, for, de: tie what follows into the name of an office or body. */
  readonly of: readonly string[]
  /** for, to, on: tie into the name of an office, but name no party ("ambassador to ..."). */
  readonly ties: readonly string[]
  /** The same for the name of a body ("Committee for Prisoners"). */
  readonly bodyTies: readonly string[]
  /** Small words within a person's name. */
  readonly particles: readonly string[]
  /** who, which: opens a clause that is nobody's statement. */
  readonly relative: readonly string[]
  /** Function words that end a name or an office. */
  readonly stops: readonly string[]
  readonly pronouns: Readonly<Record<'he' | 'she' | 'it' | 'they' | 'we', readonly string[]>>
  /** "the latter", «последний» and other words for the person just named. */
  readonly latter: readonly string[]
  readonly titles: Readonly<Record<'he' | 'she' | 'any', readonly string[]>>
  /** Head words of offices, as doers. */
  readonly offices: readonly string[]
  /** The same in the other cases. */
  readonly officesOblique: readonly (readonly [string, string])[]
  /** Other names of one office: [as written, the office it is]. */
  readonly aliases: readonly (readonly [string, string])[]
  /** heads, leads: between a person and the body they speak for. */
  readonly presides: readonly string[]
  /** Offices that are a State's own: a country named with "in" is their party. */
  readonly homeOffices: readonly string[]
  /** A word for whoever spoke last, when it stands alone: the diplomat, the official. */
  readonly standsFor: readonly string[]
  /** their, its: before an office that belongs to the body or party named last. */
  readonly possessives: readonly string[]
  /** Opens an insert behind a doer: speaking on condition of anonymity. */
  readonly inserts: readonly string[]
  /** Good morning: said, but no statement. */
  readonly greetings: readonly string[]
  /** Offices of a State or armed group, never of an independent body. */
  readonly stateOffices: readonly string[]
  /** Fighters without a name of their own: of the one armed group the text names. */
  readonly insurgents: readonly string[]
  /** Armed groups: their name is a party. */
  readonly groups: readonly string[]
  /** Groups that are more often a body of a State. */
  readonly armies: readonly string[]
  /** Words of a heading that say the paper is a letter: all of it is said by who signs. */
  readonly letters: readonly string[]
  /** Formulas at the beginning and end of a letter. */
  readonly closings: readonly string[]
  /** my, our: before "government" of who writes. */
  readonly ours: readonly string[]
  /** Where and when it was said, behind a comma: at the end of the talks, speaking at a news conference. */
  readonly settings: readonly string[]
  /** For Velin, "...": before whose view it is, at the beginning of a sentence. */
  readonly forWhom: readonly string[]
  /** قوله, "as saying": behind the one whose words another passes on. */
  readonly quotedAs: readonly string[]
  /** I wish to: before a verb that is then said by who writes. */
  readonly firstPerson: readonly string[]
  /** A newspaper or press office that passes on the words of somebody. */
  readonly cites: readonly string[]
  /** слова: the words of the one named behind. */
  readonly citedWords: readonly string[]
  /** говорится: what a paper says, whose issuer is named beside. */
  readonly saidIn: readonly string[]
  /** Numbers written as words, from two on. */
  readonly numbers: readonly string[]
  /** Decision:, before what all agreed on. */
  readonly decisions: readonly string[]
  /** a move, a step: words before "critics dismissed", with "that" left out. */
  readonly acts: readonly string[]
  /** Offices whose form tells a woman. */
  readonly officesShe: readonly string[]
  /** Words that belong to an office or body: foreign, affairs, deputy, general. */
  readonly modifiers: readonly string[]
  /** Bodies of a State or armed group: they speak for it. */
  readonly stateBodies: readonly string[]
  /** Bodies that speak for themselves: bureau, committee, organisation. */
  readonly ownBodies: readonly string[]
  readonly bodiesOblique: readonly (readonly [string, string])[]
  /** source, official, diplomat: persons without a name bind no party. */
  readonly unnamed: readonly string[]
  /** The same in the other cases. */
  readonly unnamedOblique: readonly (readonly [string, string])[]
  /** statement, communiqué, press service: the body named with them speaks. */
  readonly papers: readonly string[]
  /** the sides, participants: nobody in particular. */
  readonly together: readonly string[]
  /** Endings that a country's name and its adjective lose to show one stem, longest first. */
  readonly countryEndings: readonly string[]
  /** Endings of adjectives made of a country's name (lower case in most languages). */
  readonly partyEndings: readonly string[]
  /** Endings of the nominative and what they stand for: [ending in another case, ending of the nominative]. */
  readonly nominatives: readonly (readonly [string, string])[]
  /** Common words that may begin a sentence with a capital and are no name. */
  readonly common: readonly string[]
  /** Words, and endings of words, that are no name when they begin a sentence. */
  readonly plain: readonly string[]
  /** Heads that make a capital name a place or thing. */
  readonly things: readonly string[]
  readonly listeners: readonly string[]
  /** Words for what others say, that may be denied: claims, accusations. */
  readonly claims: readonly string[]
  /** Newspapers and agencies, which only pass on what others say. */
  readonly media: readonly string[]
  readonly weekdays: readonly (readonly [string, number])[]
  readonly months: readonly string[]
  readonly timeWords: readonly string[]
  /** if, provided that; up to the end of the clause. */
  readonly conditions: readonly string[]
  readonly since: readonly string[]
  readonly inPlace: readonly string[]
  readonly places: readonly string[]
  readonly by: readonly string[]
  readonly signs: Signs
  readonly treaties: readonly string[]
  readonly articlesOfLaw: readonly string[]
  readonly subjects: readonly (readonly [
    'access' | 'lists' | 'messages' | 'repatriation' | 'treatment' | 'funds' | 'law',
    readonly string[],
  ])[]
  /** met, received, held talks. */
  readonly meeting: readonly string[]
  readonly meetingHeads: readonly string[]
  /** Words of a heading that say the paper is minutes. */
  readonly minutes: readonly string[]
  readonly abbreviations: readonly string[]
  readonly questionTurns: readonly string[]
  readonly answerTurns: readonly string[]
  /** Present, attendance, signed: lines of a paper that say nothing. */
  readonly formal: readonly string[]
  readonly demonstratives: readonly string[]
  readonly imperatives: readonly string[]
  /** Words so frequent that they tell the language. */
  readonly fingerprints: readonly string[]
}

/** What the table of verbs gives at a place. */
export interface Cue {
  readonly implies: Implication
  readonly frame: Frame
  readonly agrees: Agreement
}

type Sets = { readonly [K in keyof LanguageTable]: LanguageTable[K] extends readonly string[] ? Phrases<true> : never }
type SignSets = { readonly [K in keyof Signs]: Phrases<true> }

/** A table of a language, made ready to be searched. */
export interface Language {
  readonly table: LanguageTable
  readonly set: Sets
  readonly signs: SignSets
  readonly cues: Phrases<Cue>
  readonly objects: Phrases<Implication>
  readonly pronouns: Phrases<'he' | 'she' | 'it' | 'they' | 'we'>
  readonly titles: Phrases<'he' | 'she' | 'any'>
  readonly heads: Phrases<Head>
  readonly aliases: Phrases<string>
  readonly subjects: Phrases<'access' | 'lists' | 'messages' | 'repatriation' | 'treatment' | 'funds' | 'law'>
  readonly weekdays: Phrases<number>
}

/** The head word of an office, a body, a person without a name, or the sides together. */
export interface Head {
  readonly kind: 'office' | 'stateBody' | 'ownBody' | 'unnamed' | 'together'
  /** In the nominative. */
  readonly name: string
  readonly oblique: boolean
  readonly she: boolean
}

const made = new Map<string, Language>()

/** Makes the table of a language ready to be searched; once for each table. */
export function compile(table: LanguageTable): Language {
  const known = made.get(table.code)
  if (known !== undefined && known.table === table) return known
  const set: Record<string, Phrases<true>> = {}
  for (const [name, value] of Object.entries(table)) {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) set[name] = wordSet(value)
  }
  const signs: Record<string, Phrases<true>> = {}
  for (const [name, value] of Object.entries(table.signs) as [string, readonly string[]][]) signs[name] = wordSet(value)
  const language: Language = {
    table,
    set: set as unknown as Sets,
    signs: signs as unknown as SignSets,
    cues: phrases(cuesOf(table)),
    objects: phrases(table.objects),
    pronouns: phrases(byValue(table.pronouns)),
    titles: phrases(byValue(table.titles)),
    heads: phrases(headsOf(table)),
    aliases: phrases(table.aliases),
    subjects: phrases(
      table.subjects.flatMap(([subject, words]) => words.map((word): [string, typeof subject] => [word, subject])),
    ),
    weekdays: phrases(table.weekdays),
  }
  made.set(table.code, language)
  return language
}

/** The verbs, without phrases whose noun belongs to what is said ("expressed concern": the noun decides by itself). */
function cuesOf(table: LanguageTable): [string, Cue][] {
  const alone = new Set(
    table.verbs.filter((verb) => verb.implies === 'object').flatMap((verb) => verb.forms.map(([form]) => form)),
  )
  const nouns = table.objects.map(([word]) => word)
  const noun = (word: string): boolean =>
    nouns.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : one === word))
  return table.verbs.flatMap(({ forms, implies, frame }) =>
    forms
      .filter(([form]) => {
        const [verb = '', ...rest] = form.split(' ')
        return rest.length === 0 || !alone.has(verb) || !rest.some(noun)
      })
      .map(([form, agrees]): [string, Cue] => [form, { implies, frame, agrees }]),
  )
}

function byValue<K extends string>(lists: Readonly<Record<K, readonly string[]>>): [string, K][] {
  return (Object.entries(lists) as [K, readonly string[]][]).flatMap(([value, words]) =>
    words.map((word): [string, K] => [word, value]),
  )
}

function headsOf(table: LanguageTable): [string, Head][] {
  const she = new Set(table.officesShe)
  const own = new Set([...table.ownBodies, ...table.groups.filter((one) => !table.armies.includes(one))])
  const head = (kind: Head['kind'], name: string, oblique: boolean): Head => ({
    kind,
    name: table.cased ? name : name.replace(/^ال(?=.{3})/u, ''),
    oblique,
    she: she.has(name),
  })
  return [
    ...[...table.offices, ...table.officesShe].map((word): [string, Head] => [word, head('office', word, false)]),
    ...table.stateBodies.map((word): [string, Head] => [
      word,
      head(own.has(word) ? 'ownBody' : 'stateBody', word, false),
    ]),
    ...table.ownBodies.map((word): [string, Head] => [word, head('ownBody', word, false)]),
    ...table.unnamed.map((word): [string, Head] => [word, head('unnamed', word, false)]),
    ...table.together.map((word): [string, Head] => [word, head('together', word, false)]),
    ...table.unnamedOblique.map(([word, name]): [string, Head] => [word, head('unnamed', name, true)]),
    ...table.officesOblique.map(([word, name]): [string, Head] => [word, head('office', name, true)]),
    ...table.bodiesOblique.map(([word, name]): [string, Head] => [
      word,
      head(own.has(name) ? 'ownBody' : 'stateBody', name, true),
    ]),
  ]
}
