import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  build,
  Cancelled,
  clusters,
  compare,
  dedupe,
  exhaustive,
  explain,
  link,
  load,
  merge,
  search,
  shard,
  type Person,
  type Segment,
} from './index.ts'

const given = [
  'mykola',
  'микола',
  'nikolai',
  'olena',
  'олена',
  'yusuf',
  'يوسف',
  'youssef',
  'dmytro',
  'дмитро',
  'anahit',
  'anna',
  'anne',
]
const family = [
  'koval',
  'коваль',
  'kovalenko',
  'коваленко',
  'haddad',
  'حداد',
  'hadad',
  'melnyk',
  'мельник',
  'petrosyan',
  'պետրոսյան',
  'rossi',
  'roșu',
]
const born = [
  '1987-03-12',
  '1987-12-03',
  '1987-03',
  '1987',
  '1986-03-12',
  '1951',
  '1951-07-04',
  '1990~',
  '1989/1991',
  '2001-01-01',
]
const place = ['Ternava', 'Тернава', 'New Ternava', 'Ostrivka', 'Qasr Hilal', 'قصر هلال']
const numbers = ['AB-120934', 'AB-120943', 'CX-99810', '5561207']

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

/** The value at a place that must be there; `at` may be any number from 0. */
function nth<T>(list: readonly T[], at: number): T {
  return list[at % list.length] ?? assert.fail('nothing there')
}

/** Drops keys without a value. */
function stated(value: object): Person {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as unknown as Person
}

const person: fc.Arbitrary<Person> = fc
  .record({
    given: maybe(some(given)),
    father: maybe(some(given)),
    family: maybe(some(family)),
    alias: maybe(fc.tuple(some(given), some(family)).map((both) => both.join(' '))),
    born: maybe(
      fc.oneof(
        some(born),
        fc.tuple(some(born), some(born)).map((both) => [...both]),
      ),
    ),
    sex: maybe(some(['f', 'm'])),
    place: maybe(some(place)),
    number: maybe(some(numbers)),
    mother: maybe(some(given)),
    trade: maybe(some(['baker', 'smith', 'teacher'])),
  })
  .map(({ given, father, family, alias, trade, ...rest }) => {
    const name = Object.fromEntries(
      Object.entries({ given, father, family, alias }).filter(([, one]) => one !== undefined),
    )
    return { ...stated(rest), names: [name], ...(trade ? { fields: { trade } } : {}) }
  })

const records = fc.array(person, { minLength: 1, maxLength: 30 })

function numbered(persons: readonly Person[]): Person[] {
  return persons.map((one, at) => ({ ...one, id: `r${String(at).padStart(3, '0')}` }))
}

