import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { confirmProposal, listProposals, search } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import type { Context, Event } from '#kernel/handler'
import { addMembership } from '#access'
import * as contract from './contract.ts'
import { confirmRecords, linkRecords, readRecords, recordsForIndex, unlinkPair, withdrawRecord } from './index.ts'

let house: TestHouse
let officer: Caller
let second: Caller
before(async () => {
  house = await openTestHouse()
  officer = await house.as('transmission_officer')
  second = await house.as('transmission_officer')
})
after(() => house.close())

const noName = { whole: null, given: null, patronymic: null, father: null, grandfather: null, family: null }
const nothing = {
  aliases: [],
  sex: null,
  born: null,
  age: null,
  birthPlace: null,
  mother: null,
  serviceNumber: null,
  documentNumber: null,
  unit: null,
  rank: null,
  occupation: null,
}

function content(
  whole: string,
  change: Partial<z.input<typeof contract.Content>> = {},
): z.input<typeof contract.Content> {
  return {
    description: { names: [{ ...noName, whole }], ...nothing },
    events: [{ kind: 'held', on: null, place: 'Camp of Orvel', note: null }],
    legalStatus: { status: 'prisoner_of_war', written: 'POW' },
    source: { kind: 'document', listNumber: null, listDate: null, row: null, informant: 'Bureau', reference: '12/a' },
    remarks: null,
    kept: [],
    literal: whole,
    ...change,
  }
}

function entered(whole: string, change: Partial<z.input<typeof contract.enterRecord.input>> = {}) {
  const { context, a } = house.world.first
  const record = { context, channel: a, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  return { ...record, content: content(whole), ...change }
}

async function enter(whole: string, change: Partial<z.input<typeof contract.enterRecord.input>> = {}) {
  return (await officer.ok(contract.enterRecord, entered(whole, change))).id
}

async function confirm(by: Caller, proposal: string) {
  const found = (await by.ok(listProposals, {})).proposals.find((one) => one.id === proposal)
  return by.call(confirmProposal, { id: proposal, digest: found?.digest ?? '0'.repeat(64) })
}

async function join(first: string, other: string) {
  const { proposal } = await officer.ok(contract.linkRecords, { id: first, other, basis: 'same_identifiers' })
  assert.equal((await confirm(second, proposal)).ok, true)
}

const code = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code)

test('a record is read as its source said it, with channel, day and literal line', async () => {
  const id = await enter('Тавин Орел Данович')
  assert.match(id, /^R-/)
  const record = await officer.ok(contract.readRecord, { id })
  assert.equal(record.channel, house.world.first.a)
  assert.equal(record.receivedOn, '2026-03-04')
  assert.equal(record.content.literal, 'Тавин Орел Данович')
  assert.equal(record.countsAsNotice, true)
  assert.equal(record.person, null)
  assert.equal(record.unconfirmed, false)
})

test('a record is seen inside its compartment only, and elsewhere it is not there', async () => {
  const id = await enter('Mirel Oskan')
  const { a, b } = house.world.first
  const own = await house.as('nib_liaison', { channel: a })
  assert.equal((await own.ok(contract.readRecord, { id })).id, id)
  for (const outside of [
    await house.as('nib_liaison', { channel: b }),
    await house.as('tracing_officer', { context: house.world.second.context }),
  ]) {
    assert.equal(code(await outside.call(contract.readRecord, { id })), 'record_unknown')
    const { records } = await outside.ok(contract.listRecords, {})
    assert.deepEqual(records, [])
  }
  const reviewer = await house.as('matching_reviewer')
  assert.equal(code(await reviewer.call(contract.readRecord, { id })), 'not_found')
})

