import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmProposal, listProposals, listTasks, withdrawProposal } from '#kernel/contract'
import { dayMs } from '#kernel/clock'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as access from '../access/contract.ts'
import { sampleContent } from '../disclosure/answer.samples.ts'
import * as registry from '../registry/contract.ts'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'

let house: TestHouse
let head: Caller
let lead: Caller
let a: string
let b: string
before(async () => {
  house = await openTestHouse()
  ;({ a, b } = house.world.first)
  await comeIn()
})
after(() => house.close())

async function comeIn() {
  // The first who ever came in has handed the key on to both of them.
  head ??= await house.as('head')
  lead ??= await house.as('protection_lead')
  for (const one of [head, lead]) for (const party of [a, b]) await one.ok(contract.enterChannel, { party })
}

const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
const nowhere = '00000000-0000-4000-8000-ffffffffffff'
const noCommitment = 'COM-00000000000'
const noRepresentation = 'REP-00000000000'
const today = '2026-03-05'
const tomorrow = '2026-03-06'
const later = '2026-03-31'

async function confirm(proposal: string, by: Caller) {
  const found = (await by.ok(listProposals, {})).proposals.find((one) => one.id === proposal)
  if (!found) return 'not shown'
  return codeOf(await by.call(confirmProposal, { id: proposal, digest: found.digest }))
}
async function registered(change: Partial<typeof samples.commitment> = {}, party = a) {
  const asked = { ...samples.commitment, ...change }
  const { id } = await lead.ok(contract.stateCommitment, { party, ...asked })
  await lead.ok(contract.registerCommitment, { id, ...asked, warningsSeen: [] })
  return id
}
const confirmation = { outcome: 'confirmed', by: 'the ministry', on: today, words: null } as const
async function tracked(change: Partial<typeof samples.commitment> = {}) {
  const id = await registered(change)
  await lead.ok(contract.confirmCommitment, { id, ...confirmation })
  await lead.ok(contract.trackCommitment, { id, howSeen: 'A visit to Ostrel.', lookOn: later })
  return id
}
const evidence = { reference: null, source: 'a delegate', on: samples.on('2026-03-05'), text: 'The gate was opened.' }

test('a commitment is stated, registered, confirmed, tracked, and seen by two people', async () => {
  const { id } = await lead.ok(contract.stateCommitment, { party: a, ...samples.commitment })
  const asked = { id, ...samples.commitment, warningsSeen: [] }
  assert.equal(codeOf(await lead.call(contract.confirmCommitment, { id, ...confirmation })), 'not_registered')
  assert.equal(codeOf(await lead.call(contract.registerCommitment, { ...asked, saidOn: null })), 'day_missing')
  const ahead = { ...asked, saidOn: samples.on('2027') }
  assert.equal(codeOf(await lead.call(contract.registerCommitment, ahead)), 'in_future')
  assert.equal((await lead.ok(contract.registerCommitment, asked)).state, 'registered')
  assert.equal(codeOf(await lead.call(contract.registerCommitment, asked)), 'not_stated')
  const track = { id, howSeen: 'A visit to Ostrel.', lookOn: later }
  assert.equal(codeOf(await lead.call(contract.trackCommitment, track)), 'not_confirmed')
  const inFuture = { id, ...confirmation, on: tomorrow }
  assert.equal(codeOf(await lead.call(contract.confirmCommitment, inFuture)), 'in_future')
  const contested = { id, ...confirmation, outcome: 'contested' as const }
  assert.equal((await lead.ok(contract.confirmCommitment, contested)).state, 'contested')
  assert.equal((await lead.ok(contract.confirmCommitment, { id, ...confirmation })).state, 'confirmed')
  assert.equal(codeOf(await lead.call(contract.addEvidence, { id, ...evidence })), 'not_tracked')
  const assess = { id, outcome: 'partly_seen' as const, reason: 'One block was not shown.', evidence: [] as string[] }
  assert.equal(codeOf(await lead.call(contract.assessCommitment, assess)), 'not_tracked')
  assert.equal(codeOf(await lead.call(contract.trackCommitment, { ...track, lookOn: today })), 'not_ahead')
  await lead.ok(contract.trackCommitment, track)

  const undated = { id, ...evidence, on: null }
  assert.equal(codeOf(await lead.call(contract.addEvidence, undated)), 'day_missing')
  const unseen = { id, ...evidence, on: samples.on(tomorrow) }
  assert.equal(codeOf(await lead.call(contract.addEvidence, unseen)), 'in_future')
  const seen = (await lead.ok(contract.addEvidence, { id, ...evidence })).evidence
  assert.equal(codeOf(await lead.call(contract.assessCommitment, assess)), 'evidence_missing')
  const foreign = { ...assess, evidence: [nowhere] }
  assert.equal(codeOf(await lead.call(contract.assessCommitment, foreign)), 'evidence_unknown')
  const { proposal } = await lead.ok(contract.assessCommitment, { ...assess, evidence: [seen.id] })
  assert.equal(await confirm(proposal, lead), 'same_person')
  const waits = (await head.ok(contract.listChannels, {})).channels.find((one) => one.party === a)?.waits
  assert.equal(waits?.toConfirm, 1)
  assert.equal(await confirm(proposal, head), 'ok')
  const { entry, history } = await head.ok(contract.readCommitment, { id })
  assert.ok(entry.kind === 'commitment')
  assert.deepEqual(
    [entry.state, entry.content.assessment?.by, entry.content.assessment?.proposedBy, entry.remindOn],
    ['partly_seen', head.person, lead.person, later],
  )
  assert.deepEqual(
    history.map((one) => one.act),
    ['stated', 'registered', 'contested', 'confirmed', 'tracked', 'evidence_added', 'assessed'],
  )
})

