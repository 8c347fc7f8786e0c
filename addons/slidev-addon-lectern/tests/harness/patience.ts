import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'

import { removeWakeLock } from '../../page/wake-lock.ts'

/** Time that a test waits for something to appear, in ms: a hundred times what it takes on a quiet machine. */
export const PATIENCE_MS = 300_000

/** Creates a browser context that waits as long as a busy machine may take. */
export async function newContext(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript(removeWakeLock)
  return context
}

/** Creates a page in a context of its own, which closes with it, see {@link newContext}. */
export async function newPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.addInitScript(removeWakeLock)
  return page
}
