import { compare } from '@solferino/engine'
import { answerLines } from './answer-lines.ts'
import { personOptions, personsFrom, readArguments } from './arguments.ts'
import { bitsOf, probabilityOf, reasonsOf } from './pairs.ts'
import { keyOf, LineProblem, queryReader } from './query.ts'

/** `solferino compare`: two names or persons a line, and whether they are one. */
export async function compareCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, personOptions, 0)
  const read = queryReader({ other: null, ...personsFrom(values) })
  await answerLines((value) => {
    const [a, b] = typeof value === 'string' ? value.split('\t') : [keyOf(value, 'a'), keyOf(value, 'b')]
    if (a === undefined || b === undefined)
      throw new LineProblem('"a" and "b" are needed, or two names with a tab between')
    const { bits, probability, parts } = compare(read(a), read(b))
    return {
      id: keyOf(value, 'id') ?? null,
      probability: probabilityOf(probability),
      bits: bitsOf(bits),
      reasons: reasonsOf(parts),
    }
  })
}
