// What befalls a machine, again and again: a process killed, a power cut. After each the house opens again, and not a row
// that its door has acknowledged is lost.
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { verifyLog } from '../cli/src/audit-verify.ts'
import { readList } from '../server/src/intake/contract.ts'
import { asker, fillHouse, openHouse, place, startMs, type Where } from '../server/src/intake/kill.samples.ts'
import { exportLog } from '../server/src/kernel/audit-export.ts'
import { listRecords } from '../server/src/registry/contract.ts'
import type { OutputOf } from '../server/src/kernel/operation.ts'
import type { House } from '../server/src/kernel/house.ts'
import { cutPower } from './power-cut.ts'

export type Drill = {
  readonly kind: 'kill' | 'power'
  readonly cycles: number
  readonly seed: number
  readonly rows: number
  /** The control: a disk that confirms what it has not kept. */
  readonly lies?: boolean
  readonly say?: (line: string) => void
}
export type Outcome = {
  readonly cycles: number
  /** Acknowledged rows that were gone after a cycle, and cycles after which the house did not open. */
  readonly lost: number
  readonly unopened: number
  /** Faults of the log after the last cycle. */
  readonly findings: number
  readonly rows: number
  /** Cycles in which the process was at work on the list when it ended. */
  readonly struck: number
}

/** Runs the cycles on one house that imports lists all the while, then lets it finish and counts. */
export async function drill({ kind, cycles, seed, rows, lies = false, say = () => {} }: Drill): Promise<Outcome> {
  const { where, drop } = await place()
  const draw = drawOf(seed)
  const journal = `${where.folder}.journal`
  let [lost, unopened, struck, minute] = [0, 0, 0, 0]
  try {
    const { id: list, token } = await fillHouse(where, rows)
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      minute += 2
      const power = kind === 'power' ? { journal, lies } : null
      const { acknowledged, ended } = await struckDown({ where, minute, token, list, draw, power })
      if (!ended) struck += 1
      const cut = power ? cutPower(journal, draw) : { lost: 0 }
      const found = await registeredIn(where, { minute, token, list })
      if (found === null) unopened += 1
      else if (found < acknowledged) lost += acknowledged - found
      say(`cycle ${cycle}: ${acknowledged} acknowledged, ${found ?? 'not opened'} found; ${cut.lost} writes undone`)
      if (found === null || (lies && lost > 0)) break
      if (found >= rows) break
    }
    if (unopened > 0 || lies) return { cycles, lost, unopened, findings: 0, rows: 0, struck }
    const { registered, findings } = await finished(where, { minute: minute + 2, token, list })
    return { cycles, lost, unopened, findings, rows: registered, struck }
  } finally {
    await drop()
    for (const name of readdirSync(join(where.folder, '..')))
      if (name.startsWith(`${where.folder.split('/').at(-1)}.journal`)) rmSync(join(where.folder, '..', name))
  }
}

type Place = { readonly minute: number; readonly token: string; readonly list: string }
type Strike = Place & {
  readonly where: Where
  readonly draw: () => number
  readonly power: { readonly journal: string; readonly lies: boolean } | null
}

/** Lets a process work on the list and kills it without a word after some acknowledgements; the last one counts. */
function struckDown({
  where,
  minute,
  token,
  list,
  draw,
  power,
}: Strike): Promise<{ acknowledged: number; ended: boolean }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_TEST_CONTEXT: undefined,
    SOLFERINO_DRILL: JSON.stringify({ where, minute, token, list }),
    ...(power === null
      ? {}
      : {
          SOLFERINO_DISK_JOURNAL: power.journal,
          SOLFERINO_DISK_FOLDER: join(where.folder, 'database'),
          SOLFERINO_DISK_SYNC: power.lies ? 'off' : 'on',
        }),
  }
  const preload = power === null ? [] : ['--import', join(import.meta.dirname, 'disk-recorder.ts')]
  const args = [...preload, join(import.meta.dirname, 'drill-child.ts')]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  // Now and then while it is still opening, mostly after some more rows have been acknowledged.
  const growths = draw() < 0.1 ? 0 : 1 + Math.floor(draw() * 4)
  const moreMs = Math.floor(draw() * 25)
  let heard = ''
  return new Promise((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      heard += part.toString()
      const told = new Set(heard.split('\n').slice(0, -1))
      if (told.size > growths && !child.killed) setTimeout(() => child.kill('SIGKILL'), moreMs)
    })
    child.on('exit', (_code, signal) => {
      const counts = heard
        .split('\n')
        .slice(0, -1)
        .filter((line) => /^\d+$/.test(line))
        .map(Number)
      resolve({ acknowledged: Math.max(0, ...counts), ended: signal !== 'SIGKILL' })
    })
  })
}

/** Opens the house anew and asks through its door; null when it does not open. Nothing of the list is worked on. */
async function registeredIn(where: Where, { minute, token, list }: Place): Promise<number | null> {
  let house: House | null = null
  try {
    house = await openHouse(where, () => new Date(startMs + minute * 60_000).toISOString())
    return (await asker(house, token)(readList, { id: list })).counts.registered
  } catch {
    return null
  } finally {
    await house?.close().catch(() => {})
  }
}

/** Lets the list run to its end: every row of the file is there once, and the log is whole. */
async function finished(
  where: Where,
  { minute, token, list }: Place,
): Promise<{ registered: number; findings: number }> {
  const house = await openHouse(where, () => new Date(startMs + minute * 60_000).toISOString())
  try {
    await house.settle()
    const { counts } = await asker(house, token)(readList, { id: list })
    const rows = await rowsOf(house, { token, list })
    const lines: string[] = []
    for await (const line of exportLog(house.database)) lines.push(line.trimEnd())
    const { findings } = await verifyLog(() => each(lines), '')
    // As many records as rows, each of another row: otherwise the number told is none that can be taken for right.
    const isWhole = rows.length === counts.registered && new Set(rows).size === rows.length
    return { registered: isWhole ? rows.length : -1, findings: findings.length }
  } finally {
    await house.close()
  }
}

/** The number of the row in the list for each record that came of it. */
async function rowsOf(house: House, { token, list }: Pick<Place, 'token' | 'list'>): Promise<(number | null)[]> {
  const rows: (number | null)[] = []
  for (let cursor: string | undefined; ;) {
    const asked = { list, limit: 200, ...(cursor ? { cursor } : {}) }
    const page: OutputOf<typeof listRecords> = await asker(house, token)(listRecords, asked)
    rows.push(...page.records.map(({ row }) => row))
    if (page.next === null) return rows
    cursor = page.next
  }
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function drawOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
