import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'

let house: TestHouse
let head: Caller
let lead: Caller
let a: string

before(async () => {
  house = await openTestHouse()
  head = await house.as('head')
  lead = await house.as('protection_lead')
  ;({ a } = house.world.first)
  for (const one of [head, lead]) await one.ok(contract.enterChannel, { party: a })
})
after(() => house.close())

const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)

test('a channel is opened for a session, and closed for it', async () => {
  const [first] = (await head.ok(contract.listChannels, {})).channels.filter((one) => one.party === a)
  assert.equal(first?.opened, true)
  await head.ok(contract.readChannel, { party: a })
  await head.ok(contract.leaveChannel, { party: a })
  assert.equal(codeOf(await head.call(contract.readChannel, { party: a })), 'channel_closed')
  assert.equal(codeOf(await head.call(contract.leaveChannel, { party: a })), 'channel_closed')
  assert.equal(codeOf(await head.call(contract.enterChannel, { party: house.world.second.c })), 'channel_unknown')
  await head.ok(contract.enterChannel, { party: a })
})

test('a meeting is recorded, its minutes agreed, and our notes stand apart', async () => {
  const person = await lead.ok(contract.addInterlocutor, { party: a, ...samples.minister })
  const theirs = [{ interlocutor: person.id, name: 'Ilen Marsk', office: 'foreign minister' }]
  const met = await lead.ok(contract.recordMeeting, { party: a, ...samples.meeting, theirs })
  const note = { id: met.id, text: 'He seemed to want more time.' }
  await lead.ok(contract.writeNote, note)
  const minutes = { text: 'Access was discussed.', language: 'en', agreedOn: '2026-03-05', agreedWith: 'the embassy' }
  const agreed = await head.ok(contract.agreeMinutes, { id: met.id, ...minutes })
  assert.equal(agreed.state, 'minutes_agreed')
  const read = await head.ok(contract.readEntry, { id: met.id })
  assert.deepEqual(
    read.notes.map((one) => one.content.text),
    [note.text],
  )
  assert.ok(!JSON.stringify(read.entry).includes(note.text))
  assert.deepEqual(
    read.history.map((one) => one.act),
    ['recorded', 'minutes_agreed'],
  )
})
