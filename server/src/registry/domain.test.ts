import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import type { Content } from './contract.ts'
import {
  attributesOf,
  checkEntered,
  countsAsNotice,
  type Edge,
  mayBeOneDay,
  mayPairBySystem,
  numberSets,
  prefixOf,
  setsOf,
  spanOf,
  timelineOf,
  type Told,
  writtenName,
} from './domain.ts'

const noName = { whole: null, given: null, patronymic: null, father: null, grandfather: null, family: null }
const day = (edtf: string, other: string | null = null) => ({
  edtf,
  other,
  calendar: 'gregorian' as const,
  written: edtf,
})

function content(change: Partial<z.output<typeof Content>['description']> = {}): z.output<typeof Content> {
  return {
    description: {
      names: [{ ...noName, whole: 'Orel Tavin' }],
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
      ...change,
    },
    events: [],
    legalStatus: null,
    source: { kind: 'list', listNumber: '7', listDate: null, row: 3, informant: null, reference: null },
    remarks: null,
    kept: [],
    literal: 'Orel Tavin',
  }
}

function told(id: string, change: Partial<z.output<typeof Content>['description']> = {}): Told {
  return { id, channel: 'c', receivedOn: '2026-03-01', unconfirmed: false, withdrawnAt: null, content: content(change) }
}

test('which notices say that somebody is held', () => {
  assert.equal(countsAsNotice('held'), true)
  assert.equal(countsAsNotice('hospital'), true)
  assert.equal(countsAsNotice('own_missing_sought'), false)
  assert.equal(countsAsNotice('remains_handed_over'), false)
})

test('remains have their own numbers and are never paired by the system', () => {
  assert.equal(prefixOf('remains_handed_over'), 'RM')
  assert.equal(prefixOf('held'), 'R')
  assert.equal(mayPairBySystem({ id: 'RM-0123456789A', withdrawnAt: null }), false)
  assert.equal(mayPairBySystem({ id: 'R-0123456789A', withdrawnAt: null }), true)
  assert.equal(mayPairBySystem({ id: 'R-0123456789A', withdrawnAt: '2026-03-01T00:00:00Z' }), false)
})

test('a typed record names its source, is not of tomorrow, and remains say who handed them over', () => {
  const entered = { notice: 'held' as const, receivedOn: '2026-03-05', content: content() }
  assert.equal(checkEntered(entered, '2026-03-05'), null)
  assert.equal(checkEntered(entered, '2026-03-04'), 'received_in_future')
  const unnamed = { ...content(), source: { ...content().source, listNumber: null } }
  assert.equal(checkEntered({ ...entered, content: unnamed }, '2026-03-05'), 'source_unnamed')
  const remains = { ...entered, notice: 'remains_handed_over' as const }
  assert.equal(checkEntered(remains, '2026-03-05'), 'remains_without_event')
})

test('the days a partial date allows', () => {
  assert.deepEqual(spanOf('1987'), { from: '1987-01-01', to: '1987-12-31' })
  assert.deepEqual(spanOf('1987-03'), { from: '1987-03-01', to: '1987-03-31' })
  assert.deepEqual(spanOf('1987-03-12'), { from: '1987-03-12', to: '1987-03-12' })
  assert.deepEqual(spanOf('1990~'), { from: '1988-01-01', to: '1992-12-31' })
  assert.deepEqual(spanOf('1989/1991'), { from: '1989-01-01', to: '1991-12-31' })
  assert.deepEqual(spanOf('../1990'), { from: '0000-01-01', to: '1990-12-31' })
  assert.deepEqual(spanOf('1990/..'), { from: '1990-01-01', to: '9999-12-31' })
})

test('two dates contradict only when no reading leaves one day to both', () => {
  assert.equal(mayBeOneDay(day('1987'), day('1987-03-12')), true)
  assert.equal(mayBeOneDay(day('1987-04-03', '1987-03-04'), day('1987-03-04')), true)
  assert.equal(mayBeOneDay(day('1987-04-03'), day('1987-03-04')), false)
  assert.equal(mayBeOneDay(day('1987'), { ...day('1366'), calendar: 'solar_hijri' }), true)
})

