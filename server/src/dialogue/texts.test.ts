import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'

let house: TestHouse
let head: Caller
let lead: Caller
let a: string
let b: string
/** A report read once: what needs only some of its proposals shares it. */
let first: Awaited<ReturnType<typeof read>>
before(async () => {
  house = await openTestHouse()
  ;({ a, b } = house.world.first)
  head = await house.as('head')
  lead = await house.as('protection_lead')
  for (const one of [head, lead]) for (const party of [a, b]) await one.ok(contract.enterChannel, { party })
  first = await read()
})
after(() => house.close())

const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
const bytes = (text: string) => new TextEncoder().encode(text)
const nowhere = '00000000-0000-4000-8000-ffffffffffff'
const source = {
  source: 'a news agency',
  address: 'https://news.invalid/1',
  publishedOn: '2026-03-04',
  inPublic: true,
}
const told = { name: 'report.txt', language: null, ...source }

async function read(party = a, text = samples.report) {
  const { id } = await head.ok(contract.readReport, { party, ...told }, bytes(text))
  const { proposals } = await head.ok(contract.readText, { id })
  const of = (kind: string) => proposals.find((one) => one.content.kind === kind)!
  return { id, proposals, of }
}

test('a report is read in the child: entries with their very words, and nothing is said by itself', async () => {
  const { id, proposals, of } = first
  const { text, entry } = await head.ok(contract.readText, { id })
  assert.equal(entry.state, 'to_read')
  assert.deepEqual([text.language, text.format], ['en', 'txt'])
  for (const { content, state } of proposals) {
    assert.equal(state, 'open')
    assert.ok(text.text.slice(content.span.start, content.span.end).includes(content.text))
  }
  assert.deepEqual([of('commitment').content.speaker, of('commitment').content.subject], ['Ilen Marsk', 'access'])
  for (const kind of ['meeting', 'request', 'allegation', 'appreciation']) assert.ok(of(kind), kind)
  const page = await head.ok(contract.readChannel, { party: a, kind: 'statement' })
  assert.equal(page.timeline.length, 0)
})

test('the day of a report is asked where it is needed, and never guessed', async () => {
  const undated = { party: a, ...told, publishedOn: null }
  assert.equal(codeOf(await head.call(contract.readReport, undated, bytes(samples.report))), 'date_needed')
  const open = await head.ok(contract.readReport, { ...undated, dateUnknown: true }, bytes(samples.report))
  assert.ok(open.notes.some((one) => one.code === 'date_needed'))
  const { text } = await head.ok(contract.readText, { id: open.id })
  assert.equal(text.meeting?.when?.date, null)
})

test('what cannot be read is refused, and nothing of it is kept', async () => {
  const before = (await head.ok(contract.readChannel, { party: a, kind: 'text' })).timeline.length
  for (const bad of [bytes('   \n'), bytes('%PDF-1.7\nnothing of a page'), bytes('PK\u0003\u0004')])
    assert.equal(codeOf(await head.call(contract.readReport, { party: a, ...told }, bad)), 'unreadable')
  const unknown = { party: house.world.second.c, ...told }
  assert.equal(codeOf(await head.call(contract.readReport, unknown, bytes(samples.report))), 'channel_unknown')
  const after = (await head.ok(contract.readChannel, { party: a, kind: 'text' })).timeline.length
  assert.equal(after, before)
  const script = '<html><body><script>alert(1)</script><p>The minister said: “Access will be given.”</p></body></html>'
  const { id } = await head.ok(contract.readReport, { party: a, ...told, name: 'page.html' }, bytes(script))
  assert.ok(!(await head.ok(contract.readText, { id })).text.text.includes('alert'))
})

