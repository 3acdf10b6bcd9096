import type { Made } from '#walk/made.ts'
import type { Remembered } from '#walk/remembered.ts'

/** A field of the screen by the words it bears there, and what to put in it. */
export type Typed = { readonly label: string; readonly value: string; readonly isWord?: boolean }

export type Step = {
  /** Its words are `walk.<key>.title`, `.do` and `.why`. */
  readonly key: string
  readonly role: string
  /** Which of those who hold the role: two reviewers are two people. */
  readonly nth: number
  readonly to: (walk: Remembered) => string
  /** What an earlier step must have made. */
  readonly needs?: 'list' | 'request'
  readonly typed?: (made: Made, who: { readonly name: string; readonly today: string }) => readonly Typed[]
}

const word = (label: string, value: string): Typed => ({ label, value, isWord: true })
const typed = (label: string, value: string): Typed => ({ label, value })

/** The way of one name through the house, from a party's list to a family, each step as who does it there. */
export const steps: readonly Step[] = [
  {
    key: 'receive',
    role: 'nib_liaison',
    nth: 0,
    to: () => '/intake/new',
    typed: ({ number }, { name, today }) => [
      word('intake.field.kind', 'intake.kind.held'),
      typed('intake.field.number', number),
      word('intake.field.legalStatus', 'registry.status.prisoner_of_war'),
      word('intake.field.replaces', 'intake.field.replacesNone'),
      typed('intake.field.receivedOn', today),
      word('intake.field.way', 'intake.way.courier'),
      typed('intake.field.receivedBy', name),
      word('intake.field.authenticity', 'intake.authenticity.confirmed'),
      word('intake.field.how', 'intake.how.seal_or_signature'),
      typed('intake.field.by', name),
    ],
  },
  {
    key: 'columns',
    role: 'transmission_officer',
    nth: 0,
    needs: 'list',
    to: ({ list }) => `/intake/${list}/columns`,
  },
  {
    key: 'mend',
    role: 'transmission_officer',
    nth: 0,
    needs: 'list',
    to: ({ list }) => `/intake/${list}/mend`,
    typed: ({ mended }) => [typed('walk.field.born', mended)],
  },
  {
    key: 'request',
    role: 'intake',
    nth: 0,
    to: () => '/tracing/new',
    typed: (one) => [
      typed('tracing.field.enquirer', `${one.mother} ${one.family}`),
      typed('tracing.field.reach', '+00 555 0142'),
      word('tracing.field.relation', 'tracing.relation.parent'),
      typed('tracing.field.given', one.given),
      typed('tracing.field.father', one.father),
      typed('tracing.field.family', one.family),
      typed('tracing.field.born', one.born),
      typed('tracing.field.mother', one.mother),
    ],
  },
  {
    key: 'check',
    role: 'intake',
    nth: 0,
    needs: 'request',
    to: ({ request }) => `/tracing/${request}`,
  },
  {
    key: 'search',
    role: 'tracing_officer',
    nth: 0,
    needs: 'request',
    to: ({ request }) => `/tracing/${request}`,
  },
  {
    key: 'first',
    role: 'matching_reviewer',
    nth: 0,
    needs: 'request',
    to: ({ request }) => `/pairs?request=${request}`,
  },
  {
    key: 'second',
    role: 'matching_reviewer',
    nth: 1,
    needs: 'request',
    to: ({ request }) => `/pairs?request=${request}`,
  },
  {
    key: 'answer',
    role: 'tracing_officer',
    nth: 0,
    needs: 'request',
    to: ({ request }) => `/answers/propose/${request}`,
    typed: () => [
      word('disclosure.field.known', 'disclosure.known.prisoner_notified'),
      word('disclosure.field.outcome', 'tracing.outcome.located_in_detention'),
      word('disclosure.field.factGrade', 'disclosure.factGrade.reported'),
      word('disclosure.field.factSource', 'walk.source'),
      word('disclosure.field.harmConsidered', 'walk.harm'),
    ],
  },
  { key: 'sign', role: 'protection_lead', nth: 0, needs: 'request', to: () => '/signatures' },
  {
    key: 'tell',
    role: 'tracing_officer',
    nth: 0,
    needs: 'request',
    to: ({ request }) => `/answers/of/${request}`,
  },
  { key: 'log', role: 'auditor', nth: 0, to: () => '/audit' },
]
