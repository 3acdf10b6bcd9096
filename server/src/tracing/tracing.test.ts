import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmProposal, listProposals, listTasks } from '#kernel/contract'
import type { Context, Event } from '#kernel/handler'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as rooms from '#tracing'
import * as contract from './contract.ts'
import { sampleRequest, searchConsent } from './request.samples.ts'

let house: TestHouse
let intake: Caller
let officer: Caller
let lead: Caller
before(async () => {
  house = await openTestHouse()
  intake = await house.as('intake')
  officer = await house.as('tracing_officer')
  lead = await house.as('protection_lead')
})
after(() => house.close())

const aRecord = 'R-00000000000'
const because = { occurred: null, source: 'the enquirer', reason: 'said so on the telephone' }
const ahead = '2026-06-01'

const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)

async function filed(name?: string, enquirer?: string) {
  const { context } = house.world.first
  return (await intake.ok(contract.fileRequest, { context, ...sampleRequest(name, enquirer) })).id
}
async function submitted(name?: string, enquirer?: string) {
  const id = await filed(name, enquirer)
  await intake.ok(contract.submitRequest, { id, consent: searchConsent })
  return id
}
async function opened(name?: string, enquirer?: string) {
  const id = await submitted(name, enquirer)
  await officer.ok(contract.openRequest, { id })
  return id
}
async function searching(name?: string, enquirer?: string) {
  const id = await opened(name, enquirer)
  await officer.ok(contract.planSearch, { id, reviewOn: ahead, because })
  return id
}
const headOf = async (id: string) => (await officer.ok(contract.readRequest, { id })).request
const confirm = async (proposal: string, by: Caller = lead) => {
  const found = (await by.ok(listProposals, {})).proposals.find((one) => one.id === proposal)
  return by.call(confirmProposal, { id: proposal, digest: found!.digest })
}

/** Calls a function of the room as the system's own principal, in a transaction. */
async function inside<Result extends { ok: boolean }>(
  work: (context: Context) => Promise<Result>,
  principal = 'disclosure',
): Promise<Result> {
  let result: Result | undefined
  await house.house.asPrincipal(principal, 'test.inside', async (context) => {
    result = await work(context)
    return result.ok && 'events' in result ? (result.events as Event[]) : []
  })
  return result!
}
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'ok' : result.refusal)
const newPair = () => house.house.ids.id()

async function pending(name?: string) {
  const id = await searching(name)
  const pair = newPair()
  await inside((context) => rooms.pairAccepted(context, { request: id, pair, record: aRecord, grade: 'established' }))
  return { id, pair }
}
async function toldHeld(stillHeld: boolean, name?: string) {
  const { id, pair } = await pending(name)
  await inside((context) =>
    rooms.clearedForInforming(context, { request: id, kind: 'informing_limited', clearance: newPair() }),
  )
  const telling = {
    request: id,
    answer: newPair(),
    outcome: 'located_in_detention',
    stillHeld,
    inPerson: true,
  } as const
  assert.equal(refusalOf(await inside((context) => rooms.told(context, telling))), 'ok')
  return { id, pair }
}

test('a name and a way to call back are enough, and silence is told apart', async () => {
  const id = await filed()
  const page = await officer.ok(contract.readRequest, { id })
  assert.equal(page.request.state, 'draft')
  assert.equal(page.sought.silence['born'], 'unknown')
  assert.equal(page.sought.silence['mother'], 'not_asked')
  assert.equal(page.enquirer.silence['relation'], 'unknown')
  assert.equal(page.history[0]?.happening, 'file')
  assert.match(id, /^TR-/)
})

