// The whole way in an office of two, through the screens: A takes in the list, files, reviews first, proposes and tells; B
// reviews second and signs. Nobody does alone what two must, and a death two cannot tell. (domain/05 section 7.)
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openOfficeOfTwo } from './furnish.ts'
import { type BrowserHouse, openBrowserHouse, type Watched } from './house.ts'
import { choose, findings, visit, waitMs } from './pages.ts'

let house: BrowserHouse
let watched: readonly Watched[] = []
let a: Page
let b: Page
let request = ''

const list = `№;Фамилия;Имя;Отчество;Дата рождения;Мать
1;Вельдан;Лев;Маркович;14.09.1988;Дарина
2;Сорун;Ардел;Степанович;03.07.1991;Мина
`

before(async () => {
  house = await openBrowserHouse()
  const office = await openOfficeOfTwo(house.house)
  const pages = [await house.open(office.a.token, '/'), await house.open(office.b.token, '/')] as const
  watched = pages
  a = pages[0].page
  b = pages[1].page
})
after(() => house?.close())

/** Time goes on by a minute, in the house and before the eyes of both. */
async function later(): Promise<void> {
  await house.house.settle()
  house.house.clock.forward(60_000)
  for (const page of [a, b]) await page.clock.setFixedTime(new Date(house.house.clock.now()))
}

test('A takes in the list of a party and registers its rows', async () => {
  await visit(a, `${house.origin}/intake`)
  await a.getByRole('button', { name: 'Receive a list' }).click()
  const buffer = Buffer.from(list)
  await a.locator('input[type=file]').setInputFiles({ name: 'list_12.csv', mimeType: 'text/csv', buffer })
  await choose(a, 'Kind of list', 'Persons held')
  await choose(a, 'Status the sender states', 'Prisoner of war')
  await a.getByLabel('Number on the list').fill('12')
  await choose(a, 'Takes the place of', 'No earlier list')
  await a.getByLabel('Received on').fill('2026-03-04')
  await choose(a, 'How it came', 'By courier')
  await a.getByLabel('Who received it').fill('Imre Solvane')
  await a.getByRole('radio', { name: 'Confirmed', exact: true }).check()
  await choose(a, 'How it was made sure', 'Call back on a known number')
  await a.getByLabel('Who confirmed it').fill('The head of the bureau')
  await a.getByRole('button', { name: 'Take it in' }).click()
  await a.waitForURL(/\/intake\/NM-/, { timeout: waitMs })
  await later()
  await a.getByRole('link', { name: 'Look at the columns' }).click()
  await a.getByRole('combobox', { name: '“Дата рождения” is taken for' }).waitFor({ timeout: waitMs })
  await a.keyboard.press('Control+Enter')
  await a.waitForURL(/\/rows$/, { timeout: waitMs })
  await later()
  await a.getByRole('button', { name: /^Registered\s*2/ }).waitFor({ timeout: waitMs })
})

test('A files what a mother asks in other letters, checks her, and opens the case', async () => {
  await visit(a, `${house.origin}/tracing/new`)
  await a.getByLabel(/^Name\s*\*?$/).fill('ميرا سورون')
  await a.getByLabel('Number or address').fill('+00 555 0142')
  await choose(a, 'Relation to the sought person', 'Parent')
  for (const [field, value] of [
    ['Given name', 'أردل'],
    ['Family name', 'سورون'],
    ["Mother's name", 'مينا'],
    ['Born', '1991-07-03'],
  ] as const)
    await a.getByLabel(field, { exact: true }).fill(value)
  await a.getByRole('button', { name: 'File', exact: true }).click()
  await a.waitForURL(/\/tracing\/\w+-/, { timeout: waitMs })
  request = new URL(a.url()).pathname.split('/')[2]!
  await a.getByRole('button', { name: 'Submit' }).click()
  await a.getByLabel('Read back to the person').check()
  await a.getByRole('button', { name: 'Submit' }).click()
  await a.locator('main').getByText('Submitted').first().waitFor({ timeout: waitMs })
  const check = a.getByRole('button', { name: 'Record how who asks was checked' })
  await check.click()
  await choose(a, 'Identity checked', 'By a document')
  await choose(a, 'Relation checked', 'By a document')
  await a.getByLabel('Risk from who asks, considered').fill('None seen.')
  await check.click()
  await a.getByText('By a document · 2026-03-05').first().waitFor({ timeout: waitMs })
  await a.getByRole('button', { name: 'Open the case' }).click()
  const plan = a.getByRole('button', { name: 'Plan the search' })
  await plan.click()
  await a.getByLabel('Look at it again on').fill('2026-06-01')
  await a.getByLabel('Reason').fill('A list has come.')
  await plan.click()
  await a.locator('main').getByText('Searching').first().waitFor({ timeout: waitMs })
  await later()
})

