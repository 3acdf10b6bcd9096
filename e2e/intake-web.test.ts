// A list on the screens: taken in with what is asked about it, its columns looked at, run, a row mended, its record opened.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { writeXlsx } from '../reading/src/index.ts'
import { saveSettings } from '../server/src/access/contract.ts'
import { listLists, listRows } from '../server/src/intake/contract.ts'
import type { Caller } from '../server/src/kernel/test.ts'
import { linkRecords, listPersons } from '../server/src/registry/contract.ts'
import { confirmProposal, listProposals } from '../server/src/kernel/contract.ts'
import { type BrowserHouse, openBrowserHouse } from './house.ts'

const waitMs = 30_000
let house: BrowserHouse
let liaison: Caller
let officer: Caller
let id = ''

const headings = ['№ п/п', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Звание', 'Личный номер', 'Дата пленения']
const people = [
  ['1', 'Сорун', 'Данил', 'Степанович', '03.07.1991', 'рядовой', 'К-218447', '21.10.2025'],
  ['2', 'Вельдан', 'Лев', 'Маркович', '1988', 'сержант', 'К-90331', '21.10.2025'],
  ['3', 'Орлик', 'Яким', '', '31.02.1990', 'рядовой', 'К-218450', '19.10.2025'],
  ['4', 'Месак', 'Роман', 'Олегович', '02.11.1979', 'рядовой', 'К-218451', '19.10.2025'],
]
const file = Buffer.from(writeXlsx([{ name: 'Список', rows: [headings, ...people] }]))

before(async () => {
  house = await openBrowserHouse()
  liaison = await house.house.as('nib_liaison', { channel: house.house.world.first.a })
  officer = await house.house.as('transmission_officer')
})
after(() => house?.close())

/** No page of ours has frames, so axe needs no second page to gather what it found. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule}: ${node.html}`))
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a list is taken in only when all that is asked about it was said', async () => {
  const { page, complaints, close } = await house.open(liaison.token, '/intake')
  await page.getByRole('button', { name: 'Receive a list' }).click()
  await page.locator('input[type=file]').setInputFiles({ name: 'Список_15.xlsx', mimeType: 'text/plain', buffer: file })
  await page.getByRole('button', { name: 'Take it in' }).click()
  const lacking = await page.getByText('Still to be said').innerText()
  for (const field of ['Kind of list', 'Received on', 'Origin', 'Takes the place of'])
    assert.match(lacking, new RegExp(field))
  assert.doesNotMatch(lacking, /Sender|The file/, 'the one channel of this person is no guess')
  assert.equal((await officer.ok(listLists, {})).lists.length, 0)

  await choose(page, 'Kind of list', 'Persons held')
  await page.getByLabel('Number on the list').fill('15')
  await page.getByLabel('Date on the list').fill('1.3.2026')
  await choose(page, 'Takes the place of', 'No earlier list')
  await page.getByLabel('Received on').fill('2026-03-04')
  await choose(page, 'How it came', 'By courier')
  await page.getByLabel('Who received it').fill('Hana Wystrin')
  await page.getByRole('radio', { name: 'Not confirmed yet' }).check()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.waitForURL(/\/intake\/NM-/, { timeout: waitMs })
  id = new URL(page.url()).pathname.split('/')[2]!
  await house.house.settle()
  await page.locator('main').getByText('Say what each column is').waitFor({ timeout: waitMs })
  assert.match(await page.locator('main').innerText(), /Not confirmed yet[\s\S]*1 Mar 2026/)
  assert.deepEqual(await findings(page), [])
  assert.deepEqual(complaints, [])
  await close()
})

test('its columns are guessed from Russian headings, corrected by hand and run; what cannot be read waits', async () => {
  const { page, complaints, close } = await house.open(officer.token, '/')
  await page.locator('main').getByText('Say what the columns of a list are').first().click()
  const rank = page.getByRole('combobox', { name: '“Звание” is taken for' })
  await rank.waitFor({ timeout: waitMs })
  assert.equal(await rank.inputValue(), 'Rank')
  assert.equal(await page.getByRole('combobox', { name: '“Дата рождения” is taken for' }).inputValue(), 'Date of birth')
  const preview = page.getByRole('table')
  assert.match(await preview.innerText(), /03\.07\.1991\s+3 Jul 1991/)
  assert.match(await preview.innerText(), /31\.02\.1990\s+not a day that can be read/)
  await page.getByRole('button', { name: /^Problems/ }).click()
  assert.doesNotMatch(await preview.innerText(), /Вельдан/)

  await rank.click()
  await page.getByRole('option', { name: 'Occupation', exact: true }).click()
  await page.locator('main').getByText('as you have set it').waitFor({ timeout: waitMs })
  await rank.click()
  await page.getByRole('option', { name: 'Rank', exact: true }).click()
  assert.deepEqual(await findings(page), [])
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/rows$/, { timeout: waitMs })
  await house.house.settle()
  await page.locator('main').getByText('Данил Степанович Сорун').waitFor({ timeout: waitMs })
  // The counts and the rows are two questions, and come when each is answered.
  await page.getByRole('button', { name: /^Quarantine\s*1/ }).waitFor({ timeout: waitMs })
  await page.getByRole('button', { name: /^All\s*4/ }).waitFor({ timeout: waitMs })
  assert.match(await page.locator('main').innerText(), /All\s*4[\s\S]*Registered\s*3[\s\S]*Quarantine\s*1/)
  assert.deepEqual(complaints, [])
  await close()
})

test('a row is mended by hand and its record opened, with the line as it stood', async () => {
  const { page, complaints, close } = await house.open(officer.token, `/intake/${id}/mend`)
  const born = page.getByLabel('Дата рождения')
  await born.waitFor({ timeout: waitMs })
  assert.equal(await born.getAttribute('aria-invalid'), 'true')
  await born.fill('in spring')
  await page.getByRole('button', { name: 'Register so' }).click()
  await page.getByText('It still cannot be read').waitFor({ timeout: waitMs })
  await born.fill('02.1990')
  await page.getByRole('button', { name: 'Register so' }).click()
  await page.getByText('Nothing waits to be mended.').waitFor({ timeout: waitMs })
  await page.getByRole('link', { name: 'Receipt' }).click()
  await page.getByText('Every row of the file is accounted for.').waitFor({ timeout: waitMs })
  await page.getByRole('link', { name: 'Rows' }).click()
  await page.getByRole('link', { name: /Яким Орлик/ }).click()
  await page.waitForURL(/\/registry\/records\/R-/, { timeout: waitMs })
  const record = page.locator('main')
  await record.getByText('The line as it stood').waitFor({ timeout: waitMs })
  const words = await record.innerText()
  assert.match(words, /31\.02\.1990/, 'the literal line stays as it was')
  assert.match(words, /February 1990\s+month/)
  assert.match(words, /unconfirmed/)
  assert.deepEqual(complaints, [])
  await close()
})

test('a withdrawal says what follows, and the search finds a record by its number', async () => {
  const [row] = (await liaison.ok(listRows, { id, state: 'registered' })).rows
  const { page, complaints, close } = await house.open(liaison.token, `/intake/${id}/rows`)
  await page.getByRole('button', { name: 'Withdraw…' }).first().click()
  await page.getByRole('button', { name: 'Withdraw this row' }).click()
  await page.getByText('Everything that rests on it is warned').waitFor({ timeout: waitMs })
  await choose(page, 'What the sender says', 'The sender took it back.')
  await page.getByRole('button', { name: 'Withdraw this row' }).click()
  await page.getByRole('button', { name: /^Withdrawn/ }).waitFor({ timeout: waitMs })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Name, number, place' }).fill(row!.record!.toLowerCase())
  await page.getByRole('option').first().waitFor({ timeout: waitMs })
  await page.keyboard.press('Enter')
  await page.locator('main').getByText('The sender took it back.').waitFor({ timeout: waitMs })
  assert.deepEqual(complaints, [])
  await close()
})

test('a record typed by hand says nothing that was not said', async () => {
  const { page, complaints, close } = await house.open(officer.token, '/registry/new')
  await choose(page, 'Channel it came by', 'Families')
  await choose(page, 'Kind of notice', 'Statement')
  await page.getByLabel('Received on').fill('2026-03-04')
  await choose(page, 'Source', 'A person')
  await page.getByLabel('Who said it, or handed it over').fill('A neighbour')
  await page.getByRole('radio', { name: 'Not yet' }).check()
  await page.getByLabel('The words as they stand').fill('Я видел Романа у моста осенью.')
  await page.getByLabel('Given name').fill('Роман')
  await page.getByRole('button', { name: 'Add an event' }).click()
  await choose(page, 'What happened', 'Seen')
  await page.getByLabel('When').fill('31.9.2025')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.getByText('Still to be said: Dates that exist').waitFor({ timeout: waitMs })
  await page.getByLabel('When').fill('9.2025')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.waitForURL(/\/registry\/records\/R-/, { timeout: waitMs })
  await page.locator('main').getByText('In the words it was said').waitFor({ timeout: waitMs })
  const words = await page.locator('main').innerText()
  assert.match(words, /September 2025/)
  assert.doesNotMatch(words, /Family name|Sex|Age/)
  assert.deepEqual(complaints, [])
  await close()
})

test('the origin of a list is confirmed, and its records lose their mark', async () => {
  const { page, complaints, close } = await house.open(liaison.token, `/intake/${id}`)
  await page.getByRole('button', { name: 'Confirm the origin' }).click()
  assert.equal(await page.getByRole('button', { name: 'Confirm the origin' }).isDisabled(), true)
  await choose(page, 'How it was made sure', 'Seal or signature')
  await page.getByLabel('Who confirmed it').fill('The head of the bureau')
  await page.getByRole('button', { name: 'Confirm the origin' }).click()
  await page.getByText('What you may do with this list').waitFor({ state: 'detached', timeout: waitMs })
  await house.house.settle()
  await page.goto(`${house.origin}/registry?list=${id}`)
  await page.getByRole('button', { name: /^Only of NM-/ }).waitFor({ timeout: waitMs })
  await page.getByText('Роман Олегович Месак').waitFor({ timeout: waitMs })
  // What was taken back before is not made sure of: it keeps its mark.
  const marks = (await page.locator('main').innerText()).match(/.*\n?unconfirmed/g)
  assert.deepEqual(marks, ['withdrawn\nunconfirmed'])
  assert.deepEqual(complaints, [])
  await close()
})

test('an erasure is proposed by number and signed by a second person, who sees what it is', async () => {
  const guardian = await house.house.as('data_protection_officer')
  const lead = await house.house.as('protection_lead')
  const rows = (await officer.ok(listRows, { id, state: 'registered' })).rows
  const gone = rows.find(({ name }) => name === 'Роман Олегович Месак')!
  const proposing = await house.open(guardian.token, '/erasure')
  await proposing.page.getByLabel('Number').fill(gone.record!)
  await choose(proposing.page, 'Ground', 'The person objects')
  await proposing.page.getByRole('button', { name: 'Propose to erase' }).click()
  await proposing.page.getByText('It waits for a second person.').waitFor({ timeout: waitMs })
  assert.deepEqual(proposing.complaints, [])
  await proposing.close()

  const { page, complaints, close } = await house.open(lead.token, '/signatures')
  await page.getByRole('link', { name: /Erase for ever/ }).click()
  await page.getByText('Роман Олегович Месак').waitFor({ timeout: waitMs })
  await page.getByRole('button', { name: 'I have read it…' }).click()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText('No act waits for a signature.').waitFor({ timeout: waitMs })
  await page.goto(`${house.origin}/registry/records/${gone.record!}`)
  await page.getByText('This record was erased.').waitFor({ timeout: waitMs })
  assert.deepEqual(complaints, [])
  await close()
})

test('each screen of these rooms has neither faults of access nor violations, English by day and Arabic at night', async () => {
  const second = await house.house.as('transmission_officer')
  const guardian = await house.house.as('data_protection_officer')
  const [one, other] = (await officer.ok(listRows, { id, state: 'registered' })).rows
  await officer.ok(linkRecords, { id: one!.record!, other: other!.record!, basis: 'same_identifiers' })
  const [proposal] = (await second.ok(listProposals, {})).proposals
  const signing = `/signatures/${proposal!.id}`
  const looks = [
    { language: 'en', theme: 'light', width: 1440 },
    { language: 'ar', theme: 'dark', width: 390 },
  ] as const
  const look = async (who: Caller, paths: readonly string[], at: (typeof looks)[number]) => {
    const { language, theme } = at
    await who.ok(saveSettings, { language, theme, digits: 'latin', keys: true })
    const { page, complaints, close } = await house.open(who.token, paths[0]!, at)
    for (const path of paths) {
      await page.goto(`${house.origin}${path}`)
      await page.locator('main h1').first().waitFor({ timeout: waitMs })
      await page.locator(`html[lang="${language}"]`).waitFor()
      await page.waitForLoadState('networkidle')
      assert.deepEqual(await findings(page), [], `${path} in ${language}`)
    }
    assert.deepEqual(complaints, [], language)
    await close()
  }
  const list = `/intake/${id}`
  const record = `/registry/records/${one!.record!}`
  await look(second, ['/signatures', signing], looks[0])
  await second.ok(confirmProposal, { id: proposal!.id, digest: proposal!.digest })
  const person = `/registry/persons/${(await officer.ok(listPersons, {})).persons[0]!.id}`
  const officers = ['/intake', list, `${list}/columns`, `${list}/rows`, `${list}/mend`, `${list}/receipt`]
  const registry = ['/registry', record, '/registry/persons', person, '/registry/new']
  for (const at of looks) {
    await Promise.all([
      look(officer, ['/', ...officers], at),
      look(second, registry, at),
      look(liaison, ['/intake/new', '/'], at),
      look(guardian, ['/erasure', '/audit', '/audit/chains'], at),
    ])
  }
})
