import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listProposals, listTasks, readDraft, saveDraft, search } from '#kernel/contract'
import { hourMs } from '#kernel/clock'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as access from '../access/contract.ts'
import * as audit from '../audit/contract.ts'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'

const canary = 'Vessolund-Karrimeth'
const logged: unknown[] = []
let house: TestHouse
let head: Caller
let lead: Caller
let a: string
let b: string
before(async () => {
  house = await openTestHouse({ log: (line) => logged.push(line) })
  ;({ a, b } = house.world.first)
  head = await house.as('head')
  lead = await house.as('protection_lead')
  // Both come first, at the same moment: there is one key all the same.
  for (const party of [a, b]) await Promise.all([head, lead].map((one) => one.ok(contract.enterChannel, { party })))
})
after(() => house.close())

const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
const nowhere = '00000000-0000-4000-8000-ffffffffffff'
const tomorrow = '2026-03-06'

test('a channel is opened for a session, and closed for it', async () => {
  const opened = async () => (await head.ok(contract.listChannels, {})).channels.map((one) => one.opened)
  assert.deepEqual(await opened(), [true, true])
  await head.ok(contract.leaveChannel, { party: a })
  assert.equal((await opened()).filter(Boolean).length, 1)
  assert.equal(codeOf(await head.call(contract.readChannel, { party: a })), 'channel_closed')
  assert.equal(codeOf(await head.call(contract.leaveChannel, { party: a })), 'channel_closed')
  for (const party of [house.world.second.c, nowhere]) {
    assert.equal(codeOf(await head.call(contract.enterChannel, { party })), 'channel_unknown')
    assert.equal(codeOf(await head.call(contract.readChannel, { party })), 'channel_unknown')
    assert.equal(codeOf(await head.call(contract.leaveChannel, { party })), 'channel_unknown')
  }
  await head.ok(contract.enterChannel, { party: a })
})

test('a member who came later waits until one who has the key has entered once', async () => {
  const late = await house.as('head')
  assert.equal(codeOf(await late.call(contract.enterChannel, { party: a })), 'key_not_handed_on')
  await lead.ok(contract.enterChannel, { party: a })
  await late.ok(contract.enterChannel, { party: a })
  await late.ok(contract.readChannel, { party: a })
})

test('another session of the same person has opened nothing, and what a session opened ends with it', async () => {
  const administrator = await house.as('administrator', { context: null })
  const { token } = await administrator.ok(access.issueLink, { id: lead.person, kind: 'terminal' })
  const signed = await house.withToken('x'.repeat(43)).ok(access.signIn, { token })
  const second = house.withToken(signed.token ?? '', lead.person)
  assert.equal(codeOf(await second.call(contract.readChannel, { party: a })), 'channel_closed')
  await second.ok(contract.enterChannel, { party: a })
  const rows = async () => {
    const { rows } = await house.open.pool.query<{ count: string }>(
      'select count(*) from kernel.session_key s join access.session a on a.id = s.session where a.person = $1',
      [lead.person],
    )
    return Number(rows[0]?.count)
  }
  assert.equal(await rows(), 3)
  await second.ok(access.signOut, {})
  assert.equal(await rows(), 2)
})

test('a meeting is recorded, its minutes agreed, and our notes stand apart', async () => {
  const person = await lead.ok(contract.addInterlocutor, { party: a, ...samples.minister })
  const theirs = [{ interlocutor: person.id, name: 'Ilen Marsk', office: 'foreign minister' }]
  const met = await lead.ok(contract.recordMeeting, { party: a, ...samples.meeting, theirs })
  const note = { id: met.id, text: 'He seemed to want more time.' }
  await lead.ok(contract.writeNote, note)
  const minutes = { text: 'Access was discussed.', language: 'en', agreedOn: '2026-03-05', agreedWith: 'the embassy' }
  const ahead = { id: met.id, ...minutes, agreedOn: tomorrow }
  assert.equal(codeOf(await head.call(contract.agreeMinutes, ahead)), 'in_future')
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
  const wrong = { party: a, ...samples.meeting }
  const foreign = [{ ...theirs[0]!, interlocutor: nowhere }]
  const inFuture = { ...wrong, heldOn: samples.on(tomorrow) }
  assert.equal(codeOf(await lead.call(contract.recordMeeting, { ...wrong, theirs: foreign })), 'interlocutor_unknown')
  assert.equal(codeOf(await lead.call(contract.recordMeeting, inFuture)), 'in_future')
  // Who is spoken with in one channel is nobody in another.
  assert.equal(codeOf(await lead.call(contract.recordMeeting, { ...wrong, party: b, theirs })), 'interlocutor_unknown')
  const note404 = await lead.call(contract.readEntry, { id: read.notes[0]!.id })
  assert.equal(codeOf(note404), 'entry_unknown')

  const reason = 'A new minister was named.'
  const ended = { id: person.id, ...samples.minister, until: samples.on('2026-03'), inOffice: false, reason }
  assert.equal((await lead.ok(contract.changeInterlocutor, ended)).state, 'term_ended')
  const kept = await lead.ok(contract.readEntry, { id: person.id })
  assert.equal(kept.history.at(-1)?.words, reason)
})

