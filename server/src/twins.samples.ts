// What two installations, alike but for what an actor may not see, answer to the same questions.
import assert from 'node:assert/strict'
import { readSelf } from './access/contract.ts'
import { sampleOf } from './input.samples.ts'
import { call } from './kernel/client.ts'
import { search } from './kernel/contract.ts'
import type { Operation } from './kernel/operation.ts'
import { listPairs } from './matching/contract.ts'
import { listRecords } from './registry/contract.ts'
import { drawOf } from './start/world/numbers.ts'
import { changeSought, fileRequest, listRequests, readRequest } from './tracing/contract.ts'
import { sampleRequest } from './tracing/request.samples.ts'
import { type Heard, succeededIn } from './twins-office.samples.ts'
import { type Seen, translated } from './twins-seen.samples.ts'
import { happenElsewhere, openTwins, type Role, roles, workIn, type World } from './twins-worlds.samples.ts'

type Answered = { readonly status: number; readonly body: unknown }

/** Asks one world, and gives what it answered in places instead of ids. */
async function answerOf(world: World, role: Role, contract: Operation, asked: unknown): Promise<Answered> {
  let status = 0
  let body: unknown = null
  const { token } = world.tokens[roles[role]]
  const send = async (path: string, init: RequestInit) => {
    const response = await world.house.withToken(token).raw(path, init)
    status = response.status
    body = await response.clone().json()
    return response
  }
  const upload = contract.uploadBytesMax === undefined ? undefined : new TextEncoder().encode('no,name\n1,Tavin Orel')
  await call(send, contract, asked as never, upload)
  return { status, body: world.seen.normal(body, sliceOf(contract)) }
}

const sliceOf = ({ name }: Operation): string => name.split('.')[0] ?? ''

const allRoles = Object.keys(roles) as Role[]

/** What would end the actor's own session, or asks what only the clock knows: the courses do these. */
const leftOut: ReadonlySet<string> = new Set([
  'access.signOut',
  'access.endSession',
  'access.signIn',
  'access.walkAs',
  'access.readWalk',
])

type Compared = {
  readonly calls: number
  readonly succeeded: number
  readonly operations: ReadonlySet<string>
  readonly difference: string | null
}

/** So many sequences of three to six calls, each asked of both; ends at the first difference. */
async function compareTwins(
  [one, other]: readonly [World, World],
  sequences: number,
  draw: () => number,
): Promise<Compared> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!
  const every = one.house.house.handlers.map(({ contract }) => contract).filter(({ name }) => !leftOut.has(name))
  const may = new Map<Role, readonly Operation[]>()
  for (const role of allRoles) {
    const { capabilities } = await one.house.withToken(one.tokens[roles[role]].token).ok(readSelf, {})
    may.set(
      role,
      every.filter(({ needs }) => needs === 'self' || needs === 'open' || capabilities.includes(needs)),
    )
  }
  let [calls, succeeded] = [0, 0]
  const operations = new Set<string>()
  // First each operation once as each who may, about what was guessed wherever an id is asked.
  for (const role of allRoles) {
    for (const contract of may.get(role)!.filter(({ kind }) => kind === 'query')) {
      const difference = await guess([one, other], { role, contract }, inputFor(contract, one.seen, draw))
      if (difference !== null) return { calls, succeeded, operations, difference }
    }
    for (const contract of may.get(role)!) {
      for (const asked of guesses(contract, one.seen)) {
        const difference = await guess([one, other], { role, contract }, asked)
        if (difference !== null) return { calls, succeeded, operations, difference }
      }
    }
  }
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    const role = pick(allRoles)
    const own = may.get(role)!
    for (let left = 3 + Math.floor(draw() * 4); left > 0; left -= 1) {
      const isQuery = draw() < 0.75
      const contract = pick(own.filter(({ kind }) => (kind === 'query') === isQuery))
      const asked = inputFor(contract, one.seen, draw)
      const mine = await answerOf(one, role, contract, asked)
      const theirs = await answerOf(other, role, contract, translated(asked, one.seen, other.seen))
      calls += 1
      if (mine.status === 200) {
        succeeded += 1
        operations.add(contract.name)
      }
      const difference = differenceOf(mine, theirs)
      if (difference !== null)
        return { calls, succeeded, operations, difference: `${contract.name} as ${role}: ${difference}` }
    }
    if (sequence % 25 === 24) {
      await other.whereElse(() => happenElsewhere(other.elsewhere))
      for (const { house } of [one, other]) await house.settle()
    }
  }
  return { calls, succeeded, operations, difference: null }
}

type Asking = { readonly role: Role; readonly contract: Operation }

async function guess(
  [one, other]: readonly [World, World],
  { role, contract }: Asking,
  asked: unknown,
): Promise<string | null> {
  const mine = await answerOf(one, role, contract, asked)
  const theirs = await answerOf(other, role, contract, translated(asked, one.seen, other.seen))
  const difference = differenceOf(mine, theirs)
  if (difference !== null) return `${contract.name} as ${role}: ${difference}`
  const isOfGuess = contract.kind === 'command' && one.seen.guessed.some((id) => JSON.stringify(asked).includes(id))
  // The context of the others is there in both worlds: what is done in it by who is not of it shows as no difference.
  return isOfGuess && mine.status === 200 ? `${contract.name} as ${role}: was done where the actor is not` : null
}

