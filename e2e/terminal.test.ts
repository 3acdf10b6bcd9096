// The terminal: a certificate of one's own authority, a link made for it, the operations of the browser, the way out.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { issueLink } from '../server/src/access/contract.ts'
import { openTestHouse, type TestHouse } from '../server/src/kernel/test.ts'

let t: TestHouse
let folder: string
let server: ServerType
let origin: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'solferino-terminal-'))
  t = await openTestHouse()
  const made = await solferino(['cert', 'localhost', '127.0.0.1', '--out', join(folder, 'tls')])
  assert.equal(made.code, 0)
  const [cert, key] = ['server.pem', 'server.key'].map((name) => readFileSync(join(folder, 'tls', name), 'utf8'))
  const serverOptions = { cert: cert!, key: key!, minVersion: 'TLSv1.3' as const }
  server = createAdaptorServer({ fetch: t.app.fetch, createServer, serverOptions })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  origin = `https://localhost:${address.port}`
})
after(async () => {
  server.close()
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const ca = () => join(folder, 'tls', 'ca.pem')
const session = () => join(folder, 'solferino', 'session.json')

/** Types a command at a terminal whose state lies in the test's folder. */
function solferino(args: string[], input = ''): Promise<{ code: number | null; out: string; said: string }> {
  const main = join(import.meta.dirname, '../cli/src/main.ts')
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env['PATH'], XDG_STATE_HOME: folder } })
  let [out, said] = ['', '']
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })))
}

async function terminalLink(): Promise<string> {
  const administrator = await t.as('administrator', { context: null })
  const officer = await t.as('intake')
  const { token } = await administrator.ok(issueLink, { id: officer.person, kind: 'terminal' })
  return `${origin}/terminal#${token}`
}

test('without the authority nothing is sent; with it a link signs in once, and its file is of its owner alone', async () => {
  const link = await terminalLink()
  const untrusted = await solferino(['sign-in', link])
  assert.equal(untrusted.code, 5)
  assert.match(untrusted.said, /certificate is not trusted/)
  assert.equal(existsSync(session()), false)
  const forBrowser = await solferino(['sign-in', link.replace('/terminal', '/sign-in'), '--ca', ca()])
  assert.equal(forBrowser.code, 2)
  const signedIn = await solferino(['sign-in', link, '--ca', ca()])
  assert.equal(signedIn.code, 0, signedIn.said)
  assert.equal(statSync(session()).mode & 0o777, 0o600)
  const again = await solferino(['sign-in', link, '--ca', ca()])
  assert.match(again.said, /does not open anything/)
})

test('an operation is typed by its name; wrong input names its place; what may not be seen is not there', async () => {
  const link = await terminalLink()
  assert.equal((await solferino(['sign-in', link, '--ca', ca()])).code, 0)
  const self = await solferino(['access.readSelf'])
  assert.deepEqual((JSON.parse(self.out) as { roles: string[] }).roles, ['intake'])
  const input = { context: t.world.first.context, sought: {}, enquirer: {} }
  const refused = await solferino(['tracing.fileRequest', '-'], JSON.stringify(input))
  assert.equal(refused.code, 5)
  assert.match(refused.said, /invalid: [^\n]*\n {2}\w+/)
  const absent = await solferino(['tracing.readRequest', 'id=TR-00000000000'])
  const forbidden = await solferino(['audit.listLeaves', 'chain=house'])
  assert.deepEqual([absent.code, forbidden.code], [5, 5])
  const described = await solferino(['tracing.fileRequest', '--help'])
  assert.match(described.out, /asked of tracing\.file/)
  assert.match((await solferino(['nothing.atAll'])).said, /no room "nothing"/)
  assert.match((await solferino(['tracing.atAll'])).said, /no operation tracing\.atAll/)
})

test('signing out ends the session on the server and forgets it here', async () => {
  const link = await terminalLink()
  await solferino(['sign-in', link, '--ca', ca()])
  const kept = readFileSync(session(), 'utf8')
  assert.match((await solferino(['sign-out'])).said, /Signed out/)
  assert.equal(existsSync(session()), false)
  assert.match((await solferino(['access.readSelf'])).said, /nobody is signed in/)
  writeFileSync(session(), kept, { mode: 0o600 })
  assert.match((await solferino(['access.readSelf'])).said, /the session has ended/)
})

test('a certificate is never written over another', async () => {
  const again = await solferino(['cert', 'localhost', '--out', join(folder, 'tls')])
  assert.equal(again.code, 4)
  assert.match(again.said, /is there already/)
})
