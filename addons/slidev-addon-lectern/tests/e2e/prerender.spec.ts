import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DeckModel } from '../../deck/read-deck.ts'
import { loadFixture } from '../harness/deck-source.ts'
import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import {
  APPLICATION,
  visit,
  waitForApplication,
  WITHOUT_APPLICATION,
  WITHOUT_SCRIPT,
} from '../harness/visit.ts'

let site: string
let model: DeckModel
let deck: Deck

beforeAll(async () => {
  site = await shareBuild('talk')
  model = await loadFixture('talk')
  deck = await openDeck(site)
})

afterAll(async () => deck.close())

/** Text of a slide's page before the application is there. */
async function readCopy(page: Page): Promise<string> {
  return page.locator('#lectern-prerendered [data-slidev-no]').innerText()
}

describe('a slide’s page', () => {
  it('is read without JavaScript from the first slide to the next and back', async () => {
    const page = await visit(deck, '', WITHOUT_SCRIPT)
    await page.getByRole('link', { name: 'Next' }).click()
    expect(new URL(page.url()).pathname).toBe('/2.html')
    await expect
      .poll(async () => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('Outline')
    await page.getByRole('link', { name: 'Previous' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'The Llama 3 Herd of Models',
    )
    expect(await page.getByRole('link', { name: 'Previous' }).count()).toBe(0)
    await page.context().close()
  })

  it('is set in the deck’s fonts before the application, with scripts and without', async () => {
    const scripted = await visit(deck, '', WITHOUT_APPLICATION)
    const fonts = await scripted.evaluate(() =>
      [...document.fonts].map(({ family, status }) => `${family} ${status}`),
    )
    expect(new Set(fonts)).toEqual(new Set(['Inter Variable Page loaded']))
    const reader = await visit(deck, '', WITHOUT_SCRIPT)
    const [first, second] = await Promise.all(
      [scripted, reader].map(async (page) =>
        page.locator('#lectern-prerendered h1').screenshot({ animations: 'disabled' }),
      ),
    )
    expect(first?.equals(second ?? Buffer.of())).toBe(true)
    await Promise.all([scripted, reader].map(async (page) => page.context().close()))
  })

  it('shows its own slide and its image before any script of the deck', async () => {
    const page = await visit(deck, '13', WITHOUT_APPLICATION)
    expect(await readCopy(page)).toContain('Post-training')
    const image = page.locator('#lectern-prerendered img')
    await expect
      .poll(async () => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: 'Next' }).count()).toBe(0)
    await page.context().close()
  })

  it.each(['13.html', '13/', '13/index.html'])(
    'is the application’s slide 13 at /%s, too',
    async (path) => {
      const page = await visit(deck, path)
      await waitForApplication(page)
      expect(new URL(page.url()).pathname).toBe('/13')
      expect(await slideOf(page, 13).getByRole('heading', { level: 1 }).isVisible()).toBe(true)
      await page.context().close()
    },
  )

  it('is not shown where a host answers the address of something else with it', async () => {
    const first = readFileSync(join(site, 'index.html'), 'utf8')
    const page = await visit(deck, '7', {
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        await opened.route(/\/7$/, async (route) =>
          route.fulfill({ contentType: 'text/html', body: first }),
        )
      },
    })
    await expect.poll(async () => page.locator('#lectern-prerendered').isVisible()).toBe(false)
    expect(await page.title()).toBe('The Llama 3 Herd of Models')
    await page.context().close()
  })

  it('has links to the others where the application cannot be loaded', async () => {
    const page = await visit(deck, '13', {
      prepare: async (opened) => opened.route(/\.js$/, async (route) => route.abort()),
    })
    await expect.poll(async () => page.getByRole('link', { name: 'Next' }).isVisible()).toBe(true)
    await page.context().close()
  })

  it('describes itself to those who link to it', () => {
    const html = readFileSync(join(site, '13.html'), 'utf8')
    expect(html).toContain('<title>Post-training · The Llama 3 Herd of Models</title>')
    expect(html).toContain('<meta property="og:title" content="Post-training · The Llama 3')
    // Without the title, which stands above it.
    expect(html).toMatch(/<meta name="description" content="(?!Post-training)[A-Z]/)
    expect(html).toMatch(/<meta property="og:description" content="(?!Post-training)[A-Z]/)
  })

  it('stands in a folder as well, for servers that know no endings', () => {
    const total = model.slides.length
    for (const name of ['1', '13', String(total)]) {
      expect(readFileSync(join(site, name, 'index.html'), 'utf8')).toBe(
        readFileSync(join(site, `${name}.html`), 'utf8'),
      )
    }
    expect(existsSync(join(site, `${total + 1}.html`))).toBe(false)
  })
})

describe('dark mode', () => {
  /** Color of the paper before the application is there. */
  async function readPaper(stored?: string): Promise<string> {
    const page = await visit(deck, '7', {
      context: { colorScheme: 'dark' },
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        if (stored !== undefined) {
          await opened.addInitScript(`localStorage.setItem('slidev-color-schema', '${stored}')`)
        }
      },
    })
    const paper = await page
      .locator('#lectern-prerendered .slidev-layout')
      .evaluate((layout) => getComputedStyle(layout).backgroundColor)
    await page.context().close()
    return paper
  }

  it('is decided before the first paint, by the system and by what the visitor chose', async () => {
    expect(await readPaper()).toBe('rgb(11, 26, 34)')
    expect(await readPaper('dark')).toBe('rgb(11, 26, 34)')
    expect(await readPaper('light')).toBe('rgb(255, 255, 255)')
  })
})

describe('a visitor', () => {
  it('loads about 12 kB before the first slide is painted, and little more for any other', () => {
    const sizes = model.slides.map(
      ({ number }) => gzipSync(readFileSync(join(site, `${number}.html`)), { level: 9 }).length,
    )
    expect(sizes[0]).toBeLessThan(13_000)
    expect(Math.max(...sizes)).toBeLessThan(19_000)
  })

  it('loads nothing else until the first slide is painted', async () => {
    const asked: string[] = []
    const page = await visit(deck, '', {
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        opened.on('request', (request) => asked.push(new URL(request.url()).pathname))
        await opened.addInitScript(() => {
          // The page waits for a frame before it loads the application; there is none.
          window.requestAnimationFrame = () => 0
        })
      },
    })
    await page.locator('#lectern-prerendered h1').waitFor()
    expect(asked).toEqual(['/'])
    await page.context().close()
  })

  it('gets the size of each image with the markup', () => {
    const html = readFileSync(join(site, '13.html'), 'utf8')
    expect(html).toMatch(/<img [^>]*width="3472" height="1320"/)
  })

  it('gets KaTeX’s fonts as WOFF2 alone', () => {
    const css = readFileSync(join(site, '404.html'), 'utf8').match(/assets\/[^"]+\.css/g)
    const styles = css?.map((path) => readFileSync(join(site, path), 'utf8')).join('')
    expect(styles).toContain('KaTeX_Main-Regular')
    expect(styles).not.toMatch(/KaTeX[\w-]+\.(?:woff|ttf)\b/)
  })
})