/** The one who reviews says that the two are one person, and on what it rests. */
async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Established' }).click()
  await page.getByLabel('Date of birth').check()
  await page.getByLabel("Mother's name").check()
  await page.getByRole('button', { name: 'They are one person' }).click()
}

test('A reviews first and may not review second; B does', async () => {
  await visit(a, `${house.origin}/pairs?request=${request}`)
  await a.locator('main a.sf-task').first().click()
  await a.getByRole('button', { name: 'Open the review' }).click()
  await accept(a)
  await a.getByText('A first reviewer has decided').waitFor({ timeout: waitMs })
  assert.equal(await a.getByRole('button', { name: 'They are one person' }).count(), 0, 'A is asked a second time')
  await later()
  await visit(b, a.url())
  await accept(b)
  await b.getByText('Two people have accepted it').waitFor({ timeout: waitMs })
  await later()
})

test('A proposes the words and may not sign them; B signs; A tells', async () => {
  await visit(a, `${house.origin}/answers/propose/${request}`)
  await choose(a, 'How it is known', 'Notified as a prisoner of war')
  await choose(a, 'Outcome', 'Located in detention')
  await choose(a, 'How sure the fact is', 'Reported by one source')
  await choose(a, 'Language of the telling', 'Arabic')
  await a.getByLabel('What the fact rests on').fill('List 12, row 2')
  await a.getByLabel('Harm to the person or the relatives, considered').fill('No ground for a risk was found.')
  await a.getByText('10 of 11').waitFor({ timeout: waitMs })
  await a.getByRole('button', { name: 'Propose', exact: true }).click()
  await a.getByText('You proposed it. Another person signs.').waitFor({ timeout: waitMs })
  await visit(a, `${house.origin}/signatures`)
  assert.equal(await a.getByRole('button', { name: 'Sign', exact: true }).count(), 0, 'A may sign what A proposed')
  await later()

  await visit(b, `${house.origin}/signatures`)
  await b.getByText('Clear an answer').first().click()
  await b.getByRole('button', { name: 'I have read it' }).click()
  assert.deepEqual(await findings(b), [])
  await b.getByRole('button', { name: 'Sign', exact: true }).click()
  await b.getByText('No act waits for a signature.').waitFor({ timeout: waitMs })
  await later()

  await visit(a, `${house.origin}/answers/of/${request}`)
  await a.locator('main a[href^="/answers/"]').first().click()
  await a.getByRole('button', { name: 'It was told' }).click()
  await a.getByLabel('Who was told').fill('Mira Sorun')
  await choose(a, 'How', 'In person')
  await a.getByLabel('When').fill(house.house.clock.now().slice(0, 16))
  await a.getByLabel('These words and no others were told').check()
  await a.getByRole('button', { name: 'It was told' }).click()
  await a.getByText('How it was told').waitFor({ timeout: waitMs })
  assert.deepEqual(
    watched.flatMap(({ complaints }) => complaints),
    [],
  )
})