test('nothing is searched without a basis, and a withdrawn one no longer counts', async () => {
  const id = await filed()
  assert.equal(codeOf(await intake.call(contract.submitRequest, { id })), 'no_basis')
  const { consent } = await intake.ok(contract.giveConsent, { id, ...searchConsent })
  await intake.ok(contract.submitRequest, { id })
  await intake.ok(contract.withdrawConsent, { id, consent })
  assert.equal(codeOf(await intake.call(contract.withdrawConsent, { id, consent })), 'already_withdrawn')
  assert.equal(codeOf(await officer.call(contract.openRequest, { id })), 'no_basis')
  await intake.ok(contract.giveConsent, { id, ...searchConsent, basis: 'vital_interest', how: 'none' })
  await officer.ok(contract.openRequest, { id })
  const { consents } = await officer.ok(contract.readRequest, { id })
  assert.deepEqual(
    consents.map((one) => [one.basis, one.withdrawnAt !== null]),
    [
      ['consent', true],
      ['vital_interest', false],
    ],
  )
  assert.equal(codeOf(await intake.call(contract.submitRequest, { id })), 'not_draft')
  assert.equal(codeOf(await officer.call(contract.openRequest, { id })), 'not_submitted')
  assert.equal(codeOf(await intake.call(contract.withdrawConsent, { id, consent: newPair() })), 'consent_unknown')
})

test('sharing names a party of this conflict, and other purposes name none', async () => {
  const id = await filed()
  const { a } = house.world.first
  const share = { id, ...searchConsent, purpose: 'share_party' } as const
  await intake.ok(contract.giveConsent, { ...share, recipient: a })
  assert.equal(codeOf(await intake.call(contract.giveConsent, share)), 'recipient_unfit')
  const foreign = { ...share, recipient: house.world.second.c }
  assert.equal(codeOf(await intake.call(contract.giveConsent, foreign)), 'recipient_unfit')
  const needless = { ...searchConsent, recipient: a }
  assert.equal(codeOf(await intake.call(contract.submitRequest, { id, consent: needless })), 'recipient_unfit')
})

test('out of scope is referred; only what was submitted', async () => {
  const id = await submitted()
  await officer.ok(contract.referRequest, { id, because })
  const head = await headOf(id)
  assert.deepEqual([head.state, head.outcome], ['referred', 'closed_out_of_scope'])
  assert.equal(codeOf(await officer.call(contract.referRequest, { id, because })), 'not_submitted')
  await officer.ok(contract.reopenRequest, { id, because })
  await officer.ok(contract.takeUp, { id })
  assert.equal((await headOf(id)).state, 'searching')
  assert.equal(codeOf(await officer.call(contract.takeUp, { id })), 'not_reopened')
  assert.equal(codeOf(await officer.call(contract.reopenRequest, { id, because })), 'not_closed')
})

test('a request is not taken up without a basis', async () => {
  const id = await searching()
  await intake.ok(contract.closeByEnquirer, { id, outcome: 'closed_by_enquirer' })
  await officer.ok(contract.reopenRequest, { id, because })
  const [consent] = (await officer.ok(contract.readRequest, { id })).consents
  await intake.ok(contract.withdrawConsent, { id, consent: consent!.id })
  assert.equal(codeOf(await officer.call(contract.takeUp, { id })), 'no_basis')
  assert.equal(codeOf(await officer.call(contract.planSearch, { id, reviewOn: ahead, because })), 'not_open')
})

test('a plan has a review date that lies ahead', async () => {
  const id = await opened()
  const past = { id, reviewOn: '2026-03-05', because }
  assert.equal(codeOf(await officer.call(contract.planSearch, past)), 'review_not_ahead')
  await officer.ok(contract.planSearch, { ...past, reviewOn: ahead })
  const [consent] = (await officer.ok(contract.readRequest, { id })).consents
  await intake.ok(contract.withdrawConsent, { id, consent: consent!.id })
  assert.equal(codeOf(await officer.call(contract.planSearch, { ...past, reviewOn: ahead })), 'no_basis')
})

