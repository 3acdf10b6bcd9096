/**
 * Linkage quality on public sets: precision, recall and F1 at one half, the best F1, and calibration.
 * `node engine/bench/linkage.ts [set …]`; PLAIN=1 without fitting, DIAGRAMS=folder writes reliability diagrams. Columns are mapped as a user of `--map` would; nothing is fitted to a set.
 */
import { writeFileSync } from 'node:fs'
import { cell, readRows, dataFolder, sayMissing, type Row } from './data.ts'
import { build, clusters, dedupe, fitDuplicates, fitLink, link, type Person, type Schema } from '../src/index.ts'
import { reliabilityDiagram } from './diagram.ts'
import { quality, reliability, type Scored } from './measure.ts'

type Mapping = { readonly schema: Schema; readonly person: (row: Row) => Person }

/** A name and fields from cells; empty cells are left out. */
function person(id: string, name: Record<string, string | undefined>, rest: Record<string, unknown>): Person {
  const kept = (values: Record<string, unknown>): object =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
  return {
    id,
    ...kept(rest),
    names: [kept(name)],
    fields: kept((rest['fields'] ?? {}) as Record<string, unknown>),
  } as Person
}

const febrl: Mapping = {
  schema: {
    fields: {
      ssn: 'identifier',
      street: 'place',
      estate: 'place',
      suburb: 'place',
      postcode: 'identifier',
      state: 'attribute',
      house: 'attribute',
    },
  },
  person: (row) =>
    person(
      cell(row, 'id'),
      { given: cell(row, 'given_name'), family: cell(row, 'surname') },
      {
        born: cell(row, 'date_of_birth'),
        fields: {
          ssn: cell(row, 'soc_sec_id'),
          street: cell(row, 'address_1'),
          estate: cell(row, 'address_2'),
          suburb: cell(row, 'suburb'),
          postcode: cell(row, 'postcode'),
          state: cell(row, 'state'),
          house: cell(row, 'street_number'),
        },
      },
    ),
}

const mappings: Readonly<Record<string, Mapping>> = {
  febrl1: febrl,
  febrl2: febrl,
  febrl3: febrl,
  brcand: {
    schema: { fields: { race: 'attribute', marital_status: 'attribute' } },
    person: (row) =>
      person(
        cell(row, 'id'),
        { whole: cell(row, 'full_name') },
        {
          born: cell(row, 'dob'),
          sex: cell(row, 'sex'),
          fields: { race: cell(row, 'race'), marital_status: cell(row, 'marital_status') },
        },
      ),
  },
  rldata500: {
    schema: {},
    person: (row) => {
      const born = [
        cell(row, 'birth_year'),
        cell(row, 'birth_month').padStart(2, '0'),
        cell(row, 'birth_day').padStart(2, '0'),
      ]
        .filter((part) => part !== '' && part !== '00')
        .join('-')
      return person(
        cell(row, 'id'),
        {
          given: [cell(row, 'first_name'), cell(row, 'first_name2')].join(' '),
          family: [cell(row, 'surname'), cell(row, 'surname2')].join(' '),
        },
        { born },
      )
    },
  },
  historical: {
    schema: { fields: { postcode_fake: 'identifier', occupation: 'attribute' } },
    person: (row) => {
      const parted = cell(row, 'first_name') !== '' || cell(row, 'surname') !== ''
      const name = parted
        ? { given: cell(row, 'first_name'), family: cell(row, 'surname'), alias: cell(row, 'full_name') }
        : { whole: cell(row, 'full_name') }
      return person(cell(row, 'id'), name, {
        born: cell(row, 'dob'),
        place: cell(row, 'birth_place'),
        sex: cell(row, 'gender'),
        fields: { postcode_fake: cell(row, 'postcode_fake'), occupation: cell(row, 'occupation') },
      })
    },
  },
  'un-original': {
    schema: { fields: { country: 'attribute', nationality: 'attribute' } },
    person: (row) =>
      person(
        cell(row, 'id'),
        { whole: cell(row, 'full_name') },
        {
          born: cell(row, 'dob').split('|'),
          place: cell(row, 'birth_city'),
          sex: cell(row, 'gender'),
          fields: { country: cell(row, 'birth_country'), nationality: cell(row, 'nationality') },
        },
      ),
  },
  xlink: {
    schema: {},
    person: (row) =>
      person(
        cell(row, 'id'),
        { given: cell(row, 'given'), father: cell(row, 'father'), family: cell(row, 'family') },
        { born: cell(row, 'dob'), place: cell(row, 'birth_place') },
      ),
  },
  fake1000: {
    schema: { fields: { email: 'identifier' } },
    person: (row) =>
      person(
        cell(row, 'id'),
        { given: cell(row, 'first_name'), family: cell(row, 'surname') },
        { born: cell(row, 'dob'), place: cell(row, 'city'), fields: { email: cell(row, 'email') } },
      ),
  },
}

function mappingOf(name: string): Mapping {
  const mapping = mappings[name]
  if (!mapping) throw new Error(`there is no set ${name}`)
  return mapping
}

const LEAST = 0.001

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function twoFiles(name: string, rowsA: readonly Row[], rowsB: readonly Row[], truth: ReadonlySet<string>): void {
  const { schema, person: toPerson } = mappingOf(name)
  const began = performance.now()
  const segment = build(rowsA.map(toPerson), { schema })
  const built = performance.now()
  const scored: Scored[] = []
  const requests = rowsB.map(toPerson)
  const model = process.env['PLAIN'] ? {} : fitLink([segment], requests)
  if (process.env['MODEL']) console.log(JSON.stringify(model))
  for (const { request, hits } of link([segment], requests, { model, minProbability: LEAST, k: 20 })) {
    for (const hit of hits)
      scored.push({
        probability: hit.probability,
        bits: hit.bits,
        isTrue: truth.has(`${hit.id} ${request}`),
        key: `${hit.id} ${request}`,
      })
  }
  report(name, scored, truth.size, [built - began, performance.now() - built])
  if (process.env['SHOW']) show(scored, truth, rowsA, rowsB)
}

