import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmProposal, listProposals } from '#kernel/contract'
import type { Context, Event } from '#kernel/handler'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as rooms from '#tracing'
import * as contract from './contract.ts'
import type { Happening } from './domain.ts'
import { sampleRequest, searchConsent } from './request.samples.ts'
import type { State } from './words.ts'
import { leadsTo, workflow } from './workflow.samples.ts'

let house: TestHouse
let officer: Caller
let lead: Caller
before(async () => {
  house = await openTestHouse()
  officer = await house.as('tracing_officer')
  lead = await house.as('protection_lead')
})
after(() => house.close())

const aRecord = 'R-00000000000'
const because = { occurred: null, source: null, reason: 'a step of a random walk' }
const reviewOn = '2026-09-01'

/** A later room's function, in a transaction of its own. */
async function inside(work: (context: Context) => Promise<{ ok: boolean; events?: readonly Event[] }>) {
  let done = false
  await house.house.asPrincipal('disclosure', 'test.walk', async (context) => {
    const result = await work(context)
    done = result.ok
    return result.ok ? (result.events ?? []) : []
  })
  return done
}

async function byTwo(propose: Promise<{ ok: true; output: { proposal: string } } | { ok: false }>) {
  const proposed = await propose
  if (!proposed.ok) return false
  const open = (await lead.ok(listProposals, {})).proposals
  const digest = open.find((one) => one.id === proposed.output.proposal)?.digest ?? ''
  return (await lead.call(confirmProposal, { id: proposed.output.proposal, digest })).ok
}

/** Does one line of the workflow to a request through the door that people or later rooms use. */
async function take(id: string, kept: string, line: (typeof workflow)[number]): Promise<boolean> {
  const facts = line.facts ?? {}
  const answer = house.house.ids.id()
  const steps: Record<Happening, () => Promise<boolean>> = {
    submit: async () => (await officer.call(contract.submitRequest, { id })).ok,
    open: async () => (await officer.call(contract.openRequest, { id })).ok,
    refer: async () => (await officer.call(contract.referRequest, { id, because })).ok,
    merge: () => byTwo(officer.call(contract.mergeRequest, { id, into: kept, because })),
    unmerge: async () => (await officer.call(contract.unmergeRequest, { id, because })).ok,
    plan: async () => (await officer.call(contract.planSearch, { id, reviewOn, because })).ok,
    sendEnquiry: () => inside((context) => rooms.enquirySent(context, id)),
    receiveReply: () => inside((context) => rooms.replyReceived(context, id)),
    acceptPair: () =>
      inside((context) =>
        rooms.pairAccepted(context, { request: id, pair: answer, record: aRecord, grade: facts.grade ?? 'possible' }),
      ),
    clear: () =>
      inside((context) =>
        rooms.clearedForInforming(context, { request: id, kind: facts.kind ?? 'informing', clearance: answer }),
      ),
    endClearance: () => inside((context) => rooms.clearanceEnded(context, id)),
    tell: () =>
      inside((context) =>
        rooms.told(context, {
          request: id,
          answer,
          outcome: contract.ToldOutcome.parse(facts.outcome),
          stillHeld: facts.stillHeld ?? false,
          inPerson: true,
        }),
      ),
    changeFact: () => inside((context) => rooms.heldOrReleased(context, id)),
    withdrawFact: () => inside((context) => rooms.factWithdrawn(context, id)),
    reportOutcome: async () => (await officer.call(contract.reportOutcome, { id, because })).ok,
    suspend: () => byTwo(officer.call(contract.suspendRequest, { id, reviewOn, because })),
    resume: async () => (await officer.call(contract.resumeSearch, { id, because })).ok,
    close: async () => (await officer.call(contract.closeByEnquirer, { id, outcome: 'closed_by_enquirer' })).ok,
    reopen: async () => (await officer.call(contract.reopenRequest, { id, because })).ok,
    takeUp: async () => (await officer.call(contract.takeUp, { id })).ok,
  }
  return steps[line.on]()
}

/** Numbers that look random and are the same at each run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

async function file(name: string) {
  const { context } = house.world.first
  const { id } = await officer.ok(contract.fileRequest, { context, ...sampleRequest(name) })
  await officer.ok(contract.giveConsent, { id, ...searchConsent })
  return id
}

test('300 random steps through the door move requests as the workflow says, and leave their history', async () => {
  const draw = numbers(1859)
  const kept = await file('Kept Apart')
  await officer.ok(contract.submitRequest, { id: kept })
  const walkers: { id: string; state: State; told: boolean; moves: number }[] = []
  for (let count = 0; count < 4; count += 1)
    walkers.push({ id: await file(`Walker ${count}`), state: 'draft', told: false, moves: 0 })

  let accepted = 0
  for (let step = 0; step < 300; step += 1) {
    const walker = walkers[draw(walkers.length)]!
    const fitting = workflow.filter(
      (line) => leadsTo(line, walker.state) !== null && line.facts?.unansweredCalls === undefined,
    )
    const candidates = draw(4) === 0 ? workflow : fitting
    const line = candidates[draw(candidates.length)]!
    if (line.facts?.unansweredCalls !== undefined) continue
    const isTold = ['resolved', 'resolved_followed'].includes(walker.state)
    const expected = line.on === 'withdrawFact' && isTold && !walker.told ? null : leadsTo(line, walker.state)
    const ok = await take(walker.id, kept, line)
    assert.equal(ok, expected !== null, `${line.on} from ${walker.state}`)
    if (expected === null) continue
    accepted += 1
    walker.moves += 1
    walker.state = expected
    if (line.on === 'tell') walker.told = true
  }
  console.log(`300 steps, accepted ${accepted}`)
  assert.ok(accepted >= 150)
  for (const walker of walkers) {
    const page = await officer.ok(contract.readRequest, { id: walker.id })
    assert.equal(page.request.state, walker.state)
    assert.equal(page.history.length, walker.moves + 1)
    // Each line of the history begins where the one before ended.
    for (const [index, line] of page.history.entries())
      if (index > 0) assert.equal(line.from, page.history[index - 1]?.to)
  }
  await house.settle()
})
