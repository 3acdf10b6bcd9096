import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { confirmProposal, listProposals, listTasks, search } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import { withdrawRecord } from '#registry'
import { sampleContent } from '../disclosure/answer.samples.ts'
import * as registry from '../registry/contract.ts'
import { sampleRequest, searchConsent } from '../tracing/request.samples.ts'
import * as tracing from '../tracing/contract.ts'
import * as contract from './contract.ts'

let house: TestHouse
let officer: Caller
let one: Caller
let two: Caller
let three: Caller
let lead: Caller
let transmission: Caller
before(async () => {
  house = await openTestHouse()
  officer = await house.as('tracing_officer')
  one = await house.as('matching_reviewer')
  two = await house.as('matching_reviewer')
  three = await house.as('matching_reviewer')
  lead = await house.as('protection_lead')
  transmission = await house.as('transmission_officer')
})
after(() => house.close())

type Told = Partial<z.input<typeof registry.Description>>
const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
const because = { occurred: null, source: null, reason: 'A step of a test.' }
const born = (edtf: string) => ({ edtf, other: null, calendar: 'gregorian' as const, written: null })

async function enter(name: string, told: Told = {}, change: Partial<z.input<typeof registry.enterRecord.input>> = {}) {
  const { context, a } = house.world.first
  const { description, ...content } = sampleContent(name)
  const record = { context, channel: a, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  const whole = { ...content, description: { ...description, ...told } }
  house.clock.forward(1_000)
  return (await transmission.ok(registry.enterRecord, { ...record, content: whole, ...change })).id
}

async function seek(name: string, told: Told = {}) {
  const { context } = house.world.first
  const { enquirer, sought } = sampleRequest(name)
  const described = { ...sought, description: { ...sought.description, ...told } }
  house.clock.forward(1_000)
  const { id } = await officer.ok(tracing.fileRequest, { context, enquirer, sought: described })
  await officer.ok(tracing.submitRequest, { id, consent: searchConsent })
  await officer.ok(tracing.openRequest, { id })
  await officer.ok(tracing.planSearch, { id, reviewOn: '2026-06-01', because })
  return id
}

const pairsOf = async (request: string, by = one) => (await by.ok(contract.listPairs, { request })).pairs
async function pairOf(request: string, record: string) {
  await house.settle()
  house.clock.forward(1_000)
  const found = (await pairsOf(request)).find((pair) => pair.record === record)
  assert.ok(found, 'the pair was not proposed')
  return found
}
const stateOf = async (id: string) => (await one.ok(contract.readPair, { id })).pair.state
const requestOf = async (id: string) => (await officer.ok(tracing.readRequest, { id })).request
const tasksOf = async (caller: Caller) =>
  (await caller.ok(listTasks, {})).tasks.filter((task) => task.slice === 'matching')
const accept = (grade: z.input<typeof contract.Grade>, fields: z.input<typeof contract.Field>[]) => ({
  grade,
  fields,
  note: null,
})
/** Facts on both sides that carry *established*. */
const whole: Told = { born: born('1987-03-12'), mother: 'Mina', age: null }
const wholeFields = ['name', 'born', 'mother'] as const
const established = accept('established', [...wholeFields])

test('a record and a request meet across scripts, whichever came first', async () => {
  const record = await enter('Вельдан Родан Маркович', whole)
  const later = await seek('Rodan Markovich Veldan', whole)
  const pair = await pairOf(later, record)
  assert.equal(pair.state, 'queued')
  assert.equal(pair.proposedBy, null)
  assert.ok(pair.probability > 0.1)

  const request = await seek('Тарин Осмек', { ...whole, mother: 'Ada' })
  const after = await enter('Tarin Osmek', { ...whole, mother: 'Ada' })
  const found = await pairOf(request, after)
  const page = await one.ok(contract.readPair, { id: found.id })
  assert.equal(page.request.description.names[0]?.whole, 'Тарин Осмек')
  assert.equal(
    page.score.reasons.reduce((sum, reason) => sum + reason.bits, 0),
    page.score.bits,
  )
  assert.ok(page.fields.includes('mother') && !page.fields.includes('unit'))
  assert.equal((await requestOf(request)).candidates, 1)
  // A review is blind to the side: nothing names the party, the list or who informed.
  const text = JSON.stringify(page)
  for (const told of [house.world.first.a, 'Bureau', '12/a', 'Mina Sorun']) assert.ok(!text.includes(told), told)
})

test('two reviewers give the same grade, the second without knowing what the first gave; the outcome is pending', async () => {
  const record = await enter('Ilan Gorvat', whole)
  const request = await seek('Ilan Gorvat', whole)
  const { id } = await pairOf(request, record)
  assert.equal(codeOf(await one.call(contract.acceptPair, { id, ...established })), 'not_now')
  await one.ok(contract.openPair, { id })
  assert.equal(codeOf(await two.call(contract.openPair, { id })), 'not_now')
  const first = await one.ok(contract.acceptPair, { id, ...established, note: 'The mother agrees.' })
  assert.equal(first.state, 'accepted_first')
  assert.equal(first.grade, null)
  assert.equal(codeOf(await one.call(contract.acceptPair, { id, ...established })), 'same_person')
  const seen = await two.ok(contract.readPair, { id })
  assert.equal(seen.steps.find((step) => step.kind === 'accept')?.decision, null)
  assert.ok(!JSON.stringify(seen).includes('The mother agrees'))
  const own = await one.ok(contract.readPair, { id })
  assert.equal(own.steps.find((step) => step.kind === 'accept')?.decision?.grade, 'established')
  assert.deepEqual(
    (await tasksOf(two)).filter((task) => task.kind === 'secondReview').map((task) => task.count),
    [1],
  )
  assert.deepEqual(
    (await tasksOf(one)).filter((task) => task.kind === 'secondReview'),
    [],
  )
  const second = await two.ok(contract.acceptPair, { id, ...established })
  assert.deepEqual([second.state, second.grade], ['accepted', 'established'])
  assert.equal((await requestOf(request)).state, 'outcome_pending')
  assert.equal((await requestOf(request)).candidates, 0)
})

test('the minimum of a grade: names alone are possible, established needs two fields, a source of first hand and no rival', async () => {
  const record = await enter('Sela Vornik', { ...whole, mother: null })
  const request = await seek('Sela Vornik', { ...whole, mother: 'Vera' })
  const { id } = await pairOf(request, record)
  await one.ok(contract.openPair, { id })
  const given = async (...asked: Parameters<typeof accept>) =>
    codeOf(await one.call(contract.acceptPair, { id, ...accept(...asked) }))
  assert.equal(await given('probable', ['name']), 'grade_needs_fields')
  assert.equal(await given('established', ['name', 'born']), 'grade_needs_fields')
  assert.equal(await given('established', ['name', 'born', 'mother']), 'field_not_stated')
  await enter('Sela Vornik', { ...whole, mother: null })
  await house.settle()
  assert.equal(await given('established', ['born', 'photoRecognised']), 'second_record')

  const statement = await enter('Orin Tasker', whole, { notice: 'statement' })
  const of = await pairOf(await seek('Orin Tasker', whole), statement)
  await one.ok(contract.openPair, { id: of.id })
  assert.equal(codeOf(await one.call(contract.acceptPair, { id: of.id, ...established })), 'source_not_first_hand')

  const unconfirmed = await enter('Pavla Drenov', whole, { confirmed: false })
  const sought = await seek('Pavla Drenov', whole)
  const mark = await pairOf(sought, unconfirmed)
  await one.ok(contract.openPair, { id: mark.id })
  assert.equal(codeOf(await one.call(contract.acceptPair, { id: mark.id, ...established })), 'record_unconfirmed')

  const sure = await enter('Nadir Osvel', whole)
  const mother = await seek('Nadir Osvel', whole)
  const brother = await seek('Nadir Osvel', whole)
  const pair = await pairOf(mother, sure)
  await one.ok(contract.openPair, { id: pair.id })
  assert.equal(codeOf(await one.call(contract.acceptPair, { id: pair.id, ...established })), 'second_request')
  await officer.ok(tracing.linkRequest, { id: mother, other: brother })
  await one.ok(contract.acceptPair, { id: pair.id, ...established })
})

test('an established pair needs a search that is planned', async () => {
  const { context } = house.world.first
  const { enquirer, sought } = sampleRequest('Mirta Halun')
  const described = { ...sought, description: { ...sought.description, ...whole } }
  const { id: request } = await officer.ok(tracing.fileRequest, { context, enquirer, sought: described })
  await officer.ok(tracing.submitRequest, { id: request, consent: searchConsent })
  await officer.ok(tracing.openRequest, { id: request })
  const { id } = await pairOf(request, await enter('Mirta Halun', whole))
  await one.ok(contract.openPair, { id })
  await one.ok(contract.acceptPair, { id, ...established })
  assert.equal(codeOf(await two.call(contract.acceptPair, { id, ...established })), 'not_searching')
  assert.equal(await stateOf(id), 'accepted_first')
})

test('two reviewers differ: the lead decides, who was neither', async () => {
  const record = await enter('Karel Domin', whole)
  const request = await seek('Karel Domin', whole)
  const { id } = await pairOf(request, record)
  await one.ok(contract.openPair, { id })
  await one.ok(contract.acceptPair, { id, ...established })
  assert.equal(
    (await two.ok(contract.rejectPair, { id, because: 'other_place_or_time', note: null })).state,
    'disputed',
  )
  assert.deepEqual(
    (await tasksOf(lead)).map((task) => [task.kind, task.subject]),
    [['settlePair', id]],
  )
  const asked = {
    id,
    grade: 'probable' as const,
    fields: ['born' as const],
    because: null,
    note: 'The place is a slip.',
  }
  assert.equal(codeOf(await three.call(contract.settlePair, asked)), 'not_found')
  assert.equal(codeOf(await lead.call(contract.settlePair, { ...asked, grade: null })), 'reason_missing')
  assert.equal(codeOf(await lead.call(contract.settlePair, { ...asked, fields: ['name'] })), 'grade_needs_fields')
  assert.equal((await lead.ok(contract.settlePair, asked)).state, 'accepted')
  assert.equal((await requestOf(request)).state, 'searching')

  const other = await pairOf(await seek('Leda Morin', whole), await enter('Leda Morin', whole))
  await one.ok(contract.openPair, { id: other.id })
  await one.ok(contract.acceptPair, { id: other.id, ...established })
  const probable = accept('probable', ['born'])
  assert.equal((await two.ok(contract.acceptPair, { id: other.id, ...probable })).state, 'disputed')
  const against = { id: other.id, grade: null, fields: [], because: 'other' as const, note: 'Two cousins.' }
  assert.equal((await lead.ok(contract.settlePair, against)).state, 'rejected')
  assert.equal(codeOf(await lead.call(contract.settlePair, against)), 'not_now')
})

test('a rejected pair comes back only when what is sought has changed', async () => {
  const record = await enter('Tomas Belik', whole)
  const request = await seek('Tomas Belik', whole)
  const { id } = await pairOf(request, record)
  await one.ok(contract.openPair, { id })
  await one.ok(contract.rejectPair, { id, because: 'another_person', note: null })
  assert.equal(codeOf(await one.call(contract.rejectPair, { id, because: 'other', note: null })), 'not_now')
  await enter('Tomas Belik', { ...whole, unit: 'Third' })
  await house.settle()
  assert.equal(await stateOf(id), 'rejected')
  const { sought } = await officer.ok(tracing.readRequest, { id: request })
  const more = { ...sought, description: { ...sought.description, unit: 'Third' } }
  await officer.ok(tracing.changeSought, { id: request, corrects: 1, sought: more })
  await house.settle()
  assert.equal(await stateOf(id), 'queued')
})

test('the family is asked three questions of the fixed set, and nothing shows that a candidate exists', async () => {
  const record = await enter('Edna Roswell', whole)
  const request = await seek('Edna Roswell', { ...whole, mother: null })
  const { id } = await pairOf(request, record)
  const questions = ['names_of_parents', 'marks_on_the_body', 'last_contact'] as const
  assert.equal(codeOf(await one.call(contract.askFamily, { id, questions: [...questions] })), 'not_now')
  await one.ok(contract.openPair, { id })
  const repeated = ['last_contact', 'last_contact', 'last_contact'] as const
  assert.equal(codeOf(await one.call(contract.askFamily, { id, questions: [...repeated] })), 'questions_repeat')
  await one.ok(contract.askFamily, { id, questions: [...questions] })
  const [task] = (await tasksOf(officer)).filter((each) => each.kind === 'askFamily' && each.subject === request)
  assert.deepEqual(Object.values(task?.values ?? {}), questions)
  assert.ok(!JSON.stringify(task).includes(record) && !JSON.stringify(task).includes(id))
  assert.equal((await officer.ok(contract.closeQuestions, { id: request })).pairs, 1)
  assert.equal(await stateOf(id), 'in_review')
  assert.equal(codeOf(await officer.call(contract.closeQuestions, { id: request })), 'nothing_asked')

  await one.ok(contract.askFamily, { id, questions: [...questions] })
  const { sought } = await officer.ok(tracing.readRequest, { id: request })
  const more = { ...sought, description: { ...sought.description, mother: 'Mina' } }
  const before = (await one.ok(contract.readPair, { id })).score.bits
  await officer.ok(tracing.changeSought, { id: request, corrects: 1, sought: more })
  await house.settle()
  const page = await one.ok(contract.readPair, { id })
  assert.equal(page.pair.state, 'in_review')
  assert.ok(page.score.bits > before)
})

test('an accepted pair is withdrawn by two reviewers, and the search goes on', async () => {
  const record = await enter('Jarek Solin', whole)
  const request = await seek('Jarek Solin', whole)
  const { id } = await pairOf(request, record)
  const withdrawal = { id, because: 'contradicting_evidence' as const, note: 'The photo is of another.' }
  assert.equal(codeOf(await one.call(contract.withdrawPair, withdrawal)), 'not_now')
  await one.ok(contract.openPair, { id })
  await one.ok(contract.acceptPair, { id, ...established })
  await two.ok(contract.acceptPair, { id, ...established })
  const { proposal } = await one.ok(contract.withdrawPair, withdrawal)
  const open = (await three.ok(listProposals, {})).proposals.find((each) => each.id === proposal)
  assert.equal(codeOf(await one.call(confirmProposal, { id: proposal, digest: open?.digest ?? '' })), 'same_person')
  await three.ok(confirmProposal, { id: proposal, digest: open?.digest ?? '' })
  assert.equal(await stateOf(id), 'withdrawn')
  assert.equal((await requestOf(request)).state, 'searching')
})

test('a record taken back: what is undecided lapses, what was accepted is in doubt', async () => {
  const liaison = await house.as('nib_liaison', { channel: house.world.first.a })
  const request = await seek('Ruben Falk', whole)
  const record = await enter('Ruben Falk', whole)
  const undecided = await pairOf(request, record)
  const second = await seek('Vanda Kori', whole)
  const held = await enter('Vanda Kori', whole)
  const decided = await pairOf(second, held)
  await one.ok(contract.openPair, { id: decided.id })
  await one.ok(contract.acceptPair, { id: decided.id, ...accept('probable', ['born']) })
  await two.ok(contract.acceptPair, { id: decided.id, ...accept('probable', ['born']) })
  for (const id of [record, held]) {
    house.clock.forward(1_000)
    await house.house.asPrincipal('intake', 'test.withdraw', async (context) => {
      const event = await withdrawRecord(context, { id, reason: 'sender_withdrew', replacedBy: null })
      return event ? [event] : []
    })
  }
  await house.settle()
  assert.equal(await stateOf(undecided.id), 'lapsed')
  assert.notEqual((await one.ok(contract.readPair, { id: decided.id })).pair.doubtedAt, null)
  assert.ok((await tasksOf(one)).some((task) => task.kind === 'pairDoubted' && task.subject === decided.id))
  assert.equal(codeOf(await liaison.call(contract.readPair, { id: decided.id })), 'not_found')
})

test('a person proposes a pair; who may not see it is not shown that it is there', async () => {
  const record = await enter('Quite Other', { age: 12 })
  const request = await seek('Somebody Sought', { born: born('1950') })
  await house.settle()
  assert.deepEqual(await pairsOf(request), [])
  const asked = { request, record, note: 'A neighbour says he changed his name.' }
  const pair = await officer.ok(contract.proposePair, asked)
  assert.equal(pair.proposedBy, officer.person)
  assert.equal(codeOf(await officer.call(contract.proposePair, asked)), 'pair_stands')
  const elsewhere = await house.as('matching_reviewer', { context: house.world.second.context })
  for (const operation of [contract.readPair, contract.openPair])
    assert.equal(codeOf(await elsewhere.call(operation, { id: pair.id })), 'pair_unknown')
  const rest = { because: 'other' as const, note: null }
  assert.equal(codeOf(await elsewhere.call(contract.acceptPair, { id: pair.id, ...established })), 'pair_unknown')
  assert.equal(codeOf(await elsewhere.call(contract.rejectPair, { id: pair.id, ...rest })), 'pair_unknown')
  const three3 = ['names_of_parents', 'marks_on_the_body', 'last_contact'] as const
  assert.equal(
    codeOf(await elsewhere.call(contract.askFamily, { id: pair.id, questions: [...three3] })),
    'pair_unknown',
  )
  const withdrawal = { id: pair.id, because: 'mistake' as const, note: 'No.' }
  assert.equal(codeOf(await elsewhere.call(contract.withdrawPair, withdrawal)), 'pair_unknown')
  const head = await house.as('head', { context: house.world.second.context })
  const settled = { id: pair.id, grade: 'possible' as const, fields: ['name' as const], because: null, note: 'No.' }
  assert.equal(codeOf(await head.call(contract.settlePair, settled)), 'pair_unknown')
  assert.deepEqual((await elsewhere.ok(contract.listPairs, {})).pairs, [])
  const officer2 = await house.as('tracing_officer', { context: house.world.second.context })
  assert.equal(codeOf(await officer2.call(contract.proposePair, asked)), 'request_unknown')
  assert.equal(
    codeOf(await officer.call(contract.proposePair, { ...asked, record: 'R-00000000000' })),
    'record_unknown',
  )
})

test('what a person proposes must be sought, and not taken back', async () => {
  const { context } = house.world.first
  const { id: draft } = await officer.ok(tracing.fileRequest, { context, ...sampleRequest('Not Yet') })
  const record = await enter('Not Yet')
  assert.equal(codeOf(await officer.call(contract.proposePair, { request: draft, record, note: null })), 'not_searched')
  const request = await seek('Taken Back')
  const remains = await enter(
    'Remains Of Orvel',
    {},
    {
      notice: 'remains_handed_over',
      content: {
        ...sampleContent('Remains Of Orvel'),
        events: [{ kind: 'remains_handed_over', on: null, place: 'Orvel', note: null }],
      },
    },
  )
  await house.settle()
  assert.equal(
    codeOf(await officer.call(contract.proposePair, { request, record: remains, note: null })),
    'record_withdrawn',
  )
})

test('a page of pairs goes on by its cursor, which is of this list and this reader', async () => {
  const first = await one.ok(contract.listPairs, { limit: 2 })
  assert.equal(first.pairs.length, 2)
  const rest = await one.ok(contract.listPairs, { limit: 2, cursor: first.next ?? '' })
  assert.equal(new Set([...first.pairs, ...rest.pairs].map((pair) => pair.id)).size, 4)
  assert.equal(codeOf(await two.call(contract.listPairs, { cursor: first.next ?? '' })), 'cursor_unknown')
})

test('people are found by name in every script, in what the reader may see and nothing else', async () => {
  await enter('Зоран Пелик', whole)
  await house.settle()
  const found = await officer.ok(search, { text: 'Zoran Pelik' })
  assert.ok(found.found.some((hit) => hit.slice === 'registry' && hit.name === 'Зоран Пелик'))
  const elsewhere = await house.as('tracing_officer', { context: house.world.second.context })
  assert.deepEqual((await elsewhere.ok(search, { text: 'Zoran Pelik' })).found, [])
})

test('a request that leaves the search leaves no review behind', async () => {
  const request = await seek('Gone Home', whole)
  const { id } = await pairOf(request, await enter('Gone Home', whole))
  await officer.ok(tracing.closeByEnquirer, { id: request, outcome: 'closed_by_enquirer', because })
  await house.settle()
  assert.equal(await stateOf(id), 'lapsed')
})

test('no word of a pair stands in clear in the database', async () => {
  const { rows } = await house.open.pool.query(
    'select row_to_json(p)::text as line from matching.pair p union all select row_to_json(t)::text from matching.step t',
  )
  assert.ok(rows.length > 20)
  for (const { line } of rows) assert.doesNotMatch(line, /Rodan|Mina|slip|cousins|neighbour|photo/i)
})
