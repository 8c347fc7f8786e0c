import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'

import { leaveOutWakeLock } from '../../browser/page-script.ts'

/** How long a test waits for something to be seen, in ms: a hundred times what it takes on a quiet machine. */
export const PATIENCE_MS = 300_000

/** A new context of a browser that waits as long as a busy machine may take. */
export async function newContext(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript(leaveOutWakeLock)
  return context
}

/** A new page in a context of its own, which closes with it, see {@link newContext}. */
export async function newPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.addInitScript(leaveOutWakeLock)
  return page
}
