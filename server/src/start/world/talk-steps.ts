import * as dialogue from '@solferino/server/dialogue/contract'
import type { AskedOf } from '#kernel/operation'
import type { Caller } from './caller.ts'
import { type Envoy, reportOf } from './envoys.ts'
import { confirmAs, type Play } from './play.ts'

/** What is spoken with one party: who speaks for the house, and which entries of its channel there are by now. */
export type Talk = {
  readonly play: Play
  readonly envoy: Envoy
  readonly party: string
  /** A day of the talk, as a date: days count from the play's first, and each talk begins a day after the one before. */
  readonly on: (day: number) => string
  readonly entries: Map<string, string>
}
export type Both = { readonly head: Caller; readonly lead: Caller }
export type Step = {
  readonly day: number
  readonly says: string
  readonly take: (talk: Talk, both: Both) => Promise<void>
}

/** The course of every channel, the same with each party. */
export const course: readonly Step[] = [
  { day: 20, says: 'a first meeting', take: meet },
  { day: 27, says: 'a letter is answered', take: answerLetter },
  { day: 31, says: 'access is asked for', take: askAccess },
  { day: 42, says: 'access is refused for a time', take: refuseAccess },
  { day: 52, says: 'a report is read', take: readReport },
  { day: 55, says: 'a promise is followed', take: followPromise },
  { day: 66, says: 'access is asked for again', take: askAgain },
  { day: 70, says: 'access is agreed', take: agreeAccess },
  { day: 84, says: 'a visit', take: visit },
  { day: 90, says: 'a representation is approved', take: represent },
  { day: 92, says: 'a representation is delivered', take: deliver },
  { day: 99, says: 'a representation is answered', take: reply },
  { day: 110, says: 'a letter goes out', take: writeAgain },
]

const language = 'en' as const
const dated = (edtf: string) => ({ edtf, other: null, calendar: 'gregorian' as const, written: null })
const house = 'Joren Halvick'

function entry({ entries }: Talk, key: string): string {
  const id = entries.get(key)
  if (id === undefined) throw new Error(`the play stops: nothing is called ${key} in this channel yet`)
  return id
}

type Letter = AskedOf<typeof dialogue.recordLetter>
const letterOf = (talk: Talk, letter: Pick<Letter, 'direction' | 'on' | 'text'> & Partial<Letter>): Letter => ({
  party: talk.party,
  form: 'letter',
  from: letter.direction === 'out' ? house : talk.envoy.name,
  to: letter.direction === 'out' ? talk.envoy.name : house,
  about: 'News of those held',
  language,
  reference: null,
  answers: null,
  answerAwaited: letter.direction === 'out',
  ...letter,
})

const modalities = {
  all_detainees: true,
  all_premises: true,
  private_talks: true,
  repeat_visits: true,
  list: true,
} as const

async function meet(talk: Talk, { lead }: Both): Promise<void> {
  const { party, envoy, on, entries } = talk
  const { name, office, level } = envoy
  const interlocutor = await lead.ok(dialogue.addInterlocutor, {
    party,
    name,
    office,
    level,
    languages: [language],
    until: null,
    reachedBy: 'through the own office',
    from: dated('2024'),
  })
  entries.set('envoy', interlocutor.id)
  await lead.ok(dialogue.recordMeeting, {
    party,
    level,
    how: 'in_person',
    place: 'the seat of the ministry',
    languages: [language],
    heldOn: dated(on(19)),
    theirs: [
      {
        interlocutor: interlocutor.id,
        name,
        office,
      },
    ],
    ours: [house, 'Edda Marwick'],
    interpreter: null,
    agenda: ['Lists of those held', 'Access'],
  })
  const text = 'We ask that each person held may write to the family within a week of arrival.'
  entries.set(
    'letter',
    (await lead.ok(dialogue.recordLetter, letterOf(talk, { direction: 'out', on: on(20), text }))).id,
  )
}

async function answerLetter(talk: Talk, { lead }: Both): Promise<void> {
  const text = 'The matter has been passed on to the authorities concerned.'
  const answers = entry(talk, 'letter')
  await lead.ok(dialogue.recordLetter, letterOf(talk, { direction: 'in', on: talk.on(26), text, answers }))
}

async function askAccess(talk: Talk, { lead }: Both): Promise<void> {
  const { party, envoy, on, entries } = talk
  const asked = {
    place: envoy.camp,
    category: null,
    wantedOn: null,
    reason: 'A first visit to all who are held there.',
  }
  entries.set('access', (await lead.ok(dialogue.planAccess, { party, ...asked })).id)
  await request(talk, lead, { on: on(31), answerBy: on(41) })
}

async function request(talk: Talk, lead: Caller, days: { on: string; answerBy: string }): Promise<void> {
  const asked = { id: entry(talk, 'access'), addressee: talk.envoy.name, form: 'written' as const, ...days }
  await lead.ok(dialogue.requestAccess, asked)
}

async function refuseAccess(talk: Talk, { lead }: Both): Promise<void> {
  await lead.ok(dialogue.recordAccessAnswer, {
    id: entry(talk, 'access'),
    on: talk.on(42),
    by: talk.envoy.name,
    modalities,
    delegatesApproved: false,
    answer: 'refused_temporary',
    reason: 'Fighting on the road.',
    necessity: true,
    until: talk.on(65),
  })
}

