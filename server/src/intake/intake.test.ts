import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { writeXlsx } from '@solferino/reading'
import { listJobs, search, stopJob } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import { listRecords, readRecord } from '../registry/contract.ts'
import * as contract from './contract.ts'
import { bytesOf, envelope, map, receive, register } from './intake.samples.ts'

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

const russian = [
  '№;ФИО;Дата рождения;Место содержания;Звание',
  '1;Тавин Орел Данович;12.03.1987;Лагерь Орвел;рядовой',
  '2;Сорал Ивен Марович;1990;Лагерь Орвел;',
  '3;Кель Анна Орловна;не изв.;Лагерь Орвел;сержант',
].join('\n')

test('a list goes from receipt to records: envelope, look, mapping, run, receipt', async () => {
  const asked = envelope(house, { fileName: 'список.csv' })
  const received = await liaison.ok(contract.receiveList, asked, bytesOf(russian))
  const { id } = received
  assert.match(id, /^NM-/)
  assert.equal(received.sameFileAs, null)
  assert.equal((await liaison.ok(contract.readList, { id })).state, 'received')
  assert.equal(code(await officer.call(contract.previewList, { id, mapping: null })), 'not_read_yet')
  const early = { id, columns: [], dateOrder: null }
  assert.equal(code(await officer.call(contract.setMapping, early)), 'not_read_yet')
  assert.equal(code(await officer.call(contract.runList, { id })), 'not_accepted')
  await house.settle()

  const read = await liaison.ok(contract.readList, { id })
  assert.equal(read.state, 'accepted')
  assert.equal(read.counts.rows, 3)
  assert.deepEqual(read.envelope.fileName, 'список.csv')
  assert.equal(code(await officer.call(contract.runList, { id })), 'not_mapped')

  const preview = await officer.ok(contract.previewList, { id, mapping: null })
  assert.equal(preview.from, 'guess')
  assert.deepEqual(
    preview.columns.map((column) => column.field),
    ['rowNumber', 'name', 'born', 'heldAt', 'rank'],
  )
  assert.equal(preview.rows.length, 3)
  assert.equal(preview.rows[0]?.content?.description.names[0]?.patronymic, 'Данович')
  await map(officer, id)
  assert.equal((await officer.ok(contract.previewList, { id, mapping: null })).from, 'set')
  await officer.ok(contract.runList, { id })
  await house.settle()
  assert.equal((await officer.ok(listJobs, {})).jobs[0]?.outcome, 'registered')

  const { records } = await officer.ok(listRecords, { list: id })
  assert.equal(records.length, 3)
  const rows = await rowsOf(id)
  assert.ok(rows.every((row) => row.state === 'registered' && row.record !== null && row.line === null))
  const record = await officer.ok(readRecord, { id: rows[0]!.record! })
  assert.equal(record.content.literal, '1;Тавин Орел Данович;12.03.1987;Лагерь Орвел;рядовой')
  assert.equal(record.content.description.born?.edtf, '1987-03-12')
  assert.deepEqual(record.content.events, [{ kind: 'held', on: null, place: 'Лагерь Орвел', note: null }])
  assert.deepEqual(record.content.legalStatus, { status: 'prisoner_of_war', written: null })
  assert.equal(record.content.source.listNumber, '17/a')
  assert.equal(record.content.source.row, 2)
  assert.equal(record.unconfirmed, false)
  assert.equal(record.countsAsNotice, true)
  const unknown = await officer.ok(readRecord, { id: rows[2]!.record! })
  assert.equal(unknown.content.description.born, null)

  const receipt = await liaison.ok(contract.readReceipt, { id })
  assert.equal(receipt.sha256, received.sha256)
  assert.equal(receipt.counts.registered, 3)
  assert.equal(receipt.state, 'registered')
  assert.equal(code(await officer.call(contract.runList, { id })), 'nothing_left')
  assert.equal((await officer.ok(search, { text: ` ${id.toLowerCase()}` })).found[0]?.id, id)
  const outside = await house.as('nib_liaison', { channel: house.world.first.b })
  assert.deepEqual((await outside.ok(search, { text: id })).found, [])
})

