import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCall, dueOf, isAfter, liesAhead } from './dates.ts'
import {
  checkCorrection,
  type Facts,
  happenings,
  isDeath,
  isOpen,
  isSought,
  mainName,
  mayBeUrgent,
  next,
  noFacts,
  silenceOf,
} from './domain.ts'
import { grades, informings, type Outcome, outcomes, type State, states, toldOutcomes } from './words.ts'
import { leadsTo, workflow } from './workflow.samples.ts'

test('every transition of workflow 2 is there, and no other', () => {
  let allowed = 0
  for (const line of workflow) {
    for (const state of states) {
      const expected = leadsTo(line, state)
      const result = next(state, line.on, { ...noFacts, ...line.facts })
      if (expected === null) assert.equal(result.ok, false, `${line.on} from ${state}`)
      else assert.equal(result.ok && result.state, expected, `${line.on} from ${state}`)
      if (expected !== null) allowed += 1
    }
  }
  assert.equal(allowed, 92)
  assert.deepEqual(new Set(workflow.map((line) => line.on)), new Set(happenings))
})

test('a guard that does not hold stops its step, and says why', () => {
  const refused = (state: State, on: (typeof happenings)[number], facts: Partial<Facts> = {}) => {
    const result = next(state, on, { ...noFacts, ...facts })
    return result.ok ? 'ok' : result.refusal
  }
  const guards = [
    [refused('draft', 'submit'), 'no_basis'],
    [refused('submitted', 'open'), 'no_basis'],
    [refused('open', 'plan'), 'no_basis'],
    [refused('searching', 'sendEnquiry'), 'no_basis'],
    [refused('suspended', 'resume'), 'no_basis'],
    [refused('reopened', 'takeUp'), 'no_basis'],
    [refused('searching', 'suspend'), 'review_not_ahead'],
    [refused('open', 'close', { outcome: 'enquirer_unreachable', unansweredCalls: 2 }), 'still_reachable'],
    [refused('resolved', 'withdrawFact'), 'nothing_told'],
    [refused('informing', 'tell', { outcome: 'fate_dead_notified' }), 'outcome_unfit'],
    [refused('informing', 'tell', { outcome: 'reported_by_enquirer' }), 'outcome_unfit'],
    [refused('informing_limited', 'tell', { outcome: 'located_alive_contact' }), 'outcome_unfit'],
    [refused('informing_death', 'tell', { outcome: 'located_in_detention' }), 'outcome_unfit'],
    [refused('open', 'submit', { basis: true }), 'not_draft'],
    [refused('open', 'refer'), 'not_submitted'],
    [refused('open', 'unmerge'), 'not_merged'],
    [refused('submitted', 'plan', { basis: true }), 'not_open'],
    [refused('open', 'acceptPair', { grade: 'established' }), 'not_searching'],
    [refused('searching', 'clear'), 'no_outcome_pending'],
    [refused('outcome_pending', 'tell'), 'not_cleared'],
    [refused('resolved', 'changeFact'), 'not_followed'],
    [refused('draft', 'reportOutcome'), 'not_open'],
    [refused('searching', 'resume', { basis: true }), 'not_suspended'],
    [refused('searching', 'reopen'), 'not_closed'],
    [refused('closed_by_enquirer', 'takeUp', { basis: true }), 'not_reopened'],
  ]
  for (const [found, expected] of guards) assert.equal(found, expected)
})

