import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { writeFileAtomically } from '../../tools/write-file.ts'
import { openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { packAddon, writePackedExample } from './packed-addon.ts'
import { buildDeck, makeFolder, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** The next Slidev, and the Node it asks for. */
const NEXT = { slidev: '53.0.0', node: [22, 12] } as const

interface ExampleFacts {
  colours: Record<string, string>
  widthOfColumn: string
  heightPx: number
  number: string
  label: string
  titles: string[]
}

/** What every deck with the addon has to show, on slides 2, 5 and 6 of the example. */
const EXAMPLE: ExampleFacts = {
  colours: {
    'square brackets': 'rgb(197, 30, 33)',
    '15 trillion': 'rgb(197, 30, 33)',
    'in angle brackets': 'rgb(3, 109, 56)',
    'bold and code': 'rgb(16, 95, 217)',
    'a nested span': 'rgb(127, 54, 188)',
    nested: 'rgb(181, 72, 2)',
    underlined: 'rgb(8, 121, 112)',
  },
  widthOfColumn: '90%',
  heightPx: 60,
  number: '6 / 7',
  label: 'Slide 6 of 7',
  titles: [
    'slidev-addon-addon',
    'A colour behind square brackets',
    'The palette is legible on light and dark slides',
    'Any other colour',
    'An image in its size',
    'The number of the slide: <SlideCurrentNo />',
    'What is not a span stays what it is',
  ],
}

describe('the example deck with the packed addon', () => {
  let folder: TemporaryFolder
  let deck: Deck

  beforeAll(async () => {
    folder = writePackedExample()
    deck = await openDeck(await buildDeck(folder))
  })

  afterAll(async () => {
    await deck.close()
    folder.remove()
  })

  it('shows spans, image sizes, numbers and titles', async () => {
    expect(await readExample(deck)).toEqual(EXAMPLE)
  })

  it('shows the colours of its headmatter, and their partners on dark slides', async () => {
    const light = await readColours(await deck.open(4), 4)
    const dark = await readColours(await deck.open(4, { colorScheme: 'dark' }), 4)
    expect([light['this deck’s own'], light['colours']]).toEqual([
      'rgb(122, 46, 168)',
      'rgb(7, 95, 70)',
    ])
    expect([dark['this deck’s own'], dark['colours']]).toEqual([
      'rgb(122, 46, 168)',
      'rgb(94, 234, 212)',
    ])
  })

  it('leaves alone what the example says it leaves alone', async () => {
    const slide = slideOf(await deck.open(7), 7)
    expect(await slide.locator('.coloured-span').count()).toBe(0)
    expect(await slide.innerText()).toContain(
      '[text]{colour=red}, [text] {color=red}, [text]{color=}',
    )
  })

  it('shows its slides without a fault', async () => {
    const headings = await slideOf(await deck.open(1), 1)
      .locator('h1')
      .allInnerTexts()
    expect(headings).toEqual(['Coloured words, sized images'])
    deck.expectNoFaults()
  })
})

describe(`the example deck with Slidev ${NEXT.slidev}`, () => {
  it('shows the same, installed from the registry as its README says', async ({ skip }) => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    const isOld = major < NEXT.node[0] || (major === NEXT.node[0] && minor < NEXT.node[1])
    if (isOld) {
      skip(say(`Slidev ${NEXT.slidev} needs Node ${NEXT.node.join('.')}`))
    }
    const folder = makeFolder()
    onTestFinished(() => folder.remove())
    // Not hermetic, unlike all other tests: which versions npm chooses is what is tried here.
    const offline = installNext(folder)
    if (offline !== undefined) {
      skip(say(`Slidev ${NEXT.slidev} cannot be installed: ${offline}`))
    }
    const deck = await openDeck(await buildDeck(folder))
    onTestFinished(async () => deck.close())
    expect(await readExample(deck)).toEqual(EXAMPLE)
  }, 600_000)
})

/** Prints why a test is skipped, which Vitest by itself only tells on request. */
function say(reason: string): string {
  console.log(`skipped: ${reason}`)
  return reason
}

async function readExample(deck: Deck): Promise<ExampleFacts> {
  const images = slideOf(await deck.open(5), 5).locator('img')
  const [wide, low] = await images.evaluateAll((all) =>
    all.map((image) => ({
      width: image.clientWidth / (image.parentElement?.clientWidth ?? 1),
      height: image.clientHeight,
    })),
  )
  const slide = slideOf(await deck.open(6), 6)
  const number = slide.locator('.slide-current-no')
  await slide.locator('.slidev-toc-item').first().waitFor()
  return {
    colours: await readColours(await deck.open(2), 2),
    widthOfColumn: `${Math.round((wide?.width ?? 0) * 100)}%`,
    heightPx: low?.height ?? 0,
    number: await number.innerText(),
    label: (await number.getAttribute('aria-label')) ?? '',
    titles: await slide.locator('.slidev-toc-item').allInnerTexts(),
  }
}

/**
 * Installs the packed addon and the next Slidev into a folder as the README says.
 *
 * @returns Why there is no registry, where there is none.
 * @throws {Error} where the installation fails for another reason.
 */
function installNext(folder: TemporaryFolder): string | undefined {
  const { dependencies, overrides } = readProject()
  const packages = ['@slidev/theme-default', 'unocss'].map(
    (name) => `${name}@${dependencies[name]}`,
  )
  writeFileAtomically(
    join(folder.path, 'package.json'),
    JSON.stringify({ private: true, overrides }),
  )
  const { status, stderr } = spawnSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      `@slidev/cli@${NEXT.slidev}`,
      ...packages,
      packAddon(folder.path),
    ],
    { cwd: folder.path, encoding: 'utf8' },
  )
  const unreachable = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/.exec(
    stderr,
  )?.[0]
  if (status !== 0 && unreachable === undefined) {
    throw new Error(`npm install ended with ${status}:\n${stderr}`)
  }
  const example = join(folder.path, 'node_modules/slidev-addon-addon/example')
  if (status === 0) {
    cpSync(example, folder.path, { recursive: true })
  }
  return status === 0 ? undefined : unreachable
}

function readProject(): { dependencies: Record<string, string>; overrides: object } {
  const project: ReturnType<typeof readProject> = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  return project
}

async function readColours(page: Page, number: number): Promise<Record<string, string>> {
  const pairs = await slideOf(page, number)
    .locator('.coloured-span')
    .evaluateAll((spans) =>
      spans.map((span): [string, string] => [span.textContent ?? '', getComputedStyle(span).color]),
    )
  return Object.fromEntries(pairs)
}
