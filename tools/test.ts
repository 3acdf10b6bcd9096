// npm test [slice …]: every test, or those in folders or files of that name. Says on which database they ran.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { buildWeb } from './build-web.ts'

const wanted = process.argv.slice(2)
const all = globSync(['{engine,reading,server,cli,web}/src/**/*.test.ts', 'e2e/*.test.ts']).sort()
const files = wanted.length === 0 ? all : all.filter((file) => wanted.some((word) => file.split(/[/.]/).includes(word)))
if (files.length === 0) {
  console.error(`no test is called ${wanted.join(', ')}`)
  process.exit(1)
}
const database = process.env['DATABASE_URL']
  ? 'PostgreSQL and its suite'
  : 'PGlite. PostgreSQL: not run (no DATABASE_URL)'
console.log(`${files.length} test files, on ${database}`)
// Once and before all: files run side by side, and none may empty what another serves.
if (files.some((file) => file.startsWith('e2e/'))) buildWeb(() => console.log('building the web application'))
const child = spawn(process.execPath, ['--test', '--test-concurrency=2', ...files], { stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
