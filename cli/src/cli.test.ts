import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from '@solferino/reading'

const bin = fileURLToPath(new URL('../bin/solferino.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'solferino-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function solferino(args: string[], input = '') {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, input, encoding: 'utf8' })
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

const records = [
  ['id', 'family', 'given', 'father', 'dob', 'place'],
  ['r1', 'Хоренко', 'Остап', 'Миронович', '1987-03-12', 'Веселиця'],
  ['r2', 'Хоренко', 'Демид', 'Миронович', '1987-03-12', 'Веселиця'],
  ['r3', 'Тарвинский', 'Лев', 'Аронович', '1960-11-02', 'Озёрск'],
  ['r4', 'Малинович', 'Ефим', 'Карпович', '1971', 'Яблонька'],
]
const tsv = `${records.map((row) => row.join('\t')).join('\n')}\n`
const requests = 'id,name,born\nq1,Ostap Khorenko,1987-03-12\nq2,Lev Tarvinsky,1960-11-02\nq3,Nobody Atall,1999-01-01\n'

test('a request finds its record across scripts, whatever the format of the list', () => {
  put('requests.csv', requests)
  put('records.tsv', tsv)
  put('records.tsv.gz', gzipSync(tsv))
  put('records.xlsx', writeXlsx([{ name: 'List', rows: records }]))
  const [head, ...rows] = records
  put(
    'records.ndjson',
    rows.map((row) => JSON.stringify(Object.fromEntries(head!.map((key, at) => [key, row[at]])))).join('\n'),
  )
  const outputs = ['records.tsv', 'records.tsv.gz', 'records.xlsx', 'records.ndjson'].map((file) => {
    const { status, stdout, stderr } = solferino(['match', 'requests.csv', file])
    assert.equal(status, 0, stderr)
    assert.match(stderr, /lies unsealed: standard output/u)
    return stdout
  })
  const [first] = outputs
  assert.match(first!, /^request_id,record_id,probability,bits\nq1,r1,/u)
  assert.match(first!, /^q2,r3,/mu)
  assert.doesNotMatch(first!, /q3/u)
  assert.equal(new Set(outputs).size, 1)
})

test('an output file appears whole, is readable by its owner alone, and its place is told', () => {
  put('requests.csv', requests)
  put('records.tsv', tsv)
  const args = ['match', 'requests.csv', 'records.tsv', '--out', 'pairs.ndjson', '--explain', '--html', 'report.html']
  const { status, stdout, stderr } = solferino(args)
  assert.equal(status, 0, stderr)
  assert.equal(stdout, '')
  assert.ok(stderr.includes(join(folder, 'pairs.ndjson')))
  assert.equal(statSync(join(folder, 'pairs.ndjson')).mode & 0o777, 0o600)
  const lines = readFileSync(join(folder, 'pairs.ndjson'), 'utf8').trim().split('\n')
  for (const line of lines) {
    const pair: { bits: number; reasons: { bits: number }[] } = JSON.parse(line)
    assert.deepEqual(Object.keys(pair), ['request_id', 'record_id', 'probability', 'bits', 'reasons'])
    assert.equal(
      pair.reasons.reduce((sum, reason) => sum + reason.bits, 0),
      pair.bits,
    )
  }
  const page = readFileSync(join(folder, 'report.html'), 'utf8')
  assert.ok(page.includes('Хоренко'))
  assert.doesNotMatch(page, /<script|https?:\/\/|src=|href=/u)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.part')),
    [],
  )
})

test('mapped columns are joined and compared; a column nobody has is named', () => {
  const list = 'key;a;b;y;m;d\n1;Ferran;Odell;1950;3;7\n2;Feran;Odell;1950;3;7\n3;Jutta;Brandmoor;1944;12;1\n'
  put('list.csv', list)
  const map = 'id=key,given=a,family=b,born=y+m+d'
  const found = solferino(['dedupe', 'list.csv', '--map', map, '--clusters'])
  assert.equal(found.status, 0, found.stderr)
  assert.match(found.stdout, /^a_id,b_id,probability,bits,cluster\n1,2,[\d.]+,[\d.]+,1\n$/u)
  const wrong = solferino(['dedupe', 'list.csv', '--map', 'born=nonsense'])
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /no column "nonsense".*Columns: key, a, b, y, m, d/u)
})

