// A browser that comes as a package: unpacked once into a folder of its own, started without the unsafe switches.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Starts Chromium. `SOLFERINO_BROWSER` names another one where the package's does not run (it is for linux-x64). */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage']
  const own = process.env['SOLFERINO_BROWSER']
  if (own !== undefined) return playwright.launch({ executablePath: own, args })
  const folder = join(tmpdir(), 'solferino-browser')
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  await inflate(join(packed, 'bin', 'al2023.tar.br'))
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return playwright.launch({ executablePath, args, env })
}
