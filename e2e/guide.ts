// Every screen of the house in pictures: found by following the links of each role's pages, as a person would.
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import UPNG from 'upng-js'
import { addSession } from '../server/src/access/index.ts'
import { saveSettings } from '../server/src/access/contract.ts'
import { enterChannel, listChannels } from '../server/src/dialogue/contract.ts'
import type { Caller } from '../server/src/kernel/test.ts'
import { inventWhole } from '../server/src/start/world/invent.samples.ts'
import type { Cast, PlaceName, RoleName } from '../server/src/start/world/cast.ts'
import { type BrowserHouse, openBrowserHouse, type Look } from './house.ts'
import { waitMs } from './pages.ts'

/** How a screen is shown: the name of the picture's file, and what the browser and the person's own page are set to. */
const looks = [
  { key: 'light', language: 'en', theme: 'light', width: 1440, height: 900 },
  { key: 'dark', language: 'en', theme: 'dark', width: 1440, height: 900 },
  { key: 'arabic', language: 'ar', theme: 'light', width: 1440, height: 900 },
  { key: 'phone', language: 'en', theme: 'light', width: 390, height: 844 },
] as const satisfies readonly (Look & { key: string })[]

/** In whose eyes the house is seen, in the order in which its ways are walked; a screen is shown to the first who finds it. */
const seers: readonly { readonly role: RoleName; readonly place: PlaceName }[] = [
  { role: 'tracing_officer', place: 'basin' },
  { role: 'intake', place: 'basin' },
  { role: 'nib_liaison', place: 'basin' },
  { role: 'transmission_officer', place: 'basin' },
  { role: 'matching_reviewer', place: 'basin' },
  { role: 'head', place: 'basin' },
  { role: 'protection_lead', place: 'basin' },
  { role: 'data_protection_officer', place: 'basin' },
]

type Screen = { readonly name: string; readonly title: string; readonly path: string; readonly role: string }
type Seer = { readonly who: Caller; readonly role: string }
type Drawn = { readonly screens: readonly Screen[]; readonly changed: number; readonly missing: readonly string[] }

/** No file is larger: the pictures are part of the repository. */
const bytesMax = 120_000
const root = join(import.meta.dirname, '..')
const colours = [128, 64, 32, 16]

/**
 * Draws every screen in every look into `folder`, and their list into its README. A picture is written anew only when it
 * changed, and what no longer is a screen is removed. Gives the screens, how many pictures changed, and the addresses that
 * no link led to.
 */
export async function drawGuide(folder: string, say: (line: string) => void): Promise<Drawn> {
  mkdirSync(folder, { recursive: true })
  const house = await openBrowserHouse()
  try {
    const screens: Screen[] = []
    let changed = 0
    for (const seer of await seersOf(house, await inventWhole(house.house))) {
      const own = await screensOf(house, seer, new Set(screens.map(({ name }) => name)))
      for (const look of looks) changed += await draw(house, seer, { screens: own, look, folder })
      screens.push(...own)
      say(`${seer.role}: ${own.map(({ name }) => name).join(' ')}`)
    }
    const files = new Set(screens.flatMap(({ name }) => looks.map(({ key }) => fileOf(name, key))))
    for (const file of readdirSync(folder)) if (file.endsWith('.png') && !files.has(file)) rmSync(join(folder, file))
    writeFileSync(join(folder, 'README.md'), listOf(screens))
    const drawn = new Set(screens.map(({ name }) => name))
    const missing = declaredPaths().filter((path) => path !== '/' && !drawn.has(nameOf(path)))
    return { screens, changed, missing }
  } finally {
    await house.close()
  }
}

/** The page that shows the pictures: each screen light, with links to its other looks. */
function listOf(screens: readonly Screen[]): string {
  const others = looks.slice(1)
  const parts = screens.map(({ name, title, role }) =>
    [
      `## ${title.replaceAll(/\s+/g, ' ').trim()}`,
      `As ${role.replaceAll('_', ' ')}. ${others.map(({ key }) => `[${key}](${fileOf(name, key)})`).join(' · ')}`,
      `![${title.replaceAll(/\s+/g, ' ').trim()}](${fileOf(name, 'light')})`,
    ].join('\n\n'),
  )
  return [
    `# Every screen`,
    `Drawn by \`npm run guide\` in the invented conflict: nothing in the pictures is real.`,
    ...parts,
    '',
  ].join('\n\n')
}