/** The operation about things that were guessed, in each field that takes an id: a few of those that fit it best. */
function guesses(contract: Operation, seen: Seen): unknown[] {
  const slice = sliceOf(contract)
  const fitting = (field: string) =>
    seen.guessed
      .map((id) => ({ id, fit: seen.fit(id, slice, field) }))
      .sort((a, b) => b.fit - a.fit)
      .map(({ id }) => id)
  return Object.entries(contract.input.shape).flatMap(([field, schema]) => {
    if (schema.safeParse('x').success) return []
    const accepted = fitting(field).filter((id) => schema.safeParse(id).success)
    return accepted.slice(0, 4).map((id) => ({ ...(sampleOf(contract.input, fitting) as object), [field]: id }))
  })
}

function differenceOf(mine: unknown, theirs: unknown): string | null {
  try {
    assert.deepEqual(theirs, mine)
    return null
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 600) : 'different'
  }
}

/**
 * An input of what has been seen so far, drawn anew each time, rather of what was shown under the name of the field; searches
 * are for names that were seen.
 */
function inputFor(contract: Operation, seen: Seen, draw: () => number): unknown {
  if (contract.name === search.name) return { text: seen.names[Math.floor(draw() * seen.names.length)] ?? 'Ardel' }
  const slice = sliceOf(contract)
  return sampleOf(contract.input, (field) =>
    seen.ids
      .map((id) => ({ id, at: seen.fit(id, slice, field) + draw() }))
      .sort((a, b) => b.at - a.at)
      .map(({ id }) => id),
  )
}

/** How much each actor has before them at the beginning. */
async function sightOf({ office: { officer } }: World): Promise<{ records: number; requests: number; pairs: number }> {
  const { records } = await officer.ok(listRecords, { limit: 200 })
  const { requests } = await officer.ok(listRequests, { limit: 200 })
  const { pairs } = await officer.ok(listPairs, { limit: 200 })
  return { records: records.length, requests: requests.length, pairs: pairs.length }
}

export type Verdict = {
  readonly sight: { readonly records: number; readonly requests: number; readonly pairs: number }
  /** Calls of the play and of the courses. */
  readonly worked: number
  /** Calls at random, and how many of them were answered well. */
  readonly calls: number
  readonly succeeded: number
  /** The operations there are that were never answered well. */
  readonly unanswered: readonly string[]
  readonly faults: readonly string[]
}

/** Opens two worlds and looks for whatever lets something through. */
export async function judge(sequences: number, seed: number): Promise<Verdict> {
  const twins = await openTwins()
  try {
    for (const world of twins) await workIn(world)
    const heard = twins.map(({ office }) => office.hearing.heard) as [Heard[], Heard[]]
    const sight = await sightOf(twins[0])
    await sightOf(twins[1])
    const faults = [...(await unrecorded(twins[0])), ...(await unsealed(twins[0]))]
    for (const fault of [unrecorded, unsealed]) await fault(twins[1])
    faults.push(...differencesOf(heard))
    const { calls, succeeded, operations, difference } =
      faults.length > 0 ? nothingAsked : await compareTwins(twins, sequences, drawn(seed))
    if (difference !== null) faults.push(difference)
    const well = succeededIn(heard[0])
    const unanswered = twins[0].house.house.handlers
      .map(({ contract }) => contract.name)
      .filter((name) => !well.has(name) && !operations.has(name))
    return { sight, worked: heard[0].length, calls, succeeded, unanswered, faults }
  } finally {
    for (const { house } of twins) await house.close()
  }
}

const nothingAsked: Compared = { calls: 0, succeeded: 0, operations: new Set(), difference: null }

/** Where what two worlds answered to the same work first differs. */
function differencesOf([mine, theirs]: readonly [readonly Heard[], readonly Heard[]]): string[] {
  const at = mine.findIndex((one, place) => differenceOf(one, theirs[place] ?? one) !== null)
  if (at < 0) return mine.length === theirs.length ? [] : ['one world was asked more than the other']
  return [`${mine[at]!.asked} at work: ${differenceOf(mine[at]!, theirs[at]!)}`]
}

/** Whether a read about a person leaves its leaf before the answer is out (security.md 0.4). */
async function unrecorded({ house, office: { officer } }: World): Promise<string[]> {
  const leaves = async () => {
    const { rows } = await house.open.pool.query<{ count: number }>(`select count(*)::int as count from kernel.leaf`)
    return rows[0]?.count ?? 0
  }
  const before = await leaves()
  await officer.ok(listRecords, { limit: 5 })
  return (await leaves()) > before ? [] : ['a read about persons was not recorded']
}

/** Whether sealed bytes open in another place: those of a first version where the second stands, under the same key. */
async function unsealed({ house, office: { officer, context } }: World): Promise<string[]> {
  const first = sampleRequest('Sorun Ardelan')
  const { id } = await officer.ok(fileRequest, { context, ...first })
  await officer.ok(changeSought, { id, corrects: 1, sought: sampleRequest('Karrim Vessol').sought })
  await house.open.pool.query(
    `update tracing.sought as one set sealed = other.sealed from tracing.sought as other
     where one.request = $1 and other.request = $1 and one.version = 2 and other.version = 1`,
    [id],
  )
  const opens = await officer.ok(readRequest, { id }).then(
    () => true,
    () => false,
  )
  await house.open.pool.query('delete from tracing.sought where request = $1 and version = 2', [id])
  await house.open.pool.query('update tracing.request set sought_version = 1 where id = $1', [id])
  return opens ? ['sealed bytes opened in another place than their own'] : []
}

/** Numbers in [0, 1), the same for the same seed. */
function drawn(seed: number): () => number {
  const draw = drawOf(seed)
  const limit = 1 << 30
  return () => draw.below(limit) / limit
}
