// The confidential channel through the screens: a report is read, what was said is taken, access is followed, a
// representation goes out and is answered; the other party's channel shows no trace of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { saveSettings } from '../server/src/access/contract.ts'
import { enterChannel, listAccess, readChannel, readText } from '../server/src/dialogue/contract.ts'
import { report } from '../server/src/dialogue/dialogue.samples.ts'
import type { Caller } from '../server/src/kernel/test.ts'
import { type BrowserHouse, openBrowserHouse, type Watched } from './house.ts'
import { choose, findings, visit, waitMs } from './pages.ts'

let house: BrowserHouse
let head: Caller
let lead: Caller
let party: string
let other: string
let writing: Watched

before(async () => {
  house = await openBrowserHouse()
  head = await house.house.as('head', { name: 'Joren Halvick' })
  lead = await house.house.as('protection_lead', { name: 'Edda Marwick' })
  party = house.house.world.first.a
  other = house.house.world.first.b
  // Both are members from the beginning, so both hold the key.
  for (const one of [party, other]) for (const who of [head, lead]) await who.ok(enterChannel, { party: one })
  writing = await house.open(lead.token, '/dialogue')
})
after(() => house?.close())

const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: waitMs })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
/** A field by its label, with the star of what is required or without. */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`, 'u')).first()
const fill = (page: Page, label: string, words: string) => field(page, label).fill(words)

/** Opens an act of the inspector, says what it asks, and does it. */
async function act(page: Page, title: string, say: () => Promise<void>): Promise<void> {
  await press(page, title)
  await say()
  await press(page, title)
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'hidden', timeout: waitMs })
}

/** Drags over words in the text as a hand does, from before the first letter to behind the last. */
async function dragOver(page: Page, words: string): Promise<void> {
  const ends = await page.locator('.dialogue-text').evaluate((container, sought) => {
    const range = container.ownerDocument.createRange()
    const walker = container.ownerDocument.createTreeWalker(container, 4)
    const start = container.textContent.indexOf(sought)
    let before = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      const [from, to] = [start - before, start + sought.length - before]
      if (from >= 0 && from < length) range.setStart(node, from)
      if (to > 0 && to <= length) range.setEnd(node, to)
      before += length
    }
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0)
    const [first, last] = [boxes[0]!, boxes.at(-1)!]
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    }
  }, words)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 })
  await page.mouse.up()
}

test('a channel is closed until it is opened, and shows nothing before', async () => {
  const { page } = writing
  const third = await house.house.as('protection_lead', { name: 'Ona Verril' })
  const late = await house.open(third.token, `/dialogue/${party}`)
  await sees(late.page, 'This channel is closed')
  assert.deepEqual(await findings(late.page), [])
  await press(late.page, 'Open this channel')
  await sees(late.page, 'You became a member later')
  assert.deepEqual(late.complaints, [])
  await late.close()
  await sees(page, 'Waiting for their reply')
  assert.deepEqual(await findings(page), [])
  await page.locator(`a[href="/dialogue/${party}"]`).click()
  await sees(page, 'Nothing has been entered yet')
  await page.keyboard.press('t')
  await sees(page, 'The text')
})

test('a form says at which field something is missing or is not taken, and sends nothing', async () => {
  const { page } = writing
  await visit(page, `${house.origin}/dialogue/add/${party}?kind=interlocutor`)
  await press(page, 'Enter the interlocutor')
  await sees(page, 'Still lacking: Name · Office · Level')
  await fill(page, 'Name', 'Ilen Marsk')
  await fill(page, 'Office', 'foreign minister')
  await choose(page, 'Level', 'Ministerial')
  await fill(page, 'Languages', 'the language of the Marsk')
  await press(page, 'Enter the interlocutor')
  await sees(page, 'Still lacking: Languages')
  assert.equal((await lead.ok(readChannel, { party })).interlocutors.length, 0)
  await press(page, 'Discard')
  await visit(page, `${house.origin}/dialogue/read/${party}`)
  await press(page, 'Read it')
  await sees(page, 'Paste the text or choose a file.')
  await sees(page, 'Still lacking: Source · Said in public or in confidence')
})

test('a report is pasted and read; the day is asked and not guessed', async () => {
  const { page } = writing
  await fill(page, 'The text', report)
  await page.getByLabel('Source').first().fill('Karsovia Telegraph')
  await choose(page, 'Said in public or in confidence', 'In public')
  await press(page, 'Read it')
  await sees(page, 'on which weekday and not of which week')
  assert.deepEqual(await findings(page), [])
  await page.getByLabel('Day of the report').fill('2026-03-04')
  await press(page, 'Read it')
  await sees(page, 'Proposed entries')
  assert.deepEqual(await findings(page), [])
  const shown = await page.locator('.dialogue-text').evaluate((text) => text.textContent)
  assert.equal(shown, report, 'not a letter is added to the text or lost')
})

test('the meeting, a commitment, a request, an allegation and thanks are taken, one with its speaker corrected', async () => {
  const { page } = writing
  const id = page.url().split('/').at(-1) ?? ''
  const { proposals } = await lead.ok(readText, { id })
  const kinds = new Set(proposals.map((one) => one.content.kind))
  for (const kind of ['meeting', 'commitment', 'request', 'allegation', 'appreciation'] as const)
    assert.ok(kinds.has(kind), kind)
  for (const [at, { content }] of proposals.entries()) {
    const card = page.locator('.dialogue-proposal').nth(at)
    await card.locator('.dialogue-proposal-head').click()
    if (content.kind === 'request') {
      await page.keyboard.press('e')
      await fill(page, 'Speaker', 'Ilen Marsk of Karsovia')
      await dragOver(page, 'speak to Belvar about the lists')
      assert.equal(await field(page, 'Passage').inputValue(), 'speak to Belvar about the lists')
      await fill(page, 'Passage', 'no such words')
      await sees(page, 'do not stand in the text exactly once')
      await dragOver(page, 'to speak to Belvar about the lists')
      await press(page, 'Accept as corrected')
    } else await page.keyboard.press('a')
    await card.and(page.locator('[data-state=accepted]')).waitFor({ timeout: waitMs })
  }
  await sees(page, /alleged of Belvar by/)
  const said = (await lead.ok(readChannel, { party, kind: 'statement' })).timeline
  assert.equal(said.length, proposals.length)
  const corrected = said.find((one) => one.kind === 'statement' && one.content.speaker === 'Ilen Marsk of Karsovia')
  assert.ok(corrected?.kind === 'statement')
  assert.equal(corrected.content.words, 'to speak to Belvar about the lists', 'the passage was moved')
  assert.deepEqual(await findings(page), [])
})

test('the meeting and the commitment are taken from the words; the commitment is made sure of and followed', async () => {
  const { page } = writing
  await statementOf('meeting')
  await act(page, 'Take the meeting', async () => {
    await fill(page, 'Held on', '2026-03-04')
    await choose(page, 'How', 'In person')
    await choose(page, 'Level', 'Ministerial')
    await fill(page, 'Languages', 'en')
    await fill(page, 'Name', 'Ilen Marsk')
    await fill(page, 'Of our side', 'Joren Halvick')
  })
  await sees(page, 'Write a note of our own')
  await act(page, 'Write a note of our own', () => fill(page, 'Text', 'He asked for time.'))
  await sees(page, 'Our own notes, never part of the minutes')
  assert.deepEqual(await findings(page), [])

  await statementOf('commitment')
  await act(page, 'Take it as a commitment', async () => {
    await choose(page, 'Level', 'Ministerial')
    await choose(page, 'Form', 'Promise')
    await fill(page, 'To whom', 'Joren Halvick')
    await fill(page, 'By when', '2026-03-31')
  })
  await sees(page, 'The record of access beside it')
  await act(page, 'Register it', async () => {
    await fill(page, 'Said on', '2026-03-04')
    await fill(page, 'Condition, in their words', 'only if the other side does the same')
    await page.getByRole('checkbox', { name: 'Reciprocity is asked' }).check()
    await fill(page, 'Condition, in their words', '')
  })
  await act(page, 'Record the confirmation', async () => {
    await choose(page, 'Outcome', 'Confirmed')
    await fill(page, 'By whom', 'the embassy')
    await fill(page, 'On which day', '2026-03-05')
  })
  await act(page, 'Follow it', async () => {
    await fill(page, 'How it will be seen', 'By a visit to the camp')
    await fill(page, 'Our day to look', '2026-03-20')
  })
  await sees(page, 'Propose how it is seen')
  assert.deepEqual(await findings(page), [])
})

test('access is asked and refused twice, then visited; the commitment stands beside it and nothing is concluded', async () => {
  const { page } = writing
  await visit(page, `${house.origin}/dialogue/access/${party}`)
  await press(page, 'Plan to ask for access')
  await fill(page, 'Place', 'the camp at Ostrel')
  await press(page, 'Plan to ask for access')
  for (const again of ['', ' again']) {
    await ask(page, again)
    await act(page, 'Record the answer', async () => {
      await fill(page, 'On which day', '2026-03-05')
      await choose(page, 'Answer', 'Refused')
      await fill(page, 'By whom', 'the commander')
    })
  }
  await ask(page, ' again')
  await act(page, 'Record the answer', async () => {
    await fill(page, 'On which day', '2026-03-05')
    await choose(page, 'Answer', 'Agreed')
    await fill(page, 'By whom', 'the ministry')
    for (const one of await page.locator('.sf-form-group input[type=checkbox]').all()) await one.check()
    await page.getByLabel('Our delegates are approved').check()
  })
  await act(page, 'Plan the visit', async () => {
    await fill(page, 'Planned on', '2026-03-05')
    await fill(page, 'Team', 'Joren Halvick')
  })
  await act(page, 'Record what became of the visit', async () => {
    await fill(page, 'On which day', '2026-03-05')
    await choose(page, 'Outcome', 'Visited')
  })
  await sees(page, 'Nothing more is to be done here.')
  assert.deepEqual(await findings(page), [])
  const { counts } = await lead.ok(listAccess, { party })
  assert.deepEqual(counts, { asked: 3, unanswered: 0, agreed: 1, refused: 2, visited: 1, prevented: 0 })
  await visit(page, `${house.origin}/dialogue/access/${party}`)
  await sees(page, 'We will give delegates access')
  await page.getByRole('link', { name: /We will give delegates access/ }).click()
  await sees(page, 'The record of access beside it')
  await sees(page, 'the camp at Ostrel')
  const words = await page.locator('main').innerText()
  assert.doesNotMatch(words, /\b(kept|broken|violat|breach)/iu)
})

test('a representation is drafted against its own warnings, approved by two, delivered and answered', async () => {
  const { page } = writing
  await press(page, 'Raise it in a representation')
  await choose(page, 'Form', 'Aide-mémoire')
  await choose(page, 'Level', 'Ministerial')
  await fill(page, 'Addressed to', 'Ilen Marsk')
  await fill(page, 'Subject', 'Access to the camp at Ostrel')
  await fill(page, 'Text', 'Danil Orvek told us that our delegates were not let in.')
  await fill(page, 'Words that must not appear', 'Danil Orvek')
  await fill(page, 'Language', 'en')
  await sees(page, 'A source could be known by this')
  assert.deepEqual(await findings(page), [])
  await fill(page, 'Text', 'We ask that our delegates may go to all places where prisoners of war are.')
  await sees(page, 'Nothing stands against it.')
  await press(page, 'Keep the draft')
  await act(page, 'Approve it', () => Promise.resolve())
  await sees(page, 'It waits for the second approval.')
  const address = page.url()

  const second = await house.open(head.token, '/signatures')
  await second.page.getByText('Clear a representation').first().click()
  await sees(second.page, 'We ask that our delegates may go')
  assert.deepEqual(await findings(second.page), [])
  await press(second.page, 'I have read it…')
  await press(second.page, 'Sign')
  await sees(second.page, 'No act waits for a signature.')
  assert.deepEqual(second.complaints, [])
  await second.close()

  await visit(page, address)
  await act(page, 'Record the delivery', async () => {
    await fill(page, 'On which day', '2026-03-05')
    await choose(page, 'How', 'Handed over')
    await fill(page, 'By whom', 'Joren Halvick')
    await fill(page, 'To whom', 'Ilen Marsk')
    await fill(page, 'What shows it', 'A copy was signed.')
    await fill(page, 'Our day to look for a reply', '2026-03-20')
  })
  await act(page, 'Record a reply', async () => {
    await fill(page, 'On which day', '2026-03-05')
    await fill(page, 'By whom', 'Ilen Marsk')
    await choose(page, 'Level', 'Ministerial')
    await choose(page, 'Outcome', 'Promised')
    await fill(page, 'In the very words', 'Your delegates may come every month.')
    await fill(page, 'Language', 'en')
  })
  await sees(page, 'Reply: promised')
  assert.deepEqual(await findings(page), [])
  const { promised } = await lead.ok(readChannel, { party })
  assert.ok(promised.some((one) => one.kind === 'commitment' && one.content.words.startsWith('Your delegates may')))
})

test('the home shows what waits in each channel, the same form for every party, and leads to reading a report', async () => {
  const atHome = await house.open(head.token, '/')
  const { page } = atHome
  const lines = page.locator('.dialogue-home-lines > li')
  await lines.first().waitFor({ timeout: waitMs })
  assert.deepEqual(await lines.locator('a:first-child').allInnerTexts(), ['Ardania', 'Belvar'])
  assert.match(await lines.nth(1).innerText(), /Nothing waits/)
  assert.deepEqual(await findings(page), [])
  await lines.nth(1).getByRole('link', { name: 'Read a report' }).click()
  await page.waitForURL(`**/dialogue/read/${other}`, { timeout: waitMs })
  assert.deepEqual(atHome.complaints, [])
  await atHome.close()
})

test("the other party's channel shows no trace of it, nor does search", async () => {
  const { page } = writing
  await visit(page, `${house.origin}/dialogue/${other}`)
  await sees(page, 'Nothing has been entered yet')
  for (const path of [`/dialogue/${other}`, `/dialogue/access/${other}`, '/dialogue', '/']) {
    await visit(page, `${house.origin}${path}`)
    assert.doesNotMatch(await page.locator('body').innerText(), /Ostrel|Marsk|Telegraph|Orvek/u, path)
  }
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Name, number, place…').last().fill('Marsk')
  await sees(page, 'Nothing that you may see is written like this')
  assert.deepEqual(writing.complaints, [])
})

test('every screen of the channel is without a fault, light and dark, in English and Arabic, on a desk and a phone', async () => {
  const { timeline } = await head.ok(readChannel, { party })
  const ids = ['meeting', 'statement', 'commitment', 'access', 'representation'] as const
  const entries = ids.map((kind) => `/dialogue/entries/${timeline.find((one) => one.kind === kind)?.id}`)
  const text = timeline.find((one) => one.kind === 'text')
  const paths = [
    '/dialogue',
    `/dialogue/${party}`,
    `/dialogue/access/${party}`,
    `/dialogue/balance/${house.house.world.first.context}`,
    `/dialogue/add/${party}?kind=letter`,
    `/dialogue/read/${party}`,
    `/dialogue/draft/${party}`,
    `/dialogue/texts/${text?.id}`,
    ...entries,
  ]
  for (const look of [
    { language: 'en', theme: 'light', width: 1440 },
    { language: 'ar', theme: 'dark', width: 390 },
  ] as const) {
    const { language, theme } = look
    await head.ok(saveSettings, { language, theme, digits: 'latin', keys: true })
    const { page, complaints, close } = await house.open(head.token, '/', look)
    for (const [at, path] of paths.entries()) {
      await visit(page, `${house.origin}${path}`)
      assert.deepEqual(await findings(page), [], `${path} in ${language}`)
      assert.doesNotMatch(await page.locator('body').innerText(), /\b(dialogue|ui|kernel)\.[a-z]/u, path)
      await picture(page, `${language}-${at}`)
    }
    assert.deepEqual(complaints, [], language)
    await close()
  }
})

/** Opens the statement of a kind that was taken from the report. */
async function statementOf(kind: string): Promise<void> {
  const said = (await lead.ok(readChannel, { party, kind: 'statement' })).timeline
  const found = said.find((one) => one.kind === 'statement' && one.content.kind === kind)
  await visit(writing.page, `${house.origin}/dialogue/entries/${found?.id}`)
}

/** Records that access was asked for. */
async function ask(page: Page, again: string): Promise<void> {
  await act(page, `Record that it was asked${again}`, async () => {
    await fill(page, 'On which day', '2026-03-05')
    await fill(page, 'Addressed to', 'the ministry')
    await choose(page, 'Form', 'Written')
    await fill(page, 'Our day to look for an answer', '2026-03-20')
  })
}

/** A picture to be looked at, where a folder for it is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SOLFERINO_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}