test('records are listed newest first, page by page, and filtered by what stands in clear', async () => {
  const { b } = house.world.first
  const ids = []
  for (const name of ['One Ardel', 'Two Ardel', 'Three Ardel'])
    ids.push(await enter(name, { channel: b, confirmed: false }))
  const of = { channel: b, mark: 'unconfirmed' } as const
  const first = await officer.ok(contract.listRecords, { ...of, limit: 2 })
  assert.deepEqual(
    first.records.map((record) => record.name),
    ['Three Ardel', 'Two Ardel'],
  )
  const next = await officer.ok(contract.listRecords, { ...of, limit: 2, cursor: first.next! })
  assert.deepEqual(
    next.records.map((record) => record.id),
    [ids[0]],
  )
  assert.equal(next.next, null)
  const foreign = await officer.call(contract.listRecords, { channel: b, cursor: first.next! })
  assert.equal(code(foreign), 'cursor_unknown')
  for (const filter of [
    { mark: 'withdrawn' },
    { mark: 'none' },
    { notice: 'deaths' },
    { list: 'NM-00000000000' },
  ] as const)
    assert.deepEqual((await officer.ok(contract.listRecords, { channel: b, ...filter })).records, [])
})

test('what a typed record must say, and where it may lie', async () => {
  const asked = entered('Somebody')
  const refused = async (change: Partial<typeof asked>) =>
    code(await officer.call(contract.enterRecord, { ...asked, ...change }))
  assert.equal(await refused({ channel: house.world.second.c }), 'channel_unknown')
  assert.equal(await refused({ context: house.world.second.context }), 'channel_unknown')
  assert.equal(await refused({ receivedOn: '2026-03-06' }), 'received_in_future')
  const unnamed = { ...asked.content.source, informant: null, reference: null }
  assert.equal(await refused({ content: content('Somebody', { source: unnamed }) }), 'source_unnamed')
  assert.equal(await refused({ notice: 'remains_handed_over' }), 'remains_without_event')
  const handedOver = [{ kind: 'remains_handed_over' as const, on: null, place: null, note: 'tag 44' }]
  const remains = await enter('Tag 44', {
    notice: 'remains_handed_over',
    content: content('Tag 44', { events: handedOver }),
  })
  assert.match(remains, /^RM-/)
  const record = await officer.ok(contract.readRecord, { id: remains })
  assert.equal(record.countsAsNotice, false)
})

test('two people join records to a person, who is shown with every claim and contradiction', async () => {
  const born = (edtf: string) => ({ edtf, other: null, calendar: 'gregorian' as const, written: edtf })
  const told = (whole: string, edtf: string) =>
    content(whole, { description: { names: [{ ...noName, whole }], ...nothing, born: born(edtf) } })
  const one = await enter('Orel Tavin', { content: told('Orel Tavin', '1987') })
  const two = await enter('Aurel Tavin', { channel: house.world.first.b, content: told('Aurel Tavin', '1988') })
  const asked = { id: one, other: two, basis: 'same_identifiers' } as const
  const { proposal } = await officer.ok(contract.linkRecords, asked)
  assert.equal(code(await confirm(officer, proposal)), 'same_person')
  assert.equal((await officer.ok(contract.readRecord, { id: one })).person, null)
  assert.equal(code(await confirm(second, proposal)), 'ok')

  const { person } = await officer.ok(contract.readRecord, { id: one })
  const shown = await officer.ok(contract.readPerson, { id: person! })
  assert.deepEqual(new Set(shown.records.map((record) => record.id)), new Set([one, two]))
  assert.equal(shown.attributes.find((attribute) => attribute.attribute === 'born')?.agreement, 'contradicts')
  assert.equal(shown.timeline.length, 2)
  const listed = await officer.ok(contract.listPersons, { context: house.world.first.context })
  assert.equal(listed.persons.find((each) => each.id === person)?.recordCount, 2)
  const wrong = await officer.call(contract.listPersons, { cursor: 'x' })
  assert.equal(code(wrong), 'cursor_unknown')

  // Who reaches one channel only sees its own record, and no set that says something of another channel.
  const liaison = await house.as('nib_liaison', { channel: house.world.first.a })
  assert.equal((await liaison.ok(contract.readRecord, { id: one })).person, null)
  assert.equal(code(await liaison.call(contract.readPerson, { id: person! })), 'person_unknown')
  assert.deepEqual((await liaison.ok(contract.listPersons, {})).persons, [])
  assert.equal(code(await officer.call(contract.linkRecords, asked)), 'already_linked')
})