test('what two people said of a commitment is decided again on what stands when the second says it', async () => {
  const id = await tracked()
  const next = await registered()
  const assess = { id, outcome: 'not_seen' as const, reason: 'Nobody was let in so far.', evidence: [] }
  const { proposal } = await lead.ok(contract.assessCommitment, assess)
  await lead.ok(contract.supersedeCommitment, { id, by: next, reason: 'A new agreement was signed.' })
  assert.equal(await confirm(proposal, head), 'not_tracked')
  const again = { id, by: next, reason: 'x' }
  assert.equal(codeOf(await lead.call(contract.supersedeCommitment, again)), 'already_superseded')
  for (const by of [noCommitment, next, id])
    assert.equal(
      codeOf(await lead.call(contract.supersedeCommitment, { id: next, by, reason: 'x' })),
      'successor_unknown',
    )
  const inB = await registered({}, b)
  assert.equal(
    codeOf(await lead.call(contract.supersedeCommitment, { id: next, by: inB, reason: 'x' })),
    'successor_unknown',
  )
})

test('evidence is linked to what one may see, in the register or in the same channel', async () => {
  const id = await tracked()
  const transmission = await house.as('transmission_officer')
  const { context } = house.world.first
  const record = await transmission.ok(registry.enterRecord, {
    context,
    channel: a,
    notice: 'held',
    confirmed: true,
    receivedOn: '2026-03-04',
    content: sampleContent('Danil Orvek'),
  })
  const letter = await lead.ok(contract.recordLetter, { party: a, ...samples.letter })
  const inB = await lead.ok(contract.recordLetter, { party: b, ...samples.letter })
  for (const reference of [record.id, letter.id]) await lead.ok(contract.addEvidence, { id, ...evidence, reference })
  for (const reference of ['R-00000000000', 'TR-00000000000', nowhere, inB.id, 'a newspaper'])
    assert.equal(codeOf(await lead.call(contract.addEvidence, { id, ...evidence, reference })), 'reference_unknown')
})

test('a promise that may lower a treaty’s protection is warned of, and gone on with by who has seen it', async () => {
  const asked = { ...samples.commitment, condition: 'in exchange for lists' }
  const { words, translation, condition, subject, form } = asked
  const promise = { words, translation, condition, subject, form }
  const { warnings } = await lead.ok(contract.checkCommitment, promise)
  assert.deepEqual(warnings, ['duty_made_conditional', 'reciprocity_asked'])
  const { id } = await lead.ok(contract.stateCommitment, { party: a, ...asked })
  const partly = { id, ...asked, warningsSeen: ['duty_made_conditional' as const] }
  assert.equal(codeOf(await lead.call(contract.registerCommitment, partly)), 'may_lower_protection')
  const seen = await lead.ok(contract.registerCommitment, { id, ...asked, warningsSeen: warnings })
  assert.ok(seen.kind === 'commitment')
  assert.deepEqual(seen.content.warnings, warnings)
})

