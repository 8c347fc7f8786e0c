import { join } from 'node:path'

import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { addPageScript } from '../../browser/page-script.ts'
import { serveFolder } from '../../browser/static-server.ts'
import type { StaticServer } from '../../browser/static-server.ts'
import type { Adaptation } from '../../page/print/adaptation.ts'
import { printHandout } from '../../print/print-handout.ts'
import { readPdf } from '../harness/pdf.ts'
import type { PdfFacts } from '../harness/pdf.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

// Slides of `tests/fixtures/print`, one kind of content that paper cannot show as it is on each.
const SCROLLING = 18
const WIDE = 19
const FULL = 20
const DECORATED = 21
const MEDIA = 22
const TALL = 23
const OVER = 24
const LOST = 25
const BADGES = 26
const REEL = 27
const MARKED = 28
const ZOOMED = 29
const REPLACED = 30
const GROUP = 31

/** Longest distance of a box from its words, in px: 5 px of padding, and lines that waver by some 3 px at random. */
const MARK_DISTANCE_PX = 12

let folder: TemporaryFolder
let server: StaticServer
let browser: Browser
let page: Page
let adaptations: Adaptation[]
let astray: string[]
let pdf: PdfFacts

beforeAll(async () => {
  folder = makeFolder()
  server = await serveFolder(await shareBuild('print'))
  browser = await launchBrowser(ensureBrowser(() => {}))
  page = await openSlides()
  await page.addStyleTag({ content: '#slide-content { border-top: 7px solid red }' })
  adaptations = await page.evaluate(async () =>
    window.lecternPage.adaptToPaper({
      isFitted: true,
      hasEveryClick: false,
      unreachable: [
        ...[...document.querySelectorAll('iframe')].map(({ src }) => src),
        'https://host.invalid/back.jpg',
      ],
    }),
  )
  astray = await findAstray(page)
  const path = join(folder.path, 'paper.pdf')
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
  pdf = await readPdf(path)
})

afterAll(async () => {
  await browser.close()
  await server.close()
  folder.remove()
})

async function openSlides(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
  await addPageScript(context)
  await context.addInitScript(redrawMarksLate)
  await context.route(/host\.invalid/, async (route) => route.abort())
  const opened = await context.newPage()
  const query = `print=true&range=${SCROLLING}-${GROUP}`
  await opened.goto(`${server.url}print?${query}#/print?${query}`)
  await opened.getByRole('heading', { name: 'Tall picture' }).waitFor()
  await opened.getByRole('img', { name: 'a tall drawing' }).waitFor()
  // The printing command waits until everything is drawn.
  await opened.locator('.rough-annotation:has(path)').nth(1).waitFor({ state: 'attached' })
  await opened.evaluate(async () => document.fonts.ready)
  return opened
}

function messages(slide: number): string[] {
  return adaptations.filter((each) => each.slide === slide).map(({ message }) => message)
}

/** Returns the text of a slide's page. */
function pageOf(slide: number): string {
  return pdf.pages[slide - SCROLLING] ?? ''
}

