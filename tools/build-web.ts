import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Whatever the web application is built from: contracts bring the shapes of other files of the server with them. */
const sources = ['web/src/**/*', 'web/index.html', 'web/*.ts', '{server,reading}/src/**/*.ts', 'package-lock.json']

/**
 * Builds the web application when anything it is built from is newer than what was built. `onStart` is called before a build.
 * Throws what the builder said when it fails. Two processes must not be at it at once: one would read what the other empties.
 */
export function buildWeb(onStart: () => void = () => {}): void {
  const built = join(root, 'web/dist/index.html')
  const changed = globSync(sources, { cwd: root }).map((path) => statSync(join(root, path)).mtimeMs)
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...changed)) return
  onStart()
  const builder = join(root, 'node_modules/vite/bin/vite.js')
  const asked = { cwd: root, encoding: 'utf8', timeout: 120_000 } as const
  const { status, stderr } = spawnSync(process.execPath, [builder, 'build', 'web', '--logLevel', 'warn'], asked)
  if (status !== 0) throw new Error(`the web application could not be built: ${stderr}`)
}
