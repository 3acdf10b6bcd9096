// What an intruder with the disk finds: nothing. Two hundred and forty names in five scripts are entered, searched, refused, left in
// what failed and what was killed, and then looked for in every file (security.md 0.1, 2). The looking is proven on names
// that were planted.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'
import { readSelf } from '../server/src/access/contract.ts'
import * as intake from '../server/src/intake/contract.ts'
import * as dialogue from '../server/src/dialogue/contract.ts'
import * as samples from '../server/src/dialogue/dialogue.samples.ts'
import { openDatabase } from '../server/src/kernel/db.ts'
import { saveDraft, search } from '../server/src/kernel/contract.ts'
import { ownDatabase } from '../server/src/kernel/test.ts'
import { listRecords } from '../server/src/registry/contract.ts'
import { fileRequest, listRequests } from '../server/src/tracing/contract.ts'
import { sampleRequest } from '../server/src/tracing/request.samples.ts'
import { openProfile } from './browser.ts'
import { drawOf } from './drills.ts'
import { buildWeb } from '../tools/build-web.ts'
import { waitMs } from './pages.ts'
import { type Person, type Program, startProgram } from './program.ts'
import { Traces, unpackWhole } from './traces.ts'

const scripts = [
  'abdegiklmnorstuvz',
  'абвгдежзиклмнорст',
  'ابتثجحدرزسشعغفقكل',
  'אבגדהזחטיכלמנסעפצ',
  'აბგდევზთიკლმნოპრს',
]
const names = madeNames(240)
const take = (
  (at) => (count: number) =>
    names.slice(at, (at += count))
)(0)
/** Where each name goes. */
const asked = take(40)
const drafted = take(20)
const refused = take(20)
const broken = take(10)
const searched = take(20)
const listed = take(40)
const unreadable = take(10)
const misread = take(10)
const killed = take(20)
const onScreen = take(10)
const spoken = take(20)
const reported = take(20)

let root: string
/** On PostgreSQL a database of its own, and the folder in which the server keeps all of them. */
let database: { readonly url: string; readonly folder: string; readonly drop: () => Promise<void> } | null = null
let program: Program

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'solferino-canary-'))
  mkdirSync(join(root, 'profile'))
  buildWeb()
  database = await onServer()
  await start()
})
after(async () => {
  await program?.end('SIGKILL')
  await database?.drop()
  await rm(root, { recursive: true, force: true })
})

async function start(): Promise<void> {
  program = await startProgram(root, database?.url ?? null)
}

const as = (role: string): Promise<Person> => program.as(role)

async function onServer(): Promise<typeof database> {
  const server = process.env['DATABASE_URL']
  if (server === undefined) return null
  const own = await ownDatabase(server)
  const open = await openDatabase({ kind: 'postgres', url: own.url })
  const { rows } = await open.pool.query<{ data_directory: string }>('show data_directory')
  await open.close()
  return { ...own, folder: rows[0]?.data_directory ?? '' }
}

/** Names that stand nowhere else: of the letters of one script each, the same for the same seed. */
function madeNames(count: number): string[] {
  const draw = drawOf(1859)
  return Array.from({ length: count }, (_, at) => {
    const letters = scripts[at % scripts.length] ?? ''
    const word = Array.from({ length: 9 }, () => letters[Math.floor(draw() * letters.length)]).join('')
    return at % scripts.length === 0 ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word
  })
}

async function context(person: Person): Promise<{ context: string; channel: string }> {
  const self = await person(readSelf, {})
  assert.ok(self.ok)
  const held = self.output.memberships.find((one) => one.context !== null)
  return { context: held?.context ?? '', channel: held?.channel ?? '' }
}

function csvOf(rows: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['no,name,year of birth', ...rows].join('\n'))
}

async function receive(liaison: Person, file: Uint8Array<ArrayBuffer>, fileName = 'list.csv'): Promise<string | null> {
  const envelope = {
    ...(await context(liaison)),
    kind: 'held' as const,
    number: `K-${randomBytes(3).toString('hex')}`,
    date: null,
    legalStatus: null,
    receivedOn: new Date().toISOString().slice(0, 10),
    way: 'post' as const,
    handedOverBy: null,
    receivedBy: 'A liaison officer',
    authenticity: { state: 'not_yet' as const },
    replaces: null,
    fileName,
  }
  const reply = await liaison(intake.receiveList, envelope, file)
  return reply.ok ? reply.output.id : null
}

/** Maps a list as it is guessed and tells it to run. */
async function run(officer: Person, id: string): Promise<void> {
  await until(async () => {
    const shown = await officer(intake.previewList, { id, mapping: null })
    if (!shown.ok) return false
    const columns = shown.output.columns.map(({ heading, field }) => ({ heading, field }))
    return (await officer(intake.setMapping, { id, columns, dateOrder: shown.output.dateOrder })).ok
  })
  assert.ok((await officer(intake.runList, { id })).ok)
}

async function until(happens: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await happens()) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  assert.fail('it did not happen')
}

