// The guided walk, gone as its reader goes it: from a party's list to a family, through the screens, in seven roles. It is
// the journey of a full office: whatever on the way cannot be done in the browser stops it here.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addLink } from '../server/src/access/index.ts'
import { openOffice } from './furnish.ts'
import { type BrowserHouse, openBrowserHouse, type Watched } from './house.ts'
import { choose, findings, waitMs } from './pages.ts'

let house: BrowserHouse
let walking: Watched
let page: Page

before(async () => {
  house = await openBrowserHouse()
  const liaison = await house.house.as('nib_liaison', { channel: house.house.world.first.a, name: 'Hana Wystrin' })
  await openOffice(house.house)
  await house.house.as('auditor', { context: null, name: 'Otto Lindqvar' })
  let token = ''
  await house.house.house.asPrincipal('console', 'console.issueLinks', async (context) => {
    token = (await addLink(context, liaison.person, 'walk', true)).token
    return []
  })
  walking = await house.openDoor(`/sign-in#${token}`)
  page = walking.page
  await guide().waitFor({ timeout: waitMs })
  await page.clock.setFixedTime(new Date(house.house.clock.now()))
  await page.reload()
})
after(() => house?.close())

/** The walk's own words, above every screen. */
const guide = () => page.getByRole('region', { name: 'Guided walk' })

async function goOnAs(name: string, step: number): Promise<void> {
  house.house.clock.forward(60_000)
  await page.clock.setFixedTime(new Date(house.house.clock.now()))
  await guide()
    .getByRole('button', { name: `Go on as ${name}` })
    .click()
  await guide().getByText(`Step ${step} of 12`).waitFor({ timeout: waitMs })
  await page.locator('main h1').first().waitFor({ timeout: waitMs })
  await house.house.settle()
}

/** What the walk says is to be typed into a field. */
function said(field: string): Promise<string> {
  return guide()
    .locator('dt', { hasText: new RegExp(`^${field}$`) })
    .locator('xpath=following-sibling::dd')
    .innerText()
}

async function typeSaid(...fields: readonly string[]): Promise<void> {
  for (const field of fields)
    await page
      .locator('main')
      .getByLabel(new RegExp(`^${field}\\s*\\*?$`))
      .fill(await said(field))
}

async function chooseSaid(...fields: readonly string[]): Promise<void> {
  for (const field of fields) await choose(page, field, await said(field))
}

test('a list is saved from the walk and taken in by who receives it', async () => {
  await guide().getByText('You are Hana Wystrin').waitFor({ timeout: waitMs })
  await guide().getByRole('button', { name: 'Show the screen' }).click()
  const saving = page.waitForEvent('download')
  await guide()
    .getByRole('link', { name: /^Save list/ })
    .click()
  const saved = await saving
  const buffer = readFileSync(await saved.path())
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: saved.suggestedFilename(), mimeType: 'text/csv', buffer })
  await chooseSaid('Kind of list', 'Status the sender states', 'Takes the place of', 'How it came')
  await typeSaid('Number on the list', 'Received on', 'Who received it')
  await page.getByRole('radio', { name: await said('Origin'), exact: true }).check()
  await chooseSaid('How it was made sure')
  await typeSaid('Who confirmed it')
  assert.deepEqual(await findings(page), [])
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.waitForURL(/\/intake\/NM-/, { timeout: waitMs })
  await house.house.settle()
})

test('its columns are looked at, its rows registered, and the one that says no day is mended', async () => {
  await goOnAs('Yusra Benkalem', 2)
  await page.getByRole('combobox', { name: '“Дата рождения” is taken for' }).waitFor({ timeout: waitMs })
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/rows$/, { timeout: waitMs })
  await house.house.settle()
  await page.getByRole('button', { name: /^Quarantine\s*1/ }).waitFor({ timeout: waitMs })
  await goOnAs('Yusra Benkalem', 3)
  await page
    .locator('main')
    .getByLabel('Дата рождения')
    .fill(await said('Дата рождения'))
  await page.getByRole('button', { name: 'Register so' }).click()
  await page.getByText('Nothing waits to be mended.').waitFor({ timeout: waitMs })
})

