import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  acceptProposal,
  AccessAnswer,
  CommitmentAsked,
  Meeting,
  RepresentationAsked,
} from '@solferino/server/dialogue/contract'
import { emptyParts, partsOf, saidParts, typedParts } from './form-shape.ts'

const gregorian = { other: null, calendar: 'gregorian' } as const

test('a form asks what its schema asks, in its order and with its limits', () => {
  const parts = partsOf(Meeting, ['minutes'])
  assert.deepEqual(
    parts.map(({ name, kind, isRequired }) => `${name} ${kind}${isRequired ? ' *' : ''}`),
    [
      'heldOn date *',
      'how choice *',
      'level choice *',
      'place line',
      'languages lines *',
      'theirs groups *',
      'ours lines *',
      'interpreter line',
      'agenda lines',
    ],
  )
  assert.equal(partsOf(CommitmentAsked).find((part) => part.name === 'words')?.lengthMax, 20_000)
  assert.ok(!partsOf(acceptProposal.input.shape.corrected.unwrap()).some((part) => part.name === 'span.start'))
})

test('an empty form lacks exactly what is required, and names it', () => {
  const parts = partsOf(CommitmentAsked)
  assert.deepEqual(saidParts(parts, emptyParts(parts)).lacking, [
    'promisor',
    'who',
    'level',
    'form',
    'to',
    'words',
    'language',
    'subject',
  ])
})

test('what is there is typed and said again without a change', () => {
  const asked = {
    promisor: 'party',
    who: 'Ilen Marsk',
    office: null,
    level: 'ministerial',
    form: 'promise',
    to: 'Joren Halvick',
    words: 'We will give access.',
    language: 'en',
    translation: null,
    saidOn: { edtf: '2026-03-04', written: '2026-03-04', ...gregorian },
    saidWhere: null,
    condition: null,
    hedge: true,
    subject: 'access',
    place: null,
    obligation: 'GC III 126',
    due: null,
  }
  const parts = partsOf(CommitmentAsked)
  assert.deepEqual(saidParts(parts, typedParts(parts, asked)), { value: asked, lacking: [] })
})

test('a group that is optional is nothing while nothing stands in it; rows and boxes are said as they are', () => {
  const parts = partsOf(AccessAnswer)
  const typed = { ...emptyParts(parts), modalities: { list: 'yes' }, on: '2026-03-05', answer: 'refused', by: 'Marsk' }
  const { value, lacking } = saidParts(parts, typed)
  assert.deepEqual(lacking, [])
  assert.deepEqual(value['modalities'], {
    all_detainees: false,
    all_premises: false,
    private_talks: false,
    repeat_visits: false,
    list: true,
  })
  const facts = partsOf(RepresentationAsked).filter((part) => part.name === 'facts')
  assert.deepEqual(saidParts(facts, { facts: [{ text: 'Not let in.', rests: '', consent: 'anonymous' }] }).lacking, [
    'rests',
  ])
})

test('a day that does not exist is wrong at its field', () => {
  const parts = partsOf(CommitmentAsked).filter((part) => part.name === 'due')
  assert.deepEqual(saidParts(parts, { due: '31.2.2026' }).lacking, ['due'])
})
