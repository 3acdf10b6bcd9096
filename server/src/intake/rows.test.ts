import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listTasks } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import { listRecords, readRecord } from '../registry/contract.ts'
import * as contract from './contract.ts'
import { map, receive, register } from './intake.samples.ts'

let house: TestHouse
let liaison: Caller
let officer: Caller
before(async () => {
  house = await openTestHouse()
  liaison = await house.as('nib_liaison', { channel: house.world.first.a })
  officer = await house.as('transmission_officer')
})
after(() => house.close())

const code = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code)
const people = () => ({ liaison, officer })
const rowsOf = async (id: string, state?: 'quarantined' | 'registered' | 'known' | 'set_aside' | 'withdrawn') =>
  (await officer.ok(contract.listRows, { id, ...(state ? { state } : {}) })).rows
const countsOf = async (id: string) => (await officer.ok(contract.readList, { id })).counts

test('what cannot be read waits in quarantine with its reason, and is mended, taken as it stands or set aside', async () => {
  const text = [
    'List of the bureau of Ardania',
    'name,born,age,rank',
    'Mirel Oskan,1987-02-03,38,private',
    'Tavel Oskan,in spring,40,private',
    'Benno Oskan,1990-01-01,very old,private',
    ',1991-01-01,34,private',
    'Loner Oskan,1992-01-01,33,private,left over',
    'name,born,age,rank',
    `${'Long '.repeat(80)},1993-01-01,32,private`,
  ].join('\n')
  const id = await register(house, people(), text)
  const waiting = await rowsOf(id, 'quarantined')
  assert.deepEqual(
    waiting.map(({ row, reason, column }) => [row, reason, column]),
    [
      [1, 'before_headings', null],
      [4, 'date_unread', 2],
      [5, 'age_unread', 3],
      [6, 'name_missing', null],
      [7, 'cells_more_than_headings', 5],
      [8, 'heading_again', null],
      [9, 'cell_too_long', 1],
    ],
  )
  const counts = await countsOf(id)
  assert.equal(counts.rows, counts.registered + counts.quarantined)
  assert.deepEqual(
    (await rowsOf(id, 'registered')).map(({ name }) => name),
    ['Mirel Oskan'],
  )
  const [title, dated, aged, nameless, over, heading] = waiting
  assert.equal(dated?.line, 'Tavel Oskan,in spring,40,private')
  const task = (await officer.ok(listTasks, {})).tasks.find((one) => one.subject === id && one.kind === 'mendRows')
  assert.equal(task?.count, 7)

  const still = await officer.ok(contract.mendRow, {
    id: dated.id,
    cells: ['Tavel Oskan', 'in autumn', '40', 'private'],
    asItStands: false,
  })
  assert.equal(still.state, 'quarantined')
  assert.equal(still.reason, 'date_unread')
  const mended = await officer.ok(contract.mendRow, {
    id: dated.id,
    cells: ['Tavel Oskan', '1986', '40', 'private'],
    asItStands: false,
  })
  assert.equal(mended.state, 'registered')
  const record = await officer.ok(readRecord, { id: mended.record! })
  assert.equal(record.content.literal, 'Tavel Oskan,in spring,40,private')
  assert.equal(record.content.description.born?.edtf, '1986')
  const again = { id: dated.id, cells: null, asItStands: false }
  assert.equal(code(await officer.call(contract.mendRow, again)), 'row_settled')

  const stands = await officer.ok(contract.mendRow, { id: aged!.id, cells: null, asItStands: true })
  const stood = await officer.ok(readRecord, { id: stands.record! })
  assert.equal(stood.content.description.age, null)
  assert.deepEqual(stood.content.kept, [{ heading: 'age', value: 'very old' }])

  // A list of those held names persons: without a name there is nothing to register, by nobody's word.
  assert.equal(
    (await officer.ok(contract.mendRow, { id: nameless!.id, cells: null, asItStands: true })).reason,
    'name_missing',
  )
  const short = { id: over!.id, cells: ['Loner Oskan'], asItStands: false }
  assert.equal(code(await officer.call(contract.mendRow, short)), 'cells_wrong')
  assert.equal(code(await officer.call(contract.mendRow, { ...short, cells: null })), 'cells_wrong')
  assert.equal(code(await officer.call(contract.mendRow, { ...short, id: house.world.first.a })), 'row_unknown')

  const aside = { id, rows: [title!.id, heading!.id], reason: 'no_person' as const }
  assert.equal((await officer.ok(contract.setAsideRows, aside)).count, 2)
  assert.equal(code(await officer.call(contract.setAsideRows, aside)), 'row_settled')
  assert.equal(
    code(await officer.call(contract.setAsideRows, { ...aside, rows: [house.world.first.a] })),
    'row_unknown',
  )
  assert.equal(code(await officer.call(contract.setAsideRows, { ...aside, id: 'NM-00000000000' })), 'list_unknown')
  const after = await countsOf(id)
  assert.equal(after.rows, after.registered + after.quarantined + after.setAside)

  // Without its own column the age is no obstacle: run again, what waits is tried by the mapping of now.
  const second = await register(house, people(), 'name,born,age\nRunna Oskan,1990,ancient\n')
  assert.equal((await countsOf(second)).quarantined, 1)
  await map(officer, second, { age: null })
  await officer.ok(contract.runList, { id: second })
  await house.settle()
  assert.equal((await countsOf(second)).registered, 1)
})

