// Invented requests for the tests of this room and of those after it.
import type { z } from 'zod'
import type { ConsentAsked, Enquirer, Sought } from './shapes.ts'

type Filed = {
  readonly enquirer: z.input<typeof Enquirer>
  readonly sought: z.input<typeof Sought>
}

/** The least that is enough: a name of the sought person, and a way to call back. */
export function sampleRequest(name = 'Ardel Sorun', enquirer = 'Mina Sorun'): Filed {
  return {
    enquirer: {
      name: enquirer,
      ways: [{ way: 'telephone', value: '+000 555 0142', note: null }],
      safeContact: null,
      relation: null,
      relationWords: null,
      identityChecked: null,
      relationChecked: null,
      riskConsidered: null,
      language: null,
      interpreter: null,
      minor: null,
      accompaniedBy: null,
      silence: { relation: 'unknown' },
    },
    sought: {
      description: {
        names: [{ whole: name, given: null, patronymic: null, father: null, grandfather: null, family: null }],
        aliases: [],
        sex: null,
        born: null,
        age: null,
        birthPlace: null,
        mother: null,
        serviceNumber: null,
        documentNumber: null,
        unit: null,
        rank: null,
        occupation: null,
      },
      minor: null,
      lastContact: null,
      circumstances: null,
      placesAlleged: null,
      searchedAlready: null,
      wishes: null,
      silence: { born: 'unknown' },
    },
  }
}

/** A spoken consent to search, as a script was read out. */
export const searchConsent: z.input<typeof ConsentAsked> = {
  purpose: 'search',
  recipient: null,
  basis: 'consent',
  givenBy: 'Mina Sorun',
  how: 'spoken',
  scriptVersion: '3',
  language: 'Ardanian',
  interpreter: null,
  readBack: true,
  note: null,
}
