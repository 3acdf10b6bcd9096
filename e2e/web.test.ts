// The web as people meet it: a request is filed, submitted and opened by its screens.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { saveSettings } from '../server/src/access/contract.ts'
import type { Caller } from '../server/src/kernel/test.ts'
import { type BrowserHouse, openBrowserHouse } from './house.ts'

const waitMs = 10_000
let house: BrowserHouse
let officer: Caller
let intake: Caller

before(async () => {
  house = await openBrowserHouse()
  officer = await house.house.as('tracing_officer')
  intake = await house.house.as('intake')
})
after(() => house?.close())

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
