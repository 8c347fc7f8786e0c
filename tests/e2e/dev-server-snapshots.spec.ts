import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { findFreePort } from '../../tools/free-port.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { writeFileAtomically } from '../../tools/write-file.ts'
import { slideOf } from './deck.ts'
import { copyProject } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'
import { visitServer } from './visit-server.ts'

const DECK = `---
title: A deck
colorSchema: dark
---

# First

---

# Second
`

/** What the application is made of, in the development server. */
const APPLICATION = /\/@fs\/.*\/@slidev\/client\/main\.ts/

let folder: TemporaryFolder
let browser: Browser
let slidev: RunningSlidev | undefined

beforeAll(async () => {
  folder = copyProject()
  writeFileAtomically(join(folder.path, 'slides.md'), DECK)
  browser = await launchBrowser(ensureBrowser(console.log))
  const page = await start('1')
  await slideOf(page, 1).getByRole('heading', { name: 'First' }).waitFor()
  const stored = join(folder.path, 'node_modules/.vite/deck-snapshot-1.json')
  await vi.waitUntil(() => existsSync(stored), { timeout: 60_000 })
  await stop(page)
})

afterEach(async () => {
  for (const context of browser.contexts()) {
    await context.close()
  }
  await stop()
})

afterAll(async () => {
  await browser.close()
  folder.remove()
})

it('shows a slide at its next start before the application, which then shows the same', async () => {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const page = await start('', async (opened) =>
    opened.route(APPLICATION, async (route) => {
      await released
      await route.continue()
    }),
  )
  const heading = page.locator('#prerendered').getByRole('heading', { name: 'First' })
  await heading.waitFor()
  expect(await page.locator('html').getAttribute('class')).toBe('dark')
  const box = await heading.boundingBox()
  await page.keyboard.press('ArrowRight')
  release()
  // The key was pressed before there was anything to go on with.
  await slideOf(page, 2).getByRole('heading', { name: 'Second' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  const first = slideOf(page, 1).getByRole('heading', { name: 'First' })
  await first.waitFor()
  expect(await first.boundingBox()).toEqual(box)
})

it('shows nothing that is not so any more', async () => {
  const path = join(folder.path, 'slides.md')
  writeFileAtomically(path, readFileSync(path, 'utf8').replace('# First', '# Edited'))
  const page = await start('', async (opened) => opened.route(APPLICATION, () => {}))
  await page.locator('#app').waitFor({ state: 'attached' })
  expect(await page.locator('#prerendered').count()).toBe(0)
})

/** Starts the development server and opens a page of it, when it listens. */
async function start(
  path: string,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const port = await findFreePort()
  slidev = startSlidev(['slides.md', '--port', String(port)], folder.path)
  const page = await browser.newPage()
  await prepare(page)
  await visitServer(page, `http://localhost:${port}/${path}`, { waitUntil: 'commit' })
  return page
}

async function stop(page?: Page): Promise<void> {
  await page?.close()
  if (slidev?.child.exitCode === null) {
    const ended = once(slidev.child, 'close')
    slidev.child.kill()
    await ended
  }
  slidev = undefined
}