test('our own promises stand in the same form', async () => {
  const ours = {
    promisor: 'intermediary' as const,
    who: 'Joren Halvick',
    to: 'Ilen Marsk',
    words: 'We speak to others.',
  }
  const { id } = await lead.ok(contract.stateCommitment, { party: a, ...samples.commitment, ...ours })
  const page = await head.ok(contract.readChannel, { party: a })
  assert.ok(page.promised.some((one) => one.id === id))
})

const request = { on: today, addressee: 'the ministry', form: 'written', answerBy: later } as const
async function planned(place: string | null = 'Ostrel', party = a) {
  const asked = { place, category: place === null ? 'the wounded' : null, wantedOn: null, reason: null }
  return (await lead.ok(contract.planAccess, { party, ...asked })).id
}
async function requested(place: string | null = 'Ostrel') {
  const id = await planned(place)
  await lead.ok(contract.requestAccess, { id, ...request })
  return id
}

test('access is asked, refused, asked again, agreed and seen; the promise stands beside it by itself', async () => {
  const id = await requested('camp at Ostrel')
  const { accessAnswer, allModalities } = samples
  const answered = (change: object) => lead.call(contract.recordAccessAnswer, { id, ...accessAnswer, ...change })
  assert.equal(codeOf(await lead.call(contract.requestAccess, { id, ...request })), 'not_to_request')
  assert.equal(codeOf(await answered({ on: tomorrow })), 'in_future')
  assert.equal(codeOf(await answered({ on: '2026-03-01' })), 'before_request')
  assert.equal(codeOf(await answered({ modalities: { ...allModalities, private_talks: false } })), 'conditions_missing')
  assert.equal(codeOf(await answered({ answer: 'refused_temporary' })), 'necessity_missing')
  assert.equal(codeOf(await answered({ answer: 'refused_temporary', necessity: true })), 'end_missing')
  assert.equal(codeOf(await answered({ answer: 'refused', necessity: true, until: later })), 'is_temporary')
  const refused = { answer: 'refused_temporary' as const, necessity: true, until: later, reason: 'fighting' }
  const first = await lead.ok(contract.recordAccessAnswer, { id, ...accessAnswer, ...refused })
  assert.deepEqual([first.state, first.awaits, first.remindOn], ['refused_temporary', null, later])
  assert.equal(codeOf(await answered({})), 'not_requested')
  assert.equal(codeOf(await lead.call(contract.requestAccess, { id, ...request, on: tomorrow })), 'in_future')
  assert.equal(codeOf(await lead.call(contract.requestAccess, { id, ...request, answerBy: today })), 'not_ahead')
  await lead.ok(contract.requestAccess, { id, ...request })
  await lead.ok(contract.recordAccessAnswer, { id, ...accessAnswer, answer: 'refused' })
  await lead.ok(contract.requestAccess, { id, ...request })
  await lead.ok(contract.recordAccessAnswer, { id, ...accessAnswer })

  const visit = { id, on: today, outcome: 'visited' as const, reason: null }
  assert.equal(codeOf(await lead.call(contract.recordVisit, visit)), 'not_scheduled')
  await lead.ok(contract.scheduleVisit, { id, plannedOn: today, team: ['one', 'two'] })
  assert.equal(codeOf(await lead.call(contract.scheduleVisit, { id, plannedOn: today, team: ['one'] })), 'not_agreed')
  assert.equal(codeOf(await lead.call(contract.recordVisit, { ...visit, on: tomorrow })), 'in_future')
  const prevented = { ...visit, outcome: 'prevented' as const }
  assert.equal(codeOf(await lead.call(contract.recordVisit, prevented)), 'reason_missing')
  assert.equal((await lead.ok(contract.recordVisit, visit)).state, 'visited')

  const promise = await registered()
  const elsewhere = await registered({ place: 'Maren' })
  const beside = async (of: string) => (await head.ok(contract.readCommitment, { id: of })).access.map((one) => one.id)
  assert.deepEqual(await beside(promise), [id])
  assert.deepEqual(await beside(elsewhere), [])
  const ledger = await head.ok(contract.listAccess, { party: a })
  assert.deepEqual(ledger.counts, { asked: 3, unanswered: 0, agreed: 1, refused: 2, visited: 1, prevented: 0 })
  assert.ok(ledger.promised.some((one) => one.id === promise))
})