describe('on paper', () => {
  it('code that scrolls is printed whole, and what follows it', () => {
    // PDF.js reads the words of the slide in the order they are painted.
    for (const words of ['line 1 of the code', 'line 18 of the code', 'words after the code']) {
      expect(pageOf(SCROLLING)).toContain(words)
    }
    expect(messages(SCROLLING)).toContainEqual(
      expect.stringMatching(/^a box that scrolls is printed open: \d+ px/),
    )
  })

  it('what only an earlier step shows is told, and not what the last step says, too', () => {
    expect(pageOf(REPLACED)).toMatch(/last state\s+words of the end/)
    expect(messages(REPLACED)).toEqual([
      'only earlier steps show "first state", "words that go and more" and "three sizes that go", which are not ' +
        'printed; `npx lectern export --clicks` prints a page for each step',
    ])
  })

  it('the tabs of a group of code are printed one below the other', () => {
    expect(pageOf(GROUP)).toMatch(/npm\s+npm install .*pnpm\s+pnpm add /)
    expect(pageOf(GROUP)).toContain('words below the group')
    expect(messages(GROUP)).toEqual([
      'a group of code is printed open: its tab "pnpm" is below the first one',
    ])
  })

  it('wide code is broken into lines that keep their indentation and numbers', async () => {
    expect(messages(WIDE)).toEqual([
      'long lines of code are broken, because a line is wider than its box',
    ])
    const lines = page.locator('[data-slidev-no="19"] .line')
    const boxes = await lines.evaluateAll((all) =>
      all.map((line) => line.getBoundingClientRect().height),
    )
    expect(Math.round((boxes[1] ?? 0) / (boxes[0] ?? 1))).toBe(2)
    // The second half of the long line starts to the right of its first word.
    const [start, rest] = await lines.nth(1).evaluate((line) => {
      const tokens = [...line.querySelectorAll('span')].map((token) => token.getClientRects())
      const rects = tokens.flatMap((all) => [...all])
      const tops = [...new Set(rects.map(({ top }) => top))].toSorted((a, b) => a - b)
      return tops.map((top) =>
        Math.min(...rects.filter((rect) => rect.top === top).map(({ left }) => left)),
      )
    })
    expect(rest).toBeGreaterThan(start ?? Infinity)
  })

  it('a slide that is too full is printed smaller, and its layers stay', () => {
    expect(messages(FULL)).toEqual([
      expect.stringMatching(/^printed at \d\d %, because "point \d+" and \d+ more reach up to/),
    ])
    expect(pageOf(FULL)).toMatch(/point 1 .*point 24/)
  })

  it('ornaments and images that the author crops make no slide smaller', () => {
    expect(messages(DECORATED)).toEqual([])
  })

  it('an image too tall for its slide is made smaller alone, in its ratio', async () => {
    expect(messages(TALL)).toEqual([expect.stringMatching(/^its images are printed smaller/)])
    const box = await page.getByRole('img', { name: 'a tall drawing' }).boundingBox()
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(3, 1)
    expect(pageOf(TALL)).toContain('words below')
  })

  it('what reaches beyond the edge of a slide is on its page', () => {
    expect(messages(OVER)).toEqual([])
    expect(pageOf(OVER)).toMatch(/a link above.*drawn words/)
    // Nothing was moved to a page of its own before it.
    expect(pageOf(MARKED)).toContain('Marked')
  })

  it('a reel, which shows one of its lines, makes no slide smaller', () => {
    expect(messages(REEL)).toEqual([])
  })

  it('the rules of a deck for what is around its slides hold', async () => {
    const border = await page
      .locator('.print-slide-container')
      .first()
      .evaluate((slide) => getComputedStyle(slide).borderTopWidth)
    expect(border).toBe('7px')
    expect(await page.locator('#slide-content').count()).toBe(0)
  })

  it('what moves with clicks is where it is at the last one', async () => {
    const moved = page.getByText('words that come')
    expect(await moved.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
  })

  it('what moves without clicks stays where it is in the browser', async () => {
    // Its style depends on the number of the slide, and motion has the last word.
    const transform = await page.locator('#mascot').evaluate(({ style }) => style.transform)
    expect(transform).toMatch(/^scale\(1\)/)
  })

  it('nothing is cut off any more', async () => {
    const all = await page.evaluate(() => window.lecternPage.inspectPrintedSlides())
    const left = all.filter(({ slide }) => slide !== REEL)
    expect(left.filter(({ observation }) => (observation.severity ?? 'error') === 'error')).toEqual(
      [],
    )
  })
})

describe('what paper cannot show', () => {
  it('is replaced by a still image or a labeled box of the same size', async () => {
    const slide = page.locator(`[data-slidev-no="${MEDIA}"]`)
    const boxes = await slide.locator('.lectern-box').evaluateAll((all) =>
      all.map((box) => {
        const { width, height } = box.getBoundingClientRect()
        return [box.textContent, width, height]
      }),
    )
    expect(boxes).toEqual([
      ['Videohost.invalid/films/film.mp4', 200, 100],
      [expect.stringMatching(/^Embedded pagehost\.invalid\/a\/page.*….*page\.html$/), 200, 60],
      ['Interactive drawing', 120, 40],
    ])
    const poster = await slide.getByAltText('a film').boundingBox()
    expect([poster?.width, poster?.height]).toEqual([200, 100])
    expect(await slide.locator('video, iframe, canvas').count()).toBe(0)
  })

  it('is as large as its place in the browser, and a line high without one', async () => {
    const slide = page.locator(`[data-slidev-no="${BADGES}"]`)
    const badges = await slide.locator('#badges .lectern-box').evaluateAll((all) =>
      all.map((box) => {
        const { top, height } = box.getBoundingClientRect()
        return { text: box.textContent, top, isLine: height <= 30 }
      }),
    )
    expect(badges.map(({ text, isLine }) => [text, isLine])).toEqual([
      ['Image: build', true],
      ['Image: license', true],
      ['Image: npm', true],
    ])
    expect(new Set(badges.map(({ top }) => top)).size).toBe(1)
    const sized = await slide.locator('.lectern-box').last().boundingBox()
    expect([sized?.width, sized?.height]).toEqual([200, 50])
  })

  it('has one label where several lie on each other', async () => {
    const labels = await page.locator('#stack .lectern-box').allTextContents()
    expect(labels).toEqual([expect.stringContaining('Image: square'), ''])
  })

  it('leaves text on a lost background as it is in the browser, unless nobody could see it', async () => {
    const fills = await page
      .locator(`[data-slidev-no="${LOST}"] .lost`)
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))
    expect(fills).toEqual(['rgb(75, 85, 99)', 'rgba(0, 0, 0, 0)'])
  })

  it('is named with its address, which is a link in the PDF', () => {
    expect(messages(MEDIA)).toEqual([
      'the video https://host.invalid/trailer.webm is printed as a still image',
      'a labeled box is printed in place of the video https://host.invalid/films/film.mp4',
      expect.stringMatching(/^a labeled box is printed in place of the embedded page https:/),
      'a labeled box is printed in place of the interactive drawing',
    ])
    expect(pdf.links).toContain('5: https://host.invalid/films/film.mp4')
  })
})

