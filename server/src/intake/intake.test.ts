import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listJobs, listTasks } from '#kernel/contract'
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
  const [title, dated, aged, nameless, over, heading] = waiting
  assert.equal(dated?.line, 'Tavel Oskan,in spring,40,private')
  const task = (await officer.ok(listTasks, {})).tasks.find((one) => one.subject === id && one.kind === 'mendRows')
  assert.equal(task?.count, 7)

  const still = await officer.ok(contract.mendRow, {
    id: dated!.id,
    cells: ['Tavel Oskan', 'in autumn', '40', 'private'],
    asItStands: false,
  })
  assert.equal(still.state, 'quarantined')
  assert.equal(still.reason, 'date_unread')
  const mended = await officer.ok(contract.mendRow, {
    id: dated!.id,
    cells: ['Tavel Oskan', '1986', '40', 'private'],
    asItStands: false,
  })
  assert.equal(mended.state, 'registered')
  const record = await officer.ok(readRecord, { id: mended.record! })
  assert.equal(record.content.literal, 'Tavel Oskan,in spring,40,private')
  assert.equal(record.content.description.born?.edtf, '1986')
  const again = { id: dated!.id, cells: null, asItStands: false }
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
  const { content } = await officer.ok(readRecord, { id: missing!.id })
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
  await officer.ok(contract.noteUnlisted, note)
  assert.deepEqual(await tasks(), [])
  assert.equal(code(await officer.call(contract.noteUnlisted, note)), 'already_noted')
  assert.equal(code(await officer.call(contract.noteUnlisted, { ...note, id: first })), 'nothing_unlisted')
  assert.equal(code(await officer.call(contract.noteUnlisted, { ...note, id: 'NM-00000000000' })), 'list_unknown')
  assert.equal(code(await officer.call(contract.listUnlisted, { id: 'NM-00000000000' })), 'list_unknown')
  assert.equal(code(await officer.call(contract.listUnlisted, { id: next, cursor: 'x' })), 'cursor_unknown')
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