test('an offer of less than five conditions is in dispute until it is settled', async () => {
  const [one, other] = [await requested(), await requested(null)]
  const less = { ...samples.allModalities, list: false }
  const given = { on: today, by: 'the ministry', reason: null, modalities: less, delegatesApproved: true }
  const settle = { id: one, ...given, settled: true }
  assert.equal(codeOf(await lead.call(contract.settleConditions, settle)), 'not_in_dispute')
  for (const id of [one, other]) {
    const offer = { id, ...samples.accessAnswer, answer: 'conditions_disputed' as const, modalities: less }
    await lead.ok(contract.recordAccessAnswer, offer)
  }
  assert.equal(codeOf(await lead.call(contract.settleConditions, settle)), 'conditions_missing')
  const all = { ...settle, modalities: samples.allModalities }
  assert.equal(codeOf(await lead.call(contract.settleConditions, { ...all, on: tomorrow })), 'in_future')
  assert.equal((await lead.ok(contract.settleConditions, all)).state, 'agreed')
  const not = { id: other, ...given, settled: false }
  assert.equal((await lead.ok(contract.settleConditions, not)).state, 'refused')
  const nothing = { party: a, place: null, category: null, wantedOn: null, reason: null }
  assert.equal(codeOf(await lead.call(contract.planAccess, nothing)), 'place_missing')
})

async function cleared(change: object = {}) {
  const draft = { party: a, ...samples.representation, escalates: null, ...change }
  const { id } = (await lead.ok(contract.draftRepresentation, draft)).entry
  const { proposal } = await lead.ok(contract.clearRepresentation, { id })
  assert.equal(await confirm(proposal, head), 'ok')
  return id
}
const replyBy = later

