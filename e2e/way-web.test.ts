// The way through the screens: an answer is prepared, cleared by a second person and told; each screen without a fault.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { saveSettings } from '../server/src/access/contract.ts'
import { listAnswers } from '../server/src/disclosure/contract.ts'
import { type Case, type Office, openOffice, pendingCase, queuedPair } from './furnish.ts'
import { type BrowserHouse, openBrowserHouse } from './house.ts'
import { choose, findings, visit, waitMs } from './pages.ts'

let house: BrowserHouse
let office: Office
let pending: Case
let queued: Case

before(async () => {
  house = await openBrowserHouse()
  office = await openOffice(house.house)
  pending = await pendingCase(house.house, office, { asked: 'أردل سورون', listed: 'Сорун Ардел' })
  queued = await queuedPair(house.house, office, { asked: 'يوسف البرهاني', listed: 'Бурхани Юсуф' })
})
after(() => house?.close())

test('two reviewers find one person across scripts, the second blind to what the first decided', async () => {
  const { pair } = queued
  const reviewing = await house.open(office.first.token, '/')
  const { page } = reviewing
  await page.getByText('Review pairs').first().click()
  await page.locator(`a[href$="/pairs/${pair}"]`).click()
  await page.getByText('Side hidden').waitFor({ timeout: waitMs })
  await page.keyboard.press('o')
  await page.getByText('You are the first of two reviewers').waitFor({ timeout: waitMs })
  assert.deepEqual(await findings(page), [])
  const words = await page.locator('main').innerText()
  for (const side of ['Ardania', 'Bureau', '12/a']) assert.ok(!words.includes(side), side)
  await page.keyboard.press('3')
  await page.getByLabel('Date of birth').check()
  await page.getByLabel("Mother's name").check()
  await page.getByLabel('Note').fill('The mother and the day agree.')
  await page.getByRole('button', { name: 'They are one person' }).click()
  await page.getByText('A first reviewer has decided').waitFor({ timeout: waitMs })
  assert.deepEqual(reviewing.complaints, [])
  await reviewing.close()

  const second = await house.open(office.second.token, `/pairs/${pair}`)
  await second.page.getByText('Shown once a second reviewer has decided.').waitFor({ timeout: waitMs })
  assert.doesNotMatch(await second.page.locator('body').innerText(), /The mother and the day agree/)
  await second.page.getByRole('button', { name: 'Established' }).click()
  await second.page.getByLabel('Date of birth').check()
  await second.page.getByLabel("Mother's name").check()
  await second.page.getByRole('button', { name: 'They are one person' }).click()
  await second.page.getByText('Two people have accepted it').waitFor({ timeout: waitMs })
  assert.deepEqual(second.complaints, [])
  await second.close()
})

test('an answer is proposed with its words before the eyes, signed by a second person, and told word for word', async () => {
  const { request } = pending
  const proposing = await house.open(office.officer.token, '/')
  await proposing.page.getByText('Prepare an answer about').first().click()
  await proposing.page.getByRole('link', { name: 'Propose an answer' }).click()
  const { page } = proposing
  await choose(page, 'How it is known', 'Notified as a prisoner of war')
  await choose(page, 'Outcome', 'Located in detention')
  await choose(page, 'How sure the fact is', 'Reported by one source')
  await choose(page, 'Language of the telling', 'English')
  await page.getByText('that it holds a person under the name').waitFor({ timeout: waitMs })
  await page.getByText('10 of 11').waitFor({ timeout: waitMs })
  assert.deepEqual(await findings(page), [])
  await page.getByLabel('What the fact rests on').fill('List 12 of the bureau, row 1')
  await page.getByLabel('Harm to the person or the relatives, considered').fill('No ground was found for a risk.')
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await page.getByText('You proposed it. Another person signs.').waitFor({ timeout: waitMs })
  assert.deepEqual(await findings(page), [])
  assert.deepEqual(proposing.complaints, [])
  await proposing.close()

  const signing = await house.open(office.lead.token, '/signatures')
  await signing.page.getByText('Clear an answer').first().click()
  await signing.page.getByText('that it holds a person under the name').waitFor({ timeout: waitMs })
  assert.deepEqual(await findings(signing.page), [])
  await signing.page.getByRole('button', { name: 'I have read it' }).click()
  await signing.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await signing.page.getByText('No act waits for a signature.').waitFor({ timeout: waitMs })
  assert.deepEqual(signing.complaints, [])
  await signing.close()

  const [answer] = (await office.officer.ok(listAnswers, { request })).answers
  assert.equal(answer?.state, 'cleared')
  house.house.clock.forward(600_000)
  const telling = await house.open(office.officer.token, `/answers/${answer?.id}`)
  await telling.page.getByRole('button', { name: 'It was told' }).click()
  await telling.page.getByLabel('Who was told').fill('Mina Sorun')
  await choose(telling.page, 'How', 'In person')
  await telling.page.getByLabel('When').fill(`2026-03-05T${house.house.clock.now().slice(11, 14)}08`)
  await telling.page.getByLabel('These words and no others were told').check()
  assert.deepEqual(await findings(telling.page), [])
  await telling.page.getByRole('button', { name: 'It was told' }).click()
  await telling.page.getByText('How it was told').waitFor({ timeout: waitMs })
  assert.deepEqual(telling.complaints, [])
  await telling.close()
  assert.equal((await office.officer.ok(listAnswers, { request })).answers[0]?.state, 'told')
})

test('the screens of review and gate have neither faults of access nor violations of the policy, in English and in Arabic', async () => {
  const other = await pendingCase(house.house, office, { asked: 'Oren Valk', listed: 'Орен Валк' })
  const [answer] = (await office.officer.ok(listAnswers, { request: pending.request })).answers
  const paths = [
    '/answers',
    `/answers/${answer?.id}`,
    `/answers/of/${pending.request}`,
    `/answers/propose/${other.request}`,
    `/answers/detriment/${other.request}`,
    '/pairs',
    `/pairs/${pending.pair}`,
    '/pairs/propose',
  ]
  for (const look of [
    { language: 'en', theme: 'light', width: 1440 },
    { language: 'ar', theme: 'dark', width: 390 },
  ] as const) {
    const { language, theme } = look
    await office.officer.ok(saveSettings, { language, theme, digits: 'latin', keys: true })
    const { page, complaints, close } = await house.open(office.officer.token, '/', look)
    for (const path of paths) {
      await visit(page, `${house.origin}${path}`)
      assert.deepEqual(await findings(page), [], `${path} in ${language}`)
    }
    assert.deepEqual(complaints, [], language)
    await close()
  }
})