test('a proposal is accepted as it stands, corrected, or dropped, once', async () => {
  const { id, proposals, of } = await read()
  const accepted = await lead.ok(contract.acceptProposal, { id: of('request').id })
  assert.ok(accepted.kind === 'statement')
  assert.deepEqual(
    [accepted.content.text, accepted.content.span, accepted.content.inPublic, accepted.content.source],
    [id, of('request').content.span, true, source.source],
  )
  assert.equal(codeOf(await lead.call(contract.acceptProposal, { id: of('request').id })), 'already_decided')
  assert.equal(codeOf(await lead.call(contract.dropProposal, { id: of('request').id })), 'already_decided')

  const corrected = { speaker: 'A spokeswoman', party: null, span: { start: 0, end: 13 } }
  const outside = { id: of('allegation').id, corrected: { span: { start: 5, end: 900_000 } } }
  assert.equal(codeOf(await lead.call(contract.acceptProposal, outside)), 'span_outside')
  const said = await lead.ok(contract.acceptProposal, { id: of('allegation').id, corrected })
  assert.ok(said.kind === 'statement')
  assert.deepEqual(
    [said.content.speaker, said.content.party, said.content.words, said.content.against],
    ['A spokeswoman', null, 'KARSOVIA CITY', 'Belvar'],
  )
  for (const { id: rest } of proposals.filter((one) => one !== of('request') && one !== of('allegation')))
    await lead.ok(contract.dropProposal, { id: rest })
  const done = await lead.ok(contract.readText, { id })
  assert.equal(done.entry.state, 'read')
  const decided = new Map(done.proposals.map((one) => [one.content.kind, one]))
  assert.deepEqual([decided.get('request')?.state, decided.get('request')?.statement], ['accepted', accepted.id])
  assert.equal(decided.get('commitment')?.state, 'dropped')
  for (const call of [contract.acceptProposal, contract.dropProposal])
    assert.equal(codeOf(await lead.call(call, { id: nowhere })), 'proposal_unknown')
  assert.equal(codeOf(await lead.call(contract.readText, { id: nowhere })), 'entry_unknown')
})

const byHand = {
  ...source,
  kind: 'position' as const,
  speaker: 'Ilen Marsk',
  role: 'foreign minister',
  words: 'KARSOVIA CITY',
  language: 'en',
  translation: null,
  quoted: false,
  saidAs: null,
  saidOn: samples.on('2026-03-04'),
  addressee: null,
  against: null,
  subject: 'law' as const,
  treaty: null,
  place: null,
  since: null,
  negated: false,
  hedge: false,
  condition: null,
}
const entered = { ...byHand, spokenFor: 'Karsovia', text: null, span: null }

test('what was missed is added in the text’s own words, and a correction keeps what stood', async () => {
  const { id } = first
  const marked = { party: a, ...entered, text: id, span: { start: 0, end: 13 } }
  const added = await lead.ok(contract.addStatement, marked)
  assert.ok(added.kind === 'statement' && added.content.sha256 !== null)
  assert.equal(codeOf(await lead.call(contract.addStatement, { ...marked, words: 'Other' })), 'words_differ')
  const outside = { ...marked, span: { start: 9, end: 9_999 } }
  assert.equal(codeOf(await lead.call(contract.addStatement, outside)), 'span_outside')
  assert.equal(codeOf(await lead.call(contract.addStatement, { ...marked, party: b })), 'text_unknown')
  const foreign = { ...marked, party: house.world.second.c }
  assert.equal(codeOf(await lead.call(contract.addStatement, foreign)), 'channel_unknown')

  const history = (await lead.ok(contract.readEntry, { id: added.id })).history
  const correction = { id: added.id, ...byHand, party: 'Belvar', reason: 'He spoke for the other side.' }
  const corrects = history[0]!.id
  assert.equal(codeOf(await lead.call(contract.correctStatement, { ...correction, corrects: nowhere })), 'step_unknown')
  const otherWords = { ...correction, words: 'Other', corrects }
  assert.equal(codeOf(await lead.call(contract.correctStatement, otherWords)), 'words_differ')
  const absent = { ...correction, id: nowhere, corrects }
  assert.equal(codeOf(await lead.call(contract.correctStatement, absent)), 'entry_unknown')
  await lead.ok(contract.correctStatement, { ...correction, corrects })
  const after = await lead.ok(contract.readEntry, { id: added.id })
  assert.deepEqual([after.history.length, after.history[1]?.corrects], [2, corrects])
})

