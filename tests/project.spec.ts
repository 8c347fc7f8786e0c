import { createServer, resolveOptions } from '@slidev/cli'
import type { Browser } from 'playwright-chromium'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  ensureBrowser,
  launchBrowser,
} from '../addons/slidev-addon-lectern/browser/find-browser.ts'
import { findFreePort } from '../addons/slidev-addon-lectern/browser/free-port.ts'
import { watchWindows } from '../addons/slidev-addon-lectern/tests/harness/dev-session.ts'
import { makeFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'

// The project itself, not a copy, with whatever deck its author has. Vite keeps its files elsewhere, where they
// are in nobody's way: the author may be presenting from here meanwhile.

const cache = makeFolder()

let server: ViteDevServer
let url: string
let browser: Browser

beforeAll(async () => {
  const port = await findFreePort()
  const options = await resolveOptions({ entry: 'slides.md' }, 'dev')
  server = await createServer(options, {
    cacheDir: cache.path,
    server: { port, strictPort: true, fs: { allow: [cache.path] } },
    logLevel: 'warn',
  })
  await server.listen()
  url = `http://localhost:${port}/`
  browser = await launchBrowser(ensureBrowser(console.log))
})

afterAll(async () => {
  await browser.close()
  await server.close()
  cache.remove()
})

it('asks no other host for anything, and reports no error, on slides and presenter', async () => {
  const { open, faults } = watchWindows(browser)
  const page = await open(`${url}1`)
  await page.locator('.slidev-layout:visible').first().waitFor()
  for (const path of ['presenter/1', 'overview']) {
    await page.goto(`${url}${path}`, { waitUntil: 'commit' })
    await page.locator('.slidev-layout:visible').first().waitFor()
  }
  expect(faults).toEqual([])
})
