// npm start [-- --rebuild]: builds the web application when its sources are newer than what was built, then starts the
// exercise.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'web/dist/index.html')
const sources = globSync(
  ['web/src/**/*', 'web/index.html', 'web/*.ts', 'server/src/**/contract.ts', 'package-lock.json'],
  {
    cwd: root,
  },
)
const newest = Math.max(...sources.map((path) => statSync(join(root, path)).mtimeMs))
if (!existsSync(built) || statSync(built).mtimeMs < newest) {
  console.log('Building the web application …')
  const { status, stderr } = spawnSync(join(root, 'node_modules/.bin/vite'), ['build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) {
    console.error(stderr)
    process.exit(1)
  }
}
const child = spawn(process.execPath, [join(root, 'server/src/main.ts'), 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
