/**
 * Speed and what is found at it: `npm run bench:engine -- --records 1e5|1e6 [--requests N]`. Records and requests are made
 * by the generator beside the public data (seed 7), or politely not at all. MiniSearch, SQLite's full text and, where
 * DATABASE_URL names a server, PostgreSQL's trigrams are asked beside it for the same names. Prints rows for
 * docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { build, exhaustive, type Person, search, type Segment } from '../src/index.ts'
import { dataFolder, sayMissing } from './data.ts'
import { fullText, miniSearch, type OpenPeer, trigrams } from './peers.ts'

const { values } = parseArgs({
  options: { records: { type: 'string', default: '1e5' }, requests: { type: 'string', default: '2000' } },
})
const recordCount = Number(values.records)
const requestCount = Number(values.requests)
/** Looking at every record is slow: the list is compared for so many requests. */
const exhaustiveCount = recordCount > 200_000 ? 5 : 40
/** The peer is asked fewer: it takes its time. */
const peerCount = 200

type Line = Readonly<Record<string, string | undefined>>
type Asked = {
  readonly person: Person
  readonly line: Line
  readonly right: ReadonlySet<string>
  readonly isCross: boolean
}

const folder = dataFolder()
const generator = folder && join(folder, '../../tools/generate-persons.mjs')
if (generator === undefined || !existsSync(generator)) sayMissing('bench:engine')
else await measure(generator)

async function measure(tool: string): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), 'solferino-bench-'))
  try {
    const counts = ['--n', String(recordCount), '--k', String(requestCount)]
    spawnSync(process.execPath, [tool, ...counts, '--seed', '7', '--format', 'ndjson', '--out', made, '--quiet', 'yes'])
    const persons: Person[] = []
    for await (const line of linesOf(join(made, 'records.ndjson'))) persons.push(personOf(line))
    const asked = await requestsIn(made)
    const bytes = persons.map((person) => new TextEncoder().encode(`${JSON.stringify(person)}\n`))
    const began = performance.now()
    const segment = build(bytes)
    say(
      'build from bytes, one thread',
      `${seconds(began)} s, ${Math.round(segment.stats().bytes / recordCount)} bytes a record`,
    )
    bytes.length = 0
    askAll(segment, asked)
    sameAsExhaustive(segment, asked)
    for (const open of [miniSearch, fullText, trigrams]) await askPeer(open, persons, asked)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function say(what: string, figures: string): void {
  console.log(`${what.padEnd(44)} ${figures}`)
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    if (line !== '') yield JSON.parse(line) as Line
}

/** The generator's columns as the engine is told them; in its Russian and Ukrainian persons `father` is a patronymic. */
function personOf({ id, family, given, father, sex, dob, age, place, svc }: Line): Person {
  const stated = (fields: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
  return {
    ...stated({ id, sex, born: dob, place, number: svc }),
    ...(age === undefined || age === '' ? {} : { age: Number(age), ageAt: '2026' }),
    names: [stated({ family, given, father })],
  }
}

async function requestsIn(made: string): Promise<Asked[]> {
  const truth = new Map<string, Line>()
  for (const line of readFileSync(join(made, 'truth.ndjson'), 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Line
    truth.set(one['request'] ?? '', one)
  }
  const asked: Asked[] = []
  for await (const line of linesOf(join(made, 'requests.ndjson'))) {
    const right = (truth.get(line['id'] ?? '')?.['records'] ?? '').split(' ').filter(Boolean)
    const isCross = truth.get(line['id'] ?? '')?.['crossScript'] === '1'
    const { id: _, ...person } = personOf(line)
    asked.push({ person, line, right: new Set(right), isCross })
  }
  return asked
}

/** The same questions, asked of a system that knows names alone: fewer, for it takes its time. */
async function askPeer(open: OpenPeer, persons: readonly Person[], asked: readonly Asked[]): Promise<void> {
  const named = persons.map(({ id = '', names: [name] }) => ({ id, name: fullName(name ?? {}) }))
  const began = performance.now()
  const peer = await open(named)
  if (!peer) return
  say(`${peer.name}: index`, `${seconds(began)} s`)
  const timed: Timed[] = []
  for (const each of asked.slice(0, peerCount)) {
    const start = performance.now()
    const ids = await peer.ask(fullName(each.line))
    timed.push({ ms: performance.now() - start, ids, asked: each })
  }
  await peer.close()
  tell(`${peer.name}: search`, timed)
}

function fullName({ family, given, father }: Line): string {
  return [family, given, father].filter(Boolean).join(' ')
}

type Timed = { readonly ms: number; readonly ids: readonly string[]; readonly asked: Asked }

function askAll(segment: Segment, asked: readonly Asked[]): void {
  const one = ({ person }: Asked) => search([segment], person, { k: 10 }).map(({ id }) => id)
  for (const warm of asked.slice(0, 200)) one(warm)
  const timed = asked.map((each): Timed => {
    const began = performance.now()
    const ids = one(each)
    return { ms: performance.now() - began, ids, asked: each }
  })
  tell('search, across scripts, one thread', timed)
  tell(
    '  of these in another script',
    timed.filter((each) => each.asked.isCross),
  )
}

function tell(what: string, timed: readonly Timed[]): void {
  const ms = timed.map((one) => one.ms).sort((a, b) => a - b)
  const at = (share: number) => (ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] ?? 0).toFixed(2)
  const answerable = timed.filter(({ asked }) => asked.right.size > 0)
  const found = (k: number) =>
    (
      (100 * answerable.filter(({ ids, asked }) => ids.slice(0, k).some((id) => asked.right.has(id))).length) /
      Math.max(1, answerable.length)
    ).toFixed(1)
  say(
    what,
    `p50 ${at(0.5)} ms, p95 ${at(0.95)}, p99 ${at(0.99)}; recall@1 ${found(1)}, @10 ${found(10)} (${answerable.length} asked)`,
  )
}

function sameAsExhaustive(segment: Segment, asked: readonly Asked[]): void {
  const some = asked.slice(0, exhaustiveCount)
  const same = some.filter(({ person }) => {
    const [fast, slow] = [search([segment], person, { k: 10 }), exhaustive([segment], person, { k: 10 })]
    return JSON.stringify(fast) === JSON.stringify(slow)
  }).length
  say('list identical to exhaustive scoring', `${same} of ${some.length}`)
}
