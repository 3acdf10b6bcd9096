import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { confirmProposal, listProposals, listTasks } from '#kernel/contract'
import type { Context, Event } from '#kernel/handler'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import { linkRecords, unlinkPair, withdrawRecord } from '#registry'
import { acceptedBetween, withdrawnAgain } from '../matching/pair.samples.ts'
import * as registry from '../registry/contract.ts'
import { sampleRequest, searchConsent } from '../tracing/request.samples.ts'
import * as tracing from '../tracing/contract.ts'
import * as samples from './answer.samples.ts'
import * as contract from './contract.ts'

let house: TestHouse
let officer: Caller
let other: Caller
let lead: Caller
let head: Caller
let data: Caller
let transmission: Caller
before(async () => {
  house = await openTestHouse()
  await comeIn()
})
after(() => house.close())

/** The people of an office, each in a session of their own. */
async function comeIn() {
  officer = await house.as('tracing_officer')
  other = await house.as('tracing_officer')
  lead = await house.as('protection_lead')
  head = await house.as('head')
  data = await house.as('data_protection_officer')
  transmission = await house.as('transmission_officer')
}
/** Days pass: sessions end, and others come in. */
async function onDay(day: string) {
  house.clock.set(`${day}T09:00:00.000Z`)
  await comeIn()
}

type Asked = Partial<z.input<typeof contract.AnswerAsked>>
type About = { readonly request: string; readonly pair: string; readonly record: string }
const because = { occurred: null, source: null, reason: 'A step of a test.' }
const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
const moment = () => house.clock.forward(1_000)
const heldAt = () => house.clock.now()

/** Calls functions of other rooms as a system principal, in a transaction. */
async function inside(work: (context: Context) => Promise<readonly Event[]>, principal = 'matching') {
  moment()
  await house.house.asPrincipal(principal, 'test.inside', work)
}

const eventsOf = (result: { ok: boolean; events?: readonly Event[] }) => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.events ?? []
}

