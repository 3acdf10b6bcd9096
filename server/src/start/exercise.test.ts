// An exercise never takes anything for its own that is not (security.md 0.2), and knows its own again.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'solferino-exercise-'))
})
after(() => rm(root, { recursive: true, force: true }))

/** Runs `start` on a folder until it has said what is waited for, or has ended; then stops it as Ctrl-C does. */
function start(
  name: string,
  words: readonly string[],
  until = 'Stop with Ctrl-C',
): Promise<{ said: string; code: number | null }> {
  const env = {
    PATH: process.env['PATH'],
    SOLFERINO_DATA: join(root, name),
    SOLFERINO_KEY_FILE: join(root, `${name}.key`),
    SOLFERINO_PORT: '0',
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), 'start', ...words], { env })
  let said = ''
  let stopped = false
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString()
        if (stopped || !said.includes(until)) return
        stopped = true
        child.kill('SIGINT')
      })
    child.on('exit', (code) => resolve({ said, code }))
  })
}

test('a folder that holds something else is left alone, also with --rebuild', async () => {
  const folder = join(root, 'real')
  mkdirSync(folder)
  writeFileSync(join(folder, 'database'), 'names of the missing')
  for (const words of [[], ['--rebuild']]) {
    const { said, code } = await start('real', words)
    assert.match(said, /is no exercise; nothing there was touched/)
    assert.equal(code, 1)
  }
  assert.equal(readFileSync(join(folder, 'database'), 'utf8'), 'names of the missing')
})

test('an exercise starts, is known again, and is made anew with a word', async () => {
  const first = await start('own', ['--small'])
  assert.match(first.said, /Loading the invented conflict/)
  assert.match(first.said, /Ines Carrovel, tracing_officer[^\n]*\n\s+http:\/\/127\.0\.0\.1:\d+\/sign-in#[\w-]{43}\n/)
  assert.equal(first.code, 0)
  const key = readFileSync(join(root, 'own.key'), 'utf8')
  const again = await start('own', [])
  assert.doesNotMatch(again.said, /Loading/)
  const anew = await start('own', ['--rebuild', '--small'])
  assert.match(anew.said, /Loading the invented conflict/)
  assert.notEqual(readFileSync(join(root, 'own.key'), 'utf8'), key)
  assert.ok(existsSync(join(root, 'own', 'heads')))
})