test('rows of an unconfirmed list bear the mark until the origin is confirmed', async () => {
  const authenticity = { state: 'doubtful', why: 'no seal' } as const
  const id = await register(house, people(), 'name\nDoubtful Orel\nDoubtful Soral\n', { authenticity })
  const { records } = await officer.ok(listRecords, { list: id })
  assert.ok(records.length === 2 && records.every((record) => record.unconfirmed))
  const task = (await liaison.ok(listTasks, {})).tasks.find((one) => one.subject === id)
  assert.equal(task?.kind, 'confirmList')
  const asked = { id, how: 'call_back', by: 'The head of the bureau' } as const
  assert.equal(code(await officer.call(contract.confirmAuthenticity, asked)), 'not_found')
  await liaison.ok(contract.confirmAuthenticity, asked)
  await house.settle()
  const confirmed = await officer.ok(listRecords, { list: id })
  assert.ok(confirmed.records.every((record) => !record.unconfirmed))
  assert.equal((await liaison.ok(contract.readList, { id })).state, 'registered')
  assert.equal(code(await liaison.call(contract.confirmAuthenticity, asked)), 'already_confirmed')
  const unknown = { ...asked, id: 'NM-00000000000' }
  assert.equal(code(await liaison.call(contract.confirmAuthenticity, unknown)), 'list_unknown')

  const early = await receive(house, liaison, 'name\nEarly Orel\n', { authenticity: { state: 'not_yet' } })
  assert.equal((await liaison.ok(contract.readList, { id: early })).state, 'accepted_unconfirmed')
  await liaison.ok(contract.confirmAuthenticity, { ...asked, id: early })
  assert.equal((await liaison.ok(contract.readList, { id: early })).state, 'accepted')
})

test("a sender's own missing are no notice, and remains need no name", async () => {
  const sought = await register(house, people(), 'name,date of capture\nMissing Orel,2025-11-02\n', {
    kind: 'own_missing_sought',
  })
  const [missing] = (await officer.ok(listRecords, { list: sought })).records
  assert.equal(missing?.countsAsNotice, false)
  const { content } = await officer.ok(readRecord, { id: missing.id })
  assert.deepEqual(
    content.events.map((event) => event.kind),
    ['capture', 'own_missing_sought'],
  )
  const handed = await receive(house, liaison, 'tag,place of death\n44,Orvel\n', { kind: 'remains_handed_over' })
  await officer.ok(contract.setMapping, {
    id: handed,
    columns: [
      { heading: 'tag', field: 'id' },
      { heading: 'place of death', field: 'heldAt' },
    ],
    dateOrder: null,
  })
  await officer.ok(contract.runList, { id: handed })
  await house.settle()
  const [remains] = (await officer.ok(listRecords, { list: handed })).records
  assert.match(remains!.id, /^RM-/)
  assert.equal(remains?.name, '')
})

