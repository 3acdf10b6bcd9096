import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  alignLetters,
  compareNames,
  createBatchScorer,
  nameToken,
  romanise,
  scriptNumber,
  signatures,
  splitName,
  tokenBits,
} from './name-model.ts'

const one = (word: string) => nameToken(splitName(word)[0] ?? '')

test('a name is split into folded words', () => {
  assert.deepEqual(splitName('  Çelik-Öztürk,  ŁUKASZ '), ['celik', 'ozturk', 'lukasz'])
  assert.deepEqual(splitName('الحلبي مُحَمَّد'), ['ال', 'حلبي', 'محمد'])
  assert.deepEqual(splitName("В'ячеслав Ёлкин"), ['вячеслав', 'елкин'])
  assert.deepEqual(splitName("ג'ורג' כהן"), ['ג׳ורג׳', 'כהנ'])
  assert.deepEqual(splitName('😀 … '), [])
})

test('every script is romanised', () => {
  assert.equal(romanise('Олександр Щербак'), 'oleksandr shcherbak')
  assert.equal(romanise('გიორგი'), 'giorgi')
  assert.equal(romanise('Γιώργος'), 'giorgos')
  assert.equal(romanise('Սարգսյան'), 'sargsyan')
})

test('the same name in another script is nearer than another name', () => {
  for (const [a, same, other] of [
    ['Oleksandr', 'Олександр', 'Микола'],
    ['Karim', 'كريم', 'سليم'],
    ['Sargsyan', 'Սարգսյան', 'Հակոբյան'],
    ['Giorgi', 'გიორგი', 'ლევანი'],
    ['Nikos', 'Νίκος', 'Μάρκος'],
    ['Levi', 'לוי', 'כהן'],
  ] as const) {
    assert.ok(tokenBits(one(a), one(same)) > 0, `${a} ${same}`)
    assert.ok(tokenBits(one(a), one(same)) > tokenBits(one(a), one(other)), `${a} ${other}`)
  }
})

test('any strings are compared, symmetrically and with bounded work', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(compareNames(a, b).bits, compareNames(b, a).bits)
      const x = one(a)
      const y = one(b)
      assert.equal(tokenBits(x, y), tokenBits(y, x))
      assert.ok(Number.isInteger(tokenBits(x, y)))
      assert.ok(signatures(x).length > 0 && signatures(x).length <= 64)
      const pairs = alignLetters(x, y)
      assert.equal(pairs.map((pair) => pair.a).join(''), x.text)
      assert.equal(pairs.map((pair) => pair.b).join(''), y.text)
    }),
    { numRuns: 200 },
  )
  assert.ok(Number.isInteger(compareNames('а'.repeat(10_000), 'b '.repeat(10_000)).bits))
})

test('the batch scorer says what tokenBits says', () => {
  const words = ['иван', 'karim', 'كريم', 'levi', 'לוי'].map(nameToken)
  const codes = Uint8Array.from(words.flatMap((word) => [...word.codes]))
  const offsets = Uint32Array.from([
    0,
    ...words.map((_, at) => words.slice(0, at + 1).reduce((sum, word) => sum + word.codes.length, 0)),
  ])
  const scorer = createBatchScorer({
    codes,
    offsets,
    scripts: Uint8Array.from(words, (word) => scriptNumber(word.script)),
  })
  const bits = new Int32Array(words.length)
  scorer.score(nameToken('ivan'), Uint32Array.from(words.keys()), words.length, bits)
  assert.deepEqual(
    [...bits],
    words.map((word) => tokenBits(nameToken('ivan'), word)),
  )
})
