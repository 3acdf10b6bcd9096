// npm start [-- --rebuild]: builds the web application when its sources are newer than what was built, then starts the
// exercise.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'

buildWeb(() => console.log('Building the web application …'))
const main = join(import.meta.dirname, '../server/src/main.ts')
const child = spawn(process.execPath, [main, 'start', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
