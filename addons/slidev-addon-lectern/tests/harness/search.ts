import type { Page } from 'playwright-chromium'

/** Opens the search with its key, and types. */
export async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('.lectern-search input:focus').waitFor()
  await page.keyboard.type(text)
}

/** Lists the found slides, once there are some. */
export async function listFound(page: Page): Promise<string[]> {
  const found = page.getByRole('option')
  await found.first().waitFor()
  return found.allInnerTexts()
}
