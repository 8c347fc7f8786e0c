import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import JSZip from 'jszip'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { exportSlides } from '../../tools/export.ts'
import type { ExportOrder, ExportResult } from '../../tools/export.ts'
import { loadDeck } from '../../tools/slide-model.ts'
import type { DeckModel } from '../../tools/slide-model.ts'
import { readPdf } from './pdf.ts'
import type { PdfFacts } from './pdf.ts'
import { makeFolder, QUIET, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

const MEGABYTE = 1e6

let deck: DeckModel
let folder: TemporaryFolder

beforeAll(async () => {
  deck = await loadDeck(join(ROOT, 'slides.md'))
  folder = makeFolder()
})

afterAll(() => folder.remove())

async function exportDeck(order: Partial<ExportOrder> & { output: string }): Promise<ExportResult> {
  return exportSlides(
    { deck, site: inject('builtDeck'), progress: QUIET, log: console.warn },
    { format: 'pdf', isDark: false, hasEveryClick: false, ...order },
  )
}

describe('the PDF of the deck', () => {
  let pdf: PdfFacts
  let sizeBytes: number

  beforeAll(async () => {
    const output = join(folder.path, 'deck.pdf')
    await exportDeck({ output })
    sizeBytes = statSync(output).size
    pdf = await readPdf(output)
  })

  it('has the 46 slides in order, each on a page of its size with its title and its number', () => {
    expect(pdf.pages).toHaveLength(46)
    const titles = deck.slides.map((slide) => slide.title)
    expect(pdf.pages.map((text, index) => text.includes(titles[index] ?? '-'))).toEqual(
      titles.map(() => true),
    )
    // The title slide alone has no number; the name of the section may follow it.
    const numbers = pdf.pages
      .slice(1)
      .map((text) => / (\d+)(?: [A-Z][A-Za-z &]+)?$/.exec(text)?.[1])
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, index) => String(index + 2)))
    // 980 x 552 CSS px in points.
    expect(pdf.sizes).toEqual(pdf.sizes.map(() => [735, 414]))
  })

  it('has each figure on its slide’s page, with its alternative text', () => {
    const alts = deck.slides.map(({ contentLines }) => {
      const source = contentLines.map(({ text }) => text).join('\n')
      return [...source.matchAll(/!\[([^\]]+)\]\(|alt="([^"]+)"/g)].map(
        ([, markdown, html]) => markdown ?? html,
      )
    })
    expect(pdf.pictures).toEqual(alts.map((texts) => texts.length))
    for (const [index, texts] of alts.entries()) {
      expect(pdf.alts[index]).toEqual(expect.arrayContaining(texts))
    }
  })

  it('nests the slides below their section in the outline, with plain titles', () => {
    expect(pdf.tree).toHaveLength(46)
    expect(pdf.tree.filter((line) => !line.startsWith(' '))).toEqual([
      'The Llama 3 Herd of Models → 1',
      'Outline → 2',
      'Introduction → 3',
      'Related Work → 5',
      'Problem → 8',
      'Solution → 10',
      'Experiment → 32',
      'Conclusion → 41',
      'Q & A → 46',
    ])
    expect(pdf.tree).toContain('  Synthetic data generation: Execution feedback → 24')
    expect(pdf.tree.join('\n')).not.toMatch(/[*{}[\]]/)
  })

  it('leads out of it by the links of the slides, and to no address of this machine', () => {
    expect(pdf.links).toEqual([
      '6: https://arxiv.org/abs/2001.08361',
      '6: https://arxiv.org/abs/2404.14219',
      '6: https://arxiv.org/abs/2401.04088',
      '29: https://arxiv.org/abs/2211.15533',
      '43: https://x.com/maximelabonne',
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

  it('holds all its fonts, and takes at most 4 MB', () => {
    expect(pdf.missingFonts).toEqual([])
    expect(sizeBytes).toBeLessThan(4 * MEGABYTE)
  })
})

it('prints some slides in dark mode, under their own numbers', async () => {
  const output = join(folder.path, 'dark.pdf')
  const { summary } = await exportDeck({ output, slides: '6-7,12', isDark: true })
  const pdf = await readPdf(output)
  expect(summary).toContain('3 pages')
  expect(pdf.pages.map((text) => / (\d+) [A-Z]/.exec(text.slice(-20))?.[1])).toEqual([
    '6',
    '7',
    '12',
  ])
  expect(pdf.tree).toEqual([
    'Related Work → 1',
    '  Related Work → 1',
    '  DPO - Direct Preference Optimization → 2',
    'Solution → 3',
    '  Pre-training - Data → 3',
  ])
})

it('writes pictures of slides, and a presentation of them with the notes', async () => {
  const pictures = join(folder.path, 'pictures')
  const output = join(folder.path, 'deck.pptx')
  await exportDeck({ output: pictures, slides: '12-13', format: 'png' })
  expect(readdirSync(pictures)).toEqual(['12.png', '13.png'])
  // Width and height of a PNG: twice a slide.
  const header = readFileSync(join(pictures, '12.png')).subarray(16, 24)
  expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([1960, 1104])

  await exportDeck({ output, slides: '12-13', format: 'pptx' })
  const zip = await JSZip.loadAsync(readFileSync(output))
  expect(zip.file(/slides\/slide\d+\.xml$/)).toHaveLength(2)
  const notes = await zip.file('ppt/notesSlides/notesSlide1.xml')?.async('string')
  expect(notes).toContain('llama2產生的資料集')
})

it('refuses slides that there are not, before anything is built', async () => {
  await expect(exportDeck({ output: 'x.pdf', slides: '40-50' })).rejects.toThrow(
    'There is no slide "40-50": the deck has 46 slides.',
  )
})

describe('when the browser ends in the middle', () => {
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
      const failing = exportSlides(
        { deck, site: inject('builtDeck'), progress: QUIET, log: console.warn },
        { format: 'pdf', isDark: false, hasEveryClick: false, output, slides: '1-2' },
        async (page) => {
          await end(page)
          return []
        },
      )
      await expect(failing).rejects.toThrow('The browser ended in the middle of the work.')
      expect(readFileSync(output, 'utf8')).toBe('earlier')
    },
  )
})