test('a family asks in other letters; who asks is checked, the search agreed to, the case opened', async () => {
  await goOnAs('A intake', 4)
  await typeSaid('Name', 'Number or address')
  await chooseSaid('Relation to the sought person')
  await typeSaid('Given name', "Father's name", 'Family name', 'Born', "Mother's name")
  await page.getByText('Kept', { exact: true }).waitFor({ timeout: waitMs })
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.waitForURL(/\/tracing\/\w+-/, { timeout: waitMs })
  await goOnAs('A intake', 5)
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByLabel('Read back to the person').check()
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.locator('main').getByText('Submitted').first().waitFor({ timeout: waitMs })
  const check = page.getByRole('button', { name: 'Record how who asks was checked' })
  await check.click()
  await choose(page, 'Identity checked', 'By a document')
  await choose(page, 'Relation checked', 'By a document')
  await page.getByLabel('Risk from who asks, considered').fill('None seen.')
  await check.click()
  await page.getByText('By a document · 2026-03-05').first().waitFor({ timeout: waitMs })
  assert.deepEqual(await findings(page), [])
  await goOnAs('Ines Carrovel', 6)
  await page.getByRole('button', { name: 'Open the case' }).click()
  const plan = page.getByRole('button', { name: 'Plan the search' })
  await plan.click()
  await page.getByLabel('Look at it again on').fill('2026-06-01')
  await page.getByLabel('Reason').fill('A list has come.')
  await plan.click()
  await page.locator('main').getByText('Searching').first().waitFor({ timeout: waitMs })
})

test('two reviewers, one after the other, find one person', async () => {
  for (const [name, step] of [
    ['Anouk Ferrel', 7],
    ['Bertil Osman', 8],
  ] as const) {
    await goOnAs(name, step)
    await page.locator('main a.sf-task').first().click()
    if (step === 7) await page.getByRole('button', { name: 'Open the review' }).click()
    await page.getByRole('button', { name: 'Established' }).click()
    await page.getByLabel('Date of birth').check()
    await page.getByLabel("Mother's name").check()
    await page.getByRole('button', { name: 'They are one person' }).click()
    const decided = step === 7 ? 'A first reviewer has decided' : 'Two people have accepted it'
    await page.getByText(decided).waitFor({ timeout: waitMs })
  }
})

test('an answer is proposed, signed by a second person and told; the log knows of all of it and of no name', async () => {
  await goOnAs('Ines Carrovel', 9)
  await chooseSaid('How it is known', 'Outcome', 'How sure the fact is')
  await choose(page, 'Language of the telling', 'English')
  await typeSaid('What the fact rests on', 'Harm to the person or the relatives, considered')
  await page.getByText('10 of 11').waitFor({ timeout: waitMs })
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await page.getByText('You proposed it. Another person signs.').waitFor({ timeout: waitMs })

  await goOnAs('Edda Marwick', 10)
  await page.getByText('Clear an answer').first().click()
  await page.getByRole('button', { name: 'I have read it' }).click()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText('No act waits for a signature.').waitFor({ timeout: waitMs })

  await goOnAs('Ines Carrovel', 11)
  await page.locator('main a[href^="/answers/"]').first().click()
  await page.getByRole('button', { name: 'It was told' }).click()
  await page.getByLabel('Who was told').fill('Vera, the mother')
  await choose(page, 'How', 'In person')
  await page.getByLabel('When').fill(house.house.clock.now().slice(0, 16))
  await page.getByLabel('These words and no others were told').check()
  await page.getByRole('button', { name: 'It was told' }).click()
  await page.getByText('How it was told').waitFor({ timeout: waitMs })

  await goOnAs('Otto Lindqvar', 12)
  await page.getByLabel('Operation').fill('disclosure.recordTold')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page
    .getByRole('cell', { name: /disclosure\.recordTold/ })
    .first()
    .waitFor({ timeout: waitMs })
  assert.doesNotMatch(await page.locator('main').innerText(), /Vera|the mother/)
  assert.deepEqual(await findings(page), [])
  assert.deepEqual(walking.complaints, [])
})
