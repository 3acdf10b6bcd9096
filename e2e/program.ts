// The program itself as anybody starts it: a process of its own, with every folder it could write to below one.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from '../server/src/access/contract.ts'
import { call } from '../server/src/kernel/client.ts'
import type { AskedOf, Operation } from '../server/src/kernel/operation.ts'

/** Somebody who has signed in, and asks. */
export type Person = <Contract extends Operation>(
  contract: Contract,
  input: AskedOf<Contract>,
  upload?: Uint8Array<ArrayBuffer>,
) => ReturnType<typeof call<Contract>>

export type Program = {
  readonly process: ChildProcess
  readonly origin: string
  /** The one-time link of the first who holds a role: the token it ends in. */
  readonly link: (role: string) => string
  /** Signs in as the first of a role by the link that was printed. */
  readonly as: (role: string) => Promise<Person>
  /** Sends it a signal and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

/** Starts a small exercise below a folder, on PGlite or on the database at an address. What it says is kept there too. */
export async function startProgram(root: string, databaseUrl: string | null): Promise<Program> {
  for (const folder of ['home', 'tmp']) mkdirSync(join(root, folder), { recursive: true })
  const env = {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    SOLFERINO_DATA: join(root, 'data'),
    SOLFERINO_KEY_FILE: join(root, 'exercise.key'),
    SOLFERINO_PORT: '0',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  }
  const main = join(import.meta.dirname, '../server/src/main.ts')
  const child = spawn(process.execPath, [main, 'start', '--small'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  await new Promise<void>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString()
        writeFileSync(join(root, 'tmp', 'said'), said)
        if (said.includes('Stop with Ctrl-C')) ready()
      })
    void gone.then(() => fail(new Error(said)))
  })
  const origin = `http://127.0.0.1:${/127\.0\.0\.1:(\d+)/.exec(said)?.[1]}`
  const link = (role: string) =>
    new RegExp(`^ {2}[^,\\n]+, ${role} +[^\\n]*\\n\\s+\\S+#([\\w-]{43})`, 'mu').exec(said)?.[1] ?? ''
  return {
    process: child,
    origin,
    link,
    as: (role) => signedIn(origin, link(role)),
    end: (signal) => {
      child.kill(signal)
      return gone
    },
  }
}

async function signedIn(origin: string, token: string): Promise<Person> {
  let cookie = ''
  const send = async (path: string, init: RequestInit) => {
    const headers = { ...(init.headers as object), cookie }
    const response = await fetch(`${origin}${path}`, { ...init, headers })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  const signed = await call(send, signIn, { token })
  assert.ok(signed.ok, 'the link signs in')
  return (contract, input, upload) => call(send, contract, input, upload)
}
