// After an erasure the bytes of the keys have left the disk too: not in a table, not in an index, not in the log of writes.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { addMembership, addPerson, addSession } from '#access'
import { confirmProposal, listJobs, listProposals } from '#kernel/contract'
import type { House } from '#kernel/house'
import { newRootKey } from '#kernel/installation'
import { openChannel, openContext } from '../access/contract.ts'
import { sampleContent } from '../disclosure/answer.samples.ts'
import { asker, openHouse, startMs, type Where } from '../intake/kill.samples.ts'
import * as contract from './contract.ts'

const onServer = process.env['DATABASE_URL'] !== undefined

test(
  'the bytes of destroyed keys are nowhere on the disk',
  { skip: onServer && 'the files of a server are its own' },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'solferino-erased-'))
    const root = newRootKey().toString('base64')
    const where: Where = { database: { kind: 'pglite', folder: join(folder, 'database') }, folder, root }
    const house = await openHouse(where, () => new Date(startMs).toISOString())
    try {
      const { erased, kept } = await enterTwo(house)
      const [gone, stays] = [await saltsOf(house, erased), await saltsOf(house, kept)]
      assert.ok(gone.length > 0 && stays.length > 0)
      await house.database.open.pool.query('checkpoint')
      for (const salt of [...gone, ...stays]) assert.ok(filesWith(folder, salt).length > 0, 'it is looked for rightly')

      await eraseBy(house, erased)
      await house.settle()
      const { rows } = await house.database.open.pool.query('select 1 from kernel.salt where subject = $1', [erased])
      assert.equal(rows.length, 0)
      for (const salt of gone) assert.deepEqual(filesWith(folder, salt), [])
      for (const salt of stays) assert.ok(filesWith(folder, salt).length > 0, 'what was not erased is there')
    } finally {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
)

type Asked = ReturnType<typeof asker>
const people = new Map<string, Asked>()

async function somebody(house: House, role: string, context: string | null): Promise<Asked> {
  const tokens: string[] = []
  await house.asPrincipal('jobs', 'test.setUp', async (within) => {
    const person = await addPerson(within, `A ${role}`, 'en')
    await addMembership(within, { person, role, context, channel: null, grantedBy: 'test', confirmedBy: 'test' })
    tokens.push((await addSession(within, person, 'browser')).token)
    return []
  })
  return asker(house, tokens[0] ?? '')
}

/** Two records of one channel. */
async function enterTwo(house: House): Promise<{ erased: string; kept: string }> {
  const administrator = await somebody(house, 'administrator', null)
  const { id: context } = await administrator(openContext, { kind: 'international', labels: { en: 'Basin' } })
  const labels = { en: 'Ardania' }
  const { party: channel } = await administrator(openChannel, { id: context, kind: 'state', hasBureau: true, labels })
  for (const role of ['transmission_officer', 'data_protection_officer', 'protection_lead'])
    people.set(role, await somebody(house, role, context))
  const enter = async (name: string) => {
    const entered = { context, channel, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
    return (
      await people.get('transmission_officer')!(contract.enterRecord, { ...entered, content: sampleContent(name) })
    ).id
  }
  const two = { erased: await enter('Ardel Sorun'), kept: await enter('Vera Mirolan') }
  await house.settle()
  return two
}

async function eraseBy(house: House, id: string): Promise<void> {
  const [officer, lead] = [people.get('data_protection_officer')!, people.get('protection_lead')!]
  const { proposal } = await officer(contract.erase, { id, ground: contract.EraseGround.options[0]! })
  const found = (await lead(listProposals, {})).proposals.find((one) => one.id === proposal)
  await lead(confirmProposal, { id: proposal, digest: found?.digest ?? '' })
  await house.settle()
  assert.deepEqual(
    (await lead(listJobs, {})).jobs.map(({ kind, state }) => [kind, state]),
    [['kernel.scrub', 'done']],
  )
}

async function saltsOf(house: House, subject: string): Promise<Buffer[]> {
  const { rows } = await house.database.open.pool.query<{ salt: Buffer }>(
    `select salt from kernel.salt where subject = $1 union all select salt from kernel.leaf_salt where subject = $1`,
    [subject],
  )
  return rows.map(({ salt }) => salt)
}

function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(bytes))
}