test('a letter awaits its answer since it went out, and the answer ends that', async () => {
  const out = await lead.ok(contract.recordLetter, { party: a, ...samples.letter })
  assert.deepEqual([out.awaits, out.awaitedSince], ['party', house.clock.now()])
  const receipt = { id: out.id, on: '2026-03-04', by: 'the chancery', proof: 'stamp 118' }
  assert.equal(codeOf(await lead.call(contract.acknowledgeLetter, { ...receipt, on: tomorrow })), 'in_future')
  const acknowledged = await lead.ok(contract.acknowledgeLetter, receipt)
  assert.deepEqual([acknowledged.state, acknowledged.awaits], ['acknowledged', 'party'])
  assert.equal(codeOf(await lead.call(contract.acknowledgeLetter, receipt)), 'already_acknowledged')

  const page = await head.ok(contract.readChannel, { party: a })
  assert.deepEqual(
    page.unanswered.map((one) => one.id),
    [out.id],
  )
  assert.equal(page.channel.waits.unanswered, 1)
  const back = { party: a, ...samples.letter, direction: 'in' as const, answers: out.id, answerAwaited: true }
  const sameWay = { ...back, direction: 'out' as const }
  assert.equal(codeOf(await lead.call(contract.recordLetter, sameWay)), 'same_direction')
  assert.equal(codeOf(await lead.call(contract.recordLetter, { ...back, answers: nowhere })), 'letter_unknown')
  assert.equal(codeOf(await lead.call(contract.recordLetter, { ...back, party: b })), 'letter_unknown')
  assert.equal(codeOf(await lead.call(contract.recordLetter, { ...back, on: tomorrow })), 'in_future')
  const answered = await lead.ok(contract.recordLetter, back)
  assert.equal(answered.awaits, 'us')
  const after = await head.ok(contract.readChannel, { party: a, kind: 'letter' })
  assert.deepEqual([after.unanswered.length, after.owed.length], [0, 1])
  const states = new Map(after.timeline.map((one) => [one.id, one.state]))
  assert.equal(states.get(out.id), 'answered')
})

test('a follow-up is a day of ours: it reminds, and acts on nothing', async () => {
  const met = await lead.ok(contract.recordMeeting, { party: b, ...samples.meeting })
  const plan = { id: met.id, on: '2026-03-20', nextStep: 'Ask for the lists again.' }
  assert.equal(codeOf(await lead.call(contract.planFollowUp, { ...plan, on: '2026-03-05' })), 'not_ahead')
  const done = { id: met.id, done: 'Asked by telephone.', next: null }
  assert.equal(codeOf(await lead.call(contract.doFollowUp, done)), 'no_follow_up')
  const planned = await lead.ok(contract.planFollowUp, plan)
  assert.deepEqual([planned.remindOn, planned.nextStep], [plan.on, plan.nextStep])
  const past = { ...done, next: { on: '2026-03-01', nextStep: 'again' } }
  assert.equal(codeOf(await lead.call(contract.doFollowUp, past)), 'not_ahead')
  assert.equal((await lead.ok(contract.doFollowUp, done)).remindOn, null)
})

