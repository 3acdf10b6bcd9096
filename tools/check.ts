// npm run check: types, lint, format, dead code, generated files fresh. No tests. Every step runs, so one sees all that is wrong.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const projects = [
  'engine',
  'engine/tsconfig.test.json',
  'reading',
  'server',
  'server/tsconfig.pure.json',
  'web',
  'cli',
  '.',
]
const steps: [string, string[]][] = [
  ...projects.map((project): [string, string[]] => ['tsc', ['-p', project]]),
  ['oxlint', ['--deny-warnings']],
  ['oxfmt', ['--check']],
  ['knip', ['--no-progress']],
]
if (existsSync('tools/gen.ts')) steps.push(['node', ['tools/gen.ts', '--check']])

let failed = 0
for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    failed += 1
    console.error(`✗ ${command} ${args.join(' ')}`)
  }
}
console.log(failed === 0 ? 'check: all is well' : `check: ${failed} of ${steps.length} steps failed`)
process.exit(failed === 0 ? 0 : 1)
