/** What an entry is (domain: the ledger of statements; `meeting` once for the meeting itself). */
export type Kind =
  | 'commitment'
  | 'request'
  | 'allegation'
  | 'denial'
  | 'position'
  | 'appreciation'
  | 'announcement'
  | 'meeting'

/** What an entry is about. */
export type Subject = 'access' | 'lists' | 'messages' | 'repatriation' | 'treatment' | 'funds' | 'law' | 'other'

/** A proposed entry; null where the text does not say. Offsets count UTF-16 code units of the text read. */
export interface Proposal {
  readonly kind: Kind
  readonly speaker: string | null
  readonly role: string | null
  readonly party: string | null
  readonly span: { readonly start: number; readonly end: number }
  readonly text: string
  readonly quoted: boolean
  readonly saidAs: string | null
  readonly addressee: string | null
  readonly against: string | null
  readonly subject: Subject
  readonly treaty: string | null
  readonly place: string | null
  readonly since: string | null
  readonly negated: boolean
  readonly hedge: boolean
  readonly condition: string | null
}

/** The meeting a text reports: who, where, when, on what, as far as the text says. */
export interface Meeting {
  readonly span: { readonly start: number; readonly end: number }
  readonly sides: readonly string[]
  readonly place: string | null
  /** The words for the day, and the day they mean (YYYY-MM-DD) when the date of the report is known. */
  readonly when: { readonly text: string; readonly date: string | null } | null
  readonly about: Subject
}

/** What could not be read, or what a reader should know; codes, never sentences. */
export interface Note {
  readonly code:
    | 'language_unknown'
    | 'languages_mixed'
    | 'date_needed'
    | 'too_long'
    | 'quotation_open'
    | 'bidi_controls'
    | 'no_statement'
  readonly detail: string | null
}

export interface Reading {
  readonly language: 'en' | 'fr' | 'ru' | 'uk' | 'ar' | null
  readonly proposals: readonly Proposal[]
  readonly meeting: Meeting | null
  readonly notes: readonly Note[]
}

/** One proposal as one line of JSON: all keys, always, in the order of the issue. */
export function toJsonLine(proposal: Proposal): string {
  const { kind, speaker, role, party, span, text, quoted, saidAs, addressee, against } = proposal
  const { subject, treaty, place, since, negated, hedge, condition } = proposal
  return JSON.stringify({
    kind,
    speaker,
    role,
    party,
    span: { start: span.start, end: span.end },
    text,
    quoted,
    saidAs,
    addressee,
    against,
    subject,
    treaty,
    place,
    since,
    negated,
    hedge,
    condition,
  })
}