test('a sender withdraws a row, and says it anew', async () => {
  const id = await register(house, people(), 'name\nTaken Back\nCorrected Wrongly\nCorrected Rightly\n')
  const [back, wrong, right] = await rowsOf(id)
  const take = { id, record: back!.record!, reason: 'sender_withdrew', replacedBy: null } as const
  assert.equal(code(await officer.call(contract.withdrawRow, take)), 'not_found')
  await liaison.ok(contract.withdrawRow, take)
  const record = await officer.ok(readRecord, { id: back!.record! })
  assert.equal(record.withdrawnReason, 'sender_withdrew')
  assert.equal(code(await liaison.call(contract.withdrawRow, take)), 'already_withdrawn')
  assert.equal(code(await liaison.call(contract.withdrawRow, { ...take, id: 'NM-00000000000' })), 'list_unknown')
  assert.equal(code(await liaison.call(contract.withdrawRow, { ...take, record: 'R-00000000000' })), 'row_unknown')
  const correct = { id, record: wrong!.record!, reason: 'sender_corrected' } as const
  for (const replacedBy of [wrong!.record!, back!.record!, 'R-00000000000'])
    assert.equal(code(await liaison.call(contract.withdrawRow, { ...correct, replacedBy })), 'replacement_unknown')
  await liaison.ok(contract.withdrawRow, { ...correct, replacedBy: right!.record! })
  assert.equal((await officer.ok(readRecord, { id: wrong!.record! })).replacedBy, right!.record)
  assert.equal((await countsOf(id)).withdrawn, 2)

  const anew = await register(house, people(), 'name\nTaken Back\n')
  const [row] = await rowsOf(anew)
  assert.equal(row?.state, 'registered')
  assert.notEqual(row?.record, back!.record)
})

test('what a replacing list leaves out is a fact to look at, never a release', async () => {
  const first = await register(house, people(), 'name\nStill Here\nGone One\nGone Two\n')
  const next = await register(house, people(), 'name\nStill Here\nNew One\n', { replaces: first })
  const page = await officer.ok(contract.listUnlisted, { id: next, limit: 1 })
  assert.equal(page.replaced, first)
  const rest = await officer.ok(contract.listUnlisted, { id: next, cursor: page.next! })
  assert.deepEqual(
    [...page.records, ...rest.records].map(({ row }) => row),
    [3, 4],
  )
  const gone = await officer.ok(readRecord, { id: page.records[0]!.record })
  assert.deepEqual(
    gone.content.events.map((event) => event.kind),
    ['held'],
  )
  assert.equal(gone.withdrawnAt, null)
  const tasks = async () => (await officer.ok(listTasks, {})).tasks.filter((task) => task.kind === 'lookAtUnlisted')
  assert.deepEqual(
    (await tasks()).map(({ subject, count }) => [subject, count]),
    [[next, 2]],
  )
  const note = { id: next, outcome: 'sender_asked' } as const
  assert.equal((await officer.ok(contract.readList, { id: next })).unlistedNotedAt, null)
  await officer.ok(contract.noteUnlisted, note)
  assert.notEqual((await officer.ok(contract.readList, { id: next })).unlistedNotedAt, null)
  assert.deepEqual(await tasks(), [])
  assert.equal(code(await officer.call(contract.noteUnlisted, note)), 'already_noted')
  assert.equal(code(await officer.call(contract.noteUnlisted, { ...note, id: first })), 'nothing_unlisted')
  assert.equal(code(await officer.call(contract.noteUnlisted, { ...note, id: 'NM-00000000000' })), 'list_unknown')
  assert.equal(code(await officer.call(contract.listUnlisted, { id: 'NM-00000000000' })), 'list_unknown')
  assert.equal(code(await officer.call(contract.listUnlisted, { id: next, cursor: 'x' })), 'cursor_unknown')
})

test('a row mended while a run tries it becomes one record', async () => {
  const lines = Array.from({ length: 12 }, (_, at) => `Raced ${at},1990,ancient`)
  const id = await register(house, people(), ['name,born,age', ...lines].join('\n'))
  const waiting = await rowsOf(id, 'quarantined')
  assert.equal(waiting.length, 12)
  await map(officer, id, { age: null })
  await officer.ok(contract.runList, { id })
  const mends = waiting.map((row) => officer.call(contract.mendRow, { id: row.id, cells: null, asItStands: true }))
  const [, ...replies] = await Promise.all([house.settle(), ...mends])
  for (const reply of replies) assert.ok(reply.ok || reply.code === 'row_settled')
  assert.equal((await countsOf(id)).registered, 12)
  assert.equal((await officer.ok(listRecords, { list: id })).records.length, 12)
})
