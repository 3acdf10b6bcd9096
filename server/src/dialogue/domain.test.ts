import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as domain from './domain.ts'
import * as samples from './dialogue.samples.ts'
import { protectionWarningsOf, problemsOf, wordsToAvoid } from './wording.ts'
import { assessments, entryStates, modalities, rungs } from './words.ts'

type Decision = { readonly ok: boolean; readonly state?: string; readonly refusal?: string }
const said = (decision: Decision) => (decision.ok ? decision.state : decision.refusal)
const commitmentState = fc.constantFrom(...entryStates.commitment)
const accessState = fc.constantFrom(...entryStates.access)
const representationState = fc.constantFrom(...entryStates.representation)

test('a commitment goes its way of workflow 9 and no other', () => {
  const stated = { saidOn: samples.on('2026-03-04') }
  for (const state of entryStates.commitment) {
    assert.equal(said(domain.register(state, stated)), state === 'stated' ? 'registered' : 'not_stated')
    const confirmable = ['registered', 'confirmed', 'contested'].includes(state)
    for (const outcome of ['confirmed', 'contested'] as const)
      assert.equal(said(domain.confirm(state, outcome)), confirmable ? outcome : 'not_registered')
    assert.equal(said(domain.track(state)), state === 'confirmed' ? 'tracked' : 'not_confirmed')
  }
  assert.equal(said(domain.register('stated', { saidOn: null })), 'day_missing')
})

test('an assessment rests on evidence that stands there, and what was seen is never assumed', () =>
  fc.assert(
    fc.property(
      commitmentState,
      fc.constantFrom(...assessments),
      fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
      fc.nat(4),
      (state, outcome, known, count) => {
        const named = known.slice(0, count)
        const decided = domain.assess(state, outcome, { known, named })
        const tracked = state === 'tracked' || (assessments as readonly string[]).includes(state)
        const bare = named.length === 0 && (outcome === 'seen_done' || outcome === 'partly_seen')
        assert.equal(decided.ok, tracked && !bare)
        const foreign = domain.assess('tracked', outcome, { known, named: ['another'] })
        assert.equal(said(foreign), 'evidence_unknown')
      },
    ),
  ))

test('no visit is agreed with fewer than five conditions, whatever else is said', () =>
  fc.assert(
    fc.property(
      accessState,
      fc.record(Object.fromEntries(modalities.map((one) => [one, fc.boolean()])) as never),
      fc.boolean(),
      (state, given, delegatesApproved) => {
        const conditions = given as typeof samples.allModalities
        const whole = modalities.every((one) => conditions[one]) && delegatesApproved
        const answered = { ...samples.accessAnswer, modalities: conditions, delegatesApproved }
        const decided = domain.answer(state, answered, { on: '2026-03-01' })
        assert.equal(decided.ok, state === 'requested' && whole)
        assert.equal(domain.settle(state, true, answered).ok, state === 'conditions_disputed' && whole)
      },
    ),
  ))

test('answers about access are taken for what they are', () => {
  const asked = { on: '2026-03-02' }
  const refused = { ...samples.accessAnswer, answer: 'refused' as const }
  const temporary = { ...samples.accessAnswer, answer: 'refused_temporary' as const }
  const cases: [Decision, string][] = [
    [domain.answer('requested', refused, asked), 'refused'],
    [domain.answer('requested', { ...refused, necessity: true, until: '2026-04-01' }, asked), 'is_temporary'],
    [domain.answer('requested', temporary, asked), 'necessity_missing'],
    [domain.answer('requested', { ...temporary, necessity: true }, asked), 'end_missing'],
    [domain.answer('requested', { ...temporary, necessity: true, until: '2026-04-01' }, asked), 'refused_temporary'],
    [domain.answer('requested', { ...refused, on: '2026-03-01' }, asked), 'before_request'],
    [domain.answer('planned', refused, undefined), 'not_requested'],
    [domain.settle('conditions_disputed', false, refused), 'refused'],
    [domain.request('requested', false), 'not_to_request'],
    [domain.request('requested', true), 'requested'],
    [domain.request('visited', true), 'not_to_request'],
    [domain.schedule('agreed'), 'scheduled'],
    [domain.schedule('requested'), 'not_agreed'],
    [domain.visit('scheduled', 'prevented', null), 'reason_missing'],
    [domain.visit('scheduled', 'visited', null), 'visited'],
    [domain.visit('agreed', 'visited', null), 'not_scheduled'],
  ]
  for (const [decision, expected] of cases) assert.equal(said(decision), expected)
})

test('the ladder is climbed after an insufficient effect alone, and upward', () =>
  fc.assert(
    fc.property(
      representationState,
      fc.boolean(),
      fc.constantFrom(...rungs),
      fc.constantFrom(...rungs),
      (state, late, from, next) => {
        const insufficient = state === 'answered' || state === 'escalated' || (state === 'delivered' && late)
        assert.equal(domain.escalate(state, late).ok, insufficient)
        assert.equal(domain.climb(from, next).ok, rungs.indexOf(next) > rungs.indexOf(from))
        assert.equal(domain.deliver(state, 'oral', 'spoken').ok, state === 'cleared')
        assert.equal(domain.deliver(state, 'letter', 'spoken').ok, false)
      },
    ),
  ))

test('days between two days are counted as the calendar counts them', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.nat(4_000),
      (start, days) => {
        const end = new Date(start.getTime() + days * 86_400_000)
        const day = (date: Date) => date.toISOString().slice(0, 10)
        assert.equal(domain.daysBetween(day(start), day(end)), days)
      },
    ),
  ))

