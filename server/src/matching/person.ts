import type { z } from 'zod'
import type { Person, PersonName } from '@solferino/engine'
import type { Description } from '@solferino/server/registry/contract'
import type { Field } from './words.ts'

type Described = z.output<typeof Description>

/** What the engine is told of somebody described: no side, no source. `saidOn` is the day from which an age counts. */
export function personOf(id: string, described: Described, saidOn: string): Person {
  const names = [...described.names.map(partsOf), ...described.aliases.map((alias) => ({ alias }))]
  return {
    id,
    names,
    ...(described.mother === null ? {} : { mother: described.mother }),
    ...(described.born ? { born: readingsOf(described.born) } : {}),
    ...(described.age === null ? {} : { age: described.age, ageAt: saidOn }),
    ...(described.sex === null ? {} : { sex: described.sex }),
    ...(described.birthPlace === null ? {} : { place: described.birthPlace }),
    ...numbers(described),
    ...(described.unit === null ? {} : { unit: described.unit }),
    ...(described.occupation === null ? {} : { fields: { occupation: described.occupation } }),
  }
}

/** The fields a decision may rest on: stated on both sides, and what people learn by themselves. */
export function fieldsOnBoth(one: Described, other: Described): Field[] {
  const both = (has: (described: Described) => boolean) => has(one) && has(other)
  const dated = ({ born, age }: Described) => born !== null || age !== null
  const found: [Field, boolean][] = [
    ['name', true],
    [
      'father',
      both(({ names }) => names.some((name) => (name.patronymic ?? name.father) !== null || isLong(name.whole))),
    ],
    ['mother', both(({ mother }) => mother !== null)],
    ['born', both(({ born }) => born !== null)],
    ['age', both(dated)],
    ['sex', both(({ sex }) => sex !== null)],
    ['birthPlace', both(({ birthPlace }) => birthPlace !== null)],
    ['serviceNumber', both(({ serviceNumber }) => serviceNumber !== null)],
    ['documentNumber', both(({ documentNumber }) => documentNumber !== null)],
    ['unit', both(({ unit }) => unit !== null)],
    ['occupation', both(({ occupation }) => occupation !== null)],
    ['circumstances', true],
    ['photoRecognised', true],
    ['visitInterview', true],
  ]
  return found.flatMap(([field, isStated]) => (isStated ? [field] : []))
}

/** A name nobody has parted may hold the father's in it when it has three words or more. */
function isLong(whole: string | null): boolean {
  return whole !== null && whole.trim().split(/\s+/u).length >= 3
}

function partsOf(name: Described['names'][number]): PersonName {
  const { whole, given, patronymic, father, grandfather, family } = name
  const parts = { given, patronymic, father, grandfather, family }
  const told = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null))
  return Object.keys(told).length > 0 ? told : { whole: whole ?? '' }
}

function readingsOf({ edtf, other }: NonNullable<Described['born']>): string[] {
  return other === null ? [edtf] : [edtf, other]
}

function numbers({ serviceNumber, documentNumber }: Described): { number?: string[] } {
  const both = [serviceNumber, documentNumber].filter((one) => one !== null)
  return both.length > 0 ? { number: both } : {}
}
