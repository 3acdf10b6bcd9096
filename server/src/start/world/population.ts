// Invented people whom the conflict has parted from their families. No name, place or unit is anybody's.
import type { PartyName } from './cast.ts'
import type { Draw } from './numbers.ts'

/** What is true of an invented person; every list and every family knows a part of it, and writes it in its own way. */
export type Somebody = {
  readonly side: PartyName
  readonly number: number
  readonly sex: 'female' | 'male'
  readonly given: string
  readonly father: string
  readonly grandfather: string
  readonly family: string
  readonly mother: string
  readonly born: { readonly year: number; readonly month: number; readonly day: number }
  readonly place: string
  readonly isSoldier: boolean
  readonly rank: 0 | 1 | 2 | 3
  readonly unit: number
  readonly serviceNumber: string
  /** The day on which contact was lost, counted from the first day of the play: before it. */
  readonly lostOn: number
}

const openings = {
  male: ['ar', 'bel', 'chor', 'dav', 'er', 'fer', 'gor', 'hal', 'il', 'jor', 'kal', 'khor', 'lam', 'mer', 'nor', 'or'],
  more: ['rad', 'sham', 'tal', 'tsel', 'ul', 'var', 'yor', 'zer'],
  female: ['al', 'bir', 'del', 'el', 'fen', 'hel', 'ish', 'jel', 'kir', 'lav', 'min', 'nar', 'ol', 'rin', 'sev', 'tir'],
} as const
const endings = {
  male: ['adan', 'edor', 'imar', 'osh', 'uran', 'elik', 'anor', 'ivel'],
  female: ['ada', 'esha', 'ineya', 'ora', 'ulia', 'aniv', 'itra', 'emi'],
} as const
const houses = {
  first: [
    'ard',
    'bask',
    'chelm',
    'dorv',
    'esk',
    'fald',
    'garm',
    'holt',
    'irv',
    'jand',
    'kolm',
    'khald',
    'lorn',
    'mosk',
  ],
  second: ['narv', 'orl', 'pelt', 'rosv', 'sald', 'shorn', 'tarv', 'tsarn', 'ulm', 'vesk', 'yalt', 'zand'],
  last: ['arin', 'eko', 'ivar', 'olen', 'umed', 'akhan', 'esti', 'orai', 'ulin', 'anez', 'idar', 'ovesh'],
} as const
const places = [
  'orvel',
  'tessar',
  'kolmara',
  'dunai',
  'shirven',
  'palesh',
  'marodan',
  'belkhor',
  'istran',
  'vadul',
] as const

/** Draws the people of one side, by sides apart, so that one side's number changes nothing in another's people. */
export function populationOf(side: PartyName, count: number, draw: Draw): Somebody[] {
  const male = [...openings.male, ...openings.more] as const
  const family = [...houses.first, ...houses.second] as const
  const man = () => draw.one(male) + draw.one(endings.male)
  return Array.from({ length: count }, (_, number) => {
    const isWoman = draw.onceIn(7)
    return {
      side,
      number,
      sex: isWoman ? 'female' : 'male',
      given: isWoman ? draw.one(openings.female) + draw.one(endings.female) : man(),
      father: man(),
      grandfather: man(),
      family: draw.one(family) + draw.one(houses.last),
      mother: draw.one(openings.female) + draw.one(endings.female),
      born: { year: 1958 + draw.below(49), month: 1 + draw.below(12), day: 1 + draw.below(28) },
      place: draw.one(places),
      isSoldier: !isWoman && !draw.onceIn(4),
      rank: draw.one([0, 0, 0, 1, 1, 2, 3]),
      unit: 1 + draw.below(24),
      serviceNumber: `${draw.below(90) + 10}-${String(draw.below(100_000)).padStart(5, '0')}`,
      lostOn: draw.below(80) - 80,
    }
  })
}