test('a representation is drafted, linted, cleared by two, delivered with proof, answered; a promise becomes one', async () => {
  const id = await tracked()
  const draft = { party: a, ...samples.representation, escalates: null, commitments: [id] }
  const unknown = { ...draft, commitments: [noCommitment] }
  assert.equal(codeOf(await lead.call(contract.draftRepresentation, unknown)), 'commitment_unknown')
  const [first] = samples.representation.facts
  const said = await lead.ok(contract.addStatement, { party: a, ...samples.alleged })
  const restingOn = (rests: string) => ({ facts: [{ ...first!, rests }] })
  for (const [rests, code] of [
    [nowhere, 'fact_unknown'],
    ['R-00000000000', 'fact_unknown'],
    [said.id, 'allegation_is_no_fact'],
  ] as const) {
    const resting = { ...draft, ...restingOn(rests) }
    assert.equal(codeOf(await lead.call(contract.draftRepresentation, resting)), code)
  }
  const bad = { ...draft, text: 'The enemy told Danil Orvek to wait.' }
  const { entry, problems } = await lead.ok(contract.draftRepresentation, bad)
  assert.deepEqual(
    problems.map((one) => [one.code, one.start]),
    [
      ['word_to_avoid', 4],
      ['source_exposed', 15],
    ],
  )
  const rep = entry.id
  const clear = async () => codeOf(await lead.call(contract.clearRepresentation, { id: rep }))
  assert.equal(await clear(), 'word_to_avoid')
  const change = async (part: object) =>
    lead.ok(contract.changeRepresentation, { ...samples.representation, ...part, id: rep })
  await change({ text: 'Danil Orvek waits.' })
  assert.equal(await clear(), 'source_exposed')
  const [fact] = samples.representation.facts
  await change({ facts: [{ ...fact!, consent: 'anonymous' }] })
  assert.equal(await clear(), 'consent_missing')
  await change({ facts: [] })
  assert.equal(await clear(), 'no_fact')
  const checked = { ...samples.representation, facts: [] }
  const { text, subject, facts, protects } = checked
  assert.deepEqual((await lead.ok(contract.checkDraft, { text, subject, facts, protects })).problems, [])
  const wrong = { ...samples.representation, id: rep, commitments: [noCommitment] }
  assert.equal(codeOf(await lead.call(contract.changeRepresentation, wrong)), 'commitment_unknown')
  for (const [rests, code] of [
    [nowhere, 'fact_unknown'],
    [said.id, 'allegation_is_no_fact'],
  ] as const) {
    const resting = { ...samples.representation, ...restingOn(rests), id: rep }
    assert.equal(codeOf(await lead.call(contract.changeRepresentation, resting)), code)
  }
  await change({ commitments: [id], ...restingOn(id) })

  // What the first has read is what the second clears: a change between them makes it another draft.
  const stale = (await lead.ok(contract.clearRepresentation, { id: rep })).proposal
  await change({ commitments: [id], subject: 'Access to Ostrel' })
  assert.equal(await confirm(stale, head), 'not_drafted')
  await head.ok(withdrawProposal, { id: stale })
  const { proposal } = await lead.ok(contract.clearRepresentation, { id: rep })
  const deliver = { id: rep, ...samples.delivery, replyBy }
  assert.equal(codeOf(await lead.call(contract.deliverRepresentation, deliver)), 'not_cleared')
  assert.equal(await confirm(proposal, lead), 'same_person')
  assert.equal(await confirm(proposal, head), 'ok')
  assert.equal(await clear(), 'not_drafted')
  const changed = { ...samples.representation, id: rep }
  assert.equal(codeOf(await lead.call(contract.changeRepresentation, changed)), 'not_drafted')

  const reply = { id: rep, ...samples.replyReceived }
  assert.equal(codeOf(await lead.call(contract.recordReply, reply)), 'not_delivered')
  assert.equal(codeOf(await lead.call(contract.deliverRepresentation, { ...deliver, how: 'spoken' })), 'not_by_mouth')
  assert.equal(codeOf(await lead.call(contract.deliverRepresentation, { ...deliver, on: tomorrow })), 'in_future')
  assert.equal(codeOf(await lead.call(contract.deliverRepresentation, { ...deliver, replyBy: today })), 'not_ahead')
  assert.equal(codeOf(await lead.call(contract.closeRepresentation, { id: rep, effect: 'x' })), 'not_delivered')
  const out = await lead.ok(contract.deliverRepresentation, deliver)
  assert.deepEqual([out.state, out.awaits, out.remindOn], ['delivered', 'party', replyBy])
  const raised = (await lead.ok(contract.readCommitment, { id })).entry
  assert.ok(raised.kind === 'commitment')
  assert.deepEqual(raised.content.raisedIn, [rep])

  assert.equal(codeOf(await lead.call(contract.recordReply, { ...reply, on: tomorrow })), 'in_future')
  assert.equal(codeOf(await lead.call(contract.recordReply, { ...reply, on: '2026-03-04' })), 'before_delivery')
  const answered = await lead.ok(contract.recordReply, reply)
  assert.deepEqual([answered.entry.state, answered.entry.awaits], ['answered', null])
  const promised = (await head.ok(contract.readCommitment, { id: answered.commitment ?? '' })).entry
  assert.ok(promised.kind === 'commitment')
  assert.deepEqual([promised.state, promised.content.words, promised.parent], ['stated', reply.words, rep])
  const explained = { ...reply, outcome: 'explained' as const }
  assert.equal((await lead.ok(contract.recordReply, explained)).commitment, null)
  assert.equal(
    (await lead.ok(contract.closeRepresentation, { id: rep, effect: 'Delegates were let in.' })).state,
    'closed',
  )
})

