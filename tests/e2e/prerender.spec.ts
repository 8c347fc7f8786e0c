import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import pixelmatch from 'pixelmatch'
import type { BrowserContextOptions, Page } from 'playwright-chromium'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { goNext, openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'

/** Windows of the three kinds of visitors, in CSS px. */
const WINDOWS = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
}

/** Scripts and style of the application, everything that comes after the page itself. */
const APPLICATION = /\/assets\//

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(inject('builtDeck'))
})

afterAll(async () => deck.close())

/** A page of the site in a browser of its own, as a visitor opens it. */
async function visit(
  path: string,
  { context = {}, prepare = async () => {} }: VisitOptions = {},
): Promise<Page> {
  const browser = deck.context.browser()
  const own = await browser?.newContext({ viewport: WINDOWS.laptop, ...context })
  if (!own) {
    throw new Error('The browser has ended.')
  }
  const page = await own.newPage()
  await prepare(page)
  await page.goto(`${deck.url}${path}`, { waitUntil: 'domcontentloaded' })
  return page
}

interface VisitOptions {
  context?: BrowserContextOptions
  /** Before the page is asked for. */
  prepare?: (page: Page) => Promise<unknown>
}

const WITHOUT_SCRIPT: VisitOptions = { context: { javaScriptEnabled: false } }

/** The application never comes. */
const WITHOUT_APPLICATION: VisitOptions = {
  prepare: async (page) => page.route(APPLICATION, () => {}),
}

/** Holds the application back until it is let go. */
function holdApplication(): VisitOptions & { release: () => void } {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    prepare: async (page) =>
      page.route(APPLICATION, async (route) => {
        await released
        await route.continue()
      }),
    release,
  }
}

async function waitForApplication(page: Page): Promise<void> {
  await page.locator('#prerendered').waitFor({ state: 'detached' })
}

/** How much of a slide's page a visitor sees of it before the application. */
async function readCopy(page: Page): Promise<string> {
  return page.locator('#prerendered [data-slidev-no]').innerText()
}

describe('a slide’s page', () => {
  it('has the text of the slide that the application shows, for each slide', async () => {
    const page = await deck.open('1')
    const reader = await visit('', WITHOUT_SCRIPT)
    for (let number = 1; number <= 46; number += 1) {
      if (number > 1) {
        await goNext(page, number)
        await reader.goto(`${deck.url}${number}`)
      }
      const hydrated = await slideOf(page, number).innerText()
      expect(`${number}: ${await readCopy(reader)}`).toBe(`${number}: ${hydrated}`)
    }
    await reader.context().close()
    deck.expectNoFaults()
  })

  it('is read without JavaScript from the first slide to the next and back', async () => {
    const page = await visit('', WITHOUT_SCRIPT)
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

  it('shows its own slide and its picture before any script of the deck', async () => {
    const page = await visit('18', WITHOUT_APPLICATION)
    expect(await readCopy(page)).toContain('Post-training')
    const picture = page.locator('#prerendered img')
    await expect
      .poll(async () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: 'Next' }).count()).toBe(0)
    await page.context().close()
  })

  it.each(['18.html', '18/', '18/index.html'])(
    'is the application’s slide 18 at /%s, too',
    async (path) => {
      const page = await visit(path)
      await waitForApplication(page)
      expect(new URL(page.url()).pathname).toBe('/18')
      expect(await slideOf(page, 18).getByRole('heading', { level: 1 }).isVisible()).toBe(true)
      await page.context().close()
    },
  )

  it('is not shown where a host answers the address of something else with it', async () => {
    const first = readFileSync(join(inject('builtDeck'), 'index.html'), 'utf8')
    const page = await visit('7', {
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        await opened.route(/\/7$/, async (route) =>
          route.fulfill({ contentType: 'text/html', body: first }),
        )
      },
    })
    await expect.poll(async () => page.locator('#prerendered').isVisible()).toBe(false)
    expect(await page.title()).toBe('The Llama 3 Herd of Models')
    await page.context().close()
  })

  it('has links to the others where the application cannot be loaded', async () => {
    const page = await visit('18', {
      prepare: async (opened) => opened.route(/\.js$/, async (route) => route.abort()),
    })
    await expect.poll(async () => page.getByRole('link', { name: 'Next' }).isVisible()).toBe(true)
    await page.context().close()
  })

  it('says what it is about to whoever links to it', () => {
    const html = readFileSync(join(inject('builtDeck'), '18.html'), 'utf8')
    expect(html).toContain('<title>Post-training · The Llama 3 Herd of Models</title>')
    expect(html).toContain('<meta property="og:title" content="Post-training · The Llama 3')
    expect(html).toMatch(/<meta name="description" content="Post-training /)
    expect(html).toMatch(/<meta property="og:description" content="Post-training /)
  })

  it('stands in a folder as well, for servers that know no endings', () => {
    const site = inject('builtDeck')
    for (const name of ['1', '18', '46']) {
      expect(readFileSync(join(site, name, 'index.html'), 'utf8')).toBe(
        readFileSync(join(site, `${name}.html`), 'utf8'),
      )
    }
    expect(existsSync(join(site, '47.html'))).toBe(false)
  })
})

describe('dark mode', () => {
  /** Colour of the paper before the application is there. */
  async function readPaper(stored?: string): Promise<string> {
    const page = await visit('7', {
      context: { colorScheme: 'dark' },
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        if (stored !== undefined) {
          await opened.addInitScript(`localStorage.setItem('slidev-color-schema', '${stored}')`)
        }
      },
    })
    const paper = await page
      .locator('#prerendered .slidev-layout')
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

describe('the application takes over', () => {
  /** Share of pixels that may differ: a page's own type has its outlines rounded to whole units. */
  const TOLERATED_SHARE = 0.0005

  async function countDifferences(before: Buffer, after: Buffer): Promise<number> {
    const [first, second] = await Promise.all(
      [before, after].map(async (png) =>
        sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true }),
      ),
    )
    if (!first || !second) {
      throw new Error('There are no pictures.')
    }
    const { width, height } = first.info
    const count = pixelmatch(first.data, second.data, undefined, width, height)
    return count / (width * height)
  }

  it.each([
    ['phone', 'light', '18'],
    ['phone', 'dark', '1'],
    ['laptop', 'dark', '7'],
    ['laptop', 'light', '12'],
    ['projector', 'light', '1'],
    ['projector', 'dark', '23'],
  ] as const)(
    'and nothing changes on a %s in %s mode, slide %s',
    async (kind, colorScheme, slide) => {
      const held = holdApplication()
      const page = await visit(slide, {
        ...held,
        context: { viewport: WINDOWS[kind], colorScheme, reducedMotion: 'reduce' },
      })
      await page.evaluate(async () => {
        await document.fonts.ready
        await Promise.all([...document.images].map(async (image) => image.decode()))
      })
      const before = await page.screenshot()
      held.release()
      await waitForApplication(page)
      expect(await countDifferences(before, await page.screenshot())).toBeLessThan(TOLERATED_SHARE)
      await page.context().close()
    },
  )

  it('without a shift, and leaves the slide once in the page', async () => {
    const page = await visit('12', {
      prepare: async (opened) =>
        opened.addInitScript(() => {
          window.deckShifts = 0
          new PerformanceObserver((list) => {
            window.deckShifts = (window.deckShifts ?? 0) + list.getEntries().length
          }).observe({ type: 'layout-shift', buffered: true })
        }),
    })
    await waitForApplication(page)
    await page.locator('[data-slidev-no="13"]').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => window.deckShifts)).toBe(0)
    expect(await page.locator('.slidev-layout:visible').count()).toBe(1)
    expect(await page.locator('#app').getAttribute('inert')).toBeNull()
    await page.context().close()
  })

  it('and goes where the keys said that were pressed before', async () => {
    const held = holdApplication()
    const page = await visit('', held)
    for (const key of ['ArrowRight', 'ArrowRight', ' ', 'ArrowLeft']) {
      await page.keyboard.press(key)
    }
    held.release()
    await page.waitForURL(/\/3$/)
    await expect.poll(async () => slideOf(page, 3).locator('.slidev-layout').isVisible()).toBe(true)
    await page.context().close()
  })

  it('and does what was pressed under the slide on a phone', async () => {
    const held = holdApplication()
    const page = await visit('5', { ...held, context: { viewport: WINDOWS.phone } })
    await page.locator('#prerendered').getByTitle('Go to next slide').click()
    held.release()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/6')
    await page.context().close()
  })
})