test('parting two sets loses nothing, and each has its number again', async () => {
  const records = []
  for (const name of ['Ana Kell', 'Anna Kell', 'Ana Kel', 'A. Kell']) records.push(await enter(name))
  const [a, b, c, d] = records
  const personOf = async (id: string) => (await officer.ok(contract.readRecord, { id })).person
  await join(a!, b!)
  await join(c!, d!)
  const [first, other] = [await personOf(a!), await personOf(c!)]
  assert.notEqual(first, other)
  await join(b!, c!)
  assert.equal(await personOf(a!), await personOf(d!))
  const joined = await officer.ok(contract.readPerson, { id: (await personOf(a!))! })
  const bridge = joined.links.find((link) => link.first === b && link.second === c)!
  const { proposal } = await officer.ok(contract.unlinkRecords, { id: bridge.id, reason: 'decided_wrongly' })
  assert.equal(code(await confirm(second, proposal)), 'ok')
  assert.deepEqual([await personOf(a!), await personOf(c!)], [first, other])
  assert.equal(
    code(await officer.call(contract.unlinkRecords, { id: bridge.id, reason: 'contradicted' })),
    'link_ended',
  )
  const unknown = { id: house.world.first.a, reason: 'contradicted' as const }
  assert.equal(code(await officer.call(contract.unlinkRecords, unknown)), 'link_unknown')
})

test('records that may not be joined', async () => {
  const one = await enter('Iven Soral')
  const elsewhere = await house.as('transmission_officer', { context: house.world.second.context })
  const foreign = await elsewhere.ok(contract.enterRecord, {
    ...entered('Iven Soral'),
    context: house.world.second.context,
    channel: house.world.second.c,
  })
  const handedOver = [{ kind: 'remains_handed_over' as const, on: null, place: null, note: null }]
  const remains = await enter('Tag 45', {
    notice: 'remains_handed_over',
    content: content('Tag 45', { events: handedOver }),
  })
  const refused = async (id: string, other: string, by = officer) =>
    code(await by.call(contract.linkRecords, { id, other, basis: 'told_by_source' }))
  assert.equal(await refused(one, one), 'same_record')
  assert.equal(await refused(one, foreign.id), 'record_unknown')
  assert.equal(await refused(one, remains), 'remains_form_no_person')
  const both = await house.as('transmission_officer')
  await house.house.asPrincipal('jobs', 'test.setUp', async (within) => {
    const { context } = house.world.second
    const grant = { role: 'transmission_officer', context, channel: null, grantedBy: 'test', confirmedBy: 'test' }
    await addMembership(within, { person: both.person, ...grant })
    return []
  })
  assert.equal(await refused(one, foreign.id, both), 'other_context')

  const withdrawn = await enter('Iven Soral again')
  await house.house.asPrincipal('intake', 'test.withdraw', async (within) => {
    const what = { id: withdrawn, reason: 'sender_withdrew', replacedBy: null } as const
    const event = await withdrawRecord(within, what)
    assert.equal(await withdrawRecord(within, what), null)
    return event ? [event] : []
  })
  assert.equal(await refused(one, withdrawn), 'withdrawn')
  const { records } = await officer.ok(contract.listRecords, { mark: 'withdrawn' })
  assert.deepEqual(
    records.map((record) => [record.id, record.withdrawnReason]),
    [[withdrawn, 'sender_withdrew']],
  )
})

test('a link that rests on a pair ends with the pair', async () => {
  const records = [await enter('Pair Tavel'), await enter('Pair Tavell')] as const
  const lead = await house.as('protection_lead')
  const asLead = async (work: (context: Context) => Promise<readonly Event[]>) =>
    house.house.asPrincipal('matching', 'test.link', work)
  await asLead(async (context) => {
    const linked = await linkRecords(context, {
      first: records[0],
      second: records[1],
      basis: 'accepted_pair',
      pair: 'pair-1',
    })
    return linked.ok ? linked.events : []
  })
  assert.notEqual((await lead.ok(contract.readRecord, { id: records[0] })).person, null)
  await asLead((context) => unlinkPair(context, 'pair-1'))
  assert.equal((await lead.ok(contract.readRecord, { id: records[0] })).person, null)
})

