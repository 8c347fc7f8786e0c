import type { Page } from 'playwright-chromium'
import { vi } from 'vitest'

import { PATIENCE_MS } from './patience.ts'

type GoToOptions = Parameters<Page['goto']>[1]

/** Opens an address in a page as soon as the development server answers. */
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
  await vi.waitUntil(visit, { timeout: PATIENCE_MS })
}
