import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { exitCodes, Failure, usage } from './failure.ts'
import { say } from './say.ts'

const server = join(import.meta.dirname, '../../server/src/main.ts')

/** `solferino start | serve | migrate`: the server's own commands, in a process of their own. */
export function serverCommand(name: 'start' | 'serve' | 'migrate'): (args: string[]) => Promise<void> {
  return async (args) => {
    const child = spawn(process.execPath, [server, name, ...args], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  }
}

/** `solferino unseal [--key-file FILE]`: gives a sealed server its key, by the console's socket of this machine. */
export async function unsealCommand(args: string[]): Promise<void> {
  const at = args.indexOf('--key-file')
  const file = at < 0 ? null : args[at + 1]
  if (file === undefined) throw usage('--key-file needs a file.')
  const body = file === null ? await askPassphrase() : await readFile(file, 'utf8')
  const path = file === null ? '/unseal-by-passphrase' : '/unseal-by-key'
  const { status, text } = await askConsole('POST', path, body)
  if (status !== 200)
    throw new Failure(`solferino: ${refusals[codeOf(text)] ?? 'the server refused.'}`, exitCodes.input)
  say('Unsealed.')
}

/** `solferino administrator NAME`: the first two administrators of a house, each by a link that is good for 30 minutes. */
export async function administratorCommand(args: string[]): Promise<void> {
  const name = args.join(' ').trim()
  if (name === '') throw usage('Whose account? solferino administrator NAME')
  const { status, text } = await askConsole('POST', '/administrator', name)
  if (status !== 200)
    throw new Failure(`solferino: ${refusals[codeOf(text)] ?? 'the server refused.'}`, exitCodes.input)
  const token = String((JSON.parse(text) as { token: unknown }).token)
  process.stdout.write(`Sign in within 30 minutes, behind the address of the server: /sign-in#${token}\n`)
}

const refusals: Record<string, string> = {
  passphrase_short: 'a passphrase has at least 15 characters.',
  wrong_passphrase: 'this passphrase does not open this installation.',
  wrong_key: 'this key does not open this installation.',
  wrong_mode: 'this database holds an exercise; it is never opened as real, nor a real one as an exercise.',
  unsealed_already: 'the server is unsealed already.',
  two_already: 'there are two administrators already; they open further accounts themselves.',
  sealed: 'the server is still sealed: solferino unseal',
}

function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: unknown }).code)
  } catch {
    return ''
  }
}

async function askPassphrase(): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: false })
  process.stderr.write('Passphrase: ')
  const line = await reader[Symbol.asyncIterator]().next()
  reader.close()
  return line.done === true ? '' : line.value
}

/** The data folder that a server of this account uses, as its configuration has it. */
export function dataFolder(mode: 'real' | 'exercise'): string {
  const { SOLFERINO_DATA: set, XDG_DATA_HOME: shared, HOME: home = '.' } = process.env
  return set ?? join(shared ?? join(home, '.local/share'), 'solferino', mode)
}

function socketOf(folder: string): string {
  const inside = join(folder, 'console.sock')
  if (Buffer.byteLength(inside) < 100) return inside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `solferino-${process.getuid?.() ?? 0}`, `${name}.sock`)
}

/** Asks a running server of this account by its socket: the real one, else the exercise. */
export async function askConsole(
  method: string,
  path: string,
  body = '',
): Promise<{ status: number; text: string; folder: string }> {
  const folder = [dataFolder('real'), dataFolder('exercise')].find((one) => existsSync(socketOf(one)))
  if (folder === undefined)
    throw new Failure(
      'solferino: no server of this account is running here (or SOLFERINO_DATA is not set as it is for it).',
      exitCodes.input,
    )
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: socketOf(folder), method, path }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), folder }),
      )
    })
    asking.on('error', () => reject(new Failure('solferino: the server does not answer.', exitCodes.input)))
    asking.end(body)
  })
}
