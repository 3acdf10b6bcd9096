import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Reason, rowsOf, startOf } from './rows.ts'

const nobody = {
  names: [],
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
}
const side = (said: object) => ({
  description: { ...nobody, ...said },
  romanised: [],
  events: [],
  circumstances: null,
  saidOn: '2026-03-04',
})
const reason = (part: string, bits: number, values: string[] = []): Reason => {
  return { part, level: 'same', bits, key: `${part}.same`, values, alignment: [] }
}

test('what one side does not state stands empty and tells nothing; what neither states has no line', () => {
  const rows = rowsOf({
    request: side({ mother: 'Mina', age: 34 }),
    record: side({ mother: null, age: 35 }),
    score: { bits: 900, probability: 0.5, reasons: [reason('family', 900, ['veldan', 'вельдан'])] },
  })
  assert.deepEqual(
    rows.map(({ part, cells, bits }) => [part, cells, bits]),
    [
      ['family', [['veldan'], ['вельдан']], 900],
      ['mother', [['Mina'], []], null],
      ['age', [['34'], ['35']], null],
    ],
  )
})

test('start and evidence make the odds', () => {
  assert.equal(startOf({ bits: 2560, probability: 0.5 }), -2560)
})
