// Parts of names as people write them: short forms, initials, parts in each other's place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { build, compare, explain, search, type Person, type PersonName } from './index.ts'

const bits = (a: PersonName, b: PersonName): number =>
  compare({ id: 'a', names: [a] }, { id: 'b', names: [b] }).bits / 256
const named = (given: string, family: string, father?: string): PersonName =>
  father === undefined ? { given, family } : { given, family, father }

test('a short or foreign form of a given name speaks for the name, in either script, and is found by it', () => {
  const forms = [
    ['Миша', 'Михаил'],
    ['Wowa', 'Владимир'],
    ['Sasha', 'Oleksandr'],
    ['Ivan', 'Yahya'],
    ['Коля', 'Mykola'],
  ] as const
  for (const [short, full] of forms) {
    assert.ok(
      bits(named(short, 'Torvesh'), named(full, 'Torvesh')) > bits({ family: 'Torvesh' }, named(full, 'Torvesh')),
    )
    const other = { id: 'other', names: [named('Torvald', 'Qarmelin')] }
    const segment = build([{ id: 'one', names: [named(full, 'Torvesh')] }, other])
    assert.equal(search([segment], { names: [named(short, 'Torvesh')] }).at(0)?.id, 'one', short)
    const reasons = explain([segment], { names: [named(short, 'Torvesh')] }, { id: 'one' }) ?? []
    const given = reasons.find(({ part }) => part === 'given')
    assert.ok(
      given !== undefined && given.bits > 0 && ['short', 'equivalent'].includes(given.level),
      `${short} ${full}`,
    )
  }
})

test('a name in another script is said to be written differently, an equivalent one to be equivalent', () => {
  const levelOf = (a: string, b: string) =>
    compare({ names: [named(a, 'Torvesh')] }, { names: [named(b, 'Torvesh')] }).parts.find(
      ({ part }) => part === 'given',
    )?.level
  assert.equal(levelOf('Pavel', 'Павел'), 'similar')
  assert.equal(levelOf('Iwan', 'Иван'), 'similar')
  assert.equal(levelOf('Ivan', 'Johannes'), 'equivalent')
  assert.equal(levelOf('Коля', 'Mykola'), 'short')
})

test('a short form added later is found too', () => {
  const segment = build([{ id: 'other', names: [named('Torvald', 'Qarmelin')] }])
  segment.add({ id: 'one', names: [named('Михаил', 'Torvesh')] })
  assert.equal(search([segment], { names: [named('Миша', 'Torvesh')] }).at(0)?.id, 'one')
})

test('an initial says nothing, neither for nor against', () => {
  const whole = named('Danil', 'Torvesh', 'Asher')
  for (const father of ['A.', 'Z.', 'Б.', 'א'])
    assert.equal(bits(named('Danil', 'Torvesh', father), whole), bits(named('Danil', 'Torvesh'), whole), father)
})

test('a name of nothing but initials is no name, whatever stands beside it', () => {
  const told = { id: 'one', names: [{ given: 'A.', alias: 'Danil Torvesh' }, named('Danil', 'Torvesh')] }
  const segment = build([told, { id: 'initials', names: [{ whole: 'D. T.' }] }])
  for (const names of [[named('B.', 'C.')], [named('B.', 'C.'), named('Danil', 'Torvesh')]])
    assert.deepEqual(
      search([segment], { names }).map(({ id }) => id),
      names.length > 1 ? ['one'] : [],
    )
  assert.equal(compare({ names: [named('A.', 'B.')] }, { names: [named('Danil', 'Torvesh')] }).bits, 0)
})

test('a name that found its like in another part does not hide that its own part stands against it', () => {
  const sought = named('Tahir', 'Emilov')
  const son = named('Afal', 'Emilov', 'Tahir')
  const own = named('Tahir', 'Emilov', 'Abdul')
  assert.ok(bits(sought, son) < bits(sought, own) - 6)
  // Names written in each other's place stand against nothing.
  const exchanged = compare({ names: [named('Gorbach', 'Stanislav')] }, { names: [named('Stanislav', 'Gorbach')] })
  assert.ok(exchanged.parts.every(({ level }) => level !== 'different'))
})

const words = ['Tahir', 'Afal', 'Emilov', 'Миша', 'Михаил', 'Torvesh', 'A.', 'Emil']
const name = fc.record(
  {
    given: fc.constantFrom(...words),
    father: fc.constantFrom(...words),
    family: fc.constantFrom(...words),
  },
  { requiredKeys: ['given'] },
)

const several = fc.array(name, { minLength: 1, maxLength: 3 })

test('whatever parts stand where, who is told first does not matter, and reasons sum to the weight', () => {
  fc.assert(
    fc.property(several, several, (a, b) => {
      const person = (id: string, names: readonly PersonName[]): Person => ({ id, names })
      assert.equal(compare(person('a', a), person('b', b)).bits, compare(person('b', b), person('a', a)).bits)
      const segment = build([person('b', b)])
      const [hit] = search([segment], person('a', a), { minBits: -100 })
      const sum = (explain([segment], person('a', a), { id: 'b' }) ?? []).reduce((all, part) => all + part.bits, 0)
      if (hit) assert.equal(sum, hit.bits)
    }),
  )
})
