import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesOf, spanOf } from './passages.ts'

const passages = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  { maxLength: 8 },
)

test('the pieces of a text joined are the text, and each lies in exactly the passages that cover it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), passages, (text, spans) => {
      const named = spans.map((span, at) => ({ id: String(at), ...span }))
      const pieces = piecesOf(text, named)
      assert.equal(pieces.map((piece) => piece.text).join(''), text)
      for (const piece of pieces) {
        for (let at = piece.start; at < piece.start + piece.text.length; at += 1) {
          const covering = named.filter((one) => one.start <= at && at < one.end).map((one) => one.id)
          assert.deepEqual([...piece.within], covering)
        }
      }
      for (const { id, start } of named) {
        const closed = pieces.filter((piece) => piece.closes.includes(id)).length
        assert.equal(closed, start < text.length ? 1 : 0, id)
      }
    }),
  )
})

test('words are found where they were marked, and without a mark only where they stand once', () => {
  const text = 'We agree. They said: We agree.'
  assert.deepEqual(spanOf(text, 'We agree.', 21), { start: 21, end: 30 })
  assert.equal(spanOf(text, 'We agree.', null), null)
  assert.deepEqual(spanOf(text, 'They said', null), { start: 10, end: 19 })
  assert.equal(spanOf(text, 'They refused', null), null)
  assert.equal(spanOf(text, '', null), null)
})