async function enter(name: string, change: Partial<z.input<typeof registry.enterRecord.input>> = {}) {
  const { context, a } = house.world.first
  const record = { context, channel: a, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  return (await transmission.ok(registry.enterRecord, { ...record, content: samples.sampleContent(name), ...change }))
    .id
}

/** A request whose enquirer was checked, in search. */
async function searching(name: string, change: Partial<z.input<typeof tracing.Enquirer>> = {}) {
  const { context } = house.world.first
  const filed = sampleRequest(name)
  const checked = { how: 'document' as const, note: null, on: '2026-03-02' }
  const enquirer = { identityChecked: checked, relationChecked: checked, riskConsidered: 'None seen.' }
  const whole = { ...filed.enquirer, relation: 'parent' as const, ...enquirer, ...change }
  const { id } = await officer.ok(tracing.fileRequest, { context, ...filed, enquirer: whole })
  await officer.ok(tracing.submitRequest, { id, consent: searchConsent })
  await officer.ok(tracing.openRequest, { id })
  await officer.ok(tracing.planSearch, { id, reviewOn: '2026-06-01', because })
  return id
}
async function accept(
  request: string,
  record: string,
  grade: 'possible' | 'probable' | 'established' = 'established',
): Promise<About> {
  // The least of people that an office may have: who proposes and who signs have reviewed.
  const reviewers = [officer.person, lead.person] as const
  let pair = ''
  await inside(async (context) => {
    const accepted = await acceptedBetween(context, { request, record, grade, reviewers })
    pair = accepted.pair
    return accepted.events
  })
  moment()
  return { request, pair, record }
}
async function pending(name: string, change: Partial<z.input<typeof tracing.Enquirer>> = {}) {
  return accept(await searching(name, change), await enter(name))
}

const ask = ({ request, pair }: About, change: Asked = {}) => samples.sampleAnswer({ request, pair }, change)
async function sign(proposal: string, by: Caller) {
  const found = (await by.ok(listProposals, {})).proposals.find((one) => one.id === proposal)
  if (!found) return 'not shown'
  return codeOf(await by.call(confirmProposal, { id: proposal, digest: found.digest }))
}
async function cleared(about: About, change: Asked = {}, by = lead) {
  moment()
  const { id, proposal, words } = await officer.ok(contract.proposeAnswer, ask(about, change))
  moment()
  assert.equal(await sign(proposal, by), 'ok')
  moment()
  return { id, words }
}
async function reviewed(about: About, change: Partial<z.input<typeof contract.DetrimentAsked>> = {}) {
  const { request, pair } = about
  const { proposal } = await officer.ok(contract.reviewDetriment, samples.sampleReview({ request, pair }, change))
  assert.equal(await sign(proposal, head), 'ok')
}
const tellAs = (id: string, words: string, change: Partial<z.input<typeof contract.Telling>> = {}) => ({
  id,
  ...samples.sampleTelling(words, { heldAt: heldAt(), ...change }),
})
async function told(about: About, change: Asked = {}, by = officer) {
  const answer = await cleared(about, change)
  await by.ok(contract.recordTold, tellAs(answer.id, answer.words))
  return answer
}
const stateOf = async (id: string) => (await officer.ok(contract.readAnswer, { id })).answer.state
const endOf = async (id: string) => (await officer.ok(contract.readAnswer, { id })).answer.endedBecause
const requestOf = async (id: string) => (await officer.ok(tracing.readRequest, { id })).request
const tasksOf = async (caller: Caller, subject: string) =>
  (await caller.ok(listTasks, {})).tasks
    .filter((task) => task.slice === 'disclosure' && task.subject === subject)
    .map((task) => task.kind)

test('a prisoner notified: the words name the source and its day, two people clear them, the family is told them', async () => {
  const about = await pending('Ardel Sorun')
  assert.deepEqual(await tasksOf(officer, about.request), ['prepareAnswer'])
  const basis = await officer.ok(contract.readBasis, { id: about.request })
  assert.deepEqual(
    basis.pairs.map((one) => [one.pair, one.record, one.grade, one.written]),
    [[about.pair, about.record, 'established', 'Ardel Sorun']],
  )
  assert.equal(basis.enquirer.relation, 'parent')
  assert.equal(codeOf(await data.call(contract.readBasis, { id: about.request })), 'request_unknown')
  const preview = await officer.ok(contract.previewAnswer, ask(about))
  assert.deepEqual(preview.missing, [])
  assert.equal(
    preview.words,
    [
      'The bureau of Ardania informed us on March 4, 2026 that it holds a person under the name Ardel Sorun.',
      'You are looking for Ardel Sorun. Two of us, each separately, compared this with what you told us. We hold that it is the same person.',
      'This was reported to us by the source named here; no other source has told us the same.',
      'This is what was known on that day. We cannot say how the person is today.',
    ].join('\n'),
  )
  const { id, proposal, words } = await officer.ok(contract.proposeAnswer, ask(about))
  assert.equal(words, preview.words)
  assert.deepEqual(await tasksOf(lead, id), ['signAnswer'])
  assert.equal(codeOf(await officer.call(contract.recordTold, tellAs(id, words))), 'not_cleared')
  assert.equal(await sign(proposal, lead), 'ok')
  assert.equal((await requestOf(about.request)).state, 'informing_limited')
  assert.deepEqual(await tasksOf(officer, id), ['tell'])
  assert.deepEqual(await tasksOf(lead, id), [])

  const page = await officer.ok(contract.readAnswer, { id })
  assert.deepEqual(page.now, { missing: [], changed: null })
  assert.equal(page.answer.clearedBy, lead.person)
  moment()
  await officer.ok(contract.recordTold, tellAs(id, words, { papers: ['Copy of the words'] }))
  assert.equal((await requestOf(about.request)).state, 'resolved_followed')
  const after = await officer.ok(contract.readAnswer, { id })
  assert.equal(after.answer.state, 'told')
  assert.equal(after.telling?.words, words)
  assert.deepEqual(after.telling?.papers, ['Copy of the words'])
  assert.equal(after.now, null)
  assert.equal(codeOf(await officer.call(contract.recordTold, tellAs(id, words))), 'not_cleared')
})

test('who may not propose, sign or read answers is not shown that there are any', async () => {
  const about = await pending('Walled Away')
  const { id, proposal } = await officer.ok(contract.proposeAnswer, ask(about))
  const foreign = await house.as('tracing_officer', { context: house.world.second.context })
  const foreignLead = await house.as('protection_lead', { context: house.world.second.context })
  assert.equal(codeOf(await foreign.call(contract.readAnswer, { id })), 'answer_unknown')
  assert.equal(codeOf(await foreign.call(contract.previewAnswer, ask(about))), 'request_unknown')
  assert.equal(codeOf(await foreign.call(contract.proposeAnswer, ask(about))), 'request_unknown')
  assert.equal(codeOf(await foreign.call(contract.recordTold, tellAs(id, 'words'))), 'answer_unknown')
  assert.equal(codeOf(await foreign.call(contract.withdrawAnswer, { id, because: 'taken_back' })), 'answer_unknown')
  const { request, pair } = about
  const review = samples.sampleReview({ request, pair })
  assert.equal(codeOf(await foreign.call(contract.reviewDetriment, review)), 'request_unknown')
  assert.equal(codeOf(await foreign.call(contract.readSentence, { id: request, language: 'en' })), 'request_unknown')
  const change = { id: request, kind: 'transfer', source: 'a letter', reason: 'a new camp' } as const
  assert.equal(codeOf(await foreign.call(contract.reportChange, change)), 'request_unknown')
  const order = { id: request, ground: 'named_on_card', othersWait: false, reason: 'on the card' } as const
  assert.equal(codeOf(await foreignLead.call(contract.decideOrder, order)), 'request_unknown')
  const foreignData = await house.as('data_protection_officer', { context: house.world.second.context })
  assert.equal(codeOf(await foreignData.call(contract.stopAnswer, { id, reason: 'no' })), 'answer_unknown')
  assert.deepEqual((await foreign.ok(contract.listAnswers, { request })).answers, [])
  assert.equal(await sign(proposal, foreignLead), 'not shown')
  const intake = await house.as('intake')
  assert.equal((await intake.call(contract.readAnswer, { id })).ok, false)

  const strange = { ...about, pair: house.house.ids.id() }
  assert.equal(codeOf(await officer.call(contract.previewAnswer, ask(strange))), 'pair_unknown')
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(strange))), 'pair_unknown')
  const strangeReview = samples.sampleReview({ request, pair: strange.pair })
  assert.equal(codeOf(await officer.call(contract.reviewDetriment, strangeReview)), 'pair_unknown')
})

