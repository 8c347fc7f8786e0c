import { createServer, resolveOptions } from '@slidev/cli'
import getPort from 'get-port'
import type { Browser } from 'playwright-chromium'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  ensureBrowser,
  launchBrowser,
} from '../addons/slidev-addon-lectern/browser/find-browser.ts'
import { watchWindows } from '../addons/slidev-addon-lectern/tests/harness/dev-session.ts'
import { makeFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'

// Runs in the project itself, with its author's deck. Vite writes its cache elsewhere, because the author may be
// presenting from here meanwhile.

/**
 * Warning of a browser whose page loads slowly. Slidev's API leaves out `setup/preparser.ts`, which turns off the
 * preloading of all images.
 */
const PRELOAD_RE = /was preloaded using link preload but not used/

const cache = makeFolder()

let server: ViteDevServer
let url: string
let browser: Browser

beforeAll(async () => {
  const port = await getPort()
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

it('sends no request to another host and reports no error, on slides, presenter and overview', async () => {
  const { open, errors } = watchWindows(browser)
  const page = await open(`${url}1`)
  await page.locator('.slidev-layout:visible').first().waitFor()
  for (const path of ['presenter/1', 'overview']) {
    await page.goto(`${url}${path}`, { waitUntil: 'commit' })
    await page.locator('.slidev-layout:visible').first().waitFor()
  }
  expect(errors.filter((text) => !PRELOAD_RE.test(text))).toEqual([])
})