it('begins a long note beside its slide, on the first sheet of a handout', async () => {
  const output = join(folder.path, 'handout.pdf')
  await printHandout({
    entry: FIXTURES.print,
    site: await shareBuild('print'),
    slides: String(SCROLLING),
    output,
  })
  const { pages } = await readPdf(output)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages[0]).toContain('Sentence 1 of a long note')
  expect(pages[0]).toContain('Scrolling code')
  expect(pages.at(-1)).toContain('the last word of the note')
})

it('prints marks on their words, on a slide with zoom as well', async () => {
  expect(astray).toEqual([])
})

describe('the handout opened by hand', () => {
  it('shows the slides that the address names, with marks on their words', async () => {
    const opened = await openHandout()
    expect(await opened.locator('.row').count()).toBe(2)
    expect(await opened.getByText('Marked and zoomed').count()).toBe(1)
    await expect.poll(async () => findAstray(opened)).toEqual([])
    await opened.close()
  })
})

it('prints a handout with marks on their words, and notes in HTML beside their slide', async () => {
  const opened = await openHandout()
  await opened.evaluate(async () =>
    window.lecternPage.adaptToPaper({ isFitted: true, hasEveryClick: false, unreachable: [] }),
  )
  expect(await findAstray(opened)).toEqual([])
  const [slide, note] = await opened.evaluate(() =>
    ['.print-slide-container', '.slidev-note > div'].map((selector) => {
      const { right, top, bottom, left } =
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return { right, top, bottom, left }
    }),
  )
  expect(note?.left).toBeGreaterThan(slide?.right ?? Infinity)
  expect(note?.top).toBeLessThan(slide?.bottom ?? 0)
  await opened.close()
})

/** Opens the handout of the slides with marks, once they are drawn. */
async function openHandout(): Promise<Page> {
  const opened = await page.context().newPage()
  const query = `range=${MARKED}-${ZOOMED}`
  await opened.goto(`${server.url}handout?${query}#/handout?${query}`)
  await opened.locator('.rough-annotation:has(path)').nth(1).waitFor({ state: 'attached' })
  return opened
}

/** Lets Slidev's library of marks be as late as on a busy machine: it redraws them 400 ms after a change of size. */
function redrawMarksLate(): void {
  window.setTimeout = new Proxy(window.setTimeout, {
    apply: (wait, _, [handler, ms, ...values]: Parameters<typeof setTimeout>) =>
      Reflect.apply(wait, window, [handler, ms === 400 ? 1500 : ms, ...values]),
  })
}

/** Returns the ids of marked words whose box is not around them. */
async function findAstray(opened: Page): Promise<string[]> {
  return opened.evaluate((distance) => {
    const boxes = Array.from(document.querySelectorAll('.rough-annotation'), (mark) => {
      const lines = Array.from(mark.children, (line) => line.getBoundingClientRect())
      return [
        Math.min(...lines.map(({ left }) => left)),
        Math.min(...lines.map(({ top }) => top)),
        Math.max(...lines.map(({ right }) => right)),
        Math.max(...lines.map(({ bottom }) => bottom)),
      ]
    })
    return ['marked', 'zoomed'].filter((id) => {
      const words = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect()
      const edges = [words.left, words.top, words.right, words.bottom]
      return !boxes.some((box) =>
        box.every((edge, at) => Math.abs(edge - (edges[at] ?? 0)) < distance),
      )
    })
  }, MARK_DISTANCE_PX)
}