test('the gate gives its reason: what was asked, who asks, what the record is', async () => {
  const about = await pending('Gate Shut')
  const codes: [Asked, string][] = [
    [{ outcome: 'located_alive_contact' }, 'outcome_unfit'],
    [{ items: ['notice', 'place'], place: 'Orvel' }, 'item_unfit'],
    [{ until: '2026-04-30' }, 'until_unfit'],
    [{ harmFlags: ['do_not_tell'] }, 'person_said_no'],
    [{ harmFlags: ['defector'] }, 'no_detriment_review'],
    [{ known: 'civilian_notified' }, 'no_detriment_review'],
    [{ known: 'death_notified', outcome: 'fate_dead_notified' }, 'not_a_notice'],
    [{ ...samples.seenByStaff(), personConsent: null }, 'no_consent_of_person'],
    [samples.seenByStaff(false), 'recipient_not_named'],
    [{ ...samples.seenByStaff(), items: ['seen', 'health'], health: 'well' }, 'item_not_consented'],
    [{ ...samples.seenByStaff(), ownWords: null }, 'item_without_words'],
    [{ ...samples.seenByStaff(), on: null }, 'no_day'],
    [{ ...samples.seenByStaff(), factGrade: 'reported' }, 'fact_grade_too_low'],
    [{ ...samples.deathDocumented, authority: null }, 'no_authority_reference'],
  ]
  for (const [change, code] of codes) {
    assert.ok(
      (await officer.ok(contract.previewAnswer, ask(about, change))).missing.some((one) => one === code),
      code,
    )
    assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about, change))), code)
  }
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')

  const refused = async (found: About, change: Asked = {}) =>
    codeOf(await officer.call(contract.proposeAnswer, ask(found, change)))
  assert.equal(await refused(await pending('No Papers', { identityChecked: null })), 'enquirer_unchecked')
  assert.equal(await refused(await pending('No Kin', { relationChecked: null })), 'relation_unchecked')
  assert.equal(await refused(await pending('No Thought', { riskConsidered: null })), 'risk_unconsidered')
  const of = async (name: string, change: Partial<z.input<typeof registry.enterRecord.input>>) =>
    accept(await searching(name), await enter(name, change))
  assert.equal(await refused(await of('Not Confirmed', { confirmed: false })), 'record_unconfirmed')
  assert.equal(await refused(await of('Own Missing', { notice: 'own_missing_sought' })), 'not_a_notice')
  const civilian = { legalStatus: { status: 'civilian_internee', written: null } } as const
  assert.equal(
    await refused(await of('A Civilian', { content: samples.sampleContent('A Civilian', civilian) })),
    'not_notified_as_prisoner',
  )
  const search = await searching('Still Sought')
  const lead = await accept(search, await enter('Still Sought'), 'probable')
  assert.equal(await refused(lead), 'no_outcome_pending')
  const preview = await officer.ok(contract.previewAnswer, ask(lead))
  assert.deepEqual(preview.missing, ['pair_not_established'])
})