test('an index is built from all records in order, and remains and withdrawn ones are not for pairing', async () => {
  await house.house.asPrincipal('index', 'test.index', async (context) => {
    const all = []
    for (let after: string | null = null; ;) {
      const some: Awaited<ReturnType<typeof recordsForIndex>> = await recordsForIndex(context, after, 5)
      if (some.length === 0) break
      all.push(...some)
      after = some.at(-1)!.rowId
    }
    assert.ok(all.length > 10)
    assert.equal(new Set(all.map((record) => record.id)).size, all.length)
    assert.ok(all.every((record) => record.content !== null))
    assert.ok(all.some((record) => !record.mayPair))
    for (const record of all) assert.equal(record.mayPair, !record.id.startsWith('RM-') && record.withdrawnAt === null)
    const [first] = await readRecords(context, [all[0]!.id, 'R-00000000000'])
    assert.equal(first?.id, all[0]!.id)
    return []
  })
})

test('confirming records takes their mark off once, with an event each', async () => {
  const id = await enter('Doubtful Origin', { confirmed: false })
  await house.house.asPrincipal('intake', 'test.confirm', async (context) => {
    const events = await confirmRecords(context, [id])
    assert.deepEqual(
      events.map((event) => [event.type, event.subject]),
      [['registry.recordConfirmed', id]],
    )
    assert.deepEqual(await confirmRecords(context, [id]), [])
    return events
  })
  assert.equal((await officer.ok(contract.readRecord, { id })).unconfirmed, false)
})

test('a number is found as it is quoted, by who may see it', async () => {
  const id = await enter('Quoted Person')
  const { found } = await officer.ok(search, { text: ` ${id.toLowerCase()} ` })
  assert.equal(found[0]?.id, id)
  const outside = await house.as('nib_liaison', { channel: house.world.first.b })
  assert.deepEqual((await outside.ok(search, { text: id })).found, [])
})

test('an erasure takes two people, leaves a tombstone, and the key is gone', async () => {
  const keep = await enter('Kept Person')
  const gone = await enter('Erased Person')
  await join(keep, gone)
  const data = await house.as('data_protection_officer')
  const lead = await house.as('protection_lead')
  const elsewhere = await house.as('data_protection_officer', { context: house.world.second.context })
  const ask = { id: gone, ground: 'person_objects' } as const
  assert.equal(code(await elsewhere.call(contract.erase, ask)), 'subject_unknown')
  const { proposal } = await data.ok(contract.erase, ask)
  assert.equal(code(await confirm(lead, proposal)), 'ok')
  assert.equal(code(await officer.call(contract.readRecord, { id: gone })), 'record_erased')
  assert.equal(code(await data.call(contract.erase, ask)), 'already_erased')
  assert.equal((await officer.ok(contract.readRecord, { id: keep })).person, null)
  const { rows } = await house.open.pool.query('select 1 from kernel.salt where subject = $1', [gone])
  assert.equal(rows.length, 0)
  const { records } = await officer.ok(contract.listRecords, {})
  assert.ok(records.every((record) => record.id !== gone))
})

test('erasing a person erases each of its records', async () => {
  const records = [await enter('Whole Person'), await enter('Whole Persson')]
  await join(records[0]!, records[1]!)
  const { person } = await officer.ok(contract.readRecord, { id: records[0]! })
  const data = await house.as('data_protection_officer')
  const head = await house.as('head')
  const { proposal } = await data.ok(contract.erase, { id: person!, ground: 'no_longer_lawful' })
  assert.equal(code(await confirm(head, proposal)), 'ok')
  for (const id of records) assert.equal(code(await officer.call(contract.readRecord, { id })), 'record_erased')
  assert.equal(code(await officer.call(contract.readPerson, { id: person! })), 'person_unknown')
})

test('what a record says cannot be changed, not even by its own room', async () => {
  const id = await enter('Steadfast Person')
  await assert.rejects(
    house.open.pool.query(`update registry.record set sealed = '\\x01' where id = $1`, [id]),
    /a record is never changed/,
  )
})
