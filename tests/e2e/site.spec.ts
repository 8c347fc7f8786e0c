import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-chromium'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { toNoteText } from '../../tools/print/note-text.ts'
import { CACHE_HASHED, CONTENT_SECURITY_POLICY, siteHeadersOf } from '../../tools/site-headers.ts'
import { loadDeck } from '../../tools/slide-model.ts'
import { serveFolder } from '../../tools/static-server.ts'
import type { StaticServer } from '../../tools/static-server.ts'
import { goNext, openServedDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { ensureNginx, serveByRecipe } from './nginx.ts'
import { readPdf } from './pdf.ts'
import { copyProject, publishDeck, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

const BASE = '/talks/llama3/'
const ADDRESS = `https://lab.example${BASE}`
const nginx = ensureNginx()

let folder: TemporaryFolder
let site: string

beforeAll(async () => {
  folder = copyProject()
  site = join(folder.path, 'www', BASE)
  await publishDeck(folder, { out: site, base: BASE, url: ADDRESS, hasPdf: true })
})

afterAll(() => folder.remove())

/** Everything in a site that is text, as one. */
function readTexts(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|js|css|json|svg|txt)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

/** A sentence of each note, without characters that a build writes in another way. */
async function listNoteSentences(): Promise<string[]> {
  const { slides } = await loadDeck(join(ROOT, 'slides.md'))
  return slides.flatMap(({ noteLines }) => {
    const note = toNoteText(noteLines.map(({ text }) => text))
    return /[\p{L}\p{N} ,]{12,}/u.exec(note)?.[0].trim() ?? []
  })
}

describe('the site for everybody', () => {
  it('has no speaker’s note in any file, and that for the speaker has them all', async () => {
    const sentences = await listNoteSentences()
    expect(sentences.length).toBeGreaterThan(10)
    const own = readTexts(inject('builtDeck'))
    const published = readTexts(site)
    expect(sentences.filter((sentence) => !own.includes(sentence))).toEqual([])
    expect(sentences.filter((sentence) => published.includes(sentence))).toEqual([])
  })

  it('has no page of the presenter', () => {
    const pages = (path: string): string[] =>
      readdirSync(join(path, 'assets/slidev')).filter((name) =>
        /^(?:presenter|notes|overview)/.test(name),
      )
    expect(pages(inject('builtDeck')).length).toBeGreaterThan(0)
    expect(pages(site)).toEqual([])
  })

  it('paints its first slide from at most 12 kB, compressed', () => {
    const html = readFileSync(join(site, 'index.html'))
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(12_000)
  })

  it('describes itself on every host, with a picture of its first slide', () => {
    const html = readFileSync(join(site, 'index.html'), 'utf8')
    for (const line of [
      '<html lang="en" ',
      '<title>The Llama 3 Herd of Models</title>',
      '<meta name="description" content="A paper talk on &quot;The Llama 3 Herd',
      '<meta property="og:description" content="A paper talk on',
      '<meta property="og:title" content="The Llama 3 Herd of Models">',
      `<meta property="og:image" content="${ADDRESS}og-image.png">`,
      `<meta property="og:url" content="${ADDRESS}">`,
      `href="${BASE}favicon.svg"`,
    ]) {
      expect(html).toContain(line)
    }
    expect(html).not.toContain('content="&quot;')
    const size = readFileSync(join(site, 'og-image.png')).subarray(16, 24)
    expect([size.readUInt32BE(0), size.readUInt32BE(4)]).toEqual([1960, 1104])
  })
})

// The recipe in the real nginx; where there is none, the same site with the same headers.
describe(`the site under ${BASE}, served by ${nginx ? 'nginx' : 'npm run preview, for want of nginx'}`, () => {
  let deck: Deck

  beforeAll(async () => {
    const server = await (nginx
      ? serveByRecipe(nginx, join(folder.path, 'www'))
      : serveFolder(site, { base: BASE, headersOf: siteHeadersOf }))
    deck = await openServedDeck(server)
  })

  afterAll(async () => deck.close())

  it('shows all its slides by the keys, without a foreign request or a violation of its policy', async () => {
    const page = await deck.open('1')
    for (let number = 2; number <= 46; number += 1) {
      await goNext(page, number)
    }
    expect(new URL(page.url()).pathname).toBe(`${BASE}46`)
    deck.expectNoFaults()
  })

  it('opens slide 18 by its address, with its figure, and again after a reload', async () => {
    const page = await deck.open('18')
    await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
    await page.reload()
    await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
    deck.expectNoFaults()
  })

  it('gives the PDF to whoever presses the button', async () => {
    const page = await deck.open('1')
    await page.mouse.move(60, 520)
    const download = page.waitForEvent('download')
    await page.getByTitle('Download as PDF').click()
    const file = join(folder.path, 'downloaded.pdf')
    await (await download).saveAs(file)
    expect((await readPdf(file)).pages).toHaveLength(46)
  })

  it('has no presenter mode at its address', async () => {
    const page = await deck.context.newPage()
    await page.goto(`${deck.url}presenter/1`)
    await expect.poll(async () => page.locator('#app').innerText()).toContain('not found')
    await page.close()
  })

  it('tells browsers what may be loaded and what is kept', async () => {
    const page = await fetch(deck.url)
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const asset = readdirSync(join(site, 'assets')).find((name) => name.endsWith('.woff2'))
    const font = await fetch(`${deck.url}assets/${asset}`)
    expect(font.headers.get('cache-control')).toBe(CACHE_HASHED)
    for (const name of ['dpo.png', 'favicon.svg', 'og-image.png', 'llama3-herd.pdf']) {
      const file = await fetch(`${deck.url}${name}`)
      expect([name, file.status, file.headers.get('cache-control')]).toEqual([
        name,
        200,
        'no-cache',
      ])
    }
  })

  it('answers 404 for a file that is not there', async () => {
    expect((await fetch(`${deck.url}assets/missing.js`)).status).toBe(404)
    expect((await fetch(`${deck.url}missing.png`)).status).toBe(404)
  })
})

describe('on GitHub Pages, which answers /18 with 18.html and an unknown path with 404.html', () => {
  it('opens slide 18 by its address', async () => {
    const deck = await openServedDeck(await servePages(site))
    try {
      const page = await deck.context.newPage()
      const response = await page.goto(`${deck.url}18`)
      expect(response?.status()).toBe(200)
      await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
    } finally {
      await deck.close()
    }
  })

  it('is built by the workflow for its full address, with the PDF', () => {
    const workflow = readFileSync(join(ROOT, '.github/workflows/deploy.yml'), 'utf8')
    const command = /run: npm run build -- (.+)$/m.exec(workflow)?.[1]
    expect(command).toBe('--url "${{ steps.pages.outputs.base_url }}" --with-pdf')
  })
})

/** A server that does as GitHub Pages does: files, or 404.html with status 404. */
async function servePages(path: string): Promise<StaticServer> {
  const files = sirv(path, { etag: true })
  const server = createServer((request, response) => {
    request.url = request.url?.slice(BASE.length - 1)
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html' })
      response.end(readFileSync(join(path, '404.html')))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Width of slide 18's figure in its own pixels; 0 while it is not there. */
async function readFigureWidth(page: Page): Promise<number> {
  const figure = slideOf(page, 18).locator('img')
  return figure.evaluate((image: HTMLImageElement) => image.naturalWidth)
}
