import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf, readTyped } from './dates.ts'

const edtf = (typed: string) => {
  const read = readTyped(typed)
  return read === null || read === 'wrong' ? read : read.edtf
}

test('a date is kept as far as it was typed, and a day that does not exist is no date', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['', null],
    ['1987', '1987'],
    ['1987~', '1987~'],
    ['1987-3', '1987-03'],
    ['1987-03-12', '1987-03-12'],
    ['12.3.1987', '1987-03-12'],
    ['3.1987', '1987-03'],
    ['29.2.1988', '1988-02-29'],
    ['1989/1991', '1989/1991'],
    ['../1990', '../1990'],
    ['31.02.1990', 'wrong'],
    ['29.2.1987', 'wrong'],
    ['1987-13', 'wrong'],
    ['0.3.1987', 'wrong'],
    ['next spring', 'wrong'],
  ]
  for (const [typed, expected] of cases) assert.equal(edtf(typed), expected, typed)
  const read = readTyped(' 12.3.1987 ')
  assert.ok(read !== null && read !== 'wrong')
  assert.equal(read.written, '12.3.1987', 'as it was written stays beside it')
})

test('each form of a date says how far it goes', () => {
  const cases = [
    ['1987', 'year', '1987', null],
    ['1987-03', 'month', '1987-03', null],
    ['1987-03-12', 'day', '1987-03-12', null],
    ['1990~', 'about', '1990', null],
    ['../1990', 'before', null, '1990'],
    ['1990/..', 'after', '1990', null],
    ['1989/1991', 'between', '1989', '1991'],
  ] as const
  for (const [text, precision, from, to] of cases) assert.deepEqual(partsOf(text), { precision, from, to })
})
