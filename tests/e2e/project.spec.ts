import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { readPdf } from './pdf.ts'
import type { PdfFacts } from './pdf.ts'
import { exportPdf, makeFolder, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

// The project itself, not a copy: both commands serve it from where it stands, and one after the
// other, since they share Vite's cache.

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

describe('the PDF', () => {
  let folder: TemporaryFolder
  let pdf: PdfFacts

  beforeAll(async () => {
    folder = makeFolder()
    const output = join(folder.path, 'deck.pdf')
    await exportPdf(ROOT, output)
    pdf = await readPdf(output)
  })

  afterAll(() => folder.remove())

  it('has 46 pages, each with its own slide’s number', () => {
    expect(pdf.pages).toHaveLength(46)
    const numbers = pdf.pages.map((page) => /(?:^| )(\d+)(?: [A-Z][A-Za-z &]+)?$/.exec(page)?.[1])
    expect(numbers.slice(1)).toEqual(Array.from({ length: 45 }, (_, index) => String(index + 2)))
  })

  it('lists the slides in its outline under plain titles', () => {
    expect(pdf.outline).toHaveLength(46)
    expect(pdf.outline).toContain('Synthetic data generation: Execution feedback')
    expect(pdf.outline.join('\n')).not.toMatch(/[*{}[\]]/)
  })
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