async function seersOf({ house }: BrowserHouse, cast: Cast): Promise<Seer[]> {
  const signIn = async (person: string) => {
    let token = ''
    await house.house.asPrincipal('console', 'guide.signIn', async (context) => {
      token = (await addSession(context, person, 'browser')).token
      return []
    })
    return house.withToken(token, person)
  }
  const people: Seer[] = []
  for (const { role, place } of seers) people.push({ who: await signIn(cast.person(role, place)), role })
  people.push({ who: await house.as('auditor', { context: null, name: 'Otto Lindqvar' }), role: 'auditor' })
  people.push({ who: await house.as('administrator', { context: null, name: 'Ada Norring' }), role: 'administrator' })
  // What is said with a party is read only once its channel was opened, so this session opens what it may.
  for (const { who } of people) {
    const reply = await who.call(listChannels, {})
    for (const { party } of reply.ok ? reply.output.channels : []) await who.ok(enterChannel, { party })
  }
  return people
}

/** `/tracing/TR-…/history` is the screen `tracing-one-history`: what stands for one thing among many is `one`. */
export function nameOf(path: string): string {
  const parts = path.split(/[?#]/)[0]?.split('/').filter(Boolean) ?? []
  const named = parts.map((part) => (/^\$|^[A-Z]+-|^[0-9a-f]{8}-|\d/.test(part) ? 'one' : part))
  return named.length === 0 ? 'home' : named.join('-')
}

/** Addresses of rooms as they declare them: `$id` is what stands for one thing among many. */
export function declaredPaths(): string[] {
  const files = globSync('web/src/*/index.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  return [...new Set(files.flatMap((text) => [...text.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '/')))]
}

/** The screens that links lead this person to and that nobody before was led to, each at the first address found. */
async function screensOf(house: BrowserHouse, { who, role }: Seer, known: ReadonlySet<string>): Promise<Screen[]> {
  await who.ok(saveSettings, { language: 'en', theme: 'light', digits: 'latin', keys: true })
  const { page, close } = await house.open(who.token, '/')
  const queue = ['/', ...declaredPaths().filter((path) => path !== '/' && !path.includes('$'))]
  const seen = new Set<string>()
  const asked = new Set(queue)
  const found: Screen[] = []
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(nameOf(path))) continue
    await show(page, `${house.origin}${path}`)
    if ((await page.locator('main .sf-trouble').count()) > 0) continue
    const title = await page.locator('main h1').first().innerText()
    seen.add(nameOf(path))
    const name = path === '/' ? `home-${role}` : nameOf(path)
    if (!known.has(name)) found.push({ name, title, path, role })
    const links = page.locator('a[href^="/"]:not([download])')
    // What a button leads to is asked of the same thing that this screen is about.
    const beside = declaredPaths().filter((one) => one.split('/')[1] === path.split('/')[1])
    const id = path.split('/').find((part) => nameOf(part) === 'one')
    const tried = id === undefined ? [] : beside.map((one) => one.replace('$id', id))
    const led = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '/'))
    for (const href of [...led, ...tried]) {
      if (href.startsWith('/api/') || seen.has(nameOf(href)) || asked.has(href)) continue
      asked.add(href)
      queue.push(href)
    }
  }
  await close()
  return found
}

async function show(page: Page, url: string): Promise<void> {
  await page.goto(url)
  const heading = page.locator('main h1').or(page.locator('main .sf-trouble'))
  await heading
    .first()
    .waitFor({ timeout: waitMs })
    .catch((cause: unknown) => {
      throw new Error(`${url} shows no heading`, { cause })
    })
  await page.waitForLoadState('networkidle')
}

type Drawing = { readonly screens: readonly Screen[]; readonly look: (typeof looks)[number]; readonly folder: string }

async function draw(house: BrowserHouse, { who }: Seer, { screens, look, folder }: Drawing): Promise<number> {
  const { language, theme, key } = look
  await who.ok(saveSettings, { language, theme, digits: 'latin', keys: true })
  const { page, close } = await house.open(who.token, '/', look)
  let changed = 0
  for (const { name, path } of screens) {
    await show(page, `${house.origin}${path}`)
    if (keep(join(folder, fileOf(name, key)), await page.screenshot({ animations: 'disabled', caret: 'hide' })))
      changed += 1
  }
  await close()
  return changed
}

const fileOf = (name: string, look: string) => `${name}.${look}.png`

/** Writes a picture in few colours, unless the one that stands there already has the same pixels. */
function keep(path: string, png: Buffer): boolean {
  const image = UPNG.decode(new Uint8Array(png).buffer)
  const [pixels] = UPNG.toRGBA8(image)
  if (!pixels) throw new Error('the browser drew nothing')
  const drawn = colours
    .map((count) => Buffer.from(UPNG.encode([pixels], image.width, image.height, count)))
    .find((one) => one.length <= bytesMax)
  if (!drawn) throw new Error(`${path} is larger than ${bytesMax} bytes in the fewest colours`)
  if (existsSync(path) && readFileSync(path).equals(drawn)) return false
  writeFileSync(path, drawn)
  return true
}
