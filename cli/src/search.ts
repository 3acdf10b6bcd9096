import { createInterface } from 'node:readline'
import { build, explain, search, type Person, type Segment } from '@solferino/engine'
import { personOptions, personsFrom, readArguments } from './arguments.ts'
import { answerLines } from './answer-lines.ts'
import { bitsOf, probabilityOf, reasonsOf } from './pairs.ts'
import { keyOf, LineProblem, queryReader } from './query.ts'
import { labelOf, readPersons } from './read-persons.ts'
import { say } from './say.ts'

const candidatesMax = 1000
const candidatesUsual = 20

/** A list is asked for its best even where they are poor: the one who asks sees the probability. */
const asFarAs = { minBits: -6, windowBits: 40 }

/** `solferino search RECORDS`: the records likeliest to be each person asked for on standard input. */
export async function searchCommand(args: string[]): Promise<void> {
  const { files, values } = readArguments(args, personOptions, 1)
  const options = personsFrom(values)
  const [records] = await readPersons(files, options)
  if (!records) return
  const segment = build(records.persons, { schema: records.schema })
  const textById = new Map<string, string>()
  if (process.stdin.isTTY) for (const person of records.persons) textById.set(person.id ?? '', personText(person))
  records.persons.length = 0
  const read = queryReader({ other: records.columns, ...options })
  say(`${segment.stats().records} records ready.`)
  if (process.stdin.isTTY) return prompt(segment, read, textById)
  await answerLines((value) => {
    const candidates = found(segment, read(value), countOf(value)).map(({ id, probability, bits, reasons }) => ({
      id: labelOf(id),
      probability: probabilityOf(probability),
      bits: bitsOf(bits),
      reasons: reasonsOf(reasons),
    }))
    return { id: keyOf(value, 'id') ?? null, candidates }
  })
}

function countOf(value: unknown): number {
  const k = keyOf(value, 'k') ?? candidatesUsual
  if (typeof k !== 'number' || !Number.isInteger(k) || k < 1) throw new LineProblem('"k" is a whole number from 1')
  return Math.min(k, candidatesMax)
}

function found(segment: Segment, person: Person, k: number) {
  return search([segment], person, { k, ...asFarAs }).map((hit) => ({
    ...hit,
    reasons: explain([segment], person, { id: hit.id }) ?? [],
  }))
}

async function prompt(
  segment: Segment,
  read: (value: unknown) => Person,
  textById: Map<string, string>,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: 'name> ' })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() !== '') {
      const hits = found(segment, read(line), 10)
      for (const { id, probability, reasons } of hits) {
        const why = reasons.map(({ part, level }) => `${part} ${level}`).join(', ')
        process.stdout.write(
          `${(100 * probability).toFixed(1).padStart(5)} %  ${labelOf(id)}  ${textById.get(id) ?? ''}  (${why})\n`,
        )
      }
      if (hits.length === 0) process.stdout.write('No record is like this.\n')
    }
    lines.prompt()
  }
}

/** A person in one line. */
export function personText(person: Person): string {
  const names = person.names.map((name) => Object.values(name).join(' ')).join(' / ')
  return [names, person.born, person.place]
    .flat()
    .filter((text) => text !== undefined && text !== '')
    .join(', ')
}
