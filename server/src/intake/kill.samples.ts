// A house that outlives a process, for the tests and drills that kill one: opened again and again on the same database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMembership, addPerson, addSession, doors } from '#access'
import { call, type Sender } from '#kernel/client'
import { type OpenOptions, openDatabase } from '#kernel/db'
import { Files } from '#kernel/files'
import { House } from '#kernel/house'
import { createHttp } from '#kernel/http'
import { randomIds } from '#kernel/ids'
import { newRootKey, unseal } from '#kernel/installation'
import { silent } from '#kernel/log'
import { migrate } from '#kernel/migrate'
import type { AskedOf, Operation } from '#kernel/operation'
import { kernelSlice } from '#kernel/operations'
import { ownDatabase } from '#kernel/test'
import { openChannel, openContext } from '../access/contract.ts'
import { slices } from '../slices.ts'
import * as contract from './contract.ts'

export const startMs = Date.parse('2026-03-05T09:00:00.000Z')

export type Where = { readonly database: OpenOptions; readonly folder: string; readonly root: string }

/** One process of the house, whose clock says each time it is asked: once a transaction. */
export async function openHouse({ database, folder, root }: Where, now: () => string): Promise<House> {
  const open = await openDatabase(database)
  await migrate(open)
  const unsealed = await unseal(open, Buffer.from(root, 'base64'), { mode: 'real', now: now() })
  const house = new House({
    database: unsealed.database,
    clock: { now },
    ids: randomIds,
    files: new Files(join(folder, 'files')),
    log: silent,
    slices: [kernelSlice(slices, doors), ...slices],
    doors,
    mode: 'real',
    headKey: unsealed.headKey,
    keepHeads: () => Promise.resolve(),
  })
  await house.warm()
  return house
}

/** A house with one list of so many rows, mapped and told to run, at whose run nobody works yet. */
export async function fillHouse(where: Where, rowCount: number): Promise<{ id: string; token: string }> {
  const house = await openHouse(where, () => new Date(startMs).toISOString())
  const somebody = async (role: string, context: string | null, channel: string | null) => {
    const tokens: string[] = []
    await house.asPrincipal('jobs', 'test.setUp', async (within) => {
      const person = await addPerson(within, `A ${role}`, 'en')
      await addMembership(within, { person, role, context, channel, grantedBy: 'test', confirmedBy: 'test' })
      tokens.push((await addSession(within, person, 'browser')).token)
      return []
    })
    return tokens[0]!
  }
  const administrator = asker(house, await somebody('administrator', null, null))
  const { id: context } = await administrator(openContext, { kind: 'international', labels: { en: 'Basin' } })
  const labels = { en: 'Ardania' }
  const { party: channel } = await administrator(openChannel, { id: context, kind: 'state', hasBureau: true, labels })
  const liaison = asker(house, await somebody('nib_liaison', context, channel))
  const token = await somebody('transmission_officer', context, null)
  const officer = asker(house, token)
  const lines = Array.from({ length: rowCount }, (_, at) => `${at + 1},Orel${at} Tavin,${1950 + (at % 50)}`)
  const envelope = {
    context,
    channel,
    kind: 'held' as const,
    number: '1',
    date: null,
    legalStatus: null,
    receivedOn: '2026-03-04',
    way: 'post' as const,
    handedOverBy: null,
    receivedBy: 'A liaison officer',
    authenticity: { state: 'not_yet' as const },
    replaces: null,
    fileName: 'list.csv',
  }
  const file = new TextEncoder().encode(['no,name,year of birth', ...lines].join('\n'))
  const { id } = await liaison(contract.receiveList, envelope, file)
  await house.settle()
  const { columns, dateOrder } = await officer(contract.previewList, { id, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({ heading, field }))
  await officer(contract.setMapping, { id, columns: fixed, dateOrder })
  await officer(contract.runList, { id })
  await house.close()
  return { id, token }
}

export function asker(house: House, token: string) {
  const app = createHttp(house, { secureCookie: false })
  const send: Sender = (path, init) =>
    Promise.resolve(
      app.request(path, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } }),
    )
  return async <Contract extends Operation>(
    asked: Contract,
    input: AskedOf<Contract>,
    upload?: Uint8Array<ArrayBuffer>,
  ) => {
    const reply = await call(send, asked, input, upload)
    if (!reply.ok) throw new Error(`${asked.name}: ${reply.code}`)
    return reply.output
  }
}

/** A database that outlives a process: one of its own on the server of DATABASE_URL, else a folder of PGlite. */
export async function place(): Promise<{ where: Where; drop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'solferino-kill-'))
  const root = newRootKey().toString('base64')
  const url = process.env['DATABASE_URL']
  if (!url) {
    const database = { kind: 'pglite' as const, folder: join(folder, 'database') }
    return { where: { database, folder, root }, drop: () => rm(folder, { recursive: true, force: true }) }
  }
  const own = await ownDatabase(url)
  const drop = async () => {
    await own.drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { where: { database: { kind: 'postgres', url: own.url }, folder, root }, drop }
}