test('a step that was written down wrongly stays, and what corrects it names it', async () => {
  const { id } = await lead.ok(contract.recordLetter, { party: b, ...samples.letter, answerAwaited: false })
  const [first] = (await lead.ok(contract.readEntry, { id })).history
  const correction = { id, corrects: first!.id, words: 'It went out a day later.' }
  const { history } = await lead.ok(contract.correctHistory, correction)
  assert.deepEqual(
    history.map((step) => [step.act, step.corrects]),
    [
      ['sent', null],
      ['corrected', first!.id],
    ],
  )
  assert.equal(codeOf(await lead.call(contract.correctHistory, { ...correction, corrects: nowhere })), 'step_unknown')
  assert.equal(codeOf(await lead.call(contract.correctHistory, { ...correction, id: nowhere })), 'entry_unknown')
  await lead.ok(contract.leaveChannel, { party: b })
  assert.equal(codeOf(await lead.call(contract.correctHistory, correction)), 'channel_closed')
  await lead.ok(contract.enterChannel, { party: b })
})

test('a timeline goes on by its cursor, and its filter finds in this channel alone', async () => {
  for (const text of [`${canary} one`, 'another', `${canary} two`])
    await lead.ok(contract.recordLetter, { party: a, ...samples.letter, text, answerAwaited: false })
  const first = await head.ok(contract.readChannel, { party: a, limit: 2 })
  assert.equal(first.timeline.length, 2)
  const second = await head.ok(contract.readChannel, { party: a, limit: 2, cursor: first.next ?? '' })
  const seen = new Set([...first.timeline, ...second.timeline].map((one) => one.id))
  assert.equal(seen.size, 4)
  const elsewhere = { party: b, limit: 2, cursor: first.next ?? '' }
  assert.equal(codeOf(await head.call(contract.readChannel, elsewhere)), 'cursor_unknown')
  const found = await head.ok(contract.readChannel, { party: a, text: canary.toLowerCase() })
  assert.equal(found.timeline.length, 2)
  assert.equal((await head.ok(contract.readChannel, { party: b, text: canary })).timeline.length, 0)
})

test('a filter that looks through many entries goes on where it stopped, and finds the oldest', async () => {
  const rare = { party: b, ...samples.letter, text: 'Sorrel Quay', answerAwaited: false }
  const { id } = await lead.ok(contract.recordLetter, rare)
  for (let count = 0; count < 24; count += 1) await lead.ok(contract.recordLetter, { ...rare, text: `letter ${count}` })
  const found: string[] = []
  let pages = 0
  for (let cursor: string | null | undefined; cursor !== null; pages += 1) {
    const asked = { party: b, text: 'sorrel', limit: 1, ...(cursor === undefined ? {} : { cursor }) }
    const page = await head.ok(contract.readChannel, asked)
    found.push(...page.timeline.map((one) => one.id))
    cursor = page.next
  }
  assert.deepEqual(found, [id])
  assert.ok(pages > 1, String(pages))
})