test('a partial date lies ahead only when its beginning does', () => {
  const today = '2026-03-05'
  for (const past of ['2026', '2026-03', '2026-03-05', '2025~', '../2027', '2020/2030'])
    assert.equal(domain.startsAfter(past, today), false, past)
  for (const ahead of ['2027', '2026-04', '2026-03-06', '2027/2030'])
    assert.equal(domain.startsAfter(ahead, today), true, ahead)
})

test('the filter of a page finds a text in any form it was written in', () => {
  const entry = { content: { names: ['Ильён Марск'], words: 'معسكر أوستريل' }, none: null, count: 2 }
  for (const text of ['марск', 'ИЛЬЕН', 'اوستريل', 'معسكر'])
    assert.ok(domain.mentions(entry, domain.folded(text)), text)
  assert.equal(domain.mentions(entry, domain.folded('орвек')), false)
})

test('a record of access stands beside a promise of the same place', () => {
  assert.ok(domain.standsBeside('Ostrel', 'camp at OSTREL'))
  assert.ok(domain.standsBeside(null, 'Ostrel'))
  assert.equal(domain.standsBeside('Ostrel', 'Maren'), false)
})

test('words to avoid are found in every language, whole, and not inside a claim quoted in terms of law', () => {
  const found = (text: string) => wordsToAvoid(text).map((one) => `${one.found}>${one.use}`)
  assert.deepEqual(found('The enemy holds terrorists.'), [
    'enemy>adverse_party',
    'terrorists>person_deprived_of_liberty',
  ])
  assert.deepEqual(found('Les otages sont détenus.'), ['otages>person_held'])
  assert.deepEqual(found('Боевиков обменяли.'), ['Боевиков>person_deprived_of_liberty'])
  assert.deepEqual(found('Заручників утримують.'), ['Заручників>person_held'])
  assert.deepEqual(found('قال إن الإرهابيين في المعسكر'), ['الإرهابيين>person_deprived_of_liberty'])
  assert.deepEqual(found('They call them “hostages” in their letter.'), [])
  assert.deepEqual(found('They call them “bandits” in their letter.'), ['bandits>person_deprived_of_liberty'])
  assert.deepEqual(found('A prisoner of war, by power of origin; the swapper shelf.').length, 1)
  assert.deepEqual(found('Prisoners of war were received by delegates at Ostrel.'), [])
})

test('a draft shows a source in whatever case form its name stands', () => {
  const protects = ['Данил Орвек', 'Marta']
  const draft = { ...samples.representation, protects }
  for (const text of ['по словам Данила Орвека', 'Marta said so', 'рассказано Данилом Орвеком'])
    assert.deepEqual(
      problemsOf({ ...draft, text }).map((one) => one.code),
      ['source_exposed'],
      text,
    )
  assert.deepEqual(problemsOf({ ...draft, text: 'Martial law was not named.' }).length, 1)
  assert.deepEqual(problemsOf(samples.representation), [])
})

test('a fact about a person needs a consent that was taken, and one that was refused is never used', () => {
  const [fact] = samples.representation.facts
  const withConsent = (consent: 'named' | 'anonymous' | 'refused', taken: boolean) =>
    problemsOf({
      ...samples.representation,
      facts: [
        { ...fact!, consent, consentTakenBy: taken ? 'a delegate' : null, consentOn: taken ? '2026-03-01' : null },
      ],
    }).map((one) => one.code)
  assert.deepEqual(withConsent('named', true), [])
  assert.deepEqual(withConsent('anonymous', false), ['consent_missing'])
  assert.deepEqual(withConsent('refused', true), ['consent_missing'])
})

test('a promise that lowers what a treaty gives is warned of, in every language', () => {
  const { commitment } = samples
  const warned = (change: Partial<Parameters<typeof protectionWarningsOf>[0]>) =>
    protectionWarningsOf({ ...commitment, ...change })
  assert.deepEqual(warned({}), [])
  assert.deepEqual(warned({ condition: 'once the road is open' }), ['duty_made_conditional'])
  assert.deepEqual(warned({ condition: 'once the road is open', subject: 'funds' }), [])
  assert.deepEqual(warned({ words: 'Prisoners waive their right to complain.' }), ['rights_renounced'])
  for (const words of [
    'Access is given in exchange for lists.',
    'L’accès sera donné sous réserve de réciprocité.',
    'Доступ будет дан на взаимной основе.',
    'Доступ буде надано в обмін на списки.',
    'سيُسمح بالزيارة على أساس المعاملة بالمثل',
  ])
    assert.deepEqual(warned({ words }), ['reciprocity_asked'], words)
})

test('exchanging the parties of a draft exchanges nothing of what is found in it', () => {
  const words = [
    'enemy',
    'Ardania',
    'Belvar',
    'terrorists',
    'prisoners of war',
    'боевики',
    'الرهائن',
    'Ardania’s',
    'and',
  ]
  const exchanged = (text: string) =>
    text.replace(/Ardania|Belvar/gu, (name) => (name === 'Ardania' ? 'Belvar' : 'Ardania'))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (chosen) => {
      const text = chosen.join(' ')
      const found = (one: string) => wordsToAvoid(one).map(({ code, found, use }) => ({ code, found, use }))
      assert.deepEqual(found(exchanged(text)), found(text))
      for (const { start, end, found: word } of wordsToAvoid(text)) assert.equal(text.slice(start ?? 0, end ?? 0), word)
    }),
  )
})