test('uniqueness both ways: a second record and a second request each shut the gate', async () => {
  const about = await pending('Two Of Them')
  await accept(about.request, await enter('Two Of Them'), 'possible')
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about))), 'second_record')

  const one = await pending('Sought Twice')
  const rival = await accept(await searching('Sought Twice'), one.record)
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(one))), 'second_request')
  // Once officers have linked them as seeking one person, they are rivals no more.
  await officer.ok(tracing.linkRequest, { id: one.request, other: rival.request })
  assert.deepEqual((await officer.ok(contract.previewAnswer, ask(one))).missing, [])
})

test('a civilian: two people review the detriment first, and what they decide binds', async () => {
  const status = { legalStatus: { status: 'civilian_internee', written: null } } as const
  const record = await enter('Civil Person', { content: samples.sampleContent('Civil Person', status) })
  const about = await accept(await searching('Civil Person'), record)
  const civilian = { known: 'civilian_notified' } as const
  const { request, pair } = about
  const past = samples.sampleReview({ request, pair }, { reviewOn: '2026-03-05' })
  assert.equal(codeOf(await officer.call(contract.reviewDetriment, past)), 'review_not_ahead')
  await reviewed(about, { decision: 'delay' })
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about, civilian))), 'detriment_decided_otherwise')
  await reviewed(about, { decision: 'partial', items: [] })
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about, civilian))), 'item_withheld')
  await reviewed(about)
  const answer = await cleared(about, civilian, head)
  assert.equal((await officer.ok(contract.readAnswer, { id: answer.id })).detriment?.decision, 'tell')
  // A new decision ends what stood under the old one.
  await reviewed(about, { decision: 'agency_only' })
  assert.equal(await endOf(answer.id), 'detriment_decided')
  assert.equal((await requestOf(request)).state, 'outcome_pending')
  await reviewed(about)
  await told(about, civilian)
})

test('seen by staff: the own words, for whom the person named them', async () => {
  const about = await pending('Orchard Keeper')
  const answer = await told(about, { ...samples.seenByStaff(), stillHeld: false })
  assert.match(answer.words, /Our staff saw Orchard Keeper on March 1, 2026\./)
  assert.match(answer.words, /in these words: “Tell my mother I think of the orchard\.”/)
  assert.doesNotMatch(answer.words, /Camp of Orvel/)
  assert.equal((await requestOf(about.request)).state, 'resolved')
})

test('a child at either end: a review, a note, no place, and who asks is accompanied', async () => {
  const about = await pending('Small One', { minor: true })
  await reviewed(about, { trigger: ['minor'] })
  const child = { ...samples.seenByStaff(), bestInterests: null }
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about, child))), 'no_best_interests_note')
  const noted = { ...child, bestInterests: 'The aunt takes part.' }
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about, noted))), 'child_alone_told')

  const base = samples.sampleContent('Little Brother')
  const young = { content: { ...base, description: { ...base.description, age: 12 } } }
  const of = await accept(await searching('Little Brother'), await enter('Little Brother', young))
  await reviewed(of, { trigger: ['minor'] })
  const placed = { ...noted, items: ['seen', 'place'], place: 'Orvel' } satisfies Asked
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(of, placed))), 'child_place')
  await told(of, noted)
})