test('the same file again changes nothing, and the same rows in a longer list are known again', async () => {
  const first = await register(house, people(), 'name,born\nOrel Tavin,1987\nIven Soral,1988\n')
  const before = (await officer.ok(listRecords, {})).records.length
  const again = await liaison.ok(
    contract.receiveList,
    envelope(house),
    bytesOf('name,born\nOrel Tavin,1987\nIven Soral,1988\n'),
  )
  assert.equal(again.sameFileAs, first)
  await house.settle()
  await map(officer, again.id)
  await officer.ok(contract.runList, { id: again.id })
  await house.settle()
  assert.deepEqual(await countsOf(again.id), {
    ...(await countsOf(first)),
    registered: 0,
    known: 2,
  })
  assert.equal((await officer.ok(listRecords, {})).records.length, before)
  const longer = await register(
    house,
    people(),
    'name,born\nIven Soral,1988\nIven Soral,1988\nAna Kell,1990\nAna Kell,1990\n',
  )
  assert.deepEqual(
    (await rowsOf(longer)).map((row) => row.state),
    ['known', 'known', 'registered', 'known'],
  )
  // The same words of another kind of list, or of another sender, are another claim.
  const released = await register(house, people(), 'name,born\nIven Soral,1988\n', { kind: 'released_or_exchanged' })
  assert.equal((await countsOf(released)).registered, 1)
  const other = await house.as('nib_liaison', { channel: house.world.first.b })
  const channel = house.world.first.b
  const elsewhere = await register(house, { liaison: other, officer }, 'name,born\nIven Soral,1988\n', { channel })
  assert.equal((await officer.ok(contract.readList, { id: elsewhere })).sameFileAs, null)
  assert.equal((await countsOf(elsewhere)).registered, 1)
})

test('an envelope that cannot be', async () => {
  const file = bytesOf('name\nSomebody\n')
  const refused = async (change: Parameters<typeof envelope>[1], by = liaison, body = file) =>
    code(await by.call(contract.receiveList, envelope(house, change), body))
  assert.equal(await refused({ channel: house.world.first.b }), 'channel_unknown')
  assert.equal(await refused({ context: house.world.second.context }), 'channel_unknown')
  assert.equal(await refused({ receivedOn: '2026-03-06' }), 'received_in_future')
  assert.equal(await refused({ replaces: 'NM-00000000000' }), 'replaced_unknown')
  assert.equal(await refused({}, liaison, bytesOf('')), 'file_empty')
  assert.equal(await refused({}, officer), 'not_found')
  const { kind: _kind, ...without } = envelope(house)
  const unasked = await liaison.call(contract.receiveList, without as never, file)
  assert.equal(code(unasked), 'invalid')
  const other = await house.as('nib_liaison', { channel: house.world.first.b })
  const foreign = await receive(house, other, 'name\nOf Belvar\n', { channel: house.world.first.b })
  assert.equal(await refused({ replaces: foreign }), 'replaced_unknown')
  for (const [asked, reply] of [
    ['read', await liaison.call(contract.readList, { id: foreign })],
    ['receipt', await liaison.call(contract.readReceipt, { id: foreign })],
    ['rows', await liaison.call(contract.listRows, { id: foreign })],
    ['return', await liaison.call(contract.returnList, { id: foreign, reason: 'incomplete' })],
  ] as const)
    assert.equal(code(reply), 'list_unknown', asked)
  const lists = await liaison.ok(contract.listLists, { limit: 200 })
  assert.ok(lists.lists.length > 3 && lists.lists.every((list) => list.channel === house.world.first.a))
})

test('lists are paged, newest first, and filtered by what stands in clear', async () => {
  const first = await officer.ok(contract.listLists, { limit: 2, state: 'registered' })
  const next = await officer.ok(contract.listLists, { limit: 2, state: 'registered', cursor: first.next! })
  assert.equal(new Set([...first.lists, ...next.lists].map((list) => list.id)).size, 4)
  assert.equal(code(await officer.call(contract.listLists, { cursor: first.next! })), 'cursor_unknown')
  const { id } = first.lists[0]!
  const rows = await officer.ok(contract.listRows, { id, limit: 1 })
  assert.equal(
    code(await officer.call(contract.listRows, { id, state: 'known', cursor: rows.next ?? 'x' })),
    'cursor_unknown',
  )
})

test('a mapping speaks of the headings that are there and names somebody', async () => {
  const id = await receive(house, liaison, 'who,when\nOrel Mapped,2026-01-02\n')
  const set = async (columns: { heading: string; field: 'name' | 'event' | null }[]) =>
    code(await officer.call(contract.setMapping, { id, columns, dateOrder: null }))
  assert.equal(await set([{ heading: 'nowhere', field: 'name' }]), 'heading_unknown')
  assert.equal(await set([{ heading: 'who', field: null }]), 'name_unmapped')
  const columns = [
    { heading: 'who', field: 'name' as const },
    { heading: 'when', field: 'event' as const },
  ]
  const tried = await officer.ok(contract.previewList, { id, mapping: { columns, dateOrder: null } })
  assert.equal(tried.from, 'asked')
  assert.equal(tried.rows[0]?.content?.events[0]?.on?.edtf, '2026-01-02')
  assert.equal(await set(columns), 'ok')
  const unknown = { id: 'NM-00000000000', mapping: null }
  assert.equal(code(await officer.call(contract.previewList, unknown)), 'list_unknown')
  assert.equal(
    code(await officer.call(contract.setMapping, { id: unknown.id, columns, dateOrder: null })),
    'list_unknown',
  )
  assert.equal(code(await officer.call(contract.runList, { id: unknown.id })), 'list_unknown')

  // The sender's next list of this kind is read the same way, unless a person says otherwise.
  const next = await receive(house, liaison, 'when,who\n2026-01-03,Soral Mapped\n')
  const preview = await officer.ok(contract.previewList, { id: next, mapping: null })
  assert.equal(preview.from, 'sender')
  assert.deepEqual(
    preview.columns.map((column) => column.field),
    ['event', 'name'],
  )
})

