import { exec } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { serveFolder } from '../../browser/static-server.ts'
import type { StaticServer } from '../../browser/static-server.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { CACHE_HASHED, createSiteHeaders } from '../../site/headers.ts'
import { listNoteWords, loadFixture } from '../harness/deck-source.ts'
import { openServedDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { servePages } from '../harness/github-pages.ts'
import { findNginx, serveByRecipe } from '../harness/nginx.ts'
import { readPdf } from '../harness/pdf.ts'
import { copyProject, ROOT } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { readTexts } from '../harness/site-texts.ts'

const BASE = '/talks/llama3/'
const ADDRESS = `https://lab.example${BASE}`
/** A slide with a figure. */
const FIGURE_SLIDE = 13

const nginx = findNginx()
if (nginx === undefined) {
  console.log('nginx is not installed: recipes/nginx.conf is not tested.')
}

let model: DeckModel
let folder: TemporaryFolder
let site: string

beforeAll(async () => {
  model = await loadFixture('talk')
  folder = copyProject('talk')
  site = join(folder.path, 'www', BASE)
  await buildAsWorkflow(folder.path, site)
})

afterAll(() => folder.remove())

/** Builds the site with the workflow's own command, so that all tests of the site are tests of its options. */
async function buildAsWorkflow(project: string, out: string): Promise<void> {
  const workflow = readFileSync(join(ROOT, '.github/workflows/deploy.yml'), 'utf8')
  const command = /run: (npm run build .+)$/m.exec(workflow)?.[1] ?? 'false'
  // GitHub says the address without a slash at its end.
  const filled = command.replace(/\$\{\{.+?\}\}/, ADDRESS.replace(/\/$/, ''))
  await promisify(exec)(`${filled} --out ${out}`, { cwd: project })
}

describe('the site for everybody, as the workflow builds it', () => {
  it('has no speaker’s note in any file, and that for the speaker has them all', async () => {
    const words = listNoteWords(model).map((note) => note.words)
    expect(words.length).toBeGreaterThan(0)
    const own = readTexts(await shareBuild('talk'))
    const published = readTexts(site)
    expect(words.filter((each) => !own.includes(each))).toEqual([])
    expect(words.filter((each) => published.includes(each))).toEqual([])
  })

  it('has no page of the presenter', async () => {
    const pages = (path: string): string[] =>
      readdirSync(join(path, 'assets/slidev')).filter((name) =>
        /^(?:presenter|notes|overview)/.test(name),
      )
    expect(pages(await shareBuild('talk')).length).toBeGreaterThan(0)
    expect(pages(site)).toEqual([])
  })

  it('paints its first slide from at most 12 kB, compressed', () => {
    const html = readFileSync(join(site, 'index.html'))
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(12_000)
  })

  it('describes itself on every host, with an image of its first slide', () => {
    const html = readFileSync(join(site, 'index.html'), 'utf8')
    for (const line of [
      '<html lang="en" ',
      '<title>The Llama 3 Herd of Models</title>',
      '<meta name="description" content="A paper talk on &quot;The Llama 3 Herd',
      '<meta property="og:description" content="A paper talk on',
      '<meta property="og:title" content="The Llama 3 Herd of Models">',
      `<meta property="og:image" content="${ADDRESS}share/1.jpg">`,
      `<meta property="og:url" content="${ADDRESS}">`,
      `href="${BASE}favicon.svg"`,
    ]) {
      expect(html).toContain(line)
    }
    expect(html).not.toContain('content="&quot;')
    const size = readFileSync(join(site, 'og-image.png')).subarray(16, 24)
    expect([size.readUInt32BE(0), size.readUInt32BE(4)]).toEqual([1952, 1098])
  })
})

/** Servers with the site's headers; nginx where it is installed. */
const SERVERS: [name: string, serve: () => Promise<StaticServer>][] = [
  [
    'lectern preview',
    async () => serveFolder(site, { base: BASE, headersOf: await createSiteHeaders() }),
  ],
]
if (nginx !== undefined) {
  SERVERS.push(['nginx', async () => serveByRecipe(nginx, join(folder.path, 'www'))])
}

describe.each(SERVERS)(`the site under ${BASE}, served by %s`, (_name, serve) => {
  let deck: Deck

  beforeAll(async () => {
    deck = await openServedDeck(await serve())
  })

  afterAll(async () => deck.close())

  it('opens slides by their addresses and again after a reload, within its policy', async () => {
    const page = await deck.open('')
    expect(await slideOf(page, 1).locator('h1').innerText()).toBe(model.slides[0]?.title)
    const last = model.slides.length
    await page.goto(`${deck.url}${last}`)
    await slideOf(page, last).locator('h1').waitFor()
    await page.goto(`${deck.url}${FIGURE_SLIDE}`)
    await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
    await page.reload()
    await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
    deck.expectNoErrors()
  })

  it('has no presenter mode at its address', async () => {
    const page = await deck.context.newPage()
    await page.goto(`${deck.url}presenter/1`)
    await expect.poll(async () => page.locator('#app').innerText()).toContain('not found')
    await page.close()
  })

  it('tells browsers what may be loaded and what is kept', async () => {
    const hashed = readdirSync(join(site, 'assets')).find((name) => name.endsWith('.woff2'))
    const names = ['', '13', 'dpo.png', 'favicon.svg', 'og-image.png', 'llama3-herd.pdf']
    const headersOf = await createSiteHeaders()
    for (const name of [...names, `assets/${hashed}`]) {
      const { status, headers } = await fetch(`${deck.url}${name}`)
      const expected = Object.entries(headersOf(`/${name}`))
      const sent = expected.map(([header]) => [header, headers.get(header)])
      expect({ name, status, sent }).toEqual({ name, status: 200, sent: expected })
    }
    expect(headersOf(`/assets/${hashed}`)['Cache-Control']).toBe(CACHE_HASHED)
  })

  it('answers a slide’s address with its page, and that of a missing file with 404', async () => {
    const html = readFileSync(join(site, '13.html'), 'utf8')
    for (const name of ['13', '13.html', '13/index.html']) {
      expect(await (await fetch(`${deck.url}${name}`)).text()).toBe(html)
    }
    for (const name of ['assets/missing.js', 'missing.png']) {
      expect((await fetch(`${deck.url}${name}`)).status).toBe(404)
    }
  })

  it('gives the PDF to a visitor who presses the button', async () => {
    const page = await deck.open('1')
    await page.mouse.move(60, 520)
    const download = page.waitForEvent('download')
    await page.getByTitle('Download as PDF').click()
    const file = join(folder.path, 'downloaded.pdf')
    await (await download).saveAs(file)
    expect((await readPdf(file)).pages).toHaveLength(model.slides.length)
  })
})

describe('on GitHub Pages, which answers /13 with 13.html and an unknown path with 404.html', () => {
  it('opens a slide by its address', async () => {
    const deck = await openServedDeck(await servePages(site, BASE))
    try {
      const page = await deck.open(FIGURE_SLIDE)
      expect((await fetch(`${deck.url}${FIGURE_SLIDE}`)).status).toBe(200)
      await expect.poll(async () => readFigureWidth(page)).toBeGreaterThan(0)
      deck.expectNoErrors()
    } finally {
      await deck.close()
    }
  })
})

/** Width of the figure in its own pixels; 0 while it is not loaded. */
async function readFigureWidth(page: Page): Promise<number> {
  const figure = slideOf(page, FIGURE_SLIDE).locator('img')
  return figure.evaluate((image: HTMLImageElement) => image.naturalWidth)
}