test('the same enquirer twice is merged by two people, and can be taken apart again', async () => {
  const kept = await opened()
  const id = await submitted()
  const asked = { id, into: kept, because }
  assert.equal(codeOf(await officer.call(contract.mergeRequest, { ...asked, into: id })), 'same_request')
  assert.equal(codeOf(await officer.call(contract.mergeRequest, { ...asked, into: await filed() })), 'not_open')
  const { proposal } = await officer.ok(contract.mergeRequest, asked)
  assert.equal((await headOf(id)).state, 'submitted')
  assert.equal(codeOf(await confirm(proposal, officer)), 'same_person')
  assert.equal(codeOf(await confirm(proposal)), 'ok')
  assert.deepEqual([(await headOf(id)).state, (await headOf(id)).outcome], ['merged', 'closed_duplicate'])
  assert.equal(codeOf(await officer.call(contract.mergeRequest, asked)), 'not_submitted')
  await officer.ok(contract.unmergeRequest, { id, because })
  assert.equal((await headOf(id)).state, 'submitted')
  assert.equal(codeOf(await officer.call(contract.unmergeRequest, { id, because })), 'not_merged')
})

test('a search rests by two people and with a date, and goes on when somebody finds an avenue', async () => {
  const id = await searching()
  const late = { id, reviewOn: '2026-01-01', because }
  assert.equal(codeOf(await officer.call(contract.suspendRequest, late)), 'review_not_ahead')
  const { proposal } = await officer.ok(contract.suspendRequest, { ...late, reviewOn: ahead })
  assert.equal(codeOf(await confirm(proposal, await house.as('tracing_officer'))), 'ok')
  const head = await headOf(id)
  assert.deepEqual([head.state, head.outcome, head.reviewOn], ['suspended', 'suspended', ahead])
  assert.equal(codeOf(await officer.call(contract.suspendRequest, { ...late, reviewOn: ahead })), 'not_searching')
  await officer.ok(contract.resumeSearch, { id, because })
  assert.equal((await headOf(id)).outcome, null)
  assert.equal(codeOf(await officer.call(contract.resumeSearch, { id, because })), 'not_suspended')
})

test('a suspended search without a basis does not go on', async () => {
  const id = await searching()
  const { proposal } = await officer.ok(contract.suspendRequest, { id, reviewOn: ahead, because })
  await confirm(proposal)
  const [consent] = (await officer.ok(contract.readRequest, { id })).consents
  await intake.ok(contract.withdrawConsent, { id, consent: consent!.id })
  assert.equal(codeOf(await officer.call(contract.resumeSearch, { id, because })), 'no_basis')
  const { tasks } = await officer.ok(listTasks, {})
  assert.ok(tasks.some((task) => task.kind === 'noBasis' && task.subject === id))
})

test('urgent has a reason of need, a person and a review date', async () => {
  const id = await submitted()
  const mark = { id, reason: 'child_alone', reviewOn: '2026-03-06' } as const
  assert.equal(codeOf(await intake.call(contract.markUrgent, { ...mark, reviewOn: '2026-03-05' })), 'review_not_ahead')
  assert.equal(codeOf(await intake.call(contract.markUrgent, { ...mark, id: await filed() })), 'not_open')
  const head = await intake.ok(contract.markUrgent, mark)
  assert.deepEqual([head.urgent?.reason, head.urgent?.by], ['child_alone', intake.person])
  const urgent = await officer.ok(contract.listRequests, { urgent: 'true' })
  assert.ok(urgent.requests.some((one) => one.id === id))
  await officer.ok(contract.clearUrgent, { id })
  assert.equal(codeOf(await officer.call(contract.clearUrgent, { id })), 'not_urgent')
})

const call = {
  direction: 'out',
  answered: true,
  heldAt: '2026-03-05T08:30:00Z',
  who: 'Mina Sorun',
  verifiedHow: 'the two questions agreed on',
  interpreter: null,
  asked: 'whether he wrote since May',
  told: 'Your request is open. When there is something we can tell you, a person will tell you.',
  nextCallOn: '2026-03-05',
} as const