test('a death: the lead alone signs, nobody else reads the draft, trained staff tell in person, among three people', async () => {
  const about = await pending('Deceased Person')
  const { id, proposal, words } = await officer.ok(contract.proposeAnswer, ask(about, samples.deathDocumented))
  assert.match(
    words,
    /^The civil register of Orvel has documented that Deceased Person has died \(reference C 114\/26\)\./,
  )
  assert.doesNotMatch(words, /today/)
  assert.equal((await officer.ok(contract.readAnswer, { id })).content?.words, words)
  assert.equal((await lead.ok(contract.readAnswer, { id })).content?.words, words)
  for (const caller of [other, head, data]) assert.equal((await caller.ok(contract.readAnswer, { id })).content, null)
  assert.deepEqual(await tasksOf(head, id), [])
  assert.deepEqual(await tasksOf(lead, id), ['signAnswer'])
  assert.equal(await sign(proposal, head), 'not shown')
  moment()
  assert.equal(await sign(proposal, lead), 'ok')
  assert.equal((await requestOf(about.request)).state, 'informing_death')
  moment()
  const telling = (change: Partial<z.input<typeof contract.Telling>>) => tellAs(id, words, change)
  assert.equal(codeOf(await other.call(contract.recordTold, telling({ how: 'telephone' }))), 'not_in_person')
  assert.equal(codeOf(await other.call(contract.recordTold, telling({ trained: false }))), 'teller_untrained')
  assert.equal(codeOf(await officer.call(contract.recordTold, telling({}))), 'third_person_missing')
  await other.ok(contract.recordTold, telling({}))
  const request = await requestOf(about.request)
  assert.deepEqual([request.state, request.outcome], ['resolved', 'fate_dead_documented'])

  const unwished = await pending('Not To Be Told')
  const page = await officer.ok(tracing.readRequest, { id: unwished.request })
  const wishes = { deathMayBeTold: false, how: null, doNotTell: null }
  await officer.ok(tracing.changeSought, { id: unwished.request, corrects: 1, sought: { ...page.sought, wishes } })
  assert.equal(
    codeOf(await officer.call(contract.proposeAnswer, ask(unwished, samples.deathDocumented))),
    'death_not_wished',
  )
})

test('told is what was cleared: its words, its time, its last day', async () => {
  const about = await pending('Exact Words')
  const { id, words } = await cleared(about, { until: '2026-03-06' })
  const call = async (change: Partial<z.input<typeof contract.Telling>>) =>
    codeOf(await officer.call(contract.recordTold, tellAs(id, words, change)))
  assert.equal(await call({ words: 'Your son is well.' }), 'words_not_cleared')
  assert.equal(await call({ heldAt: '2026-03-05T08:00:00Z' }), 'told_before_cleared')
  assert.equal(await call({ heldAt: '2027-03-05T08:00:00Z' }), 'told_in_future')
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about))), 'answer_stands')
  const before = heldAt()
  await onDay('2026-03-08')
  assert.equal(await call({}), 'clearance_expired')
  assert.deepEqual(await tasksOf(officer, id), ['clearanceExpired'])
  // It was told in time and is written down late.
  assert.equal(await call({ heldAt: before }), 'ok')

  const late = await pending('Too Late')
  const first = await cleared(late, { until: heldAt().slice(0, 10) })
  await onDay('2026-03-09')
  await cleared(late)
  assert.equal(await endOf(first.id), 'expired')
})

test('a proposal that was not signed is replaced by the next, and cannot be signed any more', async () => {
  const about = await pending('Twice Proposed')
  const first = await officer.ok(contract.proposeAnswer, ask(about))
  moment()
  const second = await officer.ok(contract.proposeAnswer, ask(about, { factSource: 'List 12, row 1, seen again' }))
  assert.equal(await endOf(first.id), 'replaced')
  assert.equal(await sign(first.proposal, lead), 'not shown')
  await officer.ok(contract.withdrawAnswer, { id: second.id, because: 'taken_back' })
  assert.equal(
    codeOf(await officer.call(contract.withdrawAnswer, { id: second.id, because: 'taken_back' })),
    'not_standing',
  )
  assert.equal(await sign(second.proposal, lead), 'answer_unknown')
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')
})

