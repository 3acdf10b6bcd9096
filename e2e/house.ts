// A whole house for the browser: server, invented world, people of every role, and pages that watch for what must not be.
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openTestHouse, type TestHouse } from '../server/src/kernel/test.ts'
import { openWeb } from '../server/src/kernel/web.ts'
import { buildWeb } from '../tools/build-web.ts'
import { openBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')

export type Look = {
  readonly width?: number
  readonly height?: number
  readonly language?: 'en' | 'ar'
  readonly theme?: 'light' | 'dark'
  readonly scale?: number
}

export type Watched = {
  readonly page: Page
  /** What the browser complained of: violations of the policy, errors of the page, texts without words. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export type BrowserHouse = {
  readonly house: TestHouse
  readonly browser: Browser
  readonly origin: string
  /** A page in the browser of this person, who is signed in by session cookie. */
  open(token: string, path: string, look?: Look): Promise<Watched>
  /** A page of nobody, before signing in. */
  openDoor(path: string, look?: Look): Promise<Watched>
  close(): Promise<void>
}

export async function openBrowserHouse(): Promise<BrowserHouse> {
  buildWeb()
  const house = await openTestHouse({ mode: 'exercise' })
  const web = await serveHouse(house.app)
  const browser = await openBrowser()
  return {
    house,
    browser,
    origin: web.origin,
    open: async (token, path, look = {}) => {
      const context = await contextOf(browser, look)
      await context.addCookies([
        { name: 'solferino', value: token, url: web.origin, httpOnly: true, sameSite: 'Strict' },
      ])
      const watched = await watch(context)
      await watched.page.clock.setFixedTime(new Date(house.clock.now()))
      await watched.page.goto(`${web.origin}${path}`)
      return watched
    },
    openDoor: async (path, look = {}) => {
      const watched = await watch(await contextOf(browser, look))
      await watched.page.goto(`${web.origin}${path}`)
      return watched
    },
    close: async () => {
      await browser.close()
      web.close()
      await house.close()
    },
  }
}

function contextOf(browser: Browser, look: Look): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    deviceScaleFactor: look.scale ?? 1,
    colorScheme: look.theme ?? 'light',
    locale: look.language === 'ar' ? 'ar' : 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
}

/** Opens a page whose complaints are kept. */
async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isRefusal = /status of (401|404|409|422|503)/.test(message.text())
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  // As text: this file is compiled for Node, which knows no document.
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`,
  )
  return { page, complaints, close: () => context.close() }
}

/** Serves the built web beside the API of a house, with the headers of the real server. */
function serveHouse(app: TestHouse['app']): Promise<{ origin: string; close: () => void }> {
  const web = openWeb(join(root, 'web', 'dist'), { tls: false })
  const fetch = async (request: Request): Promise<Response> =>
    new URL(request.url).pathname.startsWith('/api/') ? web.dress(await app.fetch(request)) : web.answer(request)
  return new Promise((ready) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    )
  })
}
