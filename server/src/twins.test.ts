// Two installations that differ only in what I may not see answer me alike, whatever I ask. And who lets something through
// is found: faults are put in one by one, and each is caught (security.md 0.8). In long: `npm run drill twins`.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { mutants } from './twins-mutants.samples.ts'
import { judge, type Verdict } from './twins.samples.ts'

/** In the tests a few of the faults, of different kinds; all of them in the drill. */
const few = ['records of every compartment', 'a read that leaves no leaf', 'sealed without its place']
const isLong = process.env['SOLFERINO_DRILL_LONG'] === '1'
const sequences = isLong ? 500 : 100

if (process.env['SOLFERINO_MUTANT'] !== undefined) {
  process.stdout.write(JSON.stringify(await judge(40, 7)))
} else {
  test('whatever is asked, the answer is the same in both worlds, a read is recorded, a sealed text stays in its place', async (t) => {
    const { sight, worked, calls, succeeded, unanswered, faults } = await judge(sequences, 1864)
    t.diagnostic(`before them ${JSON.stringify(sight)}; ${worked} calls at work`)
    t.diagnostic(`${succeeded} of ${calls} calls at random succeeded`)
    assert.deepEqual(faults, [])
    assert.ok(sight.records >= 100 && sight.requests >= 20 && sight.pairs >= 10)
    assert.ok(succeeded * 2 >= calls)
    // Also the operations of tomorrow: whoever adds one adds it to a course.
    assert.deepEqual(unanswered, [])
  })

  // Faults are in the code, whatever database it stands on: in the tests they are looked for on one of the two.
  const onServer = process.env['DATABASE_URL'] !== undefined && !isLong
  test('faults that are put in are caught', { skip: onServer }, async (t) => {
    for (const name of isLong ? Object.keys(mutants) : few) {
      const { faults } = await judgedWith(name)
      t.diagnostic(`${name}: ${faults[0]?.slice(0, 100)}`)
      assert.ok(faults.length > 0, name)
    }
  })
}

/** What is found when a fault is put in, in a process of its own. */
function judgedWith(name: string): Promise<Verdict> {
  const env = { ...process.env, SOLFERINO_MUTANT: name, NODE_TEST_CONTEXT: undefined }
  const args = ['--import', join(import.meta.dirname, 'twins-mutants.samples.ts'), import.meta.filename]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve, fail) => {
    child.on('exit', () => {
      const found = said.indexOf('{')
      if (found < 0) fail(new Error(`nothing was judged: ${said}`))
      else resolve(JSON.parse(said.slice(found)) as Verdict)
    })
  })
}
