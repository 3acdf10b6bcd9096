// Every operation, also those of tomorrow, against who may not: nobody, every role without its capability, and whoever
// holds it elsewhere. What one may not see and what is not there answer alike, to the letter.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readSelf, Role } from './access/contract.ts'
import * as dialogue from './dialogue/contract.ts'
import * as samples from './dialogue/dialogue.samples.ts'
import { sampleOf } from './input.samples.ts'
import { call } from './kernel/client.ts'
import { confirmProposal, listProposals } from './kernel/contract.ts'
import { countedIds } from './kernel/ids.ts'
import type { Operation } from './kernel/operation.ts'
import { type Caller, openTestHouse, type TestHouse } from './kernel/test.ts'
import { linkRecords } from './registry/contract.ts'
import { callerOf } from './start/world/caller.ts'
import type { Cast } from './start/world/cast.ts'
import { inventSmall, stageOf } from './start/world/invent.samples.ts'

let house: TestHouse
let operations: readonly Operation[]
/** Ids and numbers of everything in the invented contexts, by form. */
let there: readonly string[]
const roles = Role.options
const callers = new Map<string, Caller>()
const may = new Map<string, readonly string[]>()

before(async () => {
  house = await openTestHouse()
  const cast = await inventSmall(house)
  operations = house.house.handlers.map(({ contract }) => contract)
  const own: readonly string[] = Object.values(house.world.first)
  await linkTwo(house)
  there = [...(await idsOf(house)), ...(await dialogueOf(house, cast))].filter((id) => !own.includes(id))
  for (const role of roles) {
    const { context, a } = house.world.first
    const isInstallation = ['administrator', 'auditor', 'finance'].includes(role)
    const where = { context: isInstallation ? null : context, channel: role === 'nib_liaison' ? a : null }
    const caller = await house.as(role, where)
    callers.set(role, caller)
    may.set(role, (await caller.ok(readSelf, {})).capabilities)
  }
})
after(() => house?.close())

