// The web as people meet it: signed in by a link, worklist, requests; English and Arabic, wide and narrow, by day and night.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { issueLink, saveSettings } from '../server/src/access/contract.ts'
import type { Caller } from '../server/src/kernel/test.ts'
import { fileRequest, submitRequest } from '../server/src/tracing/contract.ts'
import { sampleRequest, searchConsent } from '../server/src/tracing/request.samples.ts'
import { type BrowserHouse, openBrowserHouse } from './house.ts'

const waitMs = 30_000
let house: BrowserHouse
let officer: Caller
let intake: Caller
let request: string

before(async () => {
  house = await openBrowserHouse()
  officer = await house.house.as('tracing_officer')
  intake = await house.house.as('intake')
  const filed = { context: house.house.world.first.context, ...sampleRequest('أردل سورون') }
  request = (await intake.ok(fileRequest, filed)).id
  await intake.ok(submitRequest, { id: request, consent: searchConsent })
})
after(() => house?.close())

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

test('a link signs in, and the worklist shows what waits', async () => {
  const administrator = await house.house.as('administrator', { context: null })
  const { token } = await administrator.ok(issueLink, { id: officer.person, kind: 'sign_in' })
  const { page, complaints, close } = await house.openDoor(`/sign-in#${token}`)
  const task = page.getByText('Open the case of', { exact: false }).first()
  await task.waitFor({ timeout: waitMs })
  assert.equal(new URL(page.url()).hash, '', 'the token does not stay in the address')
  assert.match(await page.locator('main').innerText(), /أردل سورون/)
  assert.deepEqual(await findings(page), [])
  assert.deepEqual(complaints, [])
  await close()
})

test('each screen has neither faults of access nor violations of the policy, in English and in Arabic', async () => {
  for (const look of [
    { language: 'en', theme: 'light', width: 1440 },
    { language: 'ar', theme: 'dark', width: 390 },
  ] as const) {
    const { language, theme } = look
    await officer.ok(saveSettings, { language, theme, digits: 'latin', keys: true })
    const { page, complaints, close } = await house.open(officer.token, '/', look)
    for (const path of ['/', '/tracing', '/tracing/new', `/tracing/${request}`, '/self', '/signatures']) {
      await page.goto(`${house.origin}${path}`)
      await page.locator('main h1').first().waitFor({ timeout: waitMs })
      await page.locator(`html[lang="${language}"][dir="${language === 'ar' ? 'rtl' : 'ltr'}"]`).waitFor()
      await page.waitForLoadState('networkidle')
      assert.deepEqual(await findings(page), [], `${path} in ${language}`)
    }
    assert.deepEqual(complaints, [], language)
    await close()
  }
})

test('a request is filed, submitted and opened by the screens alone', async () => {
  const { page, complaints, close } = await house.open(intake.token, '/tracing/new')
  await page.getByLabel('Name', { exact: true }).fill('Mina Sorun')
  await page.getByLabel('Number or address').fill('+000 555 0142')
  await page.getByLabel('Name as told').fill('Oren Sorun')
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.locator('main').getByText('Submitted', { exact: true }).first().waitFor({ timeout: waitMs })
  const path = new URL(page.url()).pathname
  assert.deepEqual(complaints, [])
  await close()

  await officer.ok(saveSettings, { language: 'en', theme: 'light', digits: 'latin', keys: true })
  const second = await house.open(officer.token, path)
  await second.page.getByRole('button', { name: 'Open the case' }).click()
  await second.page.locator('main').getByText('Open', { exact: true }).first().waitFor({ timeout: waitMs })
  assert.deepEqual(second.complaints, [])
  await second.close()
})
