import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import {
  ensureBrowser,
  launchBrowser,
} from '../addons/slidev-addon-lectern/browser/find-browser.ts'
import { serveFolder } from '../addons/slidev-addon-lectern/browser/static-server.ts'
import { buildDeck } from '../addons/slidev-addon-lectern/deck/build-deck.ts'
import { readDeck } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { groupCauses } from '../addons/slidev-addon-lectern/doctor/group-causes.ts'
import { inspectSite } from '../addons/slidev-addon-lectern/doctor/inspect-site.ts'
import { openFigurePage } from '../addons/slidev-addon-lectern/figures/figure-page.ts'
import { printDeck } from '../addons/slidev-addon-lectern/print/print-deck.ts'
import { FONT_SETS, writeFontSet } from '../addons/slidev-addon-lectern/tests/harness/font-sets.ts'
import type { FontSet } from '../addons/slidev-addon-lectern/tests/harness/font-sets.ts'
import { newPage } from '../addons/slidev-addon-lectern/tests/harness/patience.ts'
import { readPdf } from '../addons/slidev-addon-lectern/tests/harness/pdf.ts'
import {
  copyProject,
  makeFolder,
  QUIET,
  ROOT,
} from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'

// Slides and figures are the same on machines with other fonts; findings differ in what no font of a machine has.

/** A slide in the bundled fonts, and one with characters that none of them has. */
const DECK = `---
title: Fonts
addons: [slidev-addon-addon]
---

# Words of every kind

- **Bold**, *italic*, \`code\`, 中文 and $E = mc^2$
- [red]{color=red}, 10 × 3 – “quoted” … é ü ß

---

# Marks

- a → b ✓
- a ⟶ b
- dots: ⠿
- 한 🚀
`

/** Figures with much that machines draw differently: marks, raised digits, thin lines. */
const FIGURES = ['llama3-factuality', 'llama3-scaling-rule']

/** Results on one machine. */
interface Seen {
  figures: Buffer[]
  boxes: string[]
  pdf: { pages: string[]; missingFonts: string[] }
}

let project: TemporaryFolder
let site: string
const folders: TemporaryFolder[] = []

beforeAll(async () => {
  project = copyProject()
  writeFileSync(join(project.path, 'slides.md'), DECK)
  cpSync(join(ROOT, 'figures'), join(project.path, 'figures'), { recursive: true })
  site = join(project.path, 'dist')
  const deck = await readDeck(join(project.path, 'slides.md'))
  await buildDeck(deck, site, [], { isForFigures: true })
})

afterEach(() => {
  vi.unstubAllEnvs()
})

afterAll(() => {
  project.remove()
  folders.forEach((folder) => folder.remove())
})

const BOXES = 'no font of this machine or the deck has'
const FOREIGN = 'no bundled font has'
const FOREIGN_MARKS = `15: fonts: ${FOREIGN} "⟶" and "⠿": drawn with a font of this machine`
const BOXED_WORDS = ['한', '🚀'].map(
  (character) => `18: fonts: ${BOXES} "${character}": drawn as empty boxes`,
)

/** Findings on each machine. */
const FINDINGS: Readonly<Record<FontSet, readonly string[]>> = {
  'no font': [
    // Each script needs a font of its own.
    `15: fonts: ${BOXES} "⟶": drawn as empty boxes`,
    `17: fonts: ${BOXES} "⠿": drawn as empty boxes`,
    ...BOXED_WORDS,
  ],
  DejaVu: [FOREIGN_MARKS, ...BOXED_WORDS],
  'DejaVu, Noto symbols and Noto CJK': [FOREIGN_MARKS, ...BOXED_WORDS],
}

/** Draws, prints and inspects everything on a machine with some fonts. */
async function lookAt(
  set: FontSet,
): Promise<{ seen: Seen; findings: string[]; problems: string[] }> {
  const folder = makeFolder()
  folders.push(folder)
  vi.stubEnv('FONTCONFIG_FILE', await writeFontSet(set, folder.path))
  const deck = await readDeck(join(project.path, 'slides.md'), project.path)
  const { findings } = await inspectSite({
    deck,
    folder: site,
    slides: [1, 2],
    checks: new Set(['fonts', 'overflow', 'overlap']),
    online: false,
    browserPath: ensureBrowser(console.log),
    progress: QUIET,
  })
  const output = join(folder.path, 'deck.pdf')
  const { problems } = await printDeck({ entry: deck.entry, site, output })
  const { pages, missingFonts } = await readPdf(output)
  return {
    findings: groupCauses(findings).map(({ check, line, seen }) => `${line}: ${check}: ${seen}`),
    problems: problems.map(({ severity, slide, message }) => `${severity} on ${slide}: ${message}`),
    seen: {
      figures: await drawFigures(),
      boxes: await measureSlide(),
      pdf: { pages: pages.slice(0, 1), missingFonts },
    },
  }
}

async function drawFigures(): Promise<Buffer[]> {
  const server = await serveFolder(site)
  const browser = await launchBrowser(ensureBrowser(console.log))
  const { draw } = await openFigurePage(browser, server.url)
  const images: Buffer[] = []
  for (const name of FIGURES) {
    images.push(Buffer.from((await draw(name)).png))
  }
  await browser.close()
  await server.close()
  return images
}

/** Measures the position of each element of the first slide. */
async function measureSlide(): Promise<string[]> {
  const server = await serveFolder(site)
  const browser = await launchBrowser(ensureBrowser(console.log))
  const page = await newPage(browser, { viewport: { width: 980, height: 552 } })
  await page.goto(`${server.url}1`)
  await page.locator('[data-slidev-no="1"] .slidev-layout').waitFor()
  const boxes = await page.evaluate(async () => {
    await document.fonts.ready
    // MathML is for screen readers only, and set in the machine's font.
    const shown = document.querySelectorAll('[data-slidev-no="1"] :not(.katex-mathml *)')
    return Array.from(shown, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${element.localName} ${[x, y, width, height].join(' ')}`
    })
  })
  await browser.close()
  await server.close()
  return boxes
}

/** Looks at a machine, and tests what it says about characters that no bundled font has. */
async function lookAndTest(set: FontSet): Promise<Seen> {
  const { seen, findings, problems } = await lookAt(set)
  expect(findings.toSorted()).toEqual(FINDINGS[set])
  const expectedProblems = FINDINGS[set].map((finding) => {
    const text = finding.replace(/^.*fonts: /, '')
    const severity = text.startsWith(BOXES) ? 'error' : 'warning'
    return `${severity} on 2: ${text}. `
  })
  // All sets of fonts lack some characters.
  expectedProblems.push(
    'warning on 2: the PDF does not claim PDF/UA-1, because a character is shown',
  )
  expect(problems.toSorted()).toEqual(
    expectedProblems.toSorted().map((text) => expect.stringContaining(text)),
  )
  return seen
}

describe('slides and figures', () => {
  let expected: Seen

  beforeAll(async () => {
    expected = await lookAndTest('DejaVu')
  })

  it('use no font of the machine where the bundled ones have all characters', () => {
    expect(expected.pdf.missingFonts).toEqual([])
    expect(expected.boxes.length).toBeGreaterThan(10)
  })

  it.each(FONT_SETS.filter((set) => set !== 'DejaVu'))(
    'are the same on a machine with %s',
    async (set) => {
      const { figures, ...seen } = await lookAndTest(set)
      const { figures: others, ...rest } = expected
      expect(seen).toEqual(rest)
      const isSame = figures.map((figure, at) => figure.equals(others[at] ?? Buffer.of()))
      expect(isSame).toEqual(FIGURES.map(() => true))
    },
  )
})