describe('what is loaded', () => {
  it('is a page of about 12 kB before the first slide, and little more for any other', () => {
    const site = inject('builtDeck')
    const sizes = Array.from(
      { length: 46 },
      (_, index) => gzipSync(readFileSync(join(site, `${index + 1}.html`)), { level: 9 }).length,
    )
    expect(sizes[0]).toBeLessThan(13_000)
    expect(Math.max(...sizes)).toBeLessThan(19_000)
  })

  it('is nothing else until the first slide is painted', async () => {
    const asked: string[] = []
    const page = await visit('', {
      prepare: async (opened) => {
        await opened.route(APPLICATION, () => {})
        opened.on('request', (request) => asked.push(new URL(request.url()).pathname))
        await opened.addInitScript(() => {
          // The page waits for a frame before it loads the application; there is none.
          window.requestAnimationFrame = () => 0
        })
      },
    })
    await page.locator('#prerendered h1').waitFor()
    expect(asked).toEqual(['/'])
    await page.context().close()
  })

  it('are the pictures of the slide and of the next two, and never all', async () => {
    const asked = new Set<string>()
    const page = await visit('13', {
      prepare: async (opened) => {
        await opened.clock.install()
        opened.on('request', (request) => {
          if (request.url().endsWith('.png')) {
            asked.add(new URL(request.url()).pathname)
          }
        })
      },
    })
    await expect.poll(() => asked.has('/llama3-size.png')).toBe(true)
    await waitForApplication(page)
    // Slidev by itself mounts every slide, and so fetches every picture, three seconds after its start.
    await page.clock.runFor(10_000)
    await slideOf(page, 14).waitFor({ state: 'attached' })
    expect(asked.size).toBeLessThanOrEqual(3)
    await page.context().close()
  })

  it('has of each picture its size in the markup', () => {
    const html = readFileSync(join(inject('builtDeck'), '18.html'), 'utf8')
    expect(html).toMatch(/<img [^>]*width="3472" height="1320"/)
  })

  it('are KaTeX’s typefaces in WOFF2 alone', () => {
    const css = readFileSync(join(inject('builtDeck'), '404.html'), 'utf8').match(
      /assets\/[^"]+\.css/g,
    )
    const styles = css
      ?.map((path) => readFileSync(join(inject('builtDeck'), path), 'utf8'))
      .join('')
    expect(styles).toContain('KaTeX_Main-Regular')
    expect(styles).not.toMatch(/KaTeX[\w-]+\.(?:woff|ttf)\b/)
  })
})

declare global {
  interface Window {
    deckShifts?: number
  }
}
