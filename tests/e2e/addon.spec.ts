import { join } from 'node:path'

import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { runSlidev } from '../../tools/slidev.ts'
import { openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { readPdf } from './pdf.ts'
import { buildDeck, exportPdf, writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** Every place a span may stand in, and what looks like one but is not. */
const SLIDES = String.raw`
# The [red]{color=red} title

- [item]{color=green} and [**bold** ${'`code`'} $x^2$]{color="blue" .underline #anchor}
- a [[red]{color=red} link](https://example.com/) and [a [nested]{color=lime} span]<color=gray500>

| [head]{color=teal} | b |
|---|---|
| [cell]{color='#ff0000'} | c |

> [quote]{color=purple}

<div class="box">

[slot]{color=orange}

</div>

![](/dot.png){width=40% .rounded}

<SlideCurrentNo total class="absolute bottom-2" />

---

# Left *alone*

${'`[code]{color=red}`'} \[escaped]{color=red} [link](https://example.com/){color=red} [near]{color=}

${'```'}md {1|2}
[fence]{color=red}
![](/dot.png){width=40%}
${'```'}

<!-- [comment]{color=red} -->

---

# ${'`<Toc>`'} and [spans]{color=red}

<Toc />
`

/** A grey dot; Slidev must find the picture. */
const DOT =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><circle r="200"/></svg>'

const BASE = { 'public/dot.png': DOT }
const OFFLINE = 'fonts:\n  provider: none\nfavicon: /dot.png\n'

/** A `markdownSetup` that shows it ran: it renders ==text== as a mark. */
const MARK_SETUP = `
function addMark(md) {
  md.inline.ruler.before('emphasis', 'mark', (state, silent) => {
    const match = /^==([a-z-]+)==/.exec(state.src.slice(state.pos))
    if (!match) return false
    if (!silent) state.push('html_inline', '', 0).content = '<mark>' + match[1] + '</mark>'
    state.pos += match[0].length
    return true
  })
}
export default { slidev: { markdown: { markdownSetup: addMark } } }
`

const opened: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const close of opened) {
    await close()
  }
})

describe.each([
  ['without comark', ''],
  ['with comark', 'comark: true\n'],
])('a deck of its own, %s', (_name, setting) => {
  let deck: Deck

  beforeAll(async () => {
    deck = await build({ 'slides.md': headmatter(setting) + SLIDES })
  })

  it('shows each span in its colour, wherever it stands', async () => {
    const page = await deck.open(1)
    const spans = await slideOf(page, 1)
      .locator('.coloured-span')
      .evaluateAll((all) =>
        all.map((span) => `${span.textContent ?? ''}: ${getComputedStyle(span).color}`),
      )
    expect(spans).toEqual([
      'red: rgb(197, 30, 33)',
      'item: rgb(3, 109, 56)',
      expect.stringMatching(/^bold code .*: rgb\(16, 95, 217\)$/),
      'red: rgb(197, 30, 33)',
      'a nested span: rgb(107, 114, 128)',
      'nested: rgb(79, 123, 2)',
      'head: rgb(8, 121, 112)',
      'cell: rgb(255, 0, 0)',
      'quote: rgb(127, 54, 188)',
      'slot: rgb(181, 72, 2)',
    ])
    deck.expectNoFaults()
  })

  it('gives the span its class and id, and the class its style', async () => {
    const anchor = slideOf(await deck.open(1), 1).locator('#anchor')
    const line = await anchor.evaluate((span) => getComputedStyle(span).textDecorationLine)
    expect(line).toBe('underline')
  })

  it('sizes the image and renders the addon’s number, not Slidev’s', async () => {
    const page = await deck.open(1)
    const image = slideOf(page, 1).locator('img')
    expect(await image.getAttribute('width')).toBe('40%')
    expect(await image.getAttribute('class')).toContain('rounded')
    const number = slideOf(page, 1).locator('.slide-current-no')
    expect(await number.innerText()).toBe('1 / 3')
    expect(await number.getAttribute('class')).toContain('absolute')
  })

  it('leaves alone what only looks like a span', async () => {
    const page = await deck.open(2)
    const text = await slideOf(page, 2).locator('.slidev-layout').innerText()
    expect(text).toContain('[code]{color=red}')
    expect(text).toContain('[fence]{color=red}')
    expect(text).toContain('![](/dot.png){width=40%}')
    expect(await slideOf(page, 2).locator('.coloured-span').count()).toBe(0)
  })

  it('shows plain titles in the table of contents and the document’s title', async () => {
    const page = await deck.open(3)
    await slideOf(page, 3).locator('.slidev-toc-item').first().waitFor()
    const entries = await slideOf(page, 3).locator('.slidev-toc-item').allInnerTexts()
    expect(entries).toEqual(['The red title', 'Left alone', '<Toc> and spans'])
    expect(await page.title()).toContain('The red title')
  })
})

describe('beside other Markdown plugins', () => {
  it('runs together with the deck’s own markdownSetup', async () => {
    const deck = await build({
      'slides.md': `${headmatter()}\n[span]{color=red} ==marked==\n`,
      'vite.config.ts': MARK_SETUP,
    })
    expect(await readBoth(await deck.open(1))).toEqual({ spans: ['span'], marks: ['marked'] })
  })

  it('runs together with another addon’s, listed before it or after it', async () => {
    const other = {
      'other/package.json': '{"name": "slidev-addon-other", "version": "1.0.0"}',
      'other/vite.config.ts': MARK_SETUP,
    }
    for (const addons of [
      ['slidev-addon-addon', '@/other'],
      ['@/other', 'slidev-addon-addon'],
    ]) {
      const list = addons.map((name) => `  - '${name}'\n`).join('')
      const deck = await build({
        ...other,
        'slides.md': `---\naddons:\n${list}${OFFLINE}---\n\n# A\n\n[span]{color=red} ==marked==\n`,
      })
      expect(await readBoth(await deck.open(1))).toEqual({ spans: ['span'], marks: ['marked'] })
    }
  })
})