test('an entry of a channel that is not one’s own is not there, and of a closed one is not read', async () => {
  const letter = await lead.ok(contract.recordLetter, { party: a, ...samples.letter, text: canary })
  const stranger = await house.as('head', { context: house.world.second.context })
  await stranger.ok(contract.enterChannel, { party: house.world.second.c })
  const there = await stranger.raw(`/api/dialogue/entries/${letter.id}`)
  const absent = await stranger.raw(`/api/dialogue/entries/${nowhere}`)
  assert.deepEqual([there.status, await there.text()], [absent.status, await absent.text()])

  await head.ok(contract.leaveChannel, { party: a })
  const { id } = letter
  const closed = [
    head.call(contract.readEntry, { id }),
    head.call(contract.addInterlocutor, { party: a, ...samples.minister }),
    head.call(contract.recordMeeting, { party: a, ...samples.meeting }),
    head.call(contract.recordLetter, { party: a, ...samples.letter }),
    head.call(contract.acknowledgeLetter, { id, on: '2026-03-04', by: 'one', proof: null }),
    head.call(contract.planFollowUp, { id, on: '2026-03-20', nextStep: 'x' }),
    head.call(contract.doFollowUp, { id, done: 'x', next: null }),
    head.call(contract.writeNote, { id, text: 'x' }),
    head.call(contract.changeInterlocutor, { id, ...samples.minister, inOffice: true, reason: 'x' }),
    head.call(contract.agreeMinutes, { id, text: 'x', language: 'en', agreedOn: '2026-03-05', agreedWith: 'x' }),
  ]
  for (const reply of closed) assert.equal(codeOf(await reply), 'channel_closed')
  // A letter is no meeting and no interlocutor.
  const wrongKind = [
    lead.call(contract.writeNote, { id, text: 'x' }),
    lead.call(contract.changeInterlocutor, { id, ...samples.minister, inOffice: true, reason: 'x' }),
    lead.call(contract.agreeMinutes, { id, text: 'x', language: 'en', agreedOn: '2026-03-05', agreedWith: 'x' }),
    lead.call(contract.acknowledgeLetter, { id: nowhere, on: '2026-03-04', by: 'one', proof: null }),
    lead.call(contract.planFollowUp, { id: nowhere, on: '2026-03-20', nextStep: 'x' }),
    lead.call(contract.doFollowUp, { id: nowhere, done: 'x', next: null }),
  ]
  for (const reply of wrongKind) assert.equal(codeOf(await reply), 'entry_unknown')
  const unknown = house.world.second.c
  assert.equal(codeOf(await lead.call(contract.recordLetter, { party: unknown, ...samples.letter })), 'channel_unknown')
  const meeting = { party: unknown, ...samples.meeting }
  assert.equal(codeOf(await lead.call(contract.recordMeeting, meeting)), 'channel_unknown')
  const person = { party: unknown, ...samples.minister }
  assert.equal(codeOf(await lead.call(contract.addInterlocutor, person)), 'channel_unknown')
  await head.ok(contract.enterChannel, { party: a })
})

test('who is no member of a channel is told nothing, by no operation', async () => {
  for (const role of ['tracing_officer', 'matching_reviewer', 'intake', 'transmission_officer', 'administrator']) {
    const other = await house.as(role, role === 'administrator' ? { context: null } : {})
    for (const path of ['/api/dialogue/channels', `/api/dialogue/channels/${a}/access`]) {
      const reply = await other.raw(path)
      assert.deepEqual([reply.status, (await reply.text()).includes('not_found')], [404, true])
    }
    assert.equal(codeOf(await other.call(contract.enterChannel, { party: a })), 'not_found')
  }
  const liaison = await house.as('nib_liaison', { channel: a })
  assert.equal(codeOf(await liaison.call(contract.enterChannel, { party: a })), 'not_found')
})

test('a membership of one channel opens that one, and its end takes the key away', async () => {
  const one = await house.as('protection_lead', { channel: b })
  assert.equal(codeOf(await one.call(contract.enterChannel, { party: a })), 'channel_unknown')
  assert.deepEqual(
    (await one.ok(contract.listChannels, {})).channels.map(({ party }) => party),
    [b],
  )
  await lead.ok(contract.enterChannel, { party: b })
  await one.ok(contract.enterChannel, { party: b })
  const wraps = async () => {
    const sql = 'select compartment from kernel.member_wrap where person = $1'
    return (await house.open.pool.query<{ compartment: string }>(sql, [one.person])).rows.map((row) => row.compartment)
  }
  assert.deepEqual(await wraps(), [`${house.world.first.context}/${b}/dialogue`])
  const administrator = await house.as('administrator', { context: null })
  await administrator.ok(access.closeAccount, { id: one.person })
  await lead.ok(contract.enterChannel, { party: b })
  assert.deepEqual(await wraps(), [])
})

