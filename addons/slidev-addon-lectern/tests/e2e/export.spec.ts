import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import JSZip from 'jszip'
import { chromium } from 'playwright-chromium'
import type { Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { DeckModel } from '../../deck/read-deck.ts'
import { printDeck } from '../../print/print-deck.ts'
import type { PrintOptions } from '../../print/print-deck.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { listAlts, loadFixture } from '../harness/deck-source.ts'
import { BUNDLED_RE, readPdf } from '../harness/pdf.ts'
import type { PdfFacts } from '../harness/pdf.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

const MEGABYTE = 1e6

let deck: DeckModel
let site: string
let folder: TemporaryFolder

beforeAll(async () => {
  site = await shareBuild('talk')
  deck = await loadFixture('talk')
  folder = makeFolder()
})

afterAll(() => folder.remove())

async function exportDeck(
  options: Partial<PrintOptions> & { output: string },
): Promise<PrintResult> {
  return printDeck({ entry: FIXTURES.talk, site, ...options })
}

describe('the PDF of the deck', () => {
  let pdf: PdfFacts
  let sizeBytes: number
  let problems: PrintResult['problems']

  beforeAll(async () => {
    const output = join(folder.path, 'deck.pdf')
    const result = await exportDeck({ output })
    problems = result.problems
    sizeBytes = statSync(output).size
    pdf = await readPdf(output)
  })

  it('has all slides in order, each on a page of its size with its title and its number', () => {
    const titles = deck.slides.map(({ title }) => title)
    expect(pdf.pages).toEqual(titles.map((title) => expect.stringContaining(title)))
    // The title slide alone has no number; the name of the section may follow it.
    const numbers = pdf.pages.map((text) => / (\d+)(?: [A-Z][A-Za-z &]+)?$/.exec(text)?.[1])
    expect(numbers.slice(1)).toEqual(titles.slice(1).map((_, index) => String(index + 2)))
    // 976 x 549 CSS px in points.
    expect(pdf.sizes).toEqual(pdf.sizes.map(() => [732, 411.75]))
  })

  it('has each figure on its slide’s page, with its alternative text', () => {
    const alts = deck.slides.map((slide) => listAlts(slide))
    expect(alts.flat().length).toBeGreaterThan(0)
    expect(pdf.images).toEqual(alts.map((texts) => texts.length))
    for (const [index, texts] of alts.entries()) {
      expect(pdf.alts[index]).toEqual(expect.arrayContaining(texts))
    }
  })

  it('nests the slides below their section in the outline, with plain titles', () => {
    expect(pdf.tree).toHaveLength(deck.slides.length)
    expect(pdf.tree.filter((line) => !line.startsWith(' '))).toEqual([
      'The Llama 3 Herd of Models → 1',
      'Outline → 2',
      'Introduction → 3',
      'Related Work → 5',
      'Solution → 8',
      'Q & A → 18',
    ])
    expect(pdf.tree).toContain('  Synthetic data generation: Execution feedback → 15')
    expect(pdf.tree.join('\n')).not.toMatch(/[*{}[\]]/)
  })

  it('leads out of it by the links of the slides, and to no address of this machine', () => {
    expect(pdf.links).toEqual([
      '6: https://arxiv.org/abs/2001.08361',
      '6: https://arxiv.org/abs/2404.14219',
      '6: https://arxiv.org/abs/2401.04088',
    ])
  })

  it('is tagged: headings on every page, lists and links where they are', () => {
    for (const tags of pdf.tags) {
      expect((tags['H1'] ?? 0) + (tags['H2'] ?? 0)).toBeGreaterThan(0)
    }
    expect(pdf.tags[5]).toMatchObject({ H1: 1, L: 1, LI: 5, Link: 3 })
  })

  it('says what it is, in which language, and shows its title', () => {
    expect(pdf.info).toMatchObject({
      Title: 'The Llama 3 Herd of Models',
      Author: 'Jun-Chen Hung',
      Subject: expect.stringContaining('arXiv:2407.21783'),
      Keywords: expect.stringContaining('large language models, scaling laws'),
      Language: 'en',
      CreationDate: expect.stringMatching(/^D:\d{14}/),
    })
    expect(pdf.showsTitle).toBe(true)
  })

  it('has no problems', () => {
    expect(problems).toEqual([])
  })

  it('holds all its fonts, none but the bundled ones, and takes at most 2 MB', () => {
    expect(pdf.missingFonts).toEqual([])
    expect(pdf.type3Fonts).toEqual([])
    expect(pdf.fonts).toEqual(expect.arrayContaining(['Inter', 'JetBrainsMono']))
    expect(pdf.fonts.filter((family) => !BUNDLED_RE.test(family))).toEqual([])
    expect(sizeBytes).toBeLessThan(2 * MEGABYTE)
  })
})

it('prints some slides in dark mode, under their own numbers', async () => {
  const output = join(folder.path, 'dark.pdf')
  const result = await exportDeck({ output, slides: '6-7,9', isDark: true })
  const pdf = await readPdf(output)
  expect(result).toEqual({
    format: 'pdf',
    slides: [6, 7, 9],
    pages: 3,
    bytes: statSync(output).size,
    standards: ['PDF/UA-1'],
    problems: [],
  })
  expect(pdf.pages.map((text) => / (\d+) [A-Z]/.exec(text.slice(-20))?.[1])).toEqual([
    '6',
    '7',
    '9',
  ])
  expect(pdf.tree).toEqual([
    'Related Work → 1',
    '  Related Work → 1',
    '  DPO - Direct Preference Optimization → 2',
    'Solution → 3',
    '  Pre-training - Data → 3',
  ])
})

it('writes images of slides, and a presentation of them with the notes', async () => {
  const images = join(folder.path, 'images')
  const output = join(folder.path, 'deck.pptx')
  const written = await exportDeck({ output: images, slides: '9-10', format: 'png' })
  expect(written).toMatchObject({ slides: [9, 10], pages: 2 })
  expect(readdirSync(images)).toEqual(['09.png', '10.png'])
  // Width and height of a PNG: twice a slide.
  const header = readFileSync(join(images, '09.png')).subarray(16, 24)
  expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([1952, 1098])

  await exportDeck({ output, slides: '9-10', format: 'pptx' })
  const zip = await JSZip.loadAsync(readFileSync(output))
  expect(zip.file(/slides\/slide\d+\.xml$/)).toHaveLength(2)
  const notes = await zip.file('ppt/notesSlides/notesSlide1.xml')?.async('string')
  expect(notes).toContain('llama2產生的資料集')
  expect(await zip.file('ppt/presentation.xml')?.async('string')).toMatch(
    /<p:sldSz cx="12192000" cy="6858000"/,
  )
})

it('refuses slides that there are not, before anything is built', async () => {
  await expect(exportDeck({ output: 'x.pdf', slides: '10-50' })).rejects.toThrow(
    'There is no slide "10-50": the deck has 18 slides.',
  )
})

describe('when the browser ends in the middle', () => {
  afterEach(() => void vi.restoreAllMocks())

  /** Does something to each page as soon as it shows the deck. */
  function onDeck(act: (page: Page) => Promise<unknown>): void {
    const launch = chromium.launch.bind(chromium)
    vi.spyOn(chromium, 'launch').mockImplementation(async (options) => {
      const browser = await launch(options)
      const newContext = browser.newContext.bind(browser)
      vi.spyOn(browser, 'newContext').mockImplementation(async (settings) => {
        const context = await newContext(settings)
        context.on('page', (page) => page.once('domcontentloaded', () => void act(page)))
        return context
      })
      return browser
    })
  }

  const ENDS: [name: string, end: (page: Page) => Promise<unknown>][] = [
    ['closed by the system', async (page) => page.context().browser()?.close()],
    [
      'crashed',
      async (page) => {
        const session = await page.context().newCDPSession(page)
        // The process that dies of it does not answer.
        void session.send('Page.crash').catch(() => {})
        await page.waitForEvent('crash')
      },
    ],
  ]

  it.each(ENDS)(
    '%s, the message says so, and the earlier PDF stays as it was',
    async (name, end) => {
      const output = join(folder.path, `${name}.pdf`)
      writeFileSync(output, 'earlier')
      onDeck(end)
      await expect(exportDeck({ output, slides: '1-2' })).rejects.toThrow(
        'The browser ended in the middle of the work.',
      )
      expect(readFileSync(output, 'utf8')).toBe('earlier')
    },
  )
})
