// Invented content for the tests of this room: no real person, party or place.
import type { z } from 'zod'
import type * as contract from './contract.ts'

const gregorian = { other: null, calendar: 'gregorian', written: null } as const
export const on = (edtf: string) => ({ edtf, ...gregorian })

export const minister = {
  name: 'Ilen Marsk',
  office: 'foreign minister',
  level: 'ministerial',
  languages: ['en', 'uk'],
  from: on('2024'),
  until: null,
  reachedBy: 'through the embassy',
} satisfies z.input<typeof contract.Interlocutor>

export const meeting = {
  heldOn: on('2026-03-04'),
  how: 'in_person',
  level: 'ministerial',
  place: 'Ostrel',
  languages: ['en'],
  theirs: [{ interlocutor: null, name: 'Ilen Marsk', office: 'foreign minister' }],
  ours: ['Joren Halvick'],
  interpreter: null,
  agenda: ['access', 'lists'],
} satisfies Omit<z.input<typeof contract.Meeting>, 'minutes'>

export const letter = {
  direction: 'out',
  form: 'letter',
  on: '2026-03-03',
  from: 'the agency',
  to: 'Ilen Marsk',
  about: 'Capture cards',
  text: 'We ask that capture cards be written within a week of arrival.',
  language: 'en',
  reference: 'D/26/14',
  answers: null,
  answerAwaited: true,
} satisfies Omit<z.input<typeof contract.Letter>, 'acknowledged'>

export const report = `KARSOVIA CITY, March 4 - The foreign minister of Karsovia, Ilen Marsk, received the head of the Agency on Friday.

"We will give delegates access to the camp at Ostrel by the end of March," Marsk said. He thanked the Agency for its work. He asked the Agency to speak to Belvar about the lists. He accused Belvar of beating prisoners.
`

export const commitment = {
  promisor: 'party',
  who: 'Ilen Marsk',
  office: 'foreign minister',
  level: 'ministerial',
  form: 'promise',
  to: 'Joren Halvick',
  words: 'We will give delegates access to the camp at Ostrel by the end of March.',
  language: 'en',
  translation: null,
  saidOn: on('2026-03-04'),
  saidWhere: 'a meeting at Ostrel',
  condition: null,
  hedge: false,
  subject: 'access',
  place: 'Ostrel',
  obligation: 'GC III 126',
  due: on('2026-03-31'),
} satisfies z.input<typeof contract.CommitmentAsked>

export const allModalities = {
  all_detainees: true,
  all_premises: true,
  private_talks: true,
  repeat_visits: true,
  list: true,
} as const

export const accessAnswer = {
  on: '2026-03-05',
  answer: 'agreed',
  by: 'Ilen Marsk',
  reason: null,
  necessity: false,
  until: null,
  modalities: allModalities,
  delegatesApproved: true,
} satisfies z.input<typeof contract.AccessAnswer>

export const representation = {
  rung: 'aide_memoire',
  level: 'ministerial',
  addressee: 'Ilen Marsk',
  subject: 'Access to the camp at Ostrel',
  rules: ['GC III 126'],
  facts: [
    {
      text: 'Delegates were not let in on 3 March.',
      rests: 'the ledger of access',
      consent: 'no_person_concerned',
      consentTakenBy: null,
      consentOn: null,
    },
  ],
  text: 'We ask that our delegates may go to all places where prisoners of war are, and speak with them without witnesses.',
  language: 'en',
  protects: ['Danil Orvek'],
  commitments: [],
} satisfies z.input<typeof contract.RepresentationAsked>

export const delivery = {
  on: '2026-03-05',
  how: 'handed_over',
  by: 'Joren Halvick',
  to: 'Ilen Marsk',
  proof: 'A copy was signed.',
} satisfies z.input<typeof contract.Delivery>

export const replyReceived = {
  on: '2026-03-05',
  by: 'Ilen Marsk',
  office: 'foreign minister',
  level: 'ministerial',
  outcome: 'promised',
  words: 'Delegates will be let in next month.',
  language: 'en',
  translation: null,
} satisfies z.input<typeof contract.ReplyReceived>

export const matter = {
  title: 'Capture cards within a week',
  text: 'That each prisoner of war may write a card at most a week after arrival at a camp.',
  article: 'GC III 70',
} as const

/** What one party said in public of another. */
export const alleged = {
  source: 'a news agency',
  address: null,
  publishedOn: '2026-03-04',
  inPublic: true,
  kind: 'allegation',
  speaker: 'Ilen Marsk',
  role: 'foreign minister',
  spokenFor: 'Ardania',
  words: 'Belvar beats prisoners.',
  language: 'en',
  translation: null,
  quoted: true,
  saidAs: 'said',
  saidOn: null,
  addressee: null,
  against: 'Belvar',
  subject: 'treatment',
  treaty: null,
  place: null,
  since: null,
  negated: false,
  hedge: false,
  condition: null,
  text: null,
  span: null,
} as const
