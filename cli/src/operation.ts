import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { call } from '@solferino/server/kernel/client'
import { exitCodes, Failure, usage } from './failure.ts'
import { signedIn } from './session.ts'

/** What this terminal needs to know of an operation: its contract, whatever its room. */
type Contract = Parameters<typeof call>[1]

/**
 * `solferino ROOM.OPERATION [JSON | - | KEY=VALUE ...] [--file FILE]`: the same operation as in the browser. Its answer
 * is JSON on standard output. `-` reads the input from standard input, where no history keeps it.
 */
export async function operationCommand(name: string, args: string[]): Promise<void> {
  const contracts = await contractsOf(name)
  if (name.endsWith('.')) {
    for (const one of contracts) process.stdout.write(`${one.name.padEnd(36)} ${one.kind.padEnd(8)} ${one.needs}\n`)
    return
  }
  const contract = contracts.find((one) => one.name === name)
  if (!contract) throw usage(`There is no operation ${name}; those of its room: solferino ${name.split('.')[0]}.`)
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(describe(contract))
  else await run(contract, args)
}

async function run(contract: Contract, args: string[]): Promise<void> {
  const { words, file } = wordsOf(args)
  const input = await inputOf(words)
  const takesFile = contract.uploadBytesMax !== undefined
  if (takesFile !== (file !== null)) throw usage(takesFile ? 'This operation takes --file FILE.' : 'No file is taken.')
  const body = file === null ? undefined : Readable.toWeb(createReadStream(file))
  const sender = signedIn()
  const reply = await call(
    // A body that streams has to say so.
    (path, init) => sender(path, body ? Object.assign(init, { duplex: 'half' }) : init),
    contract,
    input,
    body as RequestInit['body'],
  )
  if (reply.ok) {
    process.stdout.write(`${JSON.stringify(reply.output, null, process.stdout.isTTY ? 2 : 0)}\n`)
    return
  }
  const { code, issues, reference } = reply
  const places = issues.map((issue) => `\n  ${issue.path || 'input'}: ${issue.message}`).join('')
  const told = sentences[code] ?? 'the server refused.'
  throw new Failure(
    `solferino: ${code}: ${told}${reference ? ` Reference ${reference}.` : ''}${places}`,
    exitCodes.refused,
  )
}

function wordsOf(args: string[]): { words: string[]; file: string | null } {
  try {
    const { values, positionals } = parseArgs({ args, options: { file: { type: 'string' } }, allowPositionals: true })
    return { words: positionals, file: values.file ?? null }
  } catch (error) {
    throw error instanceof TypeError ? usage(error.message) : error
  }
}

async function inputOf(words: readonly string[]): Promise<Record<string, unknown>> {
  const [first] = words
  if (words.length === 1 && first === '-') return objectOf(await textOf(process.stdin))
  if (words.length === 1 && first?.trimStart().startsWith('{')) return objectOf(first)
  const input: Record<string, unknown> = {}
  for (const word of words) {
    const at = word.indexOf('=')
    if (at < 1) throw usage(`"${word}": write KEY=VALUE, one JSON object, or - to read it from standard input.`)
    input[word.slice(0, at)] = valueOf(word.slice(at + 1))
  }
  return input
}

function objectOf(json: string): Record<string, unknown> {
  const value = valueOf(json)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw usage('The input is not one JSON object.')
}

function valueOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

/** The contracts of a name's room. A room's door is its contract; there is no list of rooms to keep here. */
async function contractsOf(name: string): Promise<Contract[]> {
  const [room] = name.split('.')
  try {
    const door: unknown = await import(`@solferino/server/${room}/contract`)
    return Object.values(door as object)
      .filter(isContract)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw usage(`There is no room "${room}".`)
    throw error
  }
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'needs' in value && 'path' in value && 'refusals' in value
}

function describe(contract: Contract): string {
  const schema = contract.input.toJSONSchema({ io: 'input', unrepresentable: 'any' })
  return [
    `${contract.name} (${contract.kind}), asked of ${contract.needs}`,
    contract.uploadBytesMax === undefined ? '' : `takes --file FILE, at most ${contract.uploadBytesMax} bytes`,
    `refuses with: ${contract.refusals.join(', ') || 'nothing of its own'}`,
    `input: ${JSON.stringify({ properties: schema.properties, required: schema.required }, null, 2)}`,
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n')
}

const sentences: Record<string, string> = {
  signed_out: 'the session has ended: solferino sign-in with a new link.',
  not_found: 'there is nothing of that name for you.',
  invalid: 'the input is not as it must be:',
  busy: 'the server is busy; nothing was done. Try again.',
  sealed: 'the server is sealed.',
  full: 'the server has no space left; nothing was done.',
  broken: 'a fault of the server; nothing was done.',
  unreachable: 'the server cannot be reached.',
  too_large: 'the file is larger than this operation takes.',
}