test('the ladder is climbed after silence or an insufficient answer, and beyond it by the head with another', async () => {
  const id = await cleared()
  await lead.ok(contract.deliverRepresentation, { id, ...samples.delivery, replyBy: '2026-03-06' })
  const higher = { party: a, ...samples.representation, rung: 'report' as const, escalates: id }
  assert.equal(codeOf(await lead.call(contract.draftRepresentation, higher)), 'not_to_escalate')
  const beyond = { id, mode: 'condemnation' as const, reason: 'Nothing has changed.', conditions: null }
  assert.equal(codeOf(await head.call(contract.escalateRepresentation, beyond)), 'not_to_escalate')
  assert.equal(codeOf(await lead.call(contract.escalateRepresentation, beyond)), 'not_found')

  const explained = { ...samples.replyReceived, outcome: 'explained' as const }
  await lead.ok(contract.recordReply, { id, ...explained })
  const lower = { ...higher, rung: 'oral' as const }
  assert.equal(codeOf(await lead.call(contract.draftRepresentation, lower)), 'not_higher')
  const foreign = { ...higher, party: b }
  assert.equal(codeOf(await lead.call(contract.draftRepresentation, foreign)), 'not_to_escalate')
  const next = await cleared({ rung: 'report', escalates: id })
  await lead.ok(contract.deliverRepresentation, { id: next, ...samples.delivery, replyBy })
  assert.equal((await lead.ok(contract.readEntry, { id })).entry.state, 'escalated')

  assert.equal(codeOf(await head.call(contract.escalateRepresentation, beyond)), 'conditions_missing')
  const conditions = {
    majorAndRepeated: 'They go on.',
    witnessedOrReliable: 'Seen by delegates.',
    representationsFailed: 'Three had no effect.',
    inInterestOfPersons: 'Those held asked for it.',
  }
  const { proposal } = await head.ok(contract.escalateRepresentation, { ...beyond, conditions })
  assert.equal(await confirm(proposal, head), 'same_person')
  assert.equal(await confirm(proposal, lead), 'ok')
  const after = (await lead.ok(contract.readEntry, { id })).entry
  assert.ok(after.kind === 'representation')
  assert.equal(after.content.escalation?.mode, 'condemnation')
})

test('a general matter is put to each party alike; the balance is the head’s, and holds no words', async () => {
  const { context } = house.world.first
  const shared = { context, kind: 'cards' as const, ...samples.matter }
  assert.equal(codeOf(await lead.call(contract.shareMatter, shared)), 'not_found')
  assert.equal(codeOf(await lead.call(contract.compareMatters, { context })), 'not_found')
  const duty = { ...shared, kind: 'treaty_duty' as const, article: null }
  assert.equal(codeOf(await head.call(contract.shareMatter, duty)), 'article_missing')
  const elsewhere = { ...shared, context: house.world.second.context }
  assert.equal(codeOf(await head.call(contract.shareMatter, elsewhere)), 'context_unknown')
  assert.equal(codeOf(await head.call(contract.compareMatters, { context: elsewhere.context })), 'context_unknown')
  await head.ok(contract.shareMatter, shared)
  const inChannel = async (party: string) => {
    const { timeline } = await lead.ok(contract.readChannel, { party, kind: 'matter' })
    return timeline.find((one) => one.kind === 'matter' && one.content.title === samples.matter.title)!.id
  }
  const [inA, inB] = [await inChannel(a), await inChannel(b)]
  const put = { id: inA, on: '2026-03-01', level: 'ministerial' as const, how: 'written' as const }
  const given = { id: inA, on: '2026-03-04', level: 'ministerial' as const, outcome: 'accepted' as const }
  const answer = { ...given, words: 'Cards will be written.', language: 'en' }
  assert.equal(codeOf(await lead.call(contract.answerMatter, answer)), 'not_put')
  assert.equal(codeOf(await lead.call(contract.putMatter, { ...put, on: tomorrow })), 'in_future')
  await lead.ok(contract.putMatter, put)
  assert.equal(codeOf(await lead.call(contract.putMatter, put)), 'not_open')
  assert.equal(codeOf(await lead.call(contract.answerMatter, { ...answer, on: tomorrow })), 'in_future')
  assert.equal(codeOf(await lead.call(contract.answerMatter, { ...answer, on: '2026-02-01' })), 'before_put')
  await lead.ok(contract.answerMatter, answer)
  await lead.ok(contract.putMatter, { ...put, id: inB, on: '2026-03-02' })

  const balance = await head.ok(contract.compareMatters, { context })
  assert.deepEqual(balance.parties, [a, b])
  assert.deepEqual(
    balance.matters[0]?.sides.map((one) => [one.party, one.state, one.days, one.outcome]),
    [
      [a, 'answered', 3, 'accepted'],
      [b, 'put', 3, null],
    ],
  )
  assert.ok(!JSON.stringify(balance).includes(answer.words))
  await head.ok(contract.leaveChannel, { party: b })
  assert.equal(codeOf(await head.call(contract.shareMatter, shared)), 'channel_closed')
  assert.equal(codeOf(await head.call(contract.compareMatters, { context })), 'channel_closed')
  await head.ok(contract.enterChannel, { party: b })
  await lead.ok(contract.closeMatter, { id: inA, reason: 'Cards are written.' })
  assert.equal(codeOf(await lead.call(contract.closeMatter, { id: inA, reason: 'x' })), 'already_closed')
  const own = { party: a, kind: 'place' as const, ...samples.matter }
  assert.equal((await lead.ok(contract.openMatter, own)).state, 'open')
})

