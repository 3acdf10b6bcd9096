// Invented records and answers for the tests of this room and of those after it.
import type { z } from 'zod'
import type { Content } from '@solferino/server/registry/contract'
import type { AnswerAsked, DetrimentAsked, Telling } from './shapes.ts'

const nobody = { given: null, patronymic: null, father: null, grandfather: null, family: null }

/** A line of a list: somebody held as a prisoner of war. */
export function sampleContent(whole: string, change: Partial<z.input<typeof Content>> = {}): z.input<typeof Content> {
  return {
    description: {
      names: [{ whole, ...nobody }],
      aliases: [],
      sex: null,
      born: null,
      age: 34,
      birthPlace: null,
      mother: null,
      serviceNumber: null,
      documentNumber: null,
      unit: null,
      rank: null,
      occupation: null,
    },
    events: [{ kind: 'held', on: null, place: 'Camp of Orvel', note: null }],
    legalStatus: { status: 'prisoner_of_war', written: 'POW' },
    source: { kind: 'document', listNumber: null, listDate: null, row: null, informant: 'Bureau', reference: '12/a' },
    remarks: null,
    kept: [],
    literal: whole,
    ...change,
  }
}

/** The answer of domain/05 4b (a): a prisoner's notification, its date, who sent it. */
export function sampleAnswer(
  about: { request: string; pair: string },
  change: Partial<z.input<typeof AnswerAsked>> = {},
): z.input<typeof AnswerAsked> {
  return {
    ...about,
    known: 'prisoner_notified',
    outcome: 'located_in_detention',
    stillHeld: true,
    factGrade: 'reported',
    factSource: 'List 12 of the bureau, row 1',
    items: ['notice'],
    on: null,
    ownWords: null,
    place: null,
    health: null,
    address: null,
    dateOfDeath: null,
    placeOfDeath: null,
    burial: null,
    authority: null,
    reference: null,
    personConsent: null,
    harmConsidered: 'No ground was found for a risk to the person or the relatives.',
    harmFlags: [],
    bestInterests: null,
    language: 'en',
    until: '2026-03-20',
    ...change,
  }
}

/** What makes of it an answer of 4b (c): seen by our staff, who asked for whom the words are. */
export function seenByStaff(namesEnquirer = true): Partial<z.input<typeof AnswerAsked>> {
  return {
    known: 'seen_by_staff',
    factGrade: 'established',
    factSource: 'Registered at the visit of 1 March',
    items: ['seen', 'own_words'],
    on: '2026-03-01',
    ownWords: 'Tell my mother I think of the orchard.',
    personConsent: {
      recipient: 'Mina Sorun',
      relation: 'parent',
      namesEnquirer,
      items: ['seen', 'own_words', 'place'],
      on: '2026-03-01',
      takenBy: 'A delegate',
    },
  }
}

/** What makes of it an answer of 4b (e): a death that an authority has documented. */
export const deathDocumented: Partial<z.input<typeof AnswerAsked>> = {
  known: 'death_documented',
  outcome: 'fate_dead_documented',
  stillHeld: false,
  factGrade: 'established',
  factSource: 'A certificate seen in the original',
  items: ['death', 'date_of_death'],
  dateOfDeath: '12 January 2026',
  authority: 'The civil register of Orvel',
  reference: 'C 114/26',
}

export function sampleReview(
  about: { request: string; pair: string },
  change: Partial<z.input<typeof DetrimentAsked>> = {},
): z.input<typeof DetrimentAsked> {
  return {
    ...about,
    trigger: [],
    regime: 'civilian',
    personsAtRisk: 'Nobody known.',
    sourceOfRisk: 'None known.',
    decision: 'tell',
    items: [],
    reason: 'The family lives far from the line.',
    reviewOn: '2026-04-05',
    ...change,
  }
}

export function sampleTelling(words: string, change: Partial<z.input<typeof Telling>> = {}): z.input<typeof Telling> {
  return {
    to: 'Mina Sorun',
    by: 'An officer',
    trained: true,
    how: 'in_person',
    heldAt: '2026-03-05T10:30:00Z',
    interpreter: null,
    words,
    papers: [],
    remarks: null,
    ...change,
  }
}