test('every call is logged with its exact words, and the next one is remembered', async () => {
  const id = await opened()
  assert.equal(
    codeOf(await intake.call(contract.recordCall, { ...call, id, heldAt: '2027-01-01T00:00:00Z' })),
    'call_in_future',
  )
  assert.equal(
    codeOf(await intake.call(contract.recordCall, { ...call, id, nextCallOn: '2026-03-04' })),
    'next_call_past',
  )
  assert.equal(codeOf(await intake.call(contract.recordCall, { ...call, id, answered: false })), 'told_nobody')
  const { request } = await intake.ok(contract.recordCall, { ...call, id })
  assert.equal(request.reviewDue, true)
  const page = await officer.ok(contract.readRequest, { id })
  assert.deepEqual([page.calls[0]?.told, page.calls[0]?.by], [call.told, intake.person])
  const { tasks } = await intake.ok(listTasks, {})
  assert.ok(tasks.some((task) => task.kind === 'nextCall' && task.subject === id && task.name === 'Ardel Sorun'))
})

test('an enquirer is unreachable only after three calls that nobody answered', async () => {
  const id = await opened()
  const close = { id, outcome: 'enquirer_unreachable' } as const
  const missed = { ...call, id, answered: false, told: null, nextCallOn: null }
  for (let tries = 0; tries < 3; tries += 1) {
    assert.equal(codeOf(await intake.call(contract.closeByEnquirer, close)), 'still_reachable')
    await intake.ok(contract.recordCall, missed)
  }
  assert.equal((await intake.ok(contract.closeByEnquirer, close)).outcome, 'enquirer_unreachable')
  assert.equal(codeOf(await intake.call(contract.closeByEnquirer, close)), 'not_open')
})

test('what is known is corrected by a new version; the one before stays', async () => {
  const id = await filed()
  const { sought } = sampleRequest('Ardel Soruni')
  await intake.ok(contract.changeSought, { id, corrects: 1, sought })
  assert.equal(codeOf(await intake.call(contract.changeSought, { id, corrects: 1, sought })), 'changed_meanwhile')
  const { enquirer } = sampleRequest('', 'Mina Soruni')
  await intake.ok(contract.changeEnquirer, { id, corrects: 1, enquirer })
  assert.equal(codeOf(await intake.call(contract.changeEnquirer, { id, corrects: 1, enquirer })), 'changed_meanwhile')
  const versions = await officer.ok(contract.listVersions, { id })
  assert.deepEqual(
    versions.sought.map((one) => [one.version, one.corrects, one.content.description.names[0]?.whole]),
    [
      [1, null, 'Ardel Sorun'],
      [2, 1, 'Ardel Soruni'],
    ],
  )
  assert.deepEqual(
    versions.enquirer.map((one) => one.content.name),
    ['Mina Sorun', 'Mina Soruni'],
  )
  assert.equal((await officer.ok(contract.readRequest, { id })).enquirer.name, 'Mina Soruni')
})

test('a line of the history is corrected by a new one that names it', async () => {
  const id = await opened()
  const { history } = await officer.ok(contract.readRequest, { id })
  const wrong = history.at(-1)!
  await officer.ok(contract.correctHistory, { id, transition: wrong.id, because })
  const after = (await officer.ok(contract.readRequest, { id })).history
  assert.deepEqual(after.slice(0, -1), history)
  assert.deepEqual([after.at(-1)?.corrects, after.at(-1)?.because.reason], [wrong.id, because.reason])
  const none = { id, transition: newPair(), because }
  assert.equal(codeOf(await officer.call(contract.correctHistory, none)), 'transition_unknown')
})

test('a pair makes an outcome pending only when established; a lead leaves the search as it is', async () => {
  const id = await searching()
  const lead = newPair()
  await inside((context) =>
    rooms.pairAccepted(context, { request: id, pair: lead, record: aRecord, grade: 'probable' }),
  )
  assert.equal((await headOf(id)).state, 'searching')
  const pair = newPair()
  await inside((context) => rooms.pairAccepted(context, { request: id, pair, record: aRecord, grade: 'established' }))
  assert.equal((await headOf(id)).state, 'outcome_pending')
  const again = await inside((context) =>
    rooms.pairAccepted(context, { request: id, pair, record: aRecord, grade: 'established' }),
  )
  assert.equal(refusalOf(again), 'not_searching')
  await inside((context) => rooms.pairWithdrawn(context, { request: id, pair: lead }))
  assert.equal((await headOf(id)).state, 'outcome_pending')
  await inside((context) => rooms.pairWithdrawn(context, { request: id, pair }))
  assert.equal((await headOf(id)).state, 'searching')
  const gone = await inside((context) => rooms.pairWithdrawn(context, { request: 'TR-none', pair }))
  assert.equal(refusalOf(gone), 'request_unknown')
})