describe('messages of the build', () => {
  it('names file, line, span and the nearest colour, and ends well', async () => {
    const slides = `${headmatter()}\n# One\n\n---\nlayout: center\n---\n\n# Two\n\n- fine\n- [small]{color=grey5000}\n`
    const { code, output } = await runBuild({ 'slides.md': slides })
    const line = slides.slice(0, slides.indexOf('[small]')).split('\n').length
    expect(code).toBe(0)
    expect(output).toContain(
      `[slidev-addon-addon] slides.md:${line}: unknown colour "grey5000" in [small]{color=grey5000}.`,
    )
    expect(output).toContain('Did you mean gray500?')
    expect(output.match(/unknown colour/g)).toHaveLength(1)
  })

  it('stops with a clear error when something keeps the rule from the engine', async () => {
    const { code, output } = await runBuild({
      'slides.md': `${headmatter()}\n# One\n\n[span]{color=red}\n`,
      'vite.config.ts': 'export default { slidev: { markdown: false } }',
    })
    expect(code).not.toBe(0)
    expect(output).toContain('the rule for coloured spans did not reach the Markdown engine')
    expect(output).toContain('slides.md')
  })
})

describe('the PDF', () => {
  it('has plain titles in its outline, and export ends well with an unknown colour', async () => {
    const project = track(
      writeDeck({
        ...BASE,
        'slides.md': `${headmatter()}\n# One [red]{color=red}\n\n---\n\n## **Two** [x]{color=blau}\n`,
      }),
    )
    const output = join(project.path, 'deck.pdf')
    await exportPdf(project.path, output)
    expect((await readPdf(output)).outline).toEqual(['One red', 'Two x'])
  })
})

function headmatter(setting = ''): string {
  return `---\naddons:\n  - slidev-addon-addon\n${OFFLINE}${setting}---\n`
}

async function build(files: Readonly<Record<string, string>>): Promise<Deck> {
  const deck = await openDeck(await buildDeck(track(writeDeck({ ...BASE, ...files }))))
  opened.unshift(async () => deck.close())
  return deck
}

async function runBuild(
  files: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string }> {
  const project = track(writeDeck({ ...BASE, ...files }))
  return runSlidev(['build', 'slides.md', '--out', join(project.path, 'dist')], project.path)
}

function track(folder: TemporaryFolder): TemporaryFolder {
  opened.push(async () => folder.remove())
  return folder
}

/** What this addon and the other plugin made of the slide. */
async function readBoth(page: Page): Promise<{ spans: string[]; marks: string[] }> {
  return {
    spans: await page.locator('.coloured-span').allInnerTexts(),
    marks: await page.locator('mark').allInnerTexts(),
  }
}