test('whatever happens in whatever order, what must hold holds', () => {
  const seen = new Map<string, number>()
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
  let steps = 0
  let accepted = 0
  const anyFacts = fc.record<Facts>({
    basis: fc.boolean(),
    grade: fc.constantFrom(...grades),
    kind: fc.constantFrom(...informings),
    outcome: fc.constantFrom(...outcomes),
    stillHeld: fc.boolean(),
    reviewAhead: fc.boolean(),
    unansweredCalls: fc.nat(4),
    told: fc.constant(false),
  })
  const step = fc.record({ wild: fc.nat(9), pick: fc.nat(10_000), on: fc.constantFrom(...happenings), facts: anyFacts })

  // Taken less often, or no walk would come to the telling.
  const endings = new Set(['close', 'reportOutcome', 'reopen', 'withdrawFact', 'endClearance', 'refer'])
  const walk = fc.property(fc.array(step, { minLength: 40, maxLength: 60, size: 'max' }), (walked) => {
    let state = 'draft' as State
    let outcome = null as Outcome | null
    // What the invariants are stated on: kept here, not read from the machine.
    let hadBasis = false
    let cleared: string | null = null
    let toldByUs = false
    for (const { wild, pick, on, facts: wildFacts } of walked) {
      const lines = workflow.filter(
        (line) => leadsTo(line, state) !== null && (pick % 4 === 0 || !endings.has(line.on)),
      )
      const line = lines[(pick >> 2) % Math.max(lines.length, 1)]
      const tame = wild > 0 && line
      const happening = tame ? line.on : on
      const facts: Facts = { ...noFacts, ...(tame ? line.facts : wildFacts), told: toldByUs }
      const result = next(state, happening, facts)
      steps += 1
      if (!result.ok) continue
      accepted += 1
      count(`${happening} ${state} → ${result.state}`)
      count(result.state)
      if (happening === 'submit') hadBasis = facts.basis
      if (happening === 'tell') {
        assert.equal(cleared, state, 'nobody is told what was not cleared in this way')
        assert.equal(isDeath(facts.outcome), state === 'informing_death', 'a death is told as a death and nothing else')
        toldByUs = true
      }
      if (result.correctionOwed) assert.ok(toldByUs, 'only what was told can be corrected')
      if (happening === 'clear') cleared = result.state
      if (['endClearance', 'tell', 'withdrawFact', 'reportOutcome', 'close'].includes(happening)) cleared = null
      if (result.outcome !== undefined) outcome = result.outcome
      state = result.state
      assert.ok(state === 'draft' || hadBasis, 'nothing leaves the draft without a basis')
      assert.equal(
        informings.some((one) => one === state),
        cleared !== null,
        'informing is being cleared',
      )
      if (isOpen(state) && state !== 'suspended')
        assert.ok(outcome === null || outcome === 'whereabouts_partial', 'what is open has no outcome but a trace')
      if (!isOpen(state) && state !== 'draft' && state !== 'submitted')
        assert.notEqual(outcome, null, 'what is closed says how it came out')
      if (state === 'merged') assert.equal(outcome, 'closed_duplicate')
    }
  })
  fc.assert(walk, { seed: 1859, numRuns: 9_000 })

  const transitions = [...seen].filter(([key]) => key.includes('→'))
  console.log(`steps ${steps}, accepted ${accepted}, transitions ${transitions.length}`)
  console.log(
    `rarest: ${[...seen]
      .sort((a, b) => a[1] - b[1])
      .slice(0, 3)
      .map((one) => one.join(' '))
      .join('; ')}`,
  )
  assert.ok(accepted * 2 >= steps, 'at least half of the steps are accepted')
  for (const state of states) if (state !== 'draft') assert.ok((seen.get(state) ?? 0) >= 100, `${state} is reached`)
  const named = new Set<string>()
  for (const line of workflow)
    for (const state of states) {
      const to = leadsTo(line, state)
      if (to) named.add(`${line.on} ${state} → ${to}`)
    }
  for (const key of named) assert.ok((seen.get(key) ?? 0) >= 100, `${key} is reached`)
})

test('a request is for one of the told outcomes, for one reported, or rests', () => {
  assert.ok(toldOutcomes.every((one) => outcomes.includes(one)))
  assert.deepEqual(
    states.filter((state) => isOpen(state) && !mayBeUrgent(state)),
    [],
  )
  assert.deepEqual(
    states.filter((state) => isSought(state) && !isOpen(state)),
    ['submitted', 'resolved_followed'],
  )
})

