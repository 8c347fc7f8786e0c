import type { Page } from 'playwright-chromium'

/** The first slide as a PNG, shown by messengers and forums that link to the deck; all of its steps are in it. */
export async function drawSharePicture(page: Page): Promise<Buffer> {
  await page.evaluate(async () => window.deckPrerender.showWhole(1))
  return page.locator('#slide-content').screenshot({ animations: 'disabled' })
}
