import { createServer } from 'node:net'

import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { ROOT } from './project-copy.ts'

let slidev: RunningSlidev
let browser: Browser
let origin: string

beforeAll(async () => {
  const port = await findFreePort()
  slidev = startSlidev(['slides.md', '--port', String(port)], ROOT)
  browser = await launchBrowser(ensureBrowser(console.log))
  origin = `http://localhost:${port}/`
})

afterAll(async () => {
  slidev.child.kill()
  await browser.close()
})

it('presents from the development server without a terminal, and prints the presenter’s address', async () => {
  await expect
    .poll(() => slidev.readOutput())
    .toContain(`presenter mode      > ${origin}presenter/`)
})

it('asks no other host for anything, and reports no error, on slides and presenter', async () => {
  const faults: string[] = []
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(message.text())
    }
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin + '/' !== origin) {
      faults.push(request.url())
    }
  })
  for (const path of ['1', '19', 'presenter/12', 'overview']) {
    await page.goto(`${origin}${path}`)
    await page.locator('.slidev-layout:visible').first().waitFor()
  }
  expect(faults).toEqual([])
})

/** A port nobody listens on. */
async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === 'string') {
    throw new Error('No free port.')
  }
  return address.port
}
