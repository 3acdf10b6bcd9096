import { build, explain, fitLink, type Model, type Person, type Segment } from '@solferino/engine'
import { pairOptions, pairsFrom, personsFrom, readArguments } from './arguments.ts'
import { findPairs } from './finding.ts'
import { openOut } from './out-file.ts'
import { pairWriter, type Found } from './pairs.ts'
import { readPersons } from './read-persons.ts'
import { writeReport } from './report.ts'
import { progressOf, say } from './say.ts'

/** Fewer requests than this say too little about a list to fit weights to it. */
const fitRequestsMin = 50

/** `solferino match REQUESTS RECORDS`: for each request the records that may be the person. */
export async function matchCommand(args: string[]): Promise<void> {
  const { files, values } = readArguments(args, pairOptions, 2)
  const asked = pairsFrom(values)
  const began = performance.now()
  const [requests, records] = await readPersons(files, personsFrom(values))
  if (!requests || !records) return
  say(`${requests.persons.length} requests, ${records.persons.length} records read.`)
  const schema = { fields: { ...requests.schema.fields, ...records.schema.fields } }
  const segment = build(records.persons, { schema })
  const model = requests.persons.length < fitRequestsMin ? {} : fitLink([segment], requests.persons)
  const progress = progressOf('matched', requests.persons.length)
  const work = { requests: requests.persons, model, least: asked.least, threads: asked.threads }
  const found = await findPairs(segment, work, progress)

  const byId = new Map(requests.persons.map((person) => [person.id ?? '', person]))
  const reasons = reasonsFrom(segment, (id) => byId.get(id), model)
  const out = openOut(asked.out)
  const writer = pairWriter(asked.out, ['request_id', 'record_id'], { explain: asked.explain, cluster: false })
  await out.write(writer.head)
  for (const pair of found) await out.write(writer.line(asked.explain ? { ...pair, reasons: reasons(pair) } : pair))
  out.finish()
  if (asked.html !== null) {
    const records_ = new Map(records.persons.map((person) => [person.id ?? '', person]))
    await writeReport(asked.html, found, {
      left: (id) => byId.get(id),
      right: (id) => records_.get(id),
      reasons,
      names: ['Request', 'Record'],
    })
  }
  const answered = new Set(found.map((pair) => pair.a)).size
  say(
    `${found.length} pairs for ${answered} of ${requests.persons.length} requests, in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
  )
  sayUnsealed([out.where, ...(asked.html === null ? [] : [asked.html])])
}

/** Explains pairs of a segment by the same model that found them. */
export function reasonsFrom(
  segment: Segment,
  personOf: (id: string) => Person | undefined,
  model: Model,
  isWithin = false,
) {
  return (pair: Found): Found['reasons'] => {
    const person = personOf(pair.a)
    return person && explain([segment], person, { id: pair.b }, { model, isWithin })
  }
}

/** The last word of every command that writes about people. */
export function sayUnsealed(places: readonly string[]): void {
  say(
    `The output lies unsealed: ${places.join(', ')}. It names people; move it where it is safe, and delete it when it is not needed.`,
  )
}