test('candidates are a number for officers, and nothing for intake', async () => {
  const id = await searching()
  await house.house.asPrincipal('matching', 'test.count', async (context) => {
    await rooms.candidatesCounted(context, id, 3)
    return []
  })
  assert.equal((await headOf(id)).candidates, 3)
  assert.equal((await intake.ok(contract.readRequest, { id })).request.candidates, null)
})

test('telling a notice leads to a case that is followed on, and news to the next outcome', async () => {
  const { id } = await toldHeld(true)
  assert.deepEqual(
    [(await headOf(id)).state, (await headOf(id)).outcome],
    ['resolved_followed', 'located_in_detention'],
  )
  await inside((context) => rooms.heldOrReleased(context, id))
  assert.equal((await headOf(id)).state, 'outcome_pending')
  assert.equal(refusalOf(await inside((context) => rooms.heldOrReleased(context, id))), 'not_followed')
})

test('a death is told as a death only, and nothing else is told as one', async () => {
  const { id } = await pending()
  const clear = (kind: rooms.Informing) =>
    inside((context) => rooms.clearedForInforming(context, { request: id, kind, clearance: newPair() }))
  const tell = (outcome: rooms.ToldOutcome) =>
    inside((context) =>
      rooms.told(context, { request: id, answer: newPair(), outcome, stillHeld: false, inPerson: true }),
    )
  assert.equal(refusalOf(await tell('fate_dead_notified')), 'not_cleared')
  await clear('informing_limited')
  assert.equal(refusalOf(await tell('fate_dead_notified')), 'outcome_unfit')
  assert.equal(refusalOf(await tell('located_alive_contact')), 'outcome_unfit')
  await inside((context) => rooms.clearanceEnded(context, id))
  assert.equal(refusalOf(await inside((context) => rooms.clearanceEnded(context, id))), 'not_cleared')
  await clear('informing_death')
  assert.equal(refusalOf(await tell('located_in_detention')), 'outcome_unfit')
  assert.equal(refusalOf(await tell('fate_dead_notified')), 'ok')
  assert.equal((await headOf(id)).state, 'resolved')
  assert.equal(refusalOf(await clear('informing')), 'no_outcome_pending')
})

test('an enquiry waits for its reply within the search', async () => {
  const id = await searching()
  await inside((context) => rooms.enquirySent(context, id))
  assert.equal((await headOf(id)).awaitingReply, true)
  await inside((context) => rooms.replyReceived(context, id))
  assert.equal((await headOf(id)).awaitingReply, false)
})

test('what was wrongly told is put right by the lead, in person where it was told so', async () => {
  const { id, pair } = await toldHeld(false)
  await inside((context) => rooms.pairWithdrawn(context, { request: id, pair }))
  const head = await headOf(id)
  assert.deepEqual([head.state, head.correctionOwedAt !== null], ['reopened', true])
  const { tasks } = await lead.ok(listTasks, {})
  assert.ok(tasks.some((task) => task.kind === 'recordCorrection' && task.subject === id))
  const words = {
    id,
    to: 'Mina Sorun',
    inPerson: true,
    heldAt: '2026-03-05T08:00:00Z',
    words: 'What we told you was wrong.',
  }
  assert.equal((await officer.raw(`/api/tracing/requests/${id}/correction`, { method: 'POST' })).status, 415)
  assert.equal(codeOf(await officer.call(contract.recordCorrection, words)), 'not_found')
  assert.equal(codeOf(await lead.call(contract.recordCorrection, { ...words, inPerson: false })), 'not_in_person')
  const early = { ...words, heldAt: '2026-03-06T08:00:00Z' }
  assert.equal(codeOf(await lead.call(contract.recordCorrection, early)), 'call_in_future')
  await lead.ok(contract.recordCorrection, words)
  assert.equal(codeOf(await lead.call(contract.recordCorrection, words)), 'no_correction_owed')
})

