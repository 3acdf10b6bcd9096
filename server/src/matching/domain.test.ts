import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkGrade, firstHand, isAsLikely, mayReadDecision, next, stepOf } from './domain.ts'
import { fields, type Grade, grades, states, steps } from './words.ts'

const sure = { firstHand: true, unconfirmed: false, withdrawn: false }
const alone = { secondRecord: false, secondRequest: false }
const aGrade = fc.constantFrom(...grades)
const someFields = fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 })
const facts = fc.record({ firstHand: fc.boolean(), unconfirmed: fc.boolean(), withdrawn: fc.boolean() })
const rivals = fc.record({ secondRecord: fc.boolean(), secondRequest: fc.boolean() })

test('names alone are never above possible, whatever else is known', () => {
  fc.assert(
    fc.property(aGrade, (grade) => {
      assert.equal(checkGrade({ grade, fields: ['name'] }, sure, alone) === null, grade === 'possible')
    }),
  )
})

test('a grade that may be given stays so when more is known, and a lower one may be given too', () => {
  fc.assert(
    fc.property(aGrade, fc.tuple(someFields, someFields), facts, rivals, (grade, [some, more], record, beside) => {
      if (checkGrade({ grade, fields: some }, record, beside) !== null) return
      const all = [...new Set([...some, ...more])]
      assert.equal(checkGrade({ grade, fields: all }, record, beside), null)
      for (const lower of grades.slice(0, grades.indexOf(grade)))
        assert.equal(checkGrade({ grade: lower, fields: some }, record, beside), null)
    }),
  )
})

test('established needs two identity fields, of which patronymic and father are one, first hand, confirmed, and no rival', () => {
  const established = (named: readonly (typeof fields)[number][], record = sure, beside = alone) =>
    checkGrade({ grade: 'established', fields: named }, record, beside)?.refusal ?? null
  assert.equal(established(['name', 'born', 'father']), null)
  assert.equal(established(['name', 'father', 'birthPlace']), 'grade_needs_fields')
  assert.equal(established(['born', 'mother'], { ...sure, firstHand: false }), 'source_not_first_hand')
  assert.equal(established(['born', 'mother'], { ...sure, unconfirmed: true }), 'record_unconfirmed')
  assert.equal(established(['born', 'mother'], { ...sure, withdrawn: true }), 'record_withdrawn')
  assert.equal(established(['born', 'mother'], sure, { ...alone, secondRecord: true }), 'second_record')
  assert.equal(established(['born', 'mother'], sure, { ...alone, secondRequest: true }), 'second_request')
})

test('first hand is who holds, whoever that is; never what a family says or a party of its own missing', () => {
  const of = (channel: string, notice: string, countsAsNotice: boolean) =>
    firstHand({ channel, notice, countsAsNotice })
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.boolean(), (one, other, counts) => {
      assert.equal(of(one, 'held', counts), of(other, 'held', counts))
    }),
  )
  assert.equal(of('families', 'held', true), false)
  assert.equal(of('house', 'statement', false), false)
  assert.equal(of('house', 'held', true), true)
})

test('no chain of steps accepts a pair but through two people or the lead', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (taken) => {
      let state: (typeof states)[number] = 'queued'
      const seen: string[] = []
      for (const step of taken) {
        const to = next(state, step)
        if (to === null) continue
        seen.push(step)
        state = to
      }
      if (state !== 'accepted') return
      assert.ok(seen.includes('accept') && (seen.at(-1) === 'agree' || seen.at(-1) === 'settle'))
    }),
  )
})

test('the second reviewer is another, and agrees only by the same grade', () => {
  const verdict = (grade: Grade) => ({ accepts: true as const, grade, fields: ['born' as const] })
  const first = { first: 'one', firstGrade: 'probable' as const }
  assert.deepEqual(stepOf('accepted_first', verdict('probable'), { ...first, by: 'two' }), { ok: true, step: 'agree' })
  assert.deepEqual(stepOf('accepted_first', verdict('possible'), { ...first, by: 'two' }), {
    ok: true,
    step: 'disagree',
  })
  assert.deepEqual(stepOf('accepted_first', { accepts: false }, { ...first, by: 'two' }), {
    ok: true,
    step: 'disagree',
  })
  for (const state of states) {
    const step = stepOf(state, verdict('probable'), { ...first, by: 'one' })
    if (step.ok) assert.equal(state, 'in_review')
  }
  for (const state of states) assert.equal(mayReadDecision(state, false), state !== 'accepted_first')
})

test('who is as likely: an unknown weight counts, and a factor of two is no difference', () => {
  assert.equal(isAsLikely(null, 4_000), true)
  assert.equal(isAsLikely(4_000 - 256, 4_000), true)
  assert.equal(isAsLikely(4_000 - 257, 4_000), false)
})
