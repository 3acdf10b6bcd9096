// Invented cases for the tests of the gate: for each way in which a fact is known, one that may be told.
import type { Case } from './domain.ts'
import type { Known } from './words.ts'

const nothing = {
  on: null,
  ownWords: null,
  place: null,
  health: null,
  address: null,
  dateOfDeath: null,
  placeOfDeath: null,
  burial: null,
  personConsent: null,
  harmFlags: [],
  authority: null,
  reference: null,
  bestInterests: null,
  until: '2026-03-20',
}

const prisoner: Case = {
  asked: {
    ...nothing,
    known: 'prisoner_notified',
    outcome: 'located_in_detention',
    factGrade: 'reported',
    items: ['notice'],
  },
  enquirer: {
    identityChecked: { how: 'document' },
    relationChecked: { how: 'questions_answered' },
    riskConsidered: 'nothing speaks for a risk',
    relation: 'parent',
    minor: null,
    accompaniedBy: null,
  },
  sought: { minor: null, age: 34, born: null, wishes: null },
  pair: { grade: 'established' },
  record: {
    withdrawnAt: null,
    unconfirmed: false,
    countsAsNotice: true,
    says: 'held',
    status: 'prisoner_of_war',
    age: 34,
    born: null,
  },
  deathClaimed: false,
  rivals: { secondRecord: false, secondRequest: false },
  detriment: null,
  today: '2026-03-05',
}

const seen: Case = {
  ...prisoner,
  asked: {
    ...nothing,
    known: 'seen_by_staff',
    outcome: 'located_in_detention',
    factGrade: 'established',
    items: ['seen', 'own_words'],
    on: '2026-03-01',
    ownWords: 'Tell my mother I think of the orchard.',
    personConsent: { relation: 'parent', namesEnquirer: true, items: ['seen', 'own_words', 'place', 'health'] },
  },
}

const dead: Case = {
  ...prisoner,
  asked: {
    ...nothing,
    known: 'death_documented',
    outcome: 'fate_dead_documented',
    factGrade: 'corroborated',
    items: ['death', 'date_of_death'],
    dateOfDeath: '2026-01-12',
    authority: 'The civil register of Orvel',
    reference: 'C 114/26',
  },
  deathClaimed: true,
}

/** For each way in which a fact is known, a case whose gate is open. */
export const tellable: Readonly<Record<Known, Case>> = {
  prisoner_notified: prisoner,
  civilian_notified: {
    ...prisoner,
    asked: { ...prisoner.asked, known: 'civilian_notified' },
    record: { ...prisoner.record, status: 'civilian_internee' },
    detriment: { decision: 'tell', items: [], reviewOn: '2026-04-05' },
  },
  seen_by_staff: seen,
  found_at_liberty: { ...seen, asked: { ...seen.asked, known: 'found_at_liberty', outcome: 'located_alive_contact' } },
  death_notified: {
    ...dead,
    asked: {
      ...dead.asked,
      known: 'death_notified',
      outcome: 'fate_dead_notified',
      items: ['notice', 'date_of_death'],
      authority: null,
      reference: null,
    },
    record: { ...prisoner.record, says: 'dead' },
  },
  death_documented: dead,
  remains_identified: {
    ...dead,
    asked: {
      ...dead.asked,
      known: 'remains_identified',
      outcome: 'fate_dead_remains_identified',
      factGrade: 'established',
    },
  },
}

type Turn = (one: Case) => Case
type Change<Part> = Partial<Part>
const part =
  <Name extends 'asked' | 'enquirer' | 'sought' | 'record' | 'pair' | 'rivals'>(name: Name) =>
  (change: Change<Case[Name]>): Turn =>
  (one) => ({ ...one, [name]: { ...one[name], ...change } })
export const asked = part('asked')
export const enquirer = part('enquirer')
export const sought = part('sought')
export const record = part('record')
export const pair = part('pair')
export const rivals = part('rivals')
export const whole =
  (change: Change<Case>): Turn =>
  (one) => ({ ...one, ...change })

/** Less support, or more harm: after any of these a gate that was shut stays shut. */
export const weakenings: Readonly<Record<string, Turn>> = {
  'the pair is only probable': pair({ grade: 'probable' }),
  'the pair is only possible': pair({ grade: 'possible' }),
  'the record is withdrawn': record({ withdrawnAt: '2026-03-04T00:00:00.000Z' }),
  'the record is not confirmed': record({ unconfirmed: true }),
  'the record is no notice': record({ countsAsNotice: false }),
  'the notice says nothing': record({ says: 'nothing' }),
  'the status is unknown': record({ status: null }),
  'a child in the record': record({ age: 16 }),
  'a second record': rivals({ secondRecord: true }),
  'a second request': rivals({ secondRequest: true }),
  'identity unchecked': enquirer({ identityChecked: null }),
  'identity not to be checked': enquirer({ identityChecked: { how: 'not_possible' } }),
  'relation unchecked': enquirer({ relationChecked: null }),
  'risk not considered': enquirer({ riskConsidered: null }),
  'relation unknown': enquirer({ relation: null }),
  'a child asks': enquirer({ minor: true }),
  'nobody accompanies': enquirer({ accompaniedBy: null }),
  'a child is sought': sought({ minor: true }),
  'no death is to be told': sought({ wishes: { deathMayBeTold: false } }),
  'no consent of the person': asked({ personConsent: null }),
  'a consent to nothing': asked({ personConsent: { relation: 'parent', namesEnquirer: true, items: [] } }),
  'a consent for another': asked({
    personConsent: {
      relation: 'parent',
      namesEnquirer: false,
      items: ['seen', 'own_words', 'place', 'health', 'address'],
    },
  }),
  'no authority': asked({ authority: null }),
  'no reference': asked({ reference: null }),
  'no best-interests note': asked({ bestInterests: null }),
  'no day': asked({ on: null }),
  'own words missing': asked({ ownWords: null }),
  'place missing': asked({ place: null }),
  'date of death missing': asked({ dateOfDeath: null }),
  'the person said no': (one) => asked({ harmFlags: [...one.asked.harmFlags, 'do_not_tell'] })(one),
  'an allegation': (one) => asked({ harmFlags: [...one.asked.harmFlags, 'collaborator_allegation'] })(one),
  'a death is claimed': whole({ deathClaimed: true }),
  'the review is outdated': whole({ detriment: { decision: 'tell', items: [], reviewOn: '2026-01-01' } }),
  'the review decided to wait': whole({ detriment: { decision: 'delay', items: [], reviewOn: '2026-04-05' } }),
  'the review leaves it with the agency': whole({
    detriment: { decision: 'agency_only', items: [], reviewOn: '2026-04-05' },
  }),
  'the review lets nothing through': whole({
    detriment: { decision: 'partial', items: [], reviewOn: '2026-04-05' },
  }),
  'the clearance is over': asked({ until: '2026-03-04' }),
}