test('a word that is asked for twice, in the name and in the mother’s, keeps the list complete', () => {
  const few = fc.constantFrom('Mina', 'Vera', 'Orven', 'Tavin', 'Keldar', 'Sorun', 'Velmar', 'Dorin')
  const one = fc.record({ given: few, father: few, family: few, mother: few })
  fc.assert(
    fc.property(fc.array(one, { minLength: 60, maxLength: 60 }), few, few, (list, twice, family) => {
      const persons = list.map(({ mother, ...name }) => ({ names: [name], mother }))
      const segments = [build(numbered(persons))]
      const query = { names: [{ given: twice, family }], mother: twice }
      for (const k of [1, 2, 5]) assert.deepEqual(search(segments, query, { k }), exhaustive(segments, query, { k }))
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('a search finds the list that looking at every record finds', () => {
  fc.assert(
    fc.property(records, person, fc.integer({ min: 1, max: 8 }), (list, query, k) => {
      const segments = [build(numbered(list))]
      assert.deepEqual(search(segments, query, { k }), exhaustive(segments, query, { k }))
    }),
    { numRuns: 200 },
  )
})

test('reasons sum exactly to the weight of the hit', () => {
  fc.assert(
    fc.property(records, person, (list, query) => {
      const segments = [build(numbered(list))]
      for (const hit of exhaustive(segments, query, { minBits: -40, windowBits: 200 })) {
        const reasons = explain(segments, query, hit)!
        assert.equal(
          reasons.reduce((sum, reason) => sum + reason.bits, 0),
          hit.bits,
        )
      }
    }),
    { numRuns: 100 },
  )
})

test('comparing is symmetric, and its parts sum to it', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const one = compare(a, b)
      assert.equal(one.bits, compare(b, a).bits)
      assert.equal(
        one.parts.reduce((sum, part) => sum + part.bits, 0),
        one.bits,
      )
    }),
    { numRuns: 300 },
  )
})

test('a segment changed step by step answers as one built anew', () => {
  fc.assert(
    fc.property(records, records, person, fc.nat(), (first, second, query, which) => {
      const before = numbered(first)
      const after = second.map((one, at) => ({ ...one, id: `s${String(at).padStart(3, '0')}` }))
      const changing = build(before)
      for (const one of after) changing.add(one)
      const gone = nth(before, which)
      assert.equal(changing.remove(gone.id!), true)
      assert.equal(changing.remove(gone.id!), false)
      const replaced = nth(after, which)
      changing.supersede(replaced.id, { ...query, id: replaced.id })
      const anew = build([
        ...before.filter((one) => one !== gone),
        ...after.map((one) => (one === replaced ? { ...query, id: one.id } : one)),
      ])
      assert.deepEqual(search([changing], query), search([anew], query))
    }),
    { numRuns: 60 },
  )
})

test('a saved segment read again answers the same', () => {
  fc.assert(
    fc.property(records, person, (list, query) => {
      const segment = build(numbered(list))
      if (list.length > 3) segment.remove('r002')
      assert.deepEqual(search([load(segment.save())], query), search([segment], query))
    }),
    { numRuns: 40 },
  )
  assert.throws(() => load([new Uint8Array([123, 125])]))
})

test('a filter leaves the order of what remains', () => {
  fc.assert(
    fc.property(records, person, (list, query) => {
      const segments = [build(numbered(list))]
      const accept = (id: string): boolean => Number(id.slice(1)) % 2 === 0
      const all = search(segments, query, { k: 1000, windowBits: 500 })
      const some = search(segments, query, { k: 1000, windowBits: 500, accept })
      assert.deepEqual(
        some,
        all.filter((hit) => accept(hit.id)),
      )
    }),
    { numRuns: 60 },
  )
})

test('bytes of JSON lines, cut anywhere, build the same segment as persons', () => {
  const list = numbered([
    { names: [{ given: 'Олена', family: 'Коваль' }], born: '1987-03-12' },
    { names: [{ whole: 'Yusuf Haddad' }], place: 'Qasr Hilal' },
  ])
  const bytes = new TextEncoder().encode(list.map((one) => JSON.stringify(one)).join('\n'))
  for (const cut of [1, 17, 18, 60]) {
    const segment = build([bytes.slice(0, cut), bytes.slice(cut)])
    assert.deepEqual(search([segment], nth(list, 0)), search([build(list)], nth(list, 0)))
  }
})

test('building, linking and finding duplicates can be cancelled and tell how far they are', () => {
  const list = numbered(
    Array.from({ length: 5000 }, (_, at) => ({ names: [{ given: nth(given, at), family: `koval${at}` }] })),
  )
  assert.throws(() => build(list, { cancelled: () => true }), Cancelled)
  const told: number[] = []
  build(list, { onProgress: (count) => told.push(count) })
  assert.deepEqual(told, [4096, 5000])
  const small = build(list.slice(0, 20))
  assert.throws(() => [...link([small], list, { cancelled: () => true })], Cancelled)
  assert.throws(() => [...dedupe(small, { cancelled: () => true })], Cancelled)
  const done: number[] = []
  assert.equal([...link([small], list.slice(0, 3), { onProgress: (count) => done.push(count) })].length, 3)
  assert.deepEqual(done, [1, 2, 3])
})

/** Invented persons enough that a name is a name among others. */
function crowd(size = 2000): Person[] {
  const list: Person[] = []
  for (let at = 0; at < size; at += 1) {
    const syllables = ['ba', 'de', 'ko', 'ru', 'mi', 'sta', 'vor', 'nel', 'tiz', 'ghu']
    const word = (seed: number): string => nth(syllables, seed) + nth(syllables, seed >> 2) + nth(syllables, seed >> 5)
    list.push({
      id: `c${at}`,
      names: [{ given: word(at * 7), father: word(at * 11), family: word(at * 13 + 5) }],
      born: `19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`,
    })
  }
  return list
}

function probabilityIn(segment: Segment, query: Person, id: string): number {
  return (
    search([segment], query, { k: 50, windowBits: 100, minBits: -50 }).find((hit) => hit.id === id)?.probability ?? 0
  )
}

const olena: Person = {
  id: 'olena',
  names: [{ given: 'Олена', father: 'Петрівна', family: 'Тернавська' }],
  born: '1987-03-12',
  mother: 'Оксана',
  number: 'AB-120934',
}

test('the same person in another script is found first and more likely than not', () => {
  const segment = build([...crowd(), olena])
  const hits = search([segment], {
    names: [{ given: 'Olena', father: 'Petro', family: 'Ternavska' }],
    born: '1987-03-12',
  })
  assert.equal(hits[0]?.id, 'olena')
  assert.ok(hits[0].probability > 0.9, String(hits[0].probability))
})

test('a twin and a namesake stay below one half', () => {
  const segment = build([...crowd(), olena])
  const twin: Person = { names: [{ given: 'Марія', father: 'Петрівна', family: 'Тернавська' }], born: '1987-03-12' }
  assert.ok(probabilityIn(segment, twin, 'olena') < 0.5)
  const namesake: Person = { names: [{ given: 'Олена', father: 'Петрівна', family: 'Тернавська' }], born: '1969-08-30' }
  assert.ok(probabilityIn(segment, namesake, 'olena') < 0.5)
})

test('father and son of one name are told apart by birth date and father', () => {
  const father: Person = {
    id: 'father',
    names: [{ given: 'Yusuf', father: 'Karim', family: 'Haddad' }],
    born: '1951-07-04',
  }
  const son: Person = { id: 'son', names: [{ given: 'Yusuf', father: 'Yusuf', family: 'Haddad' }], born: '1979-02-01' }
  const segment = build([...crowd(), father, son])
  const hits = search([segment], { names: [{ given: 'يوسف', father: 'يوسف', family: 'حداد' }], born: '1979' })
  assert.equal(hits[0]?.id, 'son')
  assert.ok(probabilityIn(segment, { ...son, id: 'asked' }, 'father') < 0.5)
})

test('patronymic and the father of that name are one piece of evidence', () => {
  const both = compare(
    { names: [{ given: 'Olena', patronymic: 'Petrivna', father: 'Petro', family: 'Ternavska' }] },
    olena,
  )
  const one = compare({ names: [{ given: 'Olena', patronymic: 'Petrivna', family: 'Ternavska' }] }, olena)
  assert.equal(both.bits, one.bits)
})

test('a record with only number and the mother’s name right still comes up', () => {
  const segment = build([...crowd(), olena])
  const hits = search([segment], {
    names: [{ given: 'Hanna', family: 'Lysenko' }],
    mother: 'Oksana',
    number: 'AB120934',
  })
  assert.ok(hits.some((hit) => hit.id === 'olena'))
})

test('frequencies come from the given segments alone', () => {
  const mine = build([...crowd(), olena])
  const alone = search([mine], olena)
  const others = build(Array.from({ length: 500 }, (_, at) => ({ ...olena, id: `x${at}` })))
  assert.deepEqual(search([mine], olena), alone)
  assert.notDeepEqual(search([mine, others], olena)[0], alone[0])
})

test('a chain of lookalikes is no cluster, a whole group is', () => {
  const pair = (a: string, b: string): { a: string; b: string; bits: number; probability: number } => ({
    a,
    b,
    bits: 5000,
    probability: 0.9,
  })
  assert.deepEqual(clusters([pair('a', 'b'), pair('a', 'c'), pair('b', 'c'), pair('x', 'y')]), [
    ['a', 'b', 'c'],
    ['x', 'y'],
  ])
  const chain = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const groups = clusters(chain.slice(1).map((id, at) => pair(nth(chain, at), id)))
  assert.ok(groups.length > 1)
})

test('duplicates within a list are found once, and shares of the work make up the whole', () => {
  const list = [
    ...crowd(200),
    olena,
    { ...olena, id: 'again', names: [{ given: 'Olena', father: 'Petrivna', family: 'Ternavska' }] },
  ]
  const segment = build(list)
  const whole = [...dedupe(segment)]
  assert.ok(whole.some((pair) => pair.a === 'again' && pair.b === 'olena'))
  const parts = [0, 1].map((part) => [...dedupe(segment, { part, of: 2 })])
  const key = (pair: { a: string; b: string; bits: number }): string => `${pair.a} ${pair.b} ${pair.bits}`
  assert.deepEqual(parts.flat().map(key).sort(), whole.map(key).sort())
  assert.deepEqual(merge(shard(list, 7)), list)
})

test('an absurd name costs bounded work and breaks nothing', () => {
  const segment = build([...crowd(), olena])
  const absurd = [
    '',
    ' ',
    '...',
    '\u202Eolena',
    'а'.repeat(10_000),
    '👩‍👩‍👧'.repeat(50),
    'oлeнa',
    '\ud800',
    '\0',
    'x '.repeat(5000),
    '٠١٢',
    'ﷺ',
    'İıŞ',
  ]
  for (const text of absurd) {
    for (const name of [{ whole: text }, { given: text, family: text }]) {
      search([segment], { names: [name], place: text, number: text, born: text, mother: text })
      compare({ names: [name] }, olena)
    }
  }
  assert.equal(search([segment], { names: [] }).length, 0)
})

test('case, marks, invisible characters and the order of whole names change nothing', () => {
  const plain = compare({ names: [{ whole: 'olena ternavska' }] }, { names: [{ whole: 'Олена Тернавська' }] }).bits
  for (const text of [
    'OLENA TERNAVSKA',
    'Olena\u200B Ternavska',
    'Oléna Ternavská',
    'ternavska, olena',
    '\u202Aolena\u202C ternavska',
  ]) {
    assert.equal(compare({ names: [{ whole: text }] }, { names: [{ whole: 'Олена Тернавська' }] }).bits, plain, text)
  }
})

test('of a twin told by whole name and birth date alone it stays less likely than not that it is one person', () => {
  const segment = build([...crowd(), { ...olena, names: [{ whole: 'Олена Петрівна Тернавська' }] }])
  const twin: Person = { names: [{ whole: 'Mariia Petrivna Ternavska' }], born: '1987-03-12' }
  assert.ok(probabilityIn(segment, twin, 'olena') < 0.5)
  const told = { names: [{ whole: 'Олена Петрівна Тернавська' }], born: '1987-03-12' }
  assert.ok(compare(twin, told).probability < 0.5)
  const same: Person = { names: [{ whole: 'Olena Petrivna Ternavska' }], born: '1987-03-12' }
  assert.ok(probabilityIn(segment, same, 'olena') > 0.9)
  assert.ok(compare(same, told).probability > 0.9)
})

test('a namesake told by whole name stays less likely than not, father and son are told apart', () => {
  const told = { names: [{ whole: 'Yusuf Karim Haddad' }], born: '1951-07-04' }
  assert.ok(compare(told, { names: [{ whole: 'يوسف كريم حداد' }], born: '1979-02-01' }).probability < 0.5)
  assert.ok(compare(told, { names: [{ whole: 'Yusuf Yusuf Haddad' }], born: '1979-02-01' }).probability < 0.5)
})

test('of records that are not one person’s only one can be the person asked for', () => {
  const father: Person = { id: 'father', names: [{ whole: 'Sabri Karim Haddad' }], born: '1947' }
  const son: Person = { id: 'son', names: [{ whole: 'Yasir Sabri Karim Haddad' }], born: '1988-05-15' }
  const again: Person = { id: 'again', names: [{ whole: 'Sabri Karim Haddad' }], born: '1947-02-03' }
  const asked: Person = { id: 'asked', names: [{ whole: 'صبري كريم حداد' }] }
  const [linked] = link([build([...crowd(), father, son, again])], [asked], { minProbability: 0 })
  const hits = linked?.hits ?? []
  const of = (id: string): number => hits.find((hit) => hit.id === id)?.probability ?? 0
  assert.ok(of('father') > 0.5 && of('again') > 0.5, JSON.stringify(hits.slice(0, 4)))
  assert.ok(of('son') < 0.5)
})
