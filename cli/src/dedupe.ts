import { build, clusters, fitDuplicates } from '@solferino/engine'
import { csvLine } from '@solferino/reading'
import { pairOptions, pairsFrom, personsFrom, readArguments } from './arguments.ts'
import { findPairs } from './finding.ts'
import { reasonsFrom, sayUnsealed } from './match.ts'
import { openOut } from './out-file.ts'
import { pairWriter, type Found } from './pairs.ts'
import { labelOf, readPersons } from './read-persons.ts'
import { writeReport } from './report.ts'
import { progressOf, say } from './say.ts'

/** Fewer records than this say too little to fit weights. */
const fitRecordsMin = 50

/** `solferino dedupe RECORDS`: pairs of records that may be one person, and their groups. */
export async function dedupeCommand(given: string[]): Promise<void> {
  const { args, wanted, file } = takeClusters(given)
  const { files, values } = readArguments(args, pairOptions, 1)
  const asked = pairsFrom(values)
  const began = performance.now()
  const [records] = await readPersons(files, personsFrom(values))
  if (!records) return
  say(`${records.persons.length} records read.`)
  const segment = build(records.persons, { schema: records.schema })
  const model = records.persons.length < fitRecordsMin ? {} : fitDuplicates(segment)
  const work = { requests: null, model, least: asked.least, threads: asked.threads }
  const found = await findPairs(segment, work, progressOf('compared', records.persons.length))

  const groups = wanted ? clusters(found, { minProbability: asked.least }) : []
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id): [string, string] => [id, String(at + 1)])))
  const byId = new Map(records.persons.map((person) => [person.id ?? '', person]))
  const reasons = reasonsFrom(segment, (id) => byId.get(id), model, true)
  const clusterOf = (pair: Found): string | null => {
    const cluster = groupOf.get(pair.a)
    return cluster !== undefined && cluster === groupOf.get(pair.b) ? cluster : null
  }
  const out = openOut(asked.out)
  const writer = pairWriter(asked.out, ['a_id', 'b_id'], { explain: asked.explain, cluster: wanted })
  await out.write(writer.head)
  for (const pair of found) {
    await out.write(
      writer.line({ ...pair, cluster: clusterOf(pair), reasons: asked.explain ? reasons(pair) : undefined }),
    )
  }
  out.finish()
  if (file !== null) await writeGroups(file, groups)
  if (asked.html !== null) {
    await writeReport(asked.html, found, {
      left: (id) => byId.get(id),
      right: (id) => byId.get(id),
      reasons,
      names: ['Record', 'Record'],
    })
  }
  const told = wanted ? `, ${groups.length} groups` : ''
  say(`${found.length} pairs${told}, in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  sayUnsealed([out.where, ...[file, asked.html].filter((path) => path !== null)])
}

/** `--clusters` may have a file behind it or stand alone. */
function takeClusters(args: string[]): { args: string[]; wanted: boolean; file: string | null } {
  const at = args.findIndex((arg) => arg === '--clusters' || arg.startsWith('--clusters='))
  if (at < 0) return { args, wanted: false, file: null }
  const rest = args.toSpliced(at, 1)
  if (args[at] !== '--clusters') return { args: rest, wanted: true, file: args[at]!.slice('--clusters='.length) }
  // the word behind is the file of groups only when the file of records stands elsewhere
  const next = rest[at]
  const others = rest.filter((arg, place) => place !== at && !arg.startsWith('-') && !takesValue(rest[place - 1]))
  if (next === undefined || others.length === 0 || !/\.(?:csv|ndjson)$/iu.test(next))
    return { args: rest, wanted: true, file: null }
  return { args: rest.toSpliced(at, 1), wanted: true, file: next }
}

function takesValue(arg: string | undefined): boolean {
  return ['--out', '--map', '--min-probability', '--threads', '--html', '--age-at'].includes(arg ?? '')
}

async function writeGroups(path: string, groups: readonly (readonly string[])[]): Promise<void> {
  const out = openOut(path)
  const lines = /\.ndjson$/iu.test(path)
  if (!lines) await out.write(csvLine(['cluster', 'id']))
  for (const [at, group] of groups.entries()) {
    if (lines) await out.write(`${JSON.stringify({ cluster: at + 1, ids: group.map(labelOf) })}\n`)
    else for (const id of group) await out.write(csvLine([String(at + 1), labelOf(id)]))
  }
  out.finish()
}