test('claims of an attribute: one, the same, written differently, contradicting', () => {
  const agreement = (attribute: string, ...records: Told[]) =>
    attributesOf(records).find((one) => one.attribute === attribute)?.agreement
  assert.equal(agreement('born', told('a', { born: day('1987') }), told('b')), 'one')
  assert.equal(agreement('born', told('a', { born: day('1987') }), told('b', { born: day('1987') })), 'same')
  assert.equal(agreement('born', told('a', { born: day('1987') }), told('b', { born: day('1987-03') })), 'differs')
  assert.equal(agreement('born', told('a', { born: day('1987') }), told('b', { born: day('1988') })), 'contradicts')
  assert.equal(agreement('sex', told('a', { sex: 'male' }), told('b', { sex: 'female' })), 'contradicts')
  const numbers = [told('a', { serviceNumber: 'AB 12-3' }), told('b', { serviceNumber: 'ab123' })]
  assert.equal(agreement('serviceNumber', ...numbers), 'same')
  assert.equal(agreement('mother', told('a', { mother: 'Lina' }), told('b', { mother: 'Lena' })), 'differs')
  assert.equal(agreement('rank', told('a')), undefined)
})

test('a withdrawn claim stays to be seen and contradicts no more', () => {
  const withdrawn = { ...told('b', { sex: 'female' }), withdrawnAt: '2026-03-02T00:00:00.000Z' }
  const [sex] = attributesOf([told('a', { sex: 'male' }), withdrawn]).filter((one) => one.attribute === 'sex')
  assert.equal(sex?.agreement, 'one')
  assert.equal(sex?.claims.length, 2)
})

test('every attribute a source states is shown with that source', () => {
  const full = told('a', {
    aliases: ['Red'],
    sex: 'male',
    born: day('1987'),
    age: 38,
    birthPlace: 'Lower Vask',
    mother: 'Lina',
    serviceNumber: '1',
    documentNumber: '2',
    unit: '3rd',
    rank: 'private',
    occupation: 'smith',
  })
  const attributes = attributesOf([
    { ...full, content: { ...full.content, legalStatus: { status: 'disputed', written: null } } },
  ])
  assert.equal(attributes.length, 13)
  assert.ok(attributes.every((one) => one.claims.every((claim) => claim.record === 'a')))
})

test('a name in one line is as it was written, else its parts', () => {
  assert.equal(writtenName({ ...noName, whole: 'TAVIN Orel' }), 'TAVIN Orel')
  assert.equal(writtenName({ ...noName, given: 'Orel', father: 'Dan', family: 'Tavin' }), 'Orel Dan Tavin')
})

test('a timeline is in the order of first possible days, undated at the end', () => {
  const event = (kind: 'held' | 'capture' | 'transfer', on: string | null) => ({
    kind,
    on: on === null ? null : day(on),
    place: null,
    note: null,
  })
  const one = { ...told('a'), content: { ...content(), events: [event('held', null), event('transfer', '2026-02')] } }
  const two = { ...told('b'), content: { ...content(), events: [event('capture', '2026-01-30')] } }
  assert.deepEqual(
    timelineOf([one, two]).map((entry) => entry.kind),
    ['capture', 'transfer', 'held'],
  )
})

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const edges: fc.Arbitrary<Edge[]> = fc.array(
  fc.record({ first: fc.constantFrom(...letters), second: fc.constantFrom(...letters) }),
  { maxLength: 12 },
)

test('sets are a partition of the linked records, whatever the order of the links', () => {
  fc.assert(
    fc.property(edges, (links) => {
      const sets = setsOf(links)
      const all = sets.flat()
      assert.equal(new Set(all).size, all.length)
      for (const { first, second } of links) assert.ok(sets.some((set) => set.includes(first) && set.includes(second)))
      assert.deepEqual(new Set(setsOf(links.toReversed()).map(String)), new Set(sets.map(String)))
    }),
  )
})

test('joining two sets and parting them again gives both their old numbers', () => {
  fc.assert(
    fc.property(edges, fc.constantFrom(...letters), fc.constantFrom(...letters), (links, first, second) => {
      const sets = setsOf(links)
      const founded = sets.map((set, index) => ({ id: `P${index}`, founder: set[0] ?? '', formedAt: `${index}` }))
      const before = numberSets(sets, founded)
      numberSets(setsOf([...links, { first, second }]), founded)
      assert.deepEqual(numberSets(setsOf(links), founded), before)
      const numbers = before.map((set) => set.person)
      assert.equal(new Set(numbers).size, numbers.length)
    }),
  )
})