/** What ends a clearance at once, and is looked at again when it is told even before the house has ended it. */
const deaths: [string, (about: About) => Promise<unknown>, telling: string, ended: string][] = [
  [
    'a consent is withdrawn',
    async ({ request }) => {
      const { consents } = await officer.ok(tracing.readRequest, { id: request })
      await officer.ok(tracing.withdrawConsent, { id: request, consent: consents[0]!.id })
    },
    'consent_withdrawn',
    'consent_withdrawn',
  ],
  [
    'who is sought is described anew',
    async ({ request }) => {
      const { sought } = await officer.ok(tracing.readRequest, { id: request })
      await officer.ok(tracing.changeSought, { id: request, corrects: 1, sought: { ...sought, circumstances: 'New.' } })
    },
    'request_changed',
    'request_changed',
  ],
  [
    'who asks is doubted',
    async ({ request }) => {
      const { enquirer } = await officer.ok(tracing.readRequest, { id: request })
      await officer.ok(tracing.changeEnquirer, {
        id: request,
        corrects: 1,
        enquirer: { ...enquirer, identityChecked: null },
      })
    },
    'request_changed',
    'request_changed',
  ],
  [
    'another record is said to be of the person',
    async ({ record }) => {
      const second = await enter('Another Claim')
      const link = { first: record, second, basis: 'accepted_pair', pair: house.house.ids.id() } as const
      await inside(async (context) => eventsOf(await linkRecords(context, link)))
    },
    'new_claim',
    'new_claim',
  ],
  [
    'the sender takes the record back',
    async ({ record }) =>
      inside(async (context) => {
        const event = await withdrawRecord(context, { id: record, reason: 'sender_withdrew', replacedBy: null })
        return event ? [event] : []
      }, 'intake'),
    'new_claim',
    'fact_withdrawn',
  ],
]
for (const [what, happen, telling, ended] of deaths)
  test(`a clearance dies when ${what}`, async () => {
    const about = await pending(`Dying ${what}`)
    const { id, words } = await cleared(about)
    await happen(about)
    moment()
    assert.equal(codeOf(await officer.call(contract.recordTold, tellAs(id, words))), telling)
    assert.notEqual((await officer.ok(contract.readAnswer, { id })).now?.changed, null)
    await house.settle()
    assert.equal(await endOf(id), ended)
    const { state } = await requestOf(about.request)
    assert.equal(state, ended === 'fact_withdrawn' ? 'searching' : 'outcome_pending')
    assert.equal(codeOf(await officer.call(contract.recordTold, tellAs(id, words))), 'not_cleared')
  })

test('what changes between proposing and signing is seen by who signs', async () => {
  const about = await pending('Changed Meanwhile')
  const { proposal } = await officer.ok(contract.proposeAnswer, ask(about))
  const { sought } = await officer.ok(tracing.readRequest, { id: about.request })
  await officer.ok(tracing.changeSought, {
    id: about.request,
    corrects: 1,
    sought: { ...sought, circumstances: 'New.' },
  })
  assert.equal(await sign(proposal, lead), 'request_changed')
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')
})

test('a person found who no longer agrees, an enquirer who reports: both end what was cleared', async () => {
  const about = await pending('Agrees No More')
  const { id } = await cleared(about, samples.seenByStaff())
  await officer.ok(contract.withdrawAnswer, { id, because: 'consent_withdrawn' })
  assert.equal(await endOf(id), 'consent_withdrawn')
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')

  const home = await pending('Came Home')
  const answer = await cleared(home)
  await officer.ok(tracing.reportOutcome, {
    id: home.request,
    because: { occurred: null, source: null, reason: 'home' },
  })
  await house.settle()
  assert.equal(await endOf(answer.id), 'request_closed')
  assert.equal((await requestOf(home.request)).state, 'resolved')
})

test('the data protection officer finds an answer, reads no word of it, and stops it', async () => {
  const about = await pending('Stopped In Time')
  const { id } = await cleared(about)
  const { answers } = await data.ok(contract.listAnswers, { request: about.request })
  assert.deepEqual(
    answers.map((one) => one.id),
    [id],
  )
  const page = await data.ok(contract.readAnswer, { id })
  assert.deepEqual([page.content, page.telling, page.now], [null, null, null])
  await data.ok(contract.stopAnswer, { id, reason: 'The enquirer is named in a threat.' })
  assert.equal((await officer.ok(contract.readAnswer, { id })).stopped, 'The enquirer is named in a threat.')
  assert.equal(await endOf(id), 'stopped')
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')
  assert.equal(codeOf(await data.call(contract.stopAnswer, { id, reason: 'again' })), 'not_standing')
})

