import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmProposal, listProposals } from '#kernel/contract'
import { type Caller, openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'
import * as samples from './dialogue.samples.ts'
import * as domain from './domain.ts'
import { accessWorkflow, commitmentWorkflow, type Line, representationWorkflow } from './workflow.samples.ts'
import { entryStates } from './words.ts'

let house: TestHouse
let head: Caller
let lead: Caller
let party: string
before(async () => {
  house = await openTestHouse()
  party = house.world.first.a
  head = await house.as('head')
  lead = await house.as('protection_lead')
  for (const one of [head, lead]) await one.ok(contract.enterChannel, { party })
})
after(() => house.close())

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

const today = '2026-03-05'
const later = '2026-03-31'
const less = { ...samples.allModalities, list: false }
const settled = { on: today, by: 'x', reason: null, delegatesApproved: true }

type Steps = Readonly<Record<string, (id: string) => Promise<{ ok: boolean }>>>
const answered = (change: object) => (id: string) =>
  lead.call(contract.recordAccessAnswer, { id, ...samples.accessAnswer, ...change })
const confirmed = (outcome: 'confirmed' | 'contested') => (id: string) =>
  lead.call(contract.confirmCommitment, { id, outcome, by: 'x', on: today, words: null })

async function byTwo(proposed: { ok: true; output: { proposal: string } } | { ok: false }, second: Caller) {
  if (!proposed.ok) return { ok: false }
  const { proposal } = proposed.output
  const found = (await second.ok(listProposals, {})).proposals.find((one) => one.id === proposal)
  return second.call(confirmProposal, { id: proposal, digest: found?.digest ?? '' })
}

const assessed = (outcome: 'seen_done' | 'partly_seen' | 'not_seen' | 'cannot_assess') => async (id: string) => {
  const asked = { id, outcome, reason: 'x', evidence: [] as string[] }
  if (outcome === 'not_seen' || outcome === 'cannot_assess')
    return byTwo(await lead.call(contract.assessCommitment, asked), head)
  const seen = { reference: null, source: 'x', on: samples.on(today), text: 'x' }
  const added = await lead.call(contract.addEvidence, { id, ...seen })
  if (!added.ok) return added
  const evidence = [added.output.evidence.id]
  return byTwo(await lead.call(contract.assessCommitment, { ...asked, evidence }), head)
}

let successor = ''
const commitmentSteps: Steps = {
  register: (id) => lead.call(contract.registerCommitment, { id, ...samples.commitment, warningsSeen: [] }),
  confirm: confirmed('confirmed'),
  contest: confirmed('contested'),
  track: (id) => lead.call(contract.trackCommitment, { id, howSeen: 'x', lookOn: later }),
  seeDone: assessed('seen_done'),
  seePartly: assessed('partly_seen'),
  notSee: assessed('not_seen'),
  notAssess: assessed('cannot_assess'),
  supersede: (id) => lead.call(contract.supersedeCommitment, { id, by: successor, reason: 'x' }),
}
const accessSteps: Steps = {
  request: (id) =>
    lead.call(contract.requestAccess, { id, on: today, addressee: 'x', form: 'written', answerBy: later }),
  agree: answered({}),
  dispute: answered({ answer: 'conditions_disputed', modalities: less }),
  refuse: answered({ answer: 'refused' }),
  refuseForATime: answered({ answer: 'refused_temporary', necessity: true, until: later }),
  settle: (id) =>
    lead.call(contract.settleConditions, { id, ...settled, modalities: samples.allModalities, settled: true }),
  notSettle: (id) => lead.call(contract.settleConditions, { id, ...settled, modalities: less, settled: false }),
  schedule: (id) => lead.call(contract.scheduleVisit, { id, plannedOn: today, team: ['x'] }),
  visit: (id) => lead.call(contract.recordVisit, { id, on: today, outcome: 'visited', reason: null }),
  prevent: (id) => lead.call(contract.recordVisit, { id, on: today, outcome: 'prevented', reason: 'x' }),
}
const beyond = { mode: 'mobilisation', reason: 'x', conditions: null } as const
const representationSteps: Steps = {
  clear: async (id) => byTwo(await lead.call(contract.clearRepresentation, { id }), head),
  deliver: (id) => lead.call(contract.deliverRepresentation, { id, ...samples.delivery, replyBy: later }),
  reply: (id) => lead.call(contract.recordReply, { id, ...samples.replyReceived, outcome: 'explained' }),
  escalate: async (id) => byTwo(await head.call(contract.escalateRepresentation, { id, ...beyond }), lead),
  close: (id) => lead.call(contract.closeRepresentation, { id, effect: 'x' }),
}

type Walker = { readonly id: string; readonly workflow: readonly Line[]; readonly steps: Steps; state: string }

async function walkers(): Promise<Walker[]> {
  const stated = await lead.ok(contract.stateCommitment, { party, ...samples.commitment })
  const wanted = { place: 'Ostrel', category: null, wantedOn: null, reason: null }
  const planned = await lead.ok(contract.planAccess, { party, ...wanted })
  const draft = { party, ...samples.representation, escalates: null }
  const { entry } = await lead.ok(contract.draftRepresentation, draft)
  return [
    { id: stated.id, workflow: commitmentWorkflow, steps: commitmentSteps, state: 'stated' },
    { id: planned.id, workflow: accessWorkflow, steps: accessSteps, state: 'planned' },
    { id: entry.id, workflow: representationWorkflow, steps: representationSteps, state: 'drafted' },
  ]
}

test('300 random steps through the door move entries as the workflows say, and every step is kept', async () => {
  const draw = numbers(1864)
  successor = (await lead.ok(contract.stateCommitment, { party, ...samples.commitment })).id
  let walking = await walkers()
  const walked: Walker[] = []
  let accepted = 0
  for (let step = 0; step < 300; step += 1) {
    const walker = walking[draw(walking.length)]!
    const fitting = walker.workflow.filter((line) => line.from.includes(walker.state))
    const candidates = draw(4) === 0 || fitting.length === 0 ? walker.workflow : fitting
    const line = candidates[draw(candidates.length)]!
    const expected = line.from.includes(walker.state)
    const { ok } = await walker.steps[line.on]!(walker.id)
    // A reply still comes to what was escalated, and leaves it there.
    const stays = line.on === 'reply' && walker.state === 'escalated'
    assert.equal(ok, expected || stays, `${line.on} from ${walker.state}`)
    if (expected) {
      accepted += 1
      walker.state = line.to
    }
    if (walker.workflow.every((one) => !one.from.includes(walker.state))) {
      walked.push(walker)
      walking = walking.filter((one) => one !== walker)
    }
    if (walking.length < 3) walking.push(...(await walkers()))
  }
  console.log(`300 steps, accepted ${accepted}, ${walked.length} walked to an end`)
  assert.ok(accepted >= 150)
  for (const walker of [...walking, ...walked]) {
    const { entry, history } = await lead.ok(contract.readEntry, { id: walker.id })
    assert.equal(entry.state, walker.state)
    assert.equal(history.at(-1)?.state, walker.state)
  }
})

test('on the pure machines every state and every line of the workflows is reached a hundred times', () => {
  const draw = numbers(1949)
  const { accessAnswer, allModalities } = samples
  const whole = { modalities: allModalities, delegatesApproved: true }
  const given = (answer: typeof accessAnswer.answer | 'conditions_disputed' | 'refused' | 'refused_temporary') => {
    const bounded = answer === 'refused_temporary' ? { necessity: true, until: later } : {}
    return { ...accessAnswer, answer, ...bounded }
  }
  const asked = { on: today }
  const evidence = { known: ['one'], named: ['one'] }
  const delivery = { delivery: samples.delivery }
  type Decided = { readonly ok: boolean; readonly state?: string }
  const machines: Record<string, Record<string, (state: never) => Decided>> = {
    commitment: {
      register: (state) => domain.register(state, { saidOn: samples.on(today) }),
      confirm: (state) => domain.confirm(state, 'confirmed'),
      contest: (state) => domain.confirm(state, 'contested'),
      track: (state) => domain.track(state),
      seeDone: (state) => domain.assess(state, 'seen_done', evidence),
      seePartly: (state) => domain.assess(state, 'partly_seen', evidence),
      notSee: (state) => domain.assess(state, 'not_seen', evidence),
      notAssess: (state) => domain.assess(state, 'cannot_assess', evidence),
    },
    access: {
      request: (state) => domain.request(state, false),
      agree: (state) => domain.answer(state, given('agreed'), asked),
      dispute: (state) => domain.answer(state, given('conditions_disputed'), asked),
      refuse: (state) => domain.answer(state, given('refused'), asked),
      refuseForATime: (state) => domain.answer(state, given('refused_temporary'), asked),
      settle: (state) => domain.settle(state, true, whole),
      notSettle: (state) => domain.settle(state, false, whole),
      schedule: (state) => domain.schedule(state),
      visit: (state) => domain.visit(state, 'visited', null),
      prevent: (state) => domain.visit(state, 'prevented', 'x'),
    },
    representation: {
      deliver: (state) => domain.deliver(state, 'letter', 'sent'),
      reply: (state) => domain.reply(state, delivery, today),
      escalate: (state) => domain.escalate(state, false),
    },
  }
  const tables = { commitment: commitmentWorkflow, access: accessWorkflow, representation: representationWorkflow }
  const reached = new Map<string, number>()
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
  for (const kind of ['commitment', 'access', 'representation'] as const) {
    const lines = tables[kind].filter((line) => machines[kind]![line.on])
    for (let step = 0; step < 20_000; step += 1) {
      const state = entryStates[kind][draw(entryStates[kind].length)]!
      const line = lines[draw(lines.length)]!
      const decided = machines[kind]![line.on]!(state as never)
      const stays = line.on === 'reply' && state === 'escalated'
      assert.equal(decided.ok, line.from.includes(state) || stays, `${line.on} from ${state}`)
      count(`${kind} in ${state}`)
      if (!decided.ok || stays) continue
      assert.equal(decided.state, line.to)
      count(`${kind}: ${line.on} from ${state}`)
    }
  }
  const fewest = Math.min(...reached.values())
  console.log(`${reached.size} states and lines, each reached at least ${fewest} times`)
  const expected = Object.entries(tables).flatMap(([kind, lines]) =>
    lines
      .filter((line) => machines[kind]![line.on])
      .flatMap((line) => line.from.map((from) => `${kind}: ${line.on} from ${from}`)),
  )
  for (const what of expected) assert.ok((reached.get(what) ?? 0) >= 100, what)
})