/** Every id and record number that stands in the tables. */
async function idsOf({ open }: TestHouse): Promise<string[]> {
  const { rows: columns } = await open.pool.query<{ place: string; name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as place, quote_ident(column_name) as name
     from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema', 'kernel')
     and column_name in ('id', 'channel', 'context', 'party', 'person', 'record', 'request', 'list')`,
  )
  const found = new Set<string>()
  for (const { place, name } of columns) {
    const { rows } = await open.pool.query<{ id: string | null }>(`select distinct ${name}::text as id from ${place}`)
    for (const { id } of rows) if (id !== null) found.add(id)
  }
  return [...found]
}

/** Two records of an invented context held to be one person, by two people. */
async function linkTwo(house: TestHouse): Promise<void> {
  const { rows } = await house.open.pool.query<{ id: string; context: string }>(
    'select id, context from registry.record',
  )
  const [one, other] = rows
  assert.ok(one && other)
  const { context } = one
  const [officer, lead] = [
    await house.as('transmission_officer', { context }),
    await house.as('protection_lead', { context }),
  ]
  const { proposal } = await officer.ok(linkRecords, { id: one.id, other: other.id, basis: 'same_identifiers' })
  const found = (await lead.ok(listProposals, {})).proposals.find(({ id }) => id === proposal)
  await lead.ok(confirmProposal, { id: proposal, digest: found?.digest ?? '' })
}

/** A channel of an invented context with an entry of every kind that can be entered at once. */
async function dialogueOf(house: TestHouse, cast: Cast): Promise<string[]> {
  const party = cast.parties.ardania
  const head = await callerOf(stageOf(house), cast.person('head', 'basin'))
  await head.ok(dialogue.enterChannel, { party })
  const entries = [
    await head.ok(dialogue.addInterlocutor, { party, ...samples.minister }),
    await head.ok(dialogue.recordMeeting, { party, ...samples.meeting }),
    await head.ok(dialogue.recordLetter, { party, ...samples.letter }),
    await head.ok(dialogue.stateCommitment, { party, ...samples.commitment }),
    (await head.ok(dialogue.draftRepresentation, { party, escalates: null, ...samples.representation })).entry,
    await head.ok(dialogue.openMatter, { party, kind: 'place', title: 'Ostrel', text: 'Water.', article: null }),
  ]
  return entries.map(({ id }) => id)
}

type Answer = { readonly status: number; readonly body: string }

/** What a caller is answered, to the letter but for the reference of a broken one. */
async function answerOf(caller: Caller | null, contract: Operation, asked: object): Promise<Answer> {
  let answer: Answer = { status: 0, body: '' }
  const send = async (path: string, init: RequestInit) => {
    const response = caller ? await caller.raw(path, init) : await house.app.request(path, init)
    answer = { status: response.status, body: await response.clone().text() }
    return response
  }
  await call(send, contract, asked as never, contract.uploadBytesMax === undefined ? undefined : new Uint8Array([120]))
  return answer
}

const inputOf = (contract: Operation, given: readonly string[]): object => {
  const asked = sampleOf(contract.input, given)
  const { success, error } = contract.input.safeParse(asked)
  assert.ok(success, `${contract.name}: no sample of its input: ${JSON.stringify(error?.issues)}`)
  return asked as object
}
const isGuarded = ({ needs }: Operation) => needs !== 'open' && needs !== 'self'

test('every operation has a capability that some role holds, or is open to anybody, or to whoever signed in', () => {
  assert.ok(operations.length > 100)
  const held = new Set([...may.values()].flat())
  assert.deepEqual(
    operations.filter((one) => isGuarded(one) && !held.has(one.needs)).map(({ name }) => name),
    [],
  )
  // Opened for who is not known yet, and for nothing else.
  assert.deepEqual(
    operations.filter(({ needs }) => needs === 'open').map(({ name }) => name),
    ['access.readDoor', 'access.signIn'],
  )
})

test('without a session every operation answers that one is not signed in, and nothing else', async () => {
  for (const contract of operations.filter(({ needs }) => needs !== 'open')) {
    const { status, body } = await answerOf(null, contract, inputOf(contract, there))
    assert.deepEqual(
      { status, body: JSON.parse(body) },
      { status: 401, body: { type: 'about:blank', status: 401, code: 'signed_out' } },
      contract.name,
    )
  }
})

test('who lacks the capability is answered as if there were no such operation, whatever is asked about', async () => {
  const nowhere = await callers.get('finance')!.raw('/api/nowhere')
  const nothing = { status: nowhere.status, body: await nowhere.text() }
  assert.equal(nothing.status, 404)
  let asked = 0
  for (const contract of operations.filter(isGuarded)) {
    const input = inputOf(contract, there)
    for (const role of roles) {
      if (may.get(role)?.includes(contract.needs)) continue
      asked += 1
      assert.deepEqual(await answerOf(callers.get(role)!, contract, input), nothing, `${contract.name} as ${role}`)
    }
  }
  assert.ok(asked > 1_000)
})

test('who holds it elsewhere is answered alike about what is in another context and about what is nowhere', async () => {
  const ids = countedIds(900_000)
  let compared = 0
  const named = new Set<string>()
  for (const contract of operations.filter(isGuarded)) {
    for (const [field, schema] of Object.entries(contract.input.shape)) {
      const accepted = there.filter((id) => schema.safeParse(id).success)
      const [known] = accepted
      if (known === undefined || schema.safeParse('x').success) continue
      const absent = absentLike(known, ids)
      assert.ok(schema.safeParse(absent).success, `${contract.name} ${field}: ${absent}`)
      for (const role of roles.filter((one) => may.get(one)?.includes(contract.needs))) {
        // An administrator and an auditor have every account and every log before them: nothing there is elsewhere.
        if (['administrator', 'auditor'].includes(role)) continue
        // All else that is named is nowhere, so that only this one can make a difference.
        const input = inputOf(
          contract,
          ['TR', 'R', 'NM', 'P', 'COM', 'REP'].map((prefix) => ids.number(prefix)).concat(ids.id()),
        )
        for (const id of oneOfEach(accepted)) {
          const seen = await answerOf(callers.get(role)!, contract, { ...input, [field]: id })
          const unseen = await answerOf(callers.get(role)!, contract, { ...input, [field]: absentLike(id, ids) })
          assert.deepEqual(seen, unseen, `${contract.name} ${field} ${id} as ${role}`)
          assert.notEqual(seen.status, 500, `${contract.name} ${seen.body}`)
          compared += 1
          named.add(contract.name)
        }
        assert.notEqual(absent, '')
      }
    }
  }
  assert.ok(compared > 700, String(compared))
  // Not compared: what names nothing, and what only an administrator or an auditor may do.
  const left = operations.filter((one) => isGuarded(one) && !named.has(one.name)).map(({ name }) => name)
  const nameless = ['tracing.listRequests', 'dialogue.listChannels', 'dialogue.checkCommitment', 'dialogue.checkDraft']
  assert.deepEqual(
    left.filter((name) => !name.startsWith('access.') && !name.startsWith('audit.')),
    nameless,
  )
})

/** An id or number of the same form that names nothing. */
function absentLike(id: string, ids: ReturnType<typeof countedIds>): string {
  const prefix = /^([A-Z]+)-/.exec(id)?.[1]
  return prefix === undefined ? ids.id() : ids.number(prefix)
}

/** At most three of each form, of which there are numbers by prefix and random ids. */
function oneOfEach(ids: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return ids.filter((id) => {
    const form = /^([A-Z]+)-/.exec(id)?.[1] ?? 'id'
    counts.set(form, (counts.get(form) ?? 0) + 1)
    return (counts.get(form) ?? 0) <= 3
  })
}