test('a fact that its sender withdraws reopens a told case', async () => {
  const { id } = await toldHeld(true)
  await inside((context) => rooms.factWithdrawn(context, id))
  assert.equal((await headOf(id)).state, 'reopened')
  assert.equal(refusalOf(await inside((context) => rooms.factWithdrawn(context, id))), 'nothing_told')
})

test('enquirers who seek one person are walled apart', async () => {
  const first = await searching('Ardel Sorun', 'Mina Sorun')
  const second = await searching('Ardel Sorun', 'Talia Wrenn')
  const before = await officer.ok(contract.readRequest, { id: second })
  await officer.ok(contract.linkRequest, { id: first, other: second })
  assert.equal(codeOf(await officer.call(contract.linkRequest, { id: second, other: first })), 'already_linked')
  assert.equal(codeOf(await officer.call(contract.linkRequest, { id: first, other: first })), 'same_request')
  await officer.ok(contract.reportOutcome, { id: first, because: { ...because, reason: 'he called' } })
  // The other's page is byte for byte what it was: nothing of the first request is input to it.
  assert.deepEqual(await officer.ok(contract.readRequest, { id: second }), before)
  const linked = await officer.ok(contract.listLinked, { id: second })
  assert.deepEqual(
    linked.linked.map((one) => one.id),
    [first],
  )
  assert.deepEqual(
    linked.warnings.map((one) => [one.kind, one.about]),
    [['outcome_reported', first]],
  )
  assert.doesNotMatch(JSON.stringify(linked), /Sorun|he called/)
  const { tasks } = await officer.ok(listTasks, {})
  assert.ok(tasks.some((task) => task.kind === 'linkedRequest' && task.subject === second))
  assert.equal(codeOf(await intake.call(contract.listLinked, { id: second })), 'not_found')
  const warning = { id: second, warning: linked.warnings[0]!.id }
  await officer.ok(contract.seeWarning, warning)
  assert.equal(codeOf(await officer.call(contract.seeWarning, warning)), 'warning_unknown')
  assert.equal(codeOf(await officer.call(contract.reportOutcome, { id: first, because })), 'not_open')
  assert.equal(codeOf(await officer.call(contract.linkRequest, { id: first, other: await filed() })), 'not_open')
  await officer.ok(contract.unlinkRequest, { id: first, other: second })
  assert.equal(codeOf(await officer.call(contract.unlinkRequest, { id: first, other: second })), 'not_linked')
})

test('who may not see a request finds nothing there, by any operation', async () => {
  const id = await searching()
  const elsewhere = await house.as('tracing_officer', { context: house.world.second.context })
  const other = id
  const { enquirer, sought } = sampleRequest()
  const replies = [
    elsewhere.call(contract.readRequest, { id }),
    elsewhere.call(contract.listVersions, { id }),
    elsewhere.call(contract.listLinked, { id }),
    elsewhere.call(contract.submitRequest, { id }),
    elsewhere.call(contract.openRequest, { id }),
    elsewhere.call(contract.referRequest, { id, because }),
    elsewhere.call(contract.planSearch, { id, reviewOn: ahead, because }),
    elsewhere.call(contract.linkRequest, { id: 'TR-00000000000', other }),
    elsewhere.call(contract.unlinkRequest, { id, other }),
    elsewhere.call(contract.mergeRequest, { id: 'TR-00000000000', into: other, because }),
    elsewhere.call(contract.unmergeRequest, { id, because }),
    elsewhere.call(contract.suspendRequest, { id, reviewOn: ahead, because }),
    elsewhere.call(contract.resumeSearch, { id, because }),
    elsewhere.call(contract.markUrgent, { id, reason: 'child_alone', reviewOn: ahead }),
    elsewhere.call(contract.clearUrgent, { id }),
    elsewhere.call(contract.recordCall, { id, ...call }),
    elsewhere.call(contract.changeSought, { id, corrects: 1, sought }),
    elsewhere.call(contract.changeEnquirer, { id, corrects: 1, enquirer }),
    elsewhere.call(contract.giveConsent, { id, ...searchConsent }),
    elsewhere.call(contract.withdrawConsent, { id, consent: newPair() }),
    elsewhere.call(contract.reportOutcome, { id, because }),
    elsewhere.call(contract.closeByEnquirer, { id, outcome: 'closed_by_enquirer' }),
    elsewhere.call(contract.reopenRequest, { id, because }),
    elsewhere.call(contract.takeUp, { id }),
    elsewhere.call(contract.correctHistory, { id, transition: newPair(), because }),
  ]
  for (const reply of await Promise.all(replies)) assert.equal(codeOf(reply), 'request_unknown')
  const leadElsewhere = await house.as('protection_lead', { context: house.world.second.context })
  const words = { id, to: 'x', inPerson: true, heldAt: '2026-03-05T08:00:00Z', words: 'x' }
  assert.equal(codeOf(await leadElsewhere.call(contract.recordCorrection, words)), 'request_unknown')
  const { context } = house.world.first
  assert.equal(codeOf(await elsewhere.call(contract.fileRequest, { context, enquirer, sought })), 'context_unknown')
  const none = await elsewhere.ok(contract.listRequests, {})
  assert.deepEqual(none, { requests: [], next: null })
})

