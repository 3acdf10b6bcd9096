import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, type PersonName } from './index.ts'

const bits = (a: PersonName, b: PersonName): number => {
  const of = (id: string, name: PersonName) => ({ id, names: [{ given: 'Danil', family: 'Torvesh', ...name }] })
  return compare(of('a', a), of('b', b)).bits / 256
}
const silent = bits({}, {})

const pairs: readonly (readonly [father: string, patronymic: string])[] = [
  ['Oleg', 'Олегович'],
  ['Serhii', 'Сергеевич'],
  ['Andrii', 'Андреевич'],
  ['Ilya', 'Ильич'],
  ['Степан', 'Stepanovych'],
  ['Микола', 'Миколайович'],
  ['Іван', 'Іванівна'],
  ['Roman', 'Romanovich'],
  ['Рудольф', 'Rudolfowitsch'],
  ['Iwan', 'Iwanowitsch'],
  ['Леонид', 'Leonidowna'],
  ['Николай', 'Nikolajewitsch'],
  ['Василий', 'Васильевич'],
  ['Aleksandr', 'Aleksandrowicz'],
]

test('a patronymic speaks for the father whose name it is made of, in either script, and against another', () => {
  for (const [father, patronymic] of pairs) {
    assert.ok(bits({ father }, { patronymic }) > silent, `${father} ${patronymic}`)
    const other = pairs.find(([name]) => name !== father && name[0] !== father[0])?.[1] ?? ''
    assert.ok(bits({ father }, { patronymic: other }) < silent, `${father} ${other}`)
  }
})

test('two patronymics of one father agree, of two fathers do not', () => {
  assert.ok(bits({ patronymic: 'Mykolaivna' }, { patronymic: 'Николаевна' }) > silent)
  assert.ok(bits({ patronymic: 'Олегович' }, { patronymic: 'Олегович' }) > silent)
  assert.ok(bits({ patronymic: 'Mykolaivna' }, { patronymic: 'Степановна' }) < silent)
})

test('who is told first does not matter', () => {
  const said = fc.oneof(
    fc.constantFrom(...pairs).map(([father]) => ({ father })),
    fc.constantFrom(...pairs).map(([, patronymic]) => ({ patronymic })),
  )
  fc.assert(fc.property(said, said, (a, b) => assert.equal(bits(a, b), bits(b, a))))
})
