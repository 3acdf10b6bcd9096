// The lists that the parties send in the play: who stands on which, in which words, and with which mistakes.
import type { z } from 'zod'
import type { Envelope } from '@solferino/server/intake/contract'
import type { PartyName, PlaceName } from './cast.ts'
import { cellOf, type ColumnName, type Form, headingOf, type Language } from './list-forms.ts'
import { type Draw } from './numbers.ts'
import { populationOf, type Somebody } from './population.ts'
import { heardOtherwise, type Script } from './scripts.ts'

export type Row = { readonly person: Somebody; readonly cells: readonly string[] }
export type PlannedList = {
  readonly key: string
  readonly place: PlaceName
  readonly party: PartyName
  readonly kind: z.input<typeof Envelope>['kind']
  readonly day: number
  readonly number: string
  readonly form: Form
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  /** The key of the list that this one takes the place of. */
  readonly replaces: string | null
  /** Whether its origin is sure on receipt; else the day on which it is confirmed, if ever. */
  readonly confirmed: true | { readonly on: number | null }
  /** The status that the sender states for all rows, in the sender's view. */
  readonly status: 'prisoner_of_war' | 'security_detainee' | null
}

/** Which script each side's people write their own names in. */
export const ownScript: Readonly<Record<PartyName, Script>> = {
  ardania: 'cyrillic',
  belvar: 'georgian',
  tesmar: 'greek',
  hillFront: 'arabic',
}
const ownLanguage: Readonly<Record<PartyName, Language>> = {
  ardania: 'ru',
  belvar: 'en',
  tesmar: 'en',
  hillFront: 'ar',
}
/** Who lists whom: each holds the other's people, and each seeks its own. */
const opposite: Readonly<Record<PartyName, PartyName>> = {
  ardania: 'belvar',
  belvar: 'ardania',
  tesmar: 'hillFront',
  hillFront: 'tesmar',
}
const placeOf = { ardania: 'basin', belvar: 'basin', tesmar: 'hills', hillFront: 'hills' } as const
const parties = ['ardania', 'belvar', 'tesmar', 'hillFront'] as const satisfies readonly PartyName[]

const heldColumns = [
  'reference',
  'sex',
  'born',
  'place',
  'number',
  'rank',
  'unit',
  'captured',
  'heldAt',
  'remarks',
] as const
const inParts = ['family', 'given', 'father'] as const

/** A kind of list that every party of a place sends in the same form, and the part of a people that stands on it. */
type Kind = {
  readonly kind: PlannedList['kind']
  readonly day: number
  readonly of: 'other' | 'own'
  readonly from: number
  readonly to: number
  readonly names: readonly ColumnName[]
  readonly columns: readonly ColumnName[]
  readonly file: Form['file']
  /** How long after the loss of contact that happened which the list tells of. */
  readonly after: number
  readonly places: readonly PlaceName[]
}
const both = ['basin', 'hills'] as const
const kinds: readonly Kind[] = [
  {
    kind: 'held',
    day: 9,
    of: 'other',
    from: 0,
    to: 250,
    names: inParts,
    columns: heldColumns,
    file: 'csv',
    after: 0,
    places: both,
  },
  {
    kind: 'own_missing_sought',
    day: 21,
    of: 'own',
    from: 120,
    to: 300,
    names: inParts,
    columns: ['mother', 'sex', 'born', 'place', 'number', 'unit', 'remarks'],
    file: 'xlsx',
    after: 0,
    places: both,
  },
  {
    kind: 'deaths',
    day: 52,
    of: 'other',
    from: 290,
    to: 345,
    names: ['name'],
    columns: ['born', 'number', 'died'],
    file: 'csv',
    after: 20,
    places: ['basin'],
  },
  {
    kind: 'released_or_exchanged',
    day: 78,
    of: 'other',
    from: 30,
    to: 60,
    names: ['name'],
    columns: ['born', 'released'],
    file: 'csv',
    after: 70,
    places: ['basin'],
  },
]

export type Population = Readonly<Record<PartyName, readonly Somebody[]>>
const peopleOfASide = 420

/** The people of all four sides. `scale` 1 is the whole play, less a smaller one of the same form. */
export function peopleOf(draw: Draw, scale: number): Population {
  const of = (side: PartyName) => populationOf(side, scaled(peopleOfASide, scale), draw.apart(side))
  return { ardania: of('ardania'), belvar: of('belvar'), tesmar: of('tesmar'), hillFront: of('hillFront') }
}

export function scaled(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale))
}