test('names are filed, drafted, refused, searched and listed', async () => {
  const officer = await as('tracing_officer')
  const place = (await context(officer)).context
  for (const name of asked) {
    const { enquirer, sought } = sampleRequest(name, name)
    assert.ok((await officer(fileRequest, { context: place, enquirer, sought })).ok)
  }
  for (const [at, name] of drafted.entries())
    assert.ok((await officer(saveDraft, { name: `tracing.fileRequest/canary-${at}`, content: { name } })).ok)
  for (const name of refused) {
    const { enquirer, sought } = sampleRequest(name, name)
    const ways = [{ way: 'smoke' as never, value: name, note: null }]
    const reply = await officer(fileRequest, { context: place, enquirer: { ...enquirer, ways }, sought })
    assert.equal(reply.ok ? 'ok' : reply.code, 'invalid')
  }
  for (const name of searched) assert.ok((await officer(search, { text: name })).ok)
  assert.ok((await officer(listRequests, { limit: 200 })).ok)
})

test('a list is registered, rows wait in quarantine, a file cannot be read, an upload breaks, a run is killed', async () => {
  const liaison = await as('nib_liaison')
  const officer = await as('transmission_officer')
  const rows = [
    ...listed.map((name, at) => `${at + 1},${name} ${name},${1950 + at}`),
    ...misread.map((name, at) => `${at + 100},${name} ${name},the year of ${name}`),
  ]
  const id = await receive(liaison, csvOf(rows))
  assert.ok(id !== null)
  await run(officer, id)
  await until(async () => {
    const read = await officer(intake.readList, { id })
    return read.ok && read.output.state === 'registered'
  })
  assert.ok((await officer(listRecords, { list: id, limit: 200 })).ok)

  // Called a workbook, and none.
  for (const name of unreadable)
    await receive(liaison, new TextEncoder().encode(`PK\u0003\u0004 ${name} ${name}`), `${name}.xlsx`)

  // The place of the files is no folder: taking the upload in fails in the middle, and what failed is written to the log.
  const files = join(root, 'data', 'files')
  renameSync(files, `${files}.away`)
  writeFileSync(files, '')
  for (const name of broken) {
    const reply = await liaison(
      intake.receiveList,
      {
        ...(await context(liaison)),
        kind: 'held',
        number: name,
        date: null,
        legalStatus: null,
        receivedOn: new Date().toISOString().slice(0, 10),
        way: 'post',
        handedOverBy: name,
        receivedBy: name,
        authenticity: { state: 'not_yet' },
        replaces: null,
        fileName: `${name}.csv`,
      },
      csvOf([`1,${name},1980`]),
    )
    assert.equal(reply.ok ? 'ok' : reply.code, 'broken')
  }
  rmSync(files)
  renameSync(`${files}.away`, files)

  const many = Array.from(
    { length: 4_000 },
    (_, at) => `${at + 1},${killed[at % killed.length]} ${at},${1950 + (at % 50)}`,
  )
  const last = await receive(liaison, csvOf(many))
  assert.ok(last !== null)
  await run(officer, last)
  await until(async () => {
    const read = await officer(intake.readList, { id: last })
    return read.ok && read.output.counts.registered > 0
  })
})

test('names are said in a confidential channel: met, written, noted, read in a report, left in a draft', async () => {
  const head = await as('head')
  const shown = await head(dialogue.listChannels, {})
  assert.ok(shown.ok)
  const party = shown.output.channels[0]?.party ?? ''
  assert.ok((await head(dialogue.enterChannel, { party })).ok)
  const met = await head(dialogue.recordMeeting, { party, ...samples.meeting, heldOn: samples.on('2026-03-02') })
  assert.ok(met.ok)
  for (const name of spoken) {
    const own = { ...samples.letter, from: name, to: name, about: name, text: `Of ${name}, who is held.` }
    assert.ok((await head(dialogue.recordLetter, { party, ...own, on: '2026-03-03' })).ok)
    assert.ok((await head(dialogue.addInterlocutor, { party, ...samples.minister, name, office: name })).ok)
    assert.ok((await head(dialogue.writeNote, { id: met.output.id, text: `${name} must not be named.` })).ok)
    assert.ok((await head(saveDraft, { name: `dialogue.recordLetter/${party}`, content: { text: name } })).ok)
    // Refused for what is wrong in it, with the name in it.
    const refused = await head(dialogue.recordLetter, { party, ...own, on: name })
    assert.equal(refused.ok ? 'ok' : refused.code, 'invalid')
  }
  const report = reported
    .map((name) => `The foreign minister, ${name}, said on 3 March 2026: "We will release ${name} in May."`)
    .join('\n\n')
  const source = { address: null, publishedOn: '2026-03-04', inPublic: false, language: null }
  const asked = { party, ...source, source: reported[0] ?? '', name: `${reported[1]}.txt` }
  const read = await head(dialogue.readReport, asked, new TextEncoder().encode(report))
  assert.ok(read.ok && read.output.proposals > 0)
  const text = await head(dialogue.readText, { id: read.output.id })
  assert.ok(text.ok)
  for (const one of text.output.proposals) assert.ok((await head(dialogue.acceptProposal, { id: one.id })).ok)
  const unread = await head(
    dialogue.readReport,
    { ...asked, name: `${reported[2]}.pdf` },
    new TextEncoder().encode(`%PDF-1.7 ${reported[2]}`),
  )
  assert.equal(unread.ok ? 'ok' : unread.code, 'unreadable')
  // Not even who is in the channel finds any of it by the one search.
  for (const name of [...spoken, ...reported]) {
    const found = await head(search, { text: name })
    assert.ok(found.ok && !JSON.stringify(found.output).includes(name))
  }
})

