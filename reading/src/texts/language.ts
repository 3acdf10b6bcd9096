/** What a verb of saying says about the words that follow it. `neutral` leaves the kind to the words themselves. */
export type Implication =
  | 'neutral'
  | 'promise'
  | 'demand'
  | 'accusation'
  | 'denial'
  | 'thanks'
  | 'announcement'
  | 'view'
  | 'quotes'

/**
 * How a verb of saying takes its words: `clause` (that ..., or a quotation), `matter` (an object: "thanked the
 * delegation"), `both`, or `quotation` (only beside quotation marks, "that" or a colon: "continued", "went on").
 */
export type Frame = 'clause' | 'matter' | 'both' | 'quotation'

/** One line of a table of verbs: every form, written out or made by the language's own rule. */
export interface Verb {
  readonly forms: readonly string[]
  readonly implies: Implication
  readonly frame: Frame
  /** "stressing that": has no subject of its own. */
  readonly participle?: boolean
  /** Number and person as the form shows them; `we` when it can only be the first person plural. */
  readonly agrees?: 'he' | 'she' | 'it' | 'they' | 'we'
}

/** Words that show what a clause is, as patterns: `violat*` is any word so beginning, a space joins words. */
export interface Signs {
  readonly thanks: readonly string[]
  readonly denial: readonly string[]
  readonly request: readonly string[]
  /** must, should: a request when laid on somebody by name, else a view. */
  readonly duty: readonly string[]
  /** all states, both sides, everyone: a duty of these is a view. */
  readonly everyone: readonly string[]
  readonly wrong: readonly string[]
  readonly future: readonly string[]
  readonly ready: readonly string[]
  readonly own: readonly string[]
  /** allow, open, hand over: what a party can promise. */
  readonly good: readonly string[]
  readonly news: readonly string[]
  readonly negation: readonly string[]
  readonly hedge: readonly string[]
}

/**
 * Everything the walk over a text must be told about one language. All words are given in the normal form of
 * `keyOf` (lower case; Arabic without vowel signs, one alef), which the compiler of tables applies once more.
 */
export interface LanguageTable {
  readonly code: 'en' | 'fr' | 'ru' | 'uk' | 'ar'
  /** Do names begin with a capital? */
  readonly cased: boolean
  /** Does the doer commonly follow the verb ("قال الوزير")? */
  readonly verbFirst: boolean
  /** One-letter words written together with the next word (Arabic و ف). */
  readonly clitics: readonly string[]
  readonly verbs: readonly Verb[]
  readonly that: readonly string[]
  readonly accordingTo: readonly string[]
  /** "as", «как», before the verb: the words said stand beside, not behind. */
  readonly as: readonly string[]
  /** «об этом», "this was": the words said are the sentence before. */
  readonly thisWas: readonly string[]
  /** The passive: "was accused" makes nobody a speaker. */
  readonly passive: readonly string[]
  /** May stand between the doer and the verb: has, also, again. */
  readonly between: readonly string[]
  readonly and: readonly string[]
  readonly prepositions: readonly string[]
  readonly articles: readonly string[]
  /** of, for, de: tie what follows into the name of an office or body. */
  readonly of: readonly string[]
  readonly pronouns: { readonly he: readonly string[]; readonly she: readonly string[]; readonly it: readonly string[]; readonly they: readonly string[]; readonly we: readonly string[] }
  /** "the latter", «последний» and other words for the person just named. */
  readonly latter: readonly string[]
  readonly titles: { readonly he: readonly string[]; readonly she: readonly string[]; readonly any: readonly string[] }
  /** Head words of offices; `nominative` the forms that can be the doer. */
  readonly offices: readonly string[]
  readonly officesOblique: readonly string[]
  /** Offices whose form tells a woman. */
  readonly officesShe: readonly string[]
  /** Words that belong to an office or body: foreign, affairs, deputy, general. */
  readonly modifiers: readonly string[]
  readonly bodies: readonly string[]
  readonly bodiesOblique: readonly string[]
  /** source, official, diplomat: persons without a name bind no party. */
  readonly unnamed: readonly string[]
  /** statement, communiqué, press service: the body named with them speaks. */
  readonly papers: readonly string[]
  /** the sides, participants: nobody in particular. */
  readonly together: readonly string[]
  /** Endings of adjectives made of a country's name (lower case in most languages). */
  readonly partyEndings: readonly string[]
  /** Common words that may begin a sentence with a capital and are no name. */
  readonly common: readonly string[]
  readonly listeners: readonly string[]
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  readonly timeWords: readonly string[]
  readonly conditions: readonly string[]
  readonly since: readonly string[]
  readonly inPlace: readonly string[]
  readonly signs: Signs
  readonly treaties: readonly string[]
  readonly subjects: Readonly<Record<'access' | 'lists' | 'messages' | 'repatriation' | 'treatment' | 'funds' | 'law', readonly string[]>>
  readonly meeting: readonly string[]
  readonly meetingHeads: readonly string[]
  readonly abbreviations: readonly string[]
  readonly questionTurns: readonly string[]
  readonly answerTurns: readonly string[]
  readonly notSpeakers: readonly string[]
  /** Words so frequent that they tell the language. */
  readonly fingerprints: readonly string[]
}
