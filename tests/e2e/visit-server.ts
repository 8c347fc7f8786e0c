import type { Page } from 'playwright-chromium'
import { vi } from 'vitest'

type GoToOptions = Parameters<Page['goto']>[1]

/** How long a development server may take until it listens, in ms. */
const START_LIMIT_MS = 60_000

/** Opens an address in a page as soon as a development server answers there. */
export async function visitServer(
  page: Page,
  address: string,
  options?: GoToOptions,
): Promise<void> {
  const visit = async (): Promise<boolean> =>
    page.goto(address, options).then(
      () => true,
      () => false,
    )
  await vi.waitUntil(visit, { timeout: START_LIMIT_MS })
}
