// What invented families say when they ask: who they are, whom they seek, and what they know.
import type { z } from 'zod'
import type { ConsentAsked, Enquirer, Sought } from '@solferino/server/tracing/contract'
import { ownScript } from './lists.ts'
import type { Draw } from './numbers.ts'
import type { Somebody } from './population.ts'
import { heardOtherwise, type Script, write } from './scripts.ts'

export type Asked = { readonly enquirer: z.input<typeof Enquirer>; readonly sought: z.input<typeof Sought> }

/** Who of the family asks, and the word they say for it. */
const kin = { parent: 'mother', spouse: 'wife', sibling: 'sister', child: 'daughter', other_kin: 'aunt' } as const
const relations = ['parent', 'spouse', 'sibling', 'child', 'other_kin'] as const
const circumstances = [
  'Left for work on the river road and did not come back.',
  'The last call broke off near the bridge.',
  'Neighbours saw a convoy take people from the school.',
  'The unit was said to be surrounded; nothing since.',
  'Was in the hospital when the district changed hands.',
] as const

/**
 * What one family tells of somebody: in the script of their own letters or in Latin ones, with what they do not know left
 * out. `dateOf` gives a day of the play its date.
 */
export function familyOf(one: Somebody, { draw, dateOf }: { draw: Draw; dateOf: (day: number) => string }): Asked {
  const script = draw.onceIn(3) ? 'latin' : ownScript[one.side]
  const relation = draw.one<(typeof relations)[number]>(relations)
  const asking = relation === 'parent' ? one.mother : draw.one(givenOfKin)
  const checkedOn = dateOf(0)
  const checked = (how: 'document' | 'questions_answered') => ({ how, note: null, on: checkedOn })
  return {
    enquirer: {
      name: `${write(asking, script)} ${write(one.family, script)}`,
      ways: [{ way: 'telephone', value: `+000 555 ${String(1000 + draw.below(9000))}`, note: null }],
      safeContact: draw.onceIn(6) ? 'Only in the evening, and only to her.' : null,
      relation,
      relationWords: kin[relation],
      identityChecked: checked('document'),
      relationChecked: checked('questions_answered'),
      riskConsidered: 'Nothing speaks for a risk from who asks.',
      language: 'en',
      interpreter: draw.onceIn(3),
      minor: false,
      accompaniedBy: null,
      silence: {},
    },
    sought: soughtOf(one, { draw, dateOf, script }),
  }
}

const givenOfKin = ['alora', 'birada', 'delesha', 'elemi', 'fenulia', 'helora', 'ishada', 'minitra'] as const

type Telling = { readonly draw: Draw; readonly dateOf: (day: number) => string; readonly script: Script }

function soughtOf(one: Somebody, { draw, dateOf, script }: Telling): Asked['sought'] {
  const name = (word: string) => write(draw.onceIn(7) ? heardOtherwise(word, draw) : word, script)
  const known = (share: number) => draw.below(100) < share
  const { year, month, day } = one.born
  const two = (value: number) => String(value).padStart(2, '0')
  const date = (edtf: string) => ({ edtf, other: null, calendar: 'gregorian' as const, written: null })
  const full = date(`${year}-${two(month)}-${two(day)}`)
  return {
    description: {
      names: [
        {
          whole: null,
          given: name(one.given),
          patronymic: null,
          father: known(70) ? name(one.father) : null,
          grandfather: one.side === 'hillFront' ? name(one.grandfather) : null,
          family: name(one.family),
        },
      ],
      aliases: [],
      sex: one.sex,
      born: known(80) ? full : known(60) ? date(`${year}`) : null,
      age: null,
      birthPlace: known(70) ? write(one.place, script) : null,
      mother: known(50) ? name(one.mother) : null,
      serviceNumber: one.isSoldier && known(20) ? one.serviceNumber : null,
      documentNumber: null,
      unit: one.isSoldier && known(40) ? `${one.unit}` : null,
      rank: null,
      occupation: one.isSoldier ? null : 'driver',
    },
    minor: dateOf(0) < `${year + 18}`,
    lastContact: { on: date(dateOf(one.lostOn)), means: 'telephone', from: write(one.place, script), content: null },
    circumstances: known(80) ? draw.one(circumstances) : null,
    placesAlleged: null,
    searchedAlready: known(30) ? 'Asked at the town hall and at the hospital.' : null,
    wishes: { deathMayBeTold: true, how: 'In person, with the sister there.', doNotTell: null },
    silence: { born: 'unknown', mother: 'not_asked' },
  }
}

/** The consent to search that a family gives when a request is filed. */
export function consentOf({ enquirer }: Asked): z.input<typeof ConsentAsked> {
  return {
    purpose: 'search',
    recipient: null,
    basis: 'consent',
    givenBy: enquirer.name,
    how: 'spoken',
    scriptVersion: '3',
    language: enquirer.language,
    interpreter: null,
    readBack: true,
    note: null,
  }
}