test('silence is told for each field without a value, and for no other', () => {
  const values = fc.dictionary(fc.constantFrom('born', 'mother', 'rank', 'unit'), fc.constantFrom(null, 'x'))
  const said = fc.dictionary(
    fc.constantFrom('born', 'mother', 'city'),
    fc.constantFrom('unknown' as const, 'not_asked'),
  )
  fc.assert(
    fc.property(values, said, (given, asked) => {
      const silence = silenceOf(given, asked)
      for (const [key, value] of Object.entries(given)) assert.equal(key in silence, value === null)
      for (const [key, word] of Object.entries(silence)) assert.equal(word, asked[key] ?? 'not_asked')
    }),
    { seed: 1859 },
  )
})

test('a correction is told by another, and in person where the first telling was', () => {
  const owed = { since: '2026-03-05T09:00:00.000Z', toldBy: 'officer', toldInPerson: true }
  const cases = [
    [{ ...owed, since: null }, { by: 'lead', inPerson: true }, 'no_correction_owed'],
    [owed, { by: 'officer', inPerson: true }, 'same_person_told'],
    [owed, { by: 'lead', inPerson: false }, 'not_in_person'],
    [owed, { by: 'lead', inPerson: true }, null],
    [{ ...owed, toldInPerson: false }, { by: 'lead', inPerson: false }, null],
  ] as const
  for (const [first, second, expected] of cases) assert.equal(checkCorrection(first, second), expected)
})

const now = '2026-03-05T09:00:00.000Z'

test('dates only remind: what is due, for whom, and how soon', () => {
  const rest = {
    state: 'searching' as const,
    state_at: '2026-03-01T00:00:00.000Z',
    urgent_reason: null,
    urgent_review_on: null,
    review_on: null,
    next_call_on: null,
    correction_owed_at: null,
  }
  const kinds = (dates: object) =>
    dueOf({ ...rest, ...dates }, now).map((due) => `${due.kind} ${due.urgency} ${due.for}`)
  assert.deepEqual(kinds({}), [])
  assert.deepEqual(kinds({ review_on: '2026-03-06' }), [])
  assert.deepEqual(kinds({ review_on: '2026-03-05' }), ['review today officer'])
  assert.deepEqual(kinds({ next_call_on: '2026-03-04' }), ['nextCall waiting anyone'])
  assert.deepEqual(kinds({ urgent_review_on: '2026-03-05' }), ['urgentReview today officer'])
  assert.deepEqual(kinds({ state: 'submitted' }), ['openRequest today officer'])
  assert.deepEqual(kinds({ state: 'submitted', urgent_reason: 'child_alone' }), ['openRequest waiting officer'])
  assert.deepEqual(kinds({ state: 'reopened', correction_owed_at: now }), [
    'recordCorrection waiting lead',
    'takeUp today officer',
  ])
})

test('days and instants are compared as such', () => {
  assert.equal(liesAhead('2026-03-05', now), false)
  assert.equal(liesAhead('2026-03-06', now), true)
  assert.equal(isAfter('2026-03-05T09:00:00Z', now), false)
  assert.equal(isAfter('2026-03-05T09:00:01Z', now), true)
  const call = { heldAt: '2026-03-05T09:00:00Z', answered: true, told: 'x', nextCallOn: '2026-03-05' }
  assert.equal(checkCall(call, now), null)
})

test('a name is shown as it was written, else by its parts', () => {
  const parts = { whole: null, given: 'Ardel', patronymic: null, father: null, grandfather: null, family: 'Sorun' }
  assert.equal(mainName({ names: [parts] }), 'Ardel Sorun')
  assert.equal(mainName({ names: [{ ...parts, whole: 'SORUN Ardel' }] }), 'SORUN Ardel')
  assert.equal(mainName({ names: [] }), '')
})