test('a run that a person has stopped is taken up again', async () => {
  const id = await receive(house, liaison, 'name\nStopped Orel\nStopped Soral\n')
  await map(officer, id)
  const { job } = await officer.ok(contract.runList, { id })
  await officer.ok(stopJob, { id: job })
  await house.settle()
  assert.equal((await officer.ok(listJobs, {})).jobs[0]?.state, 'stopped')
  assert.equal((await countsOf(id)).registered, 0)
  await officer.ok(contract.runList, { id })
  await house.settle()
  assert.equal((await countsOf(id)).registered, 2)
})

test('a workbook of two sheets with other headings each is one list', async () => {
  const sheets = [
    {
      name: 'North',
      rows: [
        ['name', 'born'],
        ['Orel North', '1987'],
        ['Soral North', '1988'],
      ],
    },
    {
      name: 'South',
      rows: [
        ['born', 'family name', 'given name'],
        ['1989', 'South', 'Kell'],
      ],
    },
  ]
  const id = await register(house, people(), Uint8Array.from(writeXlsx(sheets)), { fileName: 'held.xlsx' })
  const { rows } = await officer.ok(contract.listRows, { id })
  assert.deepEqual(
    rows.map(({ sheet, row, state }) => [sheet, row, state]),
    [
      [0, 2, 'registered'],
      [0, 3, 'registered'],
      [1, 2, 'registered'],
    ],
  )
  const south = await officer.ok(readRecord, { id: rows[2]!.record! })
  assert.equal(south.content.description.names[0]?.family, 'South')
  assert.equal(south.content.description.born?.edtf, '1989')
})

test('who has no part in lists finds nothing of them, and who has another channel finds none of this one', async () => {
  const id = await register(house, people(), 'name\nWalled Orel\n,\nWalled Soral,left over\n')
  const [row] = await rowsOf(id)
  const record = row!.record!
  const nowhere = 'NM-00000000000'
  const columns = [{ heading: 'name', field: 'name' as const }]
  const asks = (list: string, line: string) => [
    (by: Caller) => by.call(contract.returnList, { id: list, reason: 'incomplete' }),
    (by: Caller) => by.call(contract.confirmAuthenticity, { id: list, how: 'call_back', by: 'The bureau' }),
    (by: Caller) => by.call(contract.readList, { id: list }),
    (by: Caller) => by.call(contract.readReceipt, { id: list }),
    (by: Caller) => by.call(contract.previewList, { id: list, mapping: null }),
    (by: Caller) => by.call(contract.setMapping, { id: list, columns, dateOrder: null }),
    (by: Caller) => by.call(contract.runList, { id: list }),
    (by: Caller) => by.call(contract.listRows, { id: list }),
    (by: Caller) => by.call(contract.mendRow, { id: line, cells: null, asItStands: false }),
    (by: Caller) => by.call(contract.setAsideRows, { id: list, rows: [line], reason: 'illegible' }),
    (by: Caller) => by.call(contract.withdrawRow, { id: list, record, reason: 'sender_withdrew', replacedBy: null }),
    (by: Caller) => by.call(contract.listUnlisted, { id: list }),
    (by: Caller) => by.call(contract.noteUnlisted, { id: list, outcome: 'nothing_follows' }),
  ]
  const { second, first } = house.world
  const strangers = [
    await house.as('matching_reviewer'),
    await house.as('volunteer'),
    await house.as('nib_liaison', { channel: first.b }),
    await house.as('transmission_officer', { context: second.context }),
  ]
  for (const stranger of strangers) {
    const there = asks(id, row!.id)
    for (const [at, absent] of asks(nowhere, first.a).entries())
      assert.deepEqual(await there[at]!(stranger), await absent(stranger))
    const lists = await stranger.call(contract.listLists, {})
    assert.ok(!lists.ok || lists.output.lists.every((list) => list.id !== id && list.channel !== first.a))
  }
})
