// What every journey asks of a page.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export const waitMs = 30_000

/** Faults of access on a page, each with the element; none is what is hoped for. No page has frames, so axe needs no second page. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** Opens an address and waits until what it shows has been fetched. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('main h1').first().waitFor({ timeout: waitMs })
  await page.waitForLoadState('networkidle')
}

/** Chooses in a field that opens a list. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
