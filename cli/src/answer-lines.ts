import { createInterface } from 'node:readline'
import { LineProblem, keyOf, parseLine } from './query.ts'

/**
 * Answers each line of standard input with one line of JSON, written out before the next is read. A line that cannot
 * be understood is answered with its `error`, so that answers stay beside their lines. Blank lines are passed over.
 */
export async function answerLines(answer: (value: unknown) => object): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') await write(`${JSON.stringify(answered(line, answer))}\n`)
  }
}

function answered(line: string, answer: (value: unknown) => object): object {
  let value: unknown
  try {
    value = parseLine(line)
    return answer(value)
  } catch (error) {
    if (!(error instanceof LineProblem)) throw error
    return { id: keyOf(value, 'id') ?? null, error: error.message }
  }
}

function write(text: string): Promise<void> {
  return new Promise((done) => void process.stdout.write(text, () => done()))
}
