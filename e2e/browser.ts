// A browser that comes as a package: unpacked once into a folder of its own, started without the unsafe switches.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage']

/** Starts Chromium. `SOLFERINO_BROWSER` names another one where the package's does not run (it is for linux-x64). */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ ...(await unpacked()), args })
}

/** Starts Chromium with a profile that it keeps in a folder, as a person's browser does. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  return playwright.launchPersistentContext(folder, { ...(await unpacked()), args, locale: 'en-GB' })
}

async function unpacked(): Promise<{ readonly executablePath: string; readonly env?: Record<string, string> }> {
  const own = process.env['SOLFERINO_BROWSER']
  if (own !== undefined) return { executablePath: own }
  const folder = join(tmpdir(), 'solferino-browser')
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  await inflate(join(packed, 'bin', 'al2023.tar.br'))
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } as Record<string, string>
  return { executablePath, env }
}