test('search answers each line at once, and an unreadable line with an error', async () => {
  put('names.csv', 'id,name\nn1,Остап Хоренко\nn2,Лев Тарвинский\n')
  const child = spawn(process.execPath, [bin, 'search', 'names.csv'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (line: string) => {
    child.stdin.write(`${line}\n`)
    const { value } = await lines.next()
    const answer: { id: unknown; error?: string; candidates: { id: string }[] } = JSON.parse(value ?? '')
    return answer
  }
  const first = await ask('{"id":"q","given":"Lev","family":"Tarvinsky","k":1}')
  assert.deepEqual(Object.keys(first), ['id', 'candidates'])
  assert.equal(first.id, 'q')
  assert.deepEqual(Object.keys(first.candidates[0]!), ['id', 'probability', 'bits', 'reasons'])
  assert.deepEqual(
    first.candidates.map(({ id }) => id),
    ['n2'],
  )
  assert.equal((await ask('Ostap Khorenko')).candidates[0]!.id, 'n1')
  assert.equal((await ask('{"id":9,')).error, 'the line is no valid JSON')
  child.stdin.end()
  assert.equal(await new Promise((done) => void child.on('exit', done)), 0)
})

test('compare answers names and persons, sums its reasons, and does the same both ways', () => {
  const lines = [
    { id: 'x', a: 'Остап Хоренко', b: 'Ostap Khorenko' },
    { id: 'y', a: { given: 'Lev', born: '1960' }, b: { given: 'Лев', born: '1991' } },
    { id: 'z', a: 'Ostap Khorenko', b: 'Остап Хоренко' },
  ]
  const { status, stdout } = solferino(['compare'], lines.map((line) => JSON.stringify(line)).join('\n'))
  assert.equal(status, 0)
  const answers = stdout
    .trim()
    .split('\n')
    .map((line): { id: string; probability: number; bits: number; reasons: { bits: number }[] } => JSON.parse(line))
  for (const answer of answers) {
    assert.deepEqual(Object.keys(answer), ['id', 'probability', 'bits', 'reasons'])
    assert.equal(
      answer.reasons.reduce((sum, { bits }) => sum + bits, 0),
      answer.bits,
    )
  }
  assert.ok(answers[0]!.probability > 0.5)
  assert.ok(answers[1]!.probability < 0.5)
  assert.equal(answers[0]!.bits, answers[2]!.bits)
})

test('read gives a line of JSON for each proposal with every key in order', () => {
  const text =
    'GENEVA – "We will give the delegates access to all places of detention," Foreign Minister Ana Ostrova said.\n'
  put('report.txt', text)
  const { status, stdout } = solferino(['read', 'report.txt', '--json'])
  assert.equal(status, 0)
  const proposal: { span: { start: number; end: number }; text: string } = JSON.parse(stdout.split('\n')[0]!)
  const keys =
    'kind speaker role party span text quoted saidAs addressee against subject treaty place since negated hedge condition'
  assert.deepEqual(Object.keys(proposal), keys.split(' '))
  assert.equal(text.slice(proposal.span.start, proposal.span.end), proposal.text)
})

test('what cannot be done ends with its own exit code and says where', () => {
  put('requests.csv', requests)
  put('records.tsv', tsv)
  put('broken.xlsx', writeXlsx([{ name: 'List', rows: records }]).subarray(0, 900))
  put('empty.csv', '')
  const cases: [string[], number, RegExp][] = [
    [['nonsense'], 2, /no command "nonsense"/u],
    [['match', 'requests.csv'], 2, /2 files are needed/u],
    [['match', 'requests.csv', 'records.tsv', '--min-probability', '7'], 2, /--min-probability 7/u],
    [['match', 'requests.csv', 'records.tsv', '--out', 'pairs.doc'], 2, /\.ndjson/u],
    [['match', 'requests.csv', 'missing.csv'], 3, /missing\.csv: there is no such file/u],
    [['match', 'requests.csv', 'broken.xlsx'], 3, /broken\.xlsx: the workbook is cut off/u],
    [['dedupe', 'empty.csv'], 3, /empty\.csv: the file is empty/u],
    [['match', 'requests.csv', 'records.tsv', '--out', 'no-such-folder/pairs.csv'], 4, /cannot be written/u],
  ]
  for (const [args, code, message] of cases) {
    const { status, stderr } = solferino(args)
    assert.equal(status, code, stderr)
    assert.match(stderr, message)
  }
  const help = solferino(['--help'])
  assert.equal(help.status, 0)
  for (const word of ['match', 'dedupe', 'search', 'compare', 'read', '--map', 'Exit codes'])
    assert.ok(help.stdout.includes(word))
})

test('Ctrl-C ends with 130 and leaves no half file', async () => {
  const many = Array.from(
    { length: 30_000 },
    (_, at) => `r${at},Given${at % 977} Family${at % 1499},19${50 + (at % 50)}`,
  )
  put('many.csv', `id,name,born\n${many.join('\n')}\n`)
  const child = spawn(process.execPath, [bin, 'dedupe', 'many.csv', '--out', 'many.pairs.csv'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.once('data', () => child.kill('SIGINT'))
  assert.equal(await new Promise((done) => void child.on('exit', done)), 130)
  assert.ok(!existsSync(join(folder, 'many.pairs.csv')))
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.part')),
    [],
  )
})