test('parties stand in the alphabetical order of the reader’s language', async () => {
  const administrator = await house.as('administrator', { context: null })
  const labels = { en: 'Lake Country', ar: 'بلاد البحيرة' }
  const context = (await administrator.ok(access.openContext, { kind: 'international', labels })).id
  const open = async (en: string, ar: string) =>
    (await administrator.ok(access.openChannel, { id: context, kind: 'state', hasBureau: true, labels: { en, ar } }))
      .party
  const [second, first] = [await open('Zarvia', 'أرفيا'), await open('Alvia', 'يلفيا')]
  const reader = await house.as('head', { context })
  for (const party of [first, second]) await reader.ok(contract.enterChannel, { party })
  await reader.ok(contract.shareMatter, { context, kind: 'lists', ...samples.matter })
  const order = async (language: 'en' | 'ar') => {
    await reader.ok(access.saveSettings, { language, theme: 'system', digits: 'latin', keys: true })
    const { parties, matters } = await reader.ok(contract.compareMatters, { context })
    assert.deepEqual(
      matters[0]?.sides.map((one) => one.party),
      parties,
    )
    assert.deepEqual(
      (await reader.ok(contract.listChannels, {})).channels.map((one) => one.party),
      parties,
    )
    return parties
  }
  assert.deepEqual(await order('en'), [first, second])
  assert.deepEqual(await order('ar'), [second, first])
})

test('what is not of the asked kind or of one’s channel is not there, by every operation', async () => {
  const c = house.world.second.c
  const id = nowhere
  const com = noCommitment
  const rep = noRepresentation
  const unknownEntry = [
    lead.call(contract.registerCommitment, { id: com, ...samples.commitment, warningsSeen: [] }),
    lead.call(contract.confirmCommitment, { id: com, ...confirmation }),
    lead.call(contract.trackCommitment, { id: com, howSeen: 'x', lookOn: later }),
    lead.call(contract.addEvidence, { id: com, ...evidence }),
    lead.call(contract.assessCommitment, { id: com, outcome: 'not_seen', reason: 'x', evidence: [] }),
    lead.call(contract.supersedeCommitment, { id: com, by: com, reason: 'x' }),
    lead.call(contract.readCommitment, { id: com }),
    lead.call(contract.requestAccess, { id, ...request }),
    lead.call(contract.recordAccessAnswer, { id, ...samples.accessAnswer }),
    lead.call(contract.settleConditions, {
      id,
      on: today,
      by: 'x',
      reason: null,
      modalities: samples.allModalities,
      delegatesApproved: true,
      settled: true,
    }),
    lead.call(contract.scheduleVisit, { id, plannedOn: today, team: ['x'] }),
    lead.call(contract.recordVisit, { id, on: today, outcome: 'visited', reason: null }),
    lead.call(contract.changeRepresentation, { ...samples.representation, id: rep }),
    lead.call(contract.clearRepresentation, { id: rep }),
    lead.call(contract.deliverRepresentation, { id: rep, ...samples.delivery, replyBy }),
    lead.call(contract.recordReply, { id: rep, ...samples.replyReceived }),
    head.call(contract.escalateRepresentation, { id: rep, mode: 'mobilisation', reason: 'x', conditions: null }),
    lead.call(contract.closeRepresentation, { id: rep, effect: 'x' }),
    lead.call(contract.putMatter, { id, on: today, level: 'local', how: 'spoken' }),
    lead.call(contract.answerMatter, {
      id,
      on: today,
      level: 'local',
      outcome: 'accepted',
      words: 'x',
      language: 'en',
    }),
    lead.call(contract.closeMatter, { id, reason: 'x' }),
  ]
  for (const reply of unknownEntry) assert.equal(codeOf(await reply), 'entry_unknown')
  const unknownChannel = [
    lead.call(contract.stateCommitment, { party: c, ...samples.commitment }),
    lead.call(contract.planAccess, { party: c, place: 'x', category: null, wantedOn: null, reason: null }),
    lead.call(contract.listAccess, { party: c }),
    lead.call(contract.draftRepresentation, { party: c, ...samples.representation, escalates: null }),
    lead.call(contract.openMatter, { party: c, kind: 'place', ...samples.matter }),
  ]
  for (const reply of unknownChannel) assert.equal(codeOf(await reply), 'channel_unknown')
})

