import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from '@solferino/reading'
import { listTasks } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import { listRecords } from '../registry/contract.ts'
import * as contract from './contract.ts'
import { bytesOf, envelope, receive, register } from './intake.samples.ts'

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
const own = (bytes: Uint8Array) => Uint8Array.from(bytes)

function workbook(rows: readonly string[][]): Uint8Array<ArrayBuffer> {
  return own(writeXlsx([{ name: 'Held', rows }]))
}

test('a file that is no table says so, with the place, and leaves nothing behind but itself', async () => {
  const whole = workbook([['name'], ['Orel Tavin']])
  const bad: [string, Uint8Array<ArrayBuffer>, string][] = [
    ['letter.pdf', bytesOf('%PDF-1.7 and more of it'), 'format_not_a_table'],
    ['page.csv', bytesOf('<!doctype html><table><tr><td>name</td></tr></table>'), 'format_not_a_table'],
    ['list.xlsx', bytesOf('name\nOrel Tavin\n'), 'extension_wrong'],
    ['list.csv', whole, 'extension_wrong'],
    ['list.xlsx', own(whole.subarray(0, whole.length - 40)), 'zip_broken'],
    ['list.csv', bytesOf(' \n \n'), 'file_empty'],
    ['list.csv', bytesOf('name,born\n'), 'no_rows'],
    ['list.csv.gz', own(gzipSync('name\nOrel\n').subarray(0, 12)), 'gzip_broken'],
  ]
  for (const [fileName, file, problem] of bad) {
    const id = await receive(house, liaison, file, { fileName })
    const list = await liaison.ok(contract.readList, { id })
    assert.equal(list.problem?.code, problem, fileName)
    assert.equal(list.state, 'received')
    assert.equal(code(await officer.call(contract.previewList, { id, mapping: null })), 'unreadable')
    const columns = [{ heading: 'name', field: 'name' as const }]
    assert.equal(code(await officer.call(contract.setMapping, { id, columns, dateOrder: null })), 'unreadable')
    assert.equal(code(await officer.call(contract.runList, { id })), 'not_accepted')
  }
  assert.deepEqual((await officer.ok(listRecords, {})).records, [])
  const tasks = (await liaison.ok(listTasks, {})).tasks.filter((task) => task.slice === 'intake')
  assert.equal(tasks.length, bad.length)
  assert.ok(tasks.every((task) => task.kind === 'returnList'))

  const { id } = (await liaison.ok(contract.listLists, {})).lists[0]!
  await liaison.ok(contract.returnList, { id, reason: 'unreadable' })
  const returned = await liaison.ok(contract.readList, { id })
  assert.deepEqual([returned.state, returned.returnedReason], ['returned', 'unreadable'])
  assert.equal(code(await liaison.call(contract.returnList, { id, reason: 'unreadable' })), 'already_returned')
  const how = { id, how: 'call_back', by: 'The bureau' } as const
  assert.equal(code(await liaison.call(contract.confirmAuthenticity, how)), 'already_returned')
  const mapping = { id, columns: [], dateOrder: null }
  assert.equal(code(await officer.call(contract.setMapping, mapping)), 'already_returned')
})

test('a list that has records is not given back', async () => {
  const id = await register(house, { liaison, officer }, 'name\nSomebody Registered\n')
  assert.equal(code(await liaison.call(contract.returnList, { id, reason: 'incomplete' })), 'has_records')
})

test('a list may be given back while it is looked through, and then goes no further', async () => {
  const { id } = await liaison.ok(contract.receiveList, envelope(house), bytesOf('name\nSomebody\n'))
  await liaison.ok(contract.returnList, { id, reason: 'not_of_this_channel' })
  await house.settle()
  assert.equal((await liaison.ok(contract.readList, { id })).state, 'returned')
})

test('lists in the encodings and forms senders use are read the same', async () => {
  const text = 'ФИО;Дата рождения\nТавин Орел Данович;12.03.1987\nКель Анна Орловна;13.04.1988\n'
  const cyrillic = (from: number) => (letter: string) => {
    const at = letter.codePointAt(0)!
    return at < 128 ? at : at - 0x410 + from
  }
  const forms: [string, Uint8Array<ArrayBuffer>, string][] = [
    ['utf8.csv', bytesOf(text), 'utf-8'],
    ['utf16.csv', own(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16le'],
    ['win.csv', Uint8Array.from(Array.from(text, cyrillic(0xc0))), 'windows-1251'],
  ]
  for (const [fileName, file, encoding] of forms) {
    const id = await receive(house, liaison, file, { fileName })
    const preview = await officer.ok(contract.previewList, { id, mapping: null })
    assert.equal(preview.sheets[0]?.encoding, encoding)
    assert.deepEqual(
      preview.rows.map((row) => row.content?.description.names[0]?.family),
      ['Тавин', 'Кель'],
    )
  }
  const rows = [
    ['ФИО', 'Дата рождения'],
    ['Тавин Орел Данович', '12.03.1987'],
  ]
  const id = await receive(house, liaison, workbook(rows), { fileName: 'list.xlsx' })
  const preview = await officer.ok(contract.previewList, { id, mapping: null })
  assert.equal(preview.sheets[0]?.format, 'xlsx')
  assert.equal(preview.rows[0]?.content?.description.born?.edtf, '1987-03-12')
})

test('a row whose bytes are of no encoding waits in quarantine, and the others are registered', async () => {
  const good = bytesOf('имя,место рождения\nОрел Тавин,Орвел\nИвен ')
  const rest = bytesOf('Сорал,Орвел\nАнна Кель,Орвел\n')
  const file = Uint8Array.from([...good, 0xd0, 0x28, ...rest])
  const id = await register(house, { liaison, officer }, file)
  const { rows } = await officer.ok(contract.listRows, { id })
  assert.deepEqual(
    rows.map(({ state, reason }) => [state, reason]),
    [
      ['registered', null],
      ['quarantined', 'characters_lost'],
      ['registered', null],
    ],
  )
})

test('a file past the limit is refused while it comes in, and nothing of it is kept', async () => {
  const header = Buffer.from(JSON.stringify(envelope(house))).toString('base64url')
  const piece = new Uint8Array(8 << 20)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      if (sent > 25) controller.close()
      else controller.enqueue(piece)
    },
  })
  const staged = () => readdir(join(house.folder, 'files', 'staged'))
  const before = await staged()
  const reply = await liaison.raw('/api/lists', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'solferino-input': header },
    body,
    duplex: 'half',
  })
  assert.equal(reply.status, 413)
  assert.equal(((await reply.json()) as { code: string }).code, 'too_large')
  assert.ok(sent < 25, 'the rest of 200 MB is not taken in')
  assert.deepEqual(await staged(), before)
})