test('names are typed on the screen, in a browser that keeps a profile', async () => {
  const profile: BrowserContext = await openProfile(join(root, 'profile'))
  try {
    const page = await profile.newPage()
    await page.goto(`${program.origin}/sign-in#${program.link('intake')}`)
    await page.waitForURL((url) => url.pathname !== '/sign-in', { timeout: waitMs })
    await page.locator('main h1').first().waitFor({ timeout: waitMs })
    const [first = '', second = '', ...rest] = onScreen
    await page.goto(`${program.origin}/tracing/new`)
    await page.getByLabel('Family name').first().fill(first)
    await page.getByLabel('Given name').first().fill(second)
    await page.getByText('Kept', { exact: true }).first().waitFor({ timeout: waitMs })
    const dialog = page.getByRole('dialog')
    for (const name of rest) {
      await page.keyboard.press('Control+k')
      const asked = page.waitForResponse((response) => response.url().endsWith('/api/search'), { timeout: waitMs })
      await dialog.getByRole('combobox').fill(name)
      assert.equal((await asked).status(), 200)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden', timeout: waitMs })
    }
  } finally {
    await profile.close()
  }
})

test('nothing of it stands in any file: open, killed, started again or stopped', async () => {
  const traces = new Traces(names)
  assert.deepEqual(told(await traces.inOpenFilesOf(program.process.pid ?? 0)), [])
  await program.end('SIGKILL')
  assert.deepEqual(told(traces.inFolder(root)), [])
  await start()
  const officer = await as('transmission_officer')
  assert.ok((await officer(listRecords, { limit: 200 })).ok)
  assert.deepEqual(told(await traces.inOpenFilesOf(program.process.pid ?? 0)), [])
  await program.end('SIGINT')
  assert.deepEqual(told(traces.inFolder(root)), [])
  // Of a server's own files, the database and its log of writes: where they may be read, as in `.ci/run`.
  if (database && existsSync(database.folder)) assert.deepEqual(told(traces.inFolder(database.folder)), [])
})

const told = (found: readonly { where: string; name: string; as: string }[]) =>
  found.map(({ where, name, as: how }) => `${where}: ${name} as ${how}`)

test('what is planted is found, in every writing and in whatever it is packed', () => {
  const planted = names.slice(0, scripts.length)
  const traces = new Traces(planted)
  const around = (bytes: Buffer) => Buffer.concat([randomBytes(1_001), bytes, randomBytes(997)])
  for (const name of planted) {
    const utf8 = Buffer.from(name)
    const utf16 = Buffer.from(name, 'utf16le')
    const text = JSON.stringify({ name, more: 'x' })
    const written: readonly [string, Buffer][] = [
      ['utf-8', utf8],
      ['decomposed', Buffer.from(name.normalize('NFD'))],
      ['upper', Buffer.from(name.toUpperCase())],
      ['utf-16le', utf16],
      ['utf-16be', Buffer.from(utf16).swap16()],
      ['hex', Buffer.from(utf8.toString('hex'))],
      ['url', Buffer.from(encodeURIComponent(name))],
      ...[0, 1, 2].map((shift): [string, Buffer] => [
        `base64 at ${shift}`,
        Buffer.from(Buffer.from('abc'.slice(0, shift) + text).toString('base64')),
      ]),
      ['base64url', Buffer.from(Buffer.from(text).toString('base64url'))],
      ['gzip', gzipSync(text)],
      ['zlib', deflateSync(text)],
      ['zstd', zstdCompressSync(text)],
      ['gzip in gzip', gzipSync(gzipSync(text))],
    ]
    for (const [how, bytes] of written) {
      const found = traces.in(around(bytes), how)
      assert.ok(
        found.some((one) => one.name === name),
        `${name} as ${how}`,
      )
    }
    const whole = unpackWhole(brotliCompressSync(text))
    assert.ok(whole.some((bytes) => traces.in(bytes, 'brotli').length > 0))
  }
  assert.deepEqual(traces.in(randomBytes(1 << 20), 'chance'), [])
  const path = join(root, 'tmp', 'planted')
  writeFileSync(path, gzipSync(planted.join(' ')))
  assert.equal(new Set(traces.inFolder(join(root, 'tmp')).map((one) => one.name)).size, planted.length)
  assert.ok(readFileSync(path).length > 0)
})