test('every other person’s answers are the same with and without what stands in a channel', async () => {
  const others = [
    await house.as('tracing_officer'),
    await house.as('matching_reviewer'),
    await house.as('transmission_officer'),
    await house.as('nib_liaison', { channel: b }),
    await house.as('data_protection_officer'),
    await house.as('head', { context: house.world.second.context }),
    // A member of the other party's channel is an other person, too.
    await house.as('protection_lead', { channel: b }),
  ]
  await lead.ok(contract.enterChannel, { party: b })
  await others.at(-1)?.ok(contract.enterChannel, { party: b })
  const paths = house.house.handlers
    .map((handler) => handler.contract)
    .filter((one) => one.kind === 'query' && one.method === 'get' && !one.path.includes(':'))
    .filter((one) => !one.name.startsWith('audit.'))
    .map((one) => `/api${one.path}`)
  assert.ok(paths.length >= 12, String(paths.length))
  const page = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  const seen = async () => {
    const answers: string[] = []
    for (const other of others) {
      for (const path of paths) answers.push(await (await other.raw(path)).text())
      for (const party of [a, b])
        answers.push(await (await other.raw(`/api/dialogue/channels/${party}/read`, page)).text())
      const body = JSON.stringify({ text: 'Ilen Marsk' })
      answers.push(await (await other.raw('/api/search', { ...page, body })).text())
    }
    return answers
  }
  const before = await seen()
  await lead.ok(contract.recordLetter, { party: a, ...samples.letter })
  await lead.ok(contract.addInterlocutor, { party: a, ...samples.minister })
  const { id } = await lead.ok(contract.stateCommitment, { party: a, ...samples.commitment })
  await lead.ok(contract.registerCommitment, { id, ...samples.commitment, warningsSeen: [] })
  await lead.ok(contract.confirmCommitment, { id, outcome: 'confirmed', by: 'x', on: '2026-03-05', words: null })
  await lead.ok(contract.trackCommitment, { id, howSeen: 'x', lookOn: '2026-03-06' })
  await lead.ok(contract.assessCommitment, { id, outcome: 'not_seen', reason: 'x', evidence: [] })
  await house.settle()
  assert.deepEqual(await seen(), before)
})

test('what is typed of a channel lies in it, and nowhere while it is closed', async () => {
  const name = `dialogue.recordMeeting/${a}`
  await lead.ok(saveDraft, { name, content: { place: canary } })
  assert.deepEqual((await lead.ok(readDraft, { name })).content, { place: canary })
  await lead.ok(contract.leaveChannel, { party: a })
  assert.equal((await lead.ok(readDraft, { name })).content, null)
  assert.equal(codeOf(await lead.call(saveDraft, { name, content: { place: canary } })), 'no_compartment')
  await lead.ok(contract.enterChannel, { party: a })
})

test('nothing of a channel is in search, worklists, the log or the rows; tasks count alone', async () => {
  await house.settle()
  for (const one of [head, lead]) {
    assert.deepEqual((await one.ok(search, { text: canary })).found, [])
    const tasks = (await one.ok(listTasks, {})).tasks.filter((task) => task.slice === 'dialogue')
    assert.ok(tasks.some((task) => task.kind === 'unanswered' && task.subject === a))
    assert.ok(!JSON.stringify(tasks).includes(canary))
  }
  assert.ok(!JSON.stringify(logged).includes(canary))
  const auditor = await house.as('auditor', { context: null })
  const { chains } = await auditor.ok(audit.listChains, {})
  assert.ok(chains.length > 0)
  const tables = await house.open.pool.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await house.open.pool.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    )
    assert.ok(!(rows[0]?.text ?? '').includes(canary), name)
    assert.ok(!(rows[0]?.text ?? '').includes(Buffer.from(canary).toString('hex')), name)
  }
})

test('an idle session has nothing open any more, and neither has background work', async () => {
  house.clock.forward(2 * hourMs)
  assert.equal(codeOf(await lead.call(contract.readChannel, { party: a })), 'signed_out')
  const { rows } = await house.open.pool.query<{ count: string }>(
    'select count(*) from kernel.session_key s join access.session a on a.id = s.session where a.person = $1',
    [lead.person],
  )
  assert.equal(Number(rows[0]?.count), 0)
  await assert.rejects(
    house.house.asPrincipal('dialogue', 'test.open', async (context) => {
      const { keyOf } = context.actor.compartments.length > 0 ? { keyOf: null } : await vaultOf(context)
      assert.ok(keyOf)
      await keyOf()
      return []
    }),
    /has not opened/,
  )
  const back = await house.as('head')
  assert.deepEqual((await back.ok(listProposals, {})).proposals, [])
})

async function vaultOf(context: Parameters<Parameters<TestHouse['house']['asPrincipal']>[2]>[0]) {
  const { insideOf } = await import('../kernel/tx.ts')
  const { context: of } = house.world.first
  return { keyOf: () => insideOf(context.tx).vault.keyOf(context.tx, `${of}/${a}/dialogue`) }
}