async function readReport(talk: Talk, { lead }: Both): Promise<void> {
  const { play, party, envoy, on, entries } = talk
  const report = new TextEncoder().encode(reportOf(envoy, play.cast.labelOf(envoy.party)))
  const source = { source: 'An invented agency', address: null, publishedOn: on(51), inPublic: true, language }
  const { id } = await lead.ok(dialogue.readReport, { party, name: 'report.txt', ...source }, report)
  const { proposals } = await lead.ok(dialogue.readText, { id })
  for (const one of proposals) {
    const statement = await lead.ok(dialogue.acceptProposal, { id: one.id })
    if (one.content.kind === 'commitment') entries.set('promised', statement.id)
  }
}

async function followPromise(talk: Talk, { lead }: Both): Promise<void> {
  const { envoy, on, entries } = talk
  const { name: who, level } = envoy
  const bound = { kind: 'commitment', promisor: 'party', form: 'promise', who, level, to: house } as const
  const due = dated(on(81))
  const raising = { id: entry(talk, 'promised'), to: { ...bound, due } }
  const { raised: id } = await lead.ok(dialogue.raiseStatement, raising)
  entries.set('commitment', id)
  const { entry: stated } = await lead.ok(dialogue.readCommitment, { id })
  if (stated.kind !== 'commitment') throw new Error('the play stops: what was raised is no commitment')
  const promise = dialogue.CommitmentAsked.parse(stated.content)
  const place = { place: envoy.camp, obligation: envoy.rule, saidOn: promise.saidOn ?? dated(on(51)) }
  await lead.ok(dialogue.registerCommitment, { ...promise, id, ...place, warningsSeen: [] })
  await lead.ok(dialogue.confirmCommitment, { id, outcome: 'confirmed', by: who, on: on(54), words: null })
  await lead.ok(dialogue.trackCommitment, { id, howSeen: `A visit to ${envoy.camp}.`, lookOn: on(82) })
}

async function askAgain(talk: Talk, { lead }: Both): Promise<void> {
  await request(talk, lead, { on: talk.on(66), answerBy: talk.on(76) })
}

async function agreeAccess(talk: Talk, { lead }: Both): Promise<void> {
  const id = entry(talk, 'access')
  await lead.ok(dialogue.recordAccessAnswer, {
    id,
    on: talk.on(70),
    by: talk.envoy.name,
    modalities,
    delegatesApproved: true,
    answer: 'agreed',
    reason: null,
    necessity: false,
    until: null,
  })
  await lead.ok(dialogue.scheduleVisit, { id, plannedOn: talk.on(84), team: ['A delegate', 'A doctor'] })
}

async function visit(talk: Talk, { lead, head }: Both): Promise<void> {
  const access = entry(talk, 'access')
  const id = entry(talk, 'commitment')
  await lead.ok(dialogue.recordVisit, { id: access, on: talk.on(84), outcome: 'visited', reason: null })
  const seen = {
    source: 'The delegates of the visit',
    on: dated(talk.on(84)),
    text: 'All who are held there were seen.',
  }
  const { evidence } = await lead.ok(dialogue.addEvidence, { id, reference: access, ...seen })
  const reason = 'The visit took place, with all five conditions.'
  const asked = { id, outcome: 'seen_done' as const, reason, evidence: [evidence.id] }
  const { proposal } = await lead.ok(dialogue.assessCommitment, asked)
  await confirmAs(head, proposal)
}

async function represent(talk: Talk, { lead, head }: Both): Promise<void> {
  const { party, envoy, entries } = talk
  const { entry: drafted } = await lead.ok(dialogue.draftRepresentation, {
    party,
    rung: 'aide_memoire',
    level: envoy.level,
    addressee: envoy.name,
    language,
    escalates: null,
    subject: 'News of those held',
    rules: [envoy.rule],
    protects: [],
    commitments: [],
    facts: [
      {
        text: 'No letters had been handed in for sending since the month before the visit.',
        rests: entry(talk, 'access'),
        consent: 'no_person_concerned',
        consentTakenBy: null,
        consentOn: null,
      },
    ],
    text: 'We ask that all who are held may write to their families, and that what they write is sent on without delay.',
  })
  entries.set('representation', drafted.id)
  const { proposal } = await lead.ok(dialogue.clearRepresentation, { id: drafted.id })
  await confirmAs(head, proposal)
}

async function deliver(talk: Talk, { head }: Both): Promise<void> {
  const handed = { how: 'handed_over', by: house, to: talk.envoy.name, proof: 'A copy was signed.' } as const
  const id = entry(talk, 'representation')
  await head.ok(dialogue.deliverRepresentation, { id, on: talk.on(92), replyBy: talk.on(106), ...handed })
}

async function reply(talk: Talk, { lead }: Both): Promise<void> {
  const { name: by, office, level } = talk.envoy
  const words = 'Paper was lacking, and has been bought.'
  const said = { by, office, level, outcome: 'explained', words, language, translation: null } as const
  await lead.ok(dialogue.recordReply, { id: entry(talk, 'representation'), on: talk.on(98), ...said })
}

async function writeAgain(talk: Talk, { lead }: Both): Promise<void> {
  const text = 'We ask for the list of all who have come since the visit.'
  await lead.ok(
    dialogue.recordLetter,
    letterOf(talk, { direction: 'out', on: talk.on(110), text, about: 'The next list' }),
  )
}