test('several enquirers are told when all are ready, in the order that was decided', async () => {
  const record = await enter('Sought By Two')
  const mother = await searching('Sought By Two')
  const sister = await searching('Sought By Two')
  const order = { id: mother, ground: 'named_by_person', othersWait: false, reason: 'Named the mother.' } as const
  assert.equal(codeOf(await lead.call(contract.decideOrder, order)), 'not_linked')
  await officer.ok(tracing.linkRequest, { id: mother, other: sister })
  const first = await accept(mother, record)
  const second = await accept(sister, record)
  const ofMother = await cleared(first)
  const tell = async (answer: { id: string; words: string }) =>
    codeOf(await officer.call(contract.recordTold, tellAs(answer.id, answer.words)))
  assert.equal(await tell(ofMother), 'others_not_ready')
  const ofSister = await cleared(second)
  assert.equal(await tell(ofMother), 'order_undecided')
  assert.equal(codeOf(await lead.call(contract.decideOrder, { ...order, ground: 'head_decides' })), 'head_decides')
  await lead.ok(contract.decideOrder, order)
  assert.equal(await tell(ofSister), 'not_first')
  assert.equal(await tell(ofMother), 'ok')
  assert.equal(await tell(ofSister), 'ok')
})

test('the head may decide that one is told although the other waits', async () => {
  const record = await enter('One Alone')
  const mother = await searching('One Alone')
  const uncle = await searching('One Alone', { relationChecked: null })
  await officer.ok(tracing.linkRequest, { id: mother, other: uncle })
  const first = await accept(mother, record)
  await accept(uncle, record)
  const answer = await cleared(first)
  const order = { id: mother, ground: 'head_decides', othersWait: true, reason: 'The uncle is not checked.' } as const
  await head.ok(contract.decideOrder, order)
  await officer.ok(contract.recordTold, tellAs(answer.id, answer.words))
})

test('wrongly told: the pair or the record falls, the answer is doubted, a correction is owed by the lead', async () => {
  const byPair = await pending('Mistaken Pair')
  const one = await told(byPair)
  await inside((context) => withdrawnAgain(context, byPair))
  await house.settle()
  assert.equal(await stateOf(one.id), 'doubted')
  const request = await requestOf(byPair.request)
  assert.equal(request.state, 'reopened')
  assert.notEqual(request.correctionOwedAt, null)
  const correction = { id: byPair.request, to: 'Mina Sorun', inPerson: true, heldAt: heldAt(), words: 'We were wrong.' }
  assert.equal(codeOf(await officer.call(tracing.recordCorrection, correction)), 'not_found')
  await lead.ok(tracing.recordCorrection, correction)

  const byRecord = await pending('Mistaken Record')
  const two = await told(byRecord)
  await inside(async (context) => {
    const event = await withdrawRecord(context, { id: byRecord.record, reason: 'sender_withdrew', replacedBy: null })
    return event ? [event] : []
  }, 'intake')
  await house.settle()
  assert.equal(await stateOf(two.id), 'doubted')
  assert.notEqual((await requestOf(byRecord.request)).correctionOwedAt, null)
})

test('a pair withdrawn before telling ends the answer, and the search goes on', async () => {
  const about = await pending('Pair Falls')
  const { id, words } = await cleared(about)
  await inside((context) => withdrawnAgain(context, about))
  assert.equal(codeOf(await officer.call(contract.recordTold, tellAs(id, words))), 'pair_not_established')
  await house.settle()
  assert.equal(await endOf(id), 'fact_withdrawn')
  assert.equal((await requestOf(about.request)).state, 'searching')
  await inside(async (context) => unlinkPair(context, about.pair))
})

test('a record that ends as another person than thought makes one claim less', async () => {
  const about = await pending('One Claim Less')
  const second = await enter('One Claim Less')
  const pair = house.house.ids.id()
  const link = { first: about.record, second, basis: 'accepted_pair', pair } as const
  await inside(async (context) => eventsOf(await linkRecords(context, link)))
  await house.settle()
  const { id } = await cleared(about)
  await inside(async (context) => unlinkPair(context, pair))
  await house.settle()
  assert.equal(await endOf(id), 'new_claim')
})

test('a death claimed of the person by another record shuts what says that the person is held', async () => {
  const about = await pending('Two Claims')
  const events = [{ kind: 'death' as const, on: null, place: null, note: null }]
  const second = await enter('Two Claims', {
    notice: 'deaths',
    content: samples.sampleContent('Two Claims', { events }),
  })
  const link = { first: about.record, second, basis: 'accepted_pair', pair: house.house.ids.id() } as const
  await inside(async (context) => eventsOf(await linkRecords(context, link)))
  await house.settle()
  moment()
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about))), 'death_claimed')
})