function oneFile(name: string, rows: readonly Row[]): void {
  const { schema, person: toPerson } = mappingOf(name)
  const began = performance.now()
  const segment = build(rows.map(toPerson), { schema })
  const built = performance.now()
  const clusterOf = new Map(rows.map((row) => [cell(row, 'id'), cell(row, 'cluster')]))
  const model = process.env['PLAIN'] ? {} : fitDuplicates(segment)
  if (process.env['MODEL']) console.log(JSON.stringify(model))
  const pairs = [...dedupe(segment, { model, minProbability: LEAST })]
  const scored = pairs.map(({ a, b, bits, probability }) => ({
    probability,
    bits,
    isTrue: clusterOf.get(a) === clusterOf.get(b),
    key: pairKey(a, b),
  }))
  const truth = new Set<string>()
  const members = Map.groupBy(rows, (row) => cell(row, 'cluster'))
  for (const group of members.values())
    for (const [at, row] of group.entries())
      for (const other of group.slice(at + 1)) truth.add(pairKey(cell(row, 'id'), cell(other, 'id')))
  report(name, scored, truth.size, [built - began, performance.now() - built])
  if (process.env['SHOW']) show(scored, truth, rows, rows)
  let found = 0
  let right = 0
  for (const group of clusters(pairs)) {
    for (const [at, id] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        found += 1
        if (clusterOf.get(id) === clusterOf.get(other)) right += 1
      }
    }
  }
  const f1 = (2 * right) / (found + truth.size)
  console.log(`  after closure: P ${percent(right / found)} R ${percent(right / truth.size)} F1 ${percent(f1)}`)
}

function percent(share: number): string {
  return (100 * share).toFixed(2)
}

function report(
  name: string,
  scored: readonly Scored[],
  truths: number,
  [buildMs, runMs]: readonly [number, number],
): void {
  const { precision, recall, f1, bestF1, bestAt, ece, found } = quality(scored, truths)
  console.log(
    `${name.padEnd(12)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}  best F1 ${percent(bestF1)} at ${bestAt.toFixed(3)}  candidates ${percent(found)}  ECE ${ece.toFixed(4)}  build ${(buildMs / 1000).toFixed(2)} s run ${(runMs / 1000).toFixed(2)} s`,
  )
  const folder = process.env['DIAGRAMS']
  if (folder) writeFileSync(`${folder}/engine-reliability-${name}.svg`, reliabilityDiagram(name, reliability(scored)))
}

/** Prints a few wrong and missed pairs, to look at while developing. */
function show(
  scored: readonly Scored[],
  truth: ReadonlySet<string>,
  rowsA: readonly Row[],
  rowsB: readonly Row[],
): void {
  const count = Number(process.env['SHOW'])
  const rowOf = new Map([...rowsA, ...rowsB].map((row) => [cell(row, 'id'), row]))
  const line = (id: string): string =>
    Object.entries(rowOf.get(id) ?? {})
      .filter(([key]) => key !== 'cluster' && key !== 'script')
      .map(([, value]) => value)
      .join(' | ')
  const tell = (key: string, note: string): void =>
    console.log(`  ${note}\n    ${key.split(' ').map(line).join('\n    ')}`)
  for (const one of scored.filter((pair) => !pair.isTrue && pair.probability > 0.5).slice(0, count))
    tell(one.key, `wrong ${one.probability.toFixed(3)} ${(one.bits / 256).toFixed(1)}`)
  const found = new Map(scored.map((pair) => [pair.key, pair]))
  const missed = [...truth].filter((key) => (found.get(key)?.probability ?? 0) < 0.5)
  for (const key of missed.filter((_, at) => at % Math.max(1, Math.floor(missed.length / count)) === 0).slice(0, count))
    tell(
      key,
      `missed ${found.get(key)?.probability.toFixed(3) ?? ''} ${((found.get(key)?.bits ?? 0) / 256).toFixed(1)}`,
    )
}

function run(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const rows = (part: string): Row[] => readRows(`${folder}/linkage/${name}.${part}.tsv.gz`)
    if (name.startsWith('febrl')) {
      const all = rows('dedup')
      const original = all.filter((row) => cell(row, 'id').endsWith('-org'))
      const copies = all.filter((row) => !cell(row, 'id').endsWith('-org'))
      const truth = new Set<string>()
      const of = new Map(original.map((row) => [cell(row, 'cluster'), cell(row, 'id')]))
      for (const row of copies)
        if (of.has(cell(row, 'cluster'))) truth.add(`${of.get(cell(row, 'cluster'))} ${cell(row, 'id')}`)
      twoFiles(name, original, copies, truth)
    } else if (['brcand', 'un-original', 'xlink'].includes(name)) {
      twoFiles(
        name,
        rows('a'),
        rows('b'),
        new Set(rows('truth').map((row) => `${cell(row, 'a_id')} ${cell(row, 'b_id')}`)),
      )
    } else oneFile(name, rows('dedup'))
  }
}

const folder = dataFolder()
const asked = process.argv.slice(2)
if (folder)
  run(
    folder,
    asked.length > 0
      ? asked
      : ['febrl1', 'febrl2', 'febrl3', 'brcand', 'rldata500', 'un-original', 'xlink', 'historical'],
  )
else sayMissing('linkage')