test('of a channel that the session has not opened nothing is read or done, and what waits in it is counted', async () => {
  const com = await tracked()
  const asked = await requested()
  const rep = (await lead.ok(contract.draftRepresentation, { party: a, ...samples.representation, escalates: null }))
    .entry.id
  const matter = (await lead.ok(contract.openMatter, { party: a, kind: 'event', ...samples.matter })).id
  const assess = { id: com, outcome: 'not_seen' as const, reason: 'x', evidence: [] }
  const { proposal } = await lead.ok(contract.assessCommitment, assess)
  for (const one of [head, lead]) await one.ok(contract.leaveChannel, { party: a })
  const closed = [
    lead.call(contract.stateCommitment, { party: a, ...samples.commitment }),
    lead.call(contract.registerCommitment, { id: com, ...samples.commitment, warningsSeen: [] }),
    lead.call(contract.confirmCommitment, { id: com, ...confirmation }),
    lead.call(contract.trackCommitment, { id: com, howSeen: 'x', lookOn: later }),
    lead.call(contract.addEvidence, { id: com, ...evidence }),
    lead.call(contract.assessCommitment, assess),
    lead.call(contract.supersedeCommitment, { id: com, by: com, reason: 'x' }),
    lead.call(contract.readCommitment, { id: com }),
    lead.call(contract.planAccess, { party: a, place: 'x', category: null, wantedOn: null, reason: null }),
    lead.call(contract.requestAccess, { id: asked, ...request }),
    lead.call(contract.recordAccessAnswer, { id: asked, ...samples.accessAnswer }),
    lead.call(contract.scheduleVisit, { id: asked, plannedOn: today, team: ['x'] }),
    lead.call(contract.recordVisit, { id: asked, on: today, outcome: 'visited', reason: null }),
    lead.call(contract.listAccess, { party: a }),
    lead.call(contract.draftRepresentation, { party: a, ...samples.representation, escalates: null }),
    lead.call(contract.changeRepresentation, { ...samples.representation, id: rep }),
    lead.call(contract.clearRepresentation, { id: rep }),
    lead.call(contract.deliverRepresentation, { id: rep, ...samples.delivery, replyBy }),
    lead.call(contract.recordReply, { id: rep, ...samples.replyReceived }),
    head.call(contract.escalateRepresentation, { id: rep, mode: 'mobilisation', reason: 'x', conditions: null }),
    lead.call(contract.closeRepresentation, { id: rep, effect: 'x' }),
    lead.call(contract.openMatter, { party: a, kind: 'place', ...samples.matter }),
    lead.call(contract.putMatter, { id: matter, on: today, level: 'local', how: 'spoken' }),
    lead.call(contract.closeMatter, { id: matter, reason: 'x' }),
  ]
  for (const [index, reply] of closed.entries()) assert.equal(codeOf(await reply), 'channel_closed', String(index))
  const settle = { id: asked, on: today, by: 'x', reason: null, modalities: samples.allModalities }
  const settled = { ...settle, delegatesApproved: true, settled: true }
  assert.equal(codeOf(await lead.call(contract.settleConditions, settled)), 'channel_closed')
  const answer = { id: matter, on: today, level: 'local', outcome: 'accepted', words: 'x', language: 'en' } as const
  assert.equal(codeOf(await lead.call(contract.answerMatter, answer)), 'channel_closed')

  // The second of two is told that something waits; what it is, only once the channel is open.
  assert.equal(await confirm(proposal, head), 'not shown')
  const blind = await head.call(confirmProposal, { id: proposal, digest: '0'.repeat(64) })
  assert.equal(codeOf(blind), 'proposal_unknown')
  house.clock.forward(dayMs / 48)
  const tasks = (await head.ok(listTasks, {})).tasks
  assert.ok(tasks.some((one) => one.slice === 'dialogue' && one.kind === 'toConfirm' && one.subject === a))
  assert.ok(!tasks.some((one) => one.kind === 'sign.dialogue.assess'))
  for (const one of [head, lead]) await one.ok(contract.enterChannel, { party: a })
  assert.equal(await confirm(proposal, head), 'ok')
})