test('a withdrawn record is told to nobody', async () => {
  const about = await pending('Gone Record')
  await inside(async (context) => {
    const event = await withdrawRecord(context, { id: about.record, reason: 'sender_corrected', replacedBy: null })
    return event ? [event] : []
  }, 'intake')
  assert.equal(codeOf(await officer.call(contract.proposeAnswer, ask(about))), 'record_withdrawn')
  await house.settle()
  assert.equal((await requestOf(about.request)).state, 'searching')
})

test('a person told to be held is transferred: the outcome is pending again', async () => {
  const about = await pending('Moved On')
  await told(about)
  const change = { id: about.request, kind: 'transfer', source: 'The bureau', reason: 'A new camp was named.' } as const
  await officer.ok(contract.reportChange, change)
  assert.equal((await requestOf(about.request)).state, 'outcome_pending')
  assert.equal(codeOf(await officer.call(contract.reportChange, change)), 'not_followed')
  assert.deepEqual(await tasksOf(officer, about.request), ['prepareAnswer'])
  await told(about)
})

test('one sentence in every open state, in every language, and none when the request is closed', async () => {
  const intake = await house.as('intake')
  const about = await pending('Waiting For Words')
  const say = async (language: 'en' | 'ar' | 'fr' | 'ru' | 'uk', id = about.request) =>
    (await intake.ok(contract.readSentence, { id, language })).words
  const sentence = 'Your request is open. When there is something we can tell you, a person will tell you.'
  assert.equal(await say('en'), sentence)
  assert.equal(await say('en', await searching('Nothing Known')), sentence)
  await cleared(about)
  assert.equal(await say('en'), sentence)
  const all = await Promise.all((['en', 'ar', 'fr', 'ru', 'uk'] as const).map((language) => say(language)))
  assert.equal(new Set(all).size, 5)
  await officer.ok(tracing.closeByEnquirer, { id: about.request, outcome: 'closed_by_enquirer' })
  assert.equal(codeOf(await intake.call(contract.readSentence, { id: about.request, language: 'en' })), 'not_open')
})

test('answers are listed by page, and a cursor holds its filter', async () => {
  const page = await officer.ok(contract.listAnswers, { state: 'ended', limit: 2 })
  assert.equal(page.answers.length, 2)
  assert.ok(page.next)
  const rest = await officer.ok(contract.listAnswers, { cursor: page.next, limit: 2 })
  assert.ok(rest.answers.every((one) => one.state === 'ended'))
  assert.ok(rest.answers.every((one) => page.answers.every((before) => before.id !== one.id)))
  assert.equal(codeOf(await officer.call(contract.listAnswers, { cursor: 'none' })), 'cursor_unknown')
  assert.equal(codeOf(await lead.call(contract.listAnswers, { cursor: page.next })), 'cursor_unknown')
})

test('a review whose date has come waits on the worklist', async () => {
  const about = await pending('Reviewed Long Ago')
  await reviewed(about, { reviewOn: '2026-04-05' })
  await onDay('2026-03-30')
  await cleared(about, { until: '2026-04-20' })
  await onDay('2026-04-06')
  assert.deepEqual(await tasksOf(officer, about.request), ['reviewDetriment'])
})

test('what rests on an erased request ends, and no word of it opens again', async () => {
  const about = await pending('Erased Enquiry')
  const { id } = await cleared(about, { until: '2026-05-01' })
  const { proposal } = await data.ok(registry.erase, { id: about.request, ground: 'person_objects' })
  assert.equal(await sign(proposal, lead), 'ok')
  assert.equal(codeOf(await officer.call(contract.readAnswer, { id })), 'answer_unknown')
  const [line] = (await officer.ok(contract.listAnswers, { request: about.request })).answers
  assert.deepEqual([line?.state, line?.endedBecause], ['ended', 'erased'])
})

test('no word of an answer stands in clear in the database', async () => {
  const { rows } = await house.open.pool.query(
    'select row_to_json(a)::text as line from disclosure.answer a union all select row_to_json(t)::text from disclosure.telling t',
  )
  assert.ok(rows.length > 20)
  for (const { line } of rows) assert.doesNotMatch(line, /Sorun|orchard|Ardania|Register|List 12/i)
})