/**
 * All lists of the play in no order; each party's from draws of its own. `dateOf` gives a day of the play its date. `few`
 * leaves it at one list of each party: a small play of the same form.
 */
export function listsOf(
  people: Population,
  { draw, scale, few, dateOf }: { draw: Draw; scale: number; few: boolean; dateOf: (day: number) => string },
): PlannedList[] {
  return parties.flatMap((party, at) => {
    const making = { party, people, draw: draw.apart(`lists of ${party}`), scale, dateOf, at }
    const own = kinds.filter(({ places }) => places.includes(placeOf[party])).map((kind) => listOf(kind, making))
    const [held] = own
    if (!held) return own
    return few ? [held] : [...own, laterList(held, making)]
  })
}

type Making = {
  readonly party: PartyName
  readonly people: Population
  readonly draw: Draw
  readonly scale: number
  readonly dateOf: (day: number) => string
  /** The party's place among the four: their lists come on different days. */
  readonly at: number
}

function listOf(kind: Kind, making: Making): PlannedList {
  const { party, people, scale, at } = making
  const listed = people[kind.of === 'own' ? party : opposite[party]]
  const isHillFront = party === 'hillFront'
  // Most lists are written in the sender's own hand; bureaus that write to the other side's readers use Latin letters.
  const script = kind.of === 'own' || ownLanguage[party] !== 'en' ? ownScript[party] : 'latin'
  const form: Form = { language: ownLanguage[party], script, file: kind.file }
  const names = isHillFront ? (['name'] as const) : kind.names
  const columns = [...names, ...kind.columns]
  const rows = rowsOf(listed.slice(scaled(kind.from, scale), scaled(kind.to, scale)), columns, {
    ...making,
    form,
    after: kind.after,
  })
  return {
    key: `${party} ${kind.kind}`,
    place: placeOf[party],
    party,
    kind: kind.kind,
    day: kind.day + 3 * at,
    number: `${kind.day}/${at + 1}`,
    form,
    headings: columns.map((column) => headingOf(column, form.language)),
    rows,
    replaces: null,
    confirmed: isHillFront ? { on: kind.kind === 'held' ? 40 : null } : true,
    status: kind.kind !== 'held' ? null : placeOf[party] === 'basin' ? 'prisoner_of_war' : 'security_detainee',
  }
}

/** A second list of those held: the lines of the first again but for a few, and newcomers. */
function laterList(first: PlannedList, making: Making): PlannedList {
  const { party, people, scale } = making
  const newcomers = people[opposite[party]].slice(scaled(345, scale), scaled(400, scale))
  const columns = [...(party === 'hillFront' ? (['name'] as const) : inParts), ...heldColumns]
  const rows = rowsOf(newcomers, columns, { ...making, form: first.form, after: 0 })
  return {
    ...first,
    key: `${first.key} again`,
    day: first.day + 55,
    number: `${first.number}-2`,
    rows: [...first.rows.slice(0, -scaled(6, scale)), ...rows],
    replaces: first.key,
    confirmed: party === 'hillFront' ? { on: null } : true,
  }
}

function rowsOf(
  listed: readonly Somebody[],
  columns: readonly ColumnName[],
  { draw, dateOf, form, after }: Making & { readonly form: Form; readonly after: number },
): Row[] {
  const heard = (word: string) => (draw.onceIn(8) ? heardOtherwise(word, draw) : word)
  const writing = { ...form, dateOf, heard, happened: (one: Somebody) => one.lostOn + after }
  return listed.map((person, at) => {
    const cells = columns.map((column) => cellOf(column, person, writing))
    return { person, cells: at % 37 === 11 ? mistaken(cells, columns, draw) : cells }
  })
}

/** A row as a tired clerk leaves it: a date that is none, an age in words, no name, a cell too many. */
function mistaken(cells: readonly string[], columns: readonly ColumnName[], draw: Draw): string[] {
  const put = (column: ColumnName, text: string) => cells.map((cell, at) => (columns[at] === column ? text : cell))
  const mistakes: (() => string[])[] = [
    () => [...cells, 'x', 'x'],
    () => cells.map((cell, at) => (['name', 'family', 'given', 'father'].includes(columns[at] ?? '') ? '' : cell)),
    () => (columns.includes('born') ? put('born', '42.17.19') : put('age', '3x')),
    () => (columns.includes('sex') ? put('sex', 'x?') : put('born', '00-00-00')),
  ]
  return (mistakes[draw.below(mistakes.length)] ?? (() => [...cells]))()
}
