import { once } from 'node:events'

import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { findFreePort } from '../../tools/free-port.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { ROOT } from './project-copy.ts'

// The project itself, not a copy: the author's command serves it from where it stands.

describe('the development server', () => {
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
    await browser.close()
    const ended = once(slidev.child, 'close')
    slidev.child.kill()
    await ended
  })

  it('presents without a terminal, and prints the presenter’s address', async () => {
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
      const url = request.url()
      if (!/^(?:data|blob):/.test(url) && !url.startsWith(origin)) {
        faults.push(url)
      }
    })
    for (const path of ['1', '19', 'presenter/12', 'overview']) {
      await page.goto(`${origin}${path}`)
      await page.locator('.slidev-layout:visible').first().waitFor()
    }
    expect(faults).toEqual([])
  })
})