test('raising is a second act, by the lead: to a commitment, a matter, a meeting, minutes', async () => {
  const { of } = await read()
  const accept = async (kind: string, corrected = {}) =>
    (await lead.ok(contract.acceptProposal, { id: of(kind).id, corrected })).id
  const promise = {
    kind: 'commitment',
    promisor: 'party',
    level: 'ministerial',
    form: 'promise',
    to: 'the agency',
  } as const
  const toCommitment = { ...promise, who: null, due: samples.on('2026-03-31') }
  const promised = await accept('commitment')
  assert.equal(codeOf(await head.call(contract.raiseStatement, { id: promised, to: toCommitment })), 'not_found')
  const raised = await lead.ok(contract.raiseStatement, { id: promised, to: toCommitment })
  assert.match(raised.raised, /^COM-/)
  assert.equal(raised.statement.state, 'raised')
  assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: promised, to: toCommitment })), 'already_raised')
  const commitment = await lead.ok(contract.readCommitment, { id: raised.raised })
  assert.ok(commitment.entry.kind === 'commitment')
  assert.deepEqual(
    [commitment.entry.state, commitment.entry.content.from, commitment.entry.content.place, commitment.entry.parent],
    ['stated', promised, 'Ostrel', promised],
  )

  const unbound = await accept('request', { party: null })
  assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: unbound, to: toCommitment })), 'nobody_bound')
  const negated = await accept('appreciation', { negated: true })
  assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: negated, to: toCommitment })), 'negated')
  const matter = { kind: 'matter', matter: 'event', title: 'What was alleged' } as const
  const alleged = await lead.ok(contract.raiseStatement, { id: await accept('allegation'), to: matter })
  assert.equal((await lead.ok(contract.readEntry, { id: alleged.raised })).entry.kind, 'matter')

  const met = await accept('meeting')
  const meeting = { kind: 'meeting', ...samples.meeting } as const
  const foreign = [{ interlocutor: nowhere, name: 'x', office: null }]
  const cases = [
    [{ ...meeting, theirs: foreign }, 'interlocutor_unknown'],
    [{ ...meeting, heldOn: samples.on('2027') }, 'in_future'],
  ] as const
  for (const [to, code] of cases) assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: met, to })), code)
  const held = await lead.ok(contract.raiseStatement, { id: met, to: meeting })
  const minutes = {
    kind: 'minutes',
    meeting: held.raised,
    agreedOn: '2026-03-05',
    agreedWith: 'x',
    language: 'en',
  } as const
  const noMeeting = { ...minutes, meeting: nowhere }
  assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: unbound, to: noMeeting })), 'meeting_unknown')
  await lead.ok(contract.raiseStatement, { id: unbound, to: minutes })
  await lead.ok(contract.raiseStatement, { id: negated, to: minutes })
  const whole = (await lead.ok(contract.readEntry, { id: held.raised })).entry
  assert.ok(whole.kind === 'meeting' && whole.content.minutes?.text.includes('\n\n'))
  assert.equal(codeOf(await lead.call(contract.raiseStatement, { id: nowhere, to: minutes })), 'entry_unknown')
})

test('the other party’s channel shows no trace, and a closed one answers nothing', async () => {
  const { id, of } = first
  const { id: proposal } = of('commitment')
  const statement = (await lead.ok(contract.acceptProposal, { id: of('request').id })).id
  const other = await head.ok(contract.readChannel, { party: b })
  const { channel: _channel, next: _next, ...lists } = other
  for (const list of Object.values(lists)) assert.deepEqual(list, [])
  assert.equal((await head.ok(contract.readChannel, { party: b, text: 'Ostrel' })).timeline.length, 0)

  await lead.ok(contract.leaveChannel, { party: a })
  const to = { kind: 'matter', matter: 'event', title: 'x' } as const
  const closed = [
    lead.call(contract.readText, { id }),
    lead.call(contract.acceptProposal, { id: proposal }),
    lead.call(contract.dropProposal, { id: proposal }),
    lead.call(contract.addStatement, { party: a, ...entered }),
    lead.call(contract.correctStatement, { id: statement, ...byHand, party: null, reason: 'x', corrects: null }),
    lead.call(contract.raiseStatement, { id: statement, to }),
    lead.call(contract.readReport, { party: a, ...told }, bytes(samples.report)),
  ]
  for (const reply of closed) assert.equal(codeOf(await reply), 'channel_closed')
  await lead.ok(contract.enterChannel, { party: a })
})