test('a list is paged by a cursor that is good for its reader alone', async () => {
  for (let count = 0; count < 3; count += 1) await filed(`Listed ${count}`)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await officer.ok(contract.listRequests, { state: 'draft', limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.requests.map((one) => one.id))
    cursor = page.next ?? undefined
    if (cursor) assert.equal(codeOf(await intake.call(contract.listRequests, { cursor })), 'cursor_unknown')
  } while (cursor)
  const whole = await officer.ok(contract.listRequests, { state: 'draft', limit: 200 })
  assert.deepEqual(
    seen,
    whole.requests.map((one) => one.id),
  )
  assert.ok(seen.length > 2)
})

test('lists are of one officer, or of what waits', async () => {
  const other = await house.as('tracing_officer')
  const id = await submitted('Waiting Person')
  const names = async (asked: { waiting?: 'true'; mine?: 'true' }) =>
    (await other.ok(contract.listRequests, { limit: 200, ...asked })).requests.map((one) => one.id)
  assert.ok((await names({ waiting: 'true' })).includes(id))
  assert.deepEqual(await names({ mine: 'true' }), [])
  await other.ok(contract.openRequest, { id })
  assert.deepEqual(await names({ mine: 'true' }), [id])
  assert.ok(!(await names({ waiting: 'true' })).includes(id))
})

test('the index loads what may be sought, page by page and without who asks', async () => {
  const ids: string[] = []
  await house.house.asPrincipal('index', 'test.load', async (context) => {
    let last: string | null = null
    do {
      const page = await rooms.requestsForIndex(context, last, 10)
      ids.push(...page.requests.map((one) => one.id))
      assert.doesNotMatch(JSON.stringify(page), /Mina|555/)
      last = page.last
    } while (last !== null)
    const [first] = await rooms.readRequests(context, ids.slice(0, 1))
    assert.equal(first?.id, ids[0])
    return []
  })
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.length > 20)
})

test('an erased request is gone from every page, and its mark stays', async () => {
  const id = await opened('Erased Person')
  await house.house.asPrincipal('jobs', 'test.erase', async (context) => {
    const room = house.house.slices.find((one) => one.name === 'tracing')
    const { destroyKeys } = await import('#kernel/vault')
    const subjects = (await room?.forgets?.(id, context)) ?? []
    assert.deepEqual(subjects, [id])
    assert.deepEqual(await room?.forgets?.('TR-none', context), [])
    await destroyKeys(context.tx, subjects)
    return []
  })
  assert.equal(codeOf(await officer.call(contract.readRequest, { id })), 'request_unknown')
  const list = await officer.ok(contract.listRequests, { state: 'open', limit: 200 })
  assert.ok(!list.requests.some((one) => one.id === id))
})
