import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { buildSite } from '../../site/build-site.ts'
import { openDeck, slideOf } from '../harness/deck.ts'
import { writeDeck } from '../harness/project-copy.ts'
import { readTexts } from '../harness/site-texts.ts'

// Decks of strangers: without headmatter, so with Slidev's icon and fonts on other hosts, and without this project's
// styles and setup.

/** A component whose slide cannot be copied. */
const THROWS = `<script setup lang="ts">
import { onMounted, useTemplateRef } from 'vue'

const root = useTemplateRef('root')
onMounted(() =>
  Object.defineProperty(root.value?.closest('.slidev-layout'), 'innerText', {
    get: () => {
      throw new Error('Nobody reads this slide.')
    },
  }),
)
</script>

<template><p ref="root">Throws</p></template>
`

/** A component whose slide seems to be loading for ever. */
const LOADS = '<template><p class="slidev-slide-loading">Loads</p></template>\n'

const DECK = `# First

<!-- a secret note -->

---

# Second

<Throws />

---

# Third

<Loads />

---

# Fourth
`

/** The deck with names and files that do not exist, and an image beside its file. */
const WRONG_DECK = DECK.replace(
  '---\n\n# Fourth',
  `---
layout: image
image: ./side.png
---

# Fourth

<NoSuch />

<iframe src="/gone.html" title="Gone"></iframe>

---
layout: no-such
---`,
)

/** Builds the site of a deck, and returns its folder with the lines that were logged. */
async function build(
  files: Readonly<Record<string, string>>,
  change?: (folder: string) => void,
): Promise<{ site: string; lines: string[] }> {
  const folder = writeDeck(files)
  onTestFinished(folder.remove)
  change?.(folder.path)
  const site = join(folder.path, 'dist')
  const lines: string[] = []
  await buildSite({
    entry: folder.path,
    workingFolder: folder.path,
    out: site,
    log: (line) => lines.push(line),
  })
  return { site, lines }
}

/** Replaces the Slidev of a deck by a copy that claims to be of a later version. */
function installUntestedSlidev(folder: string): void {
  const scope = join(folder, 'node_modules/@slidev')
  const original = realpathSync(scope)
  // A link, see `linkDependencies`.
  unlinkSync(scope)
  mkdirSync(scope)
  for (const name of readdirSync(original).filter((each) => each !== 'cli')) {
    symlinkSync(join(original, name), join(scope, name))
  }
  cpSync(join(original, 'cli'), join(scope, 'cli'), { recursive: true })
  const manifest = join(scope, 'cli/package.json')
  const text = readFileSync(manifest, 'utf8')
  writeFileSync(manifest, text.replace(/"version": ".+?"/, '"version": "99.0.0"'))
}

describe('a deck in which slides cannot be captured, and names do not exist', () => {
  it('gets pages for the others, the application’s for these, and a line for each', async () => {
    const { site, lines } = await build({
      'slides.md': WRONG_DECK,
      'side.png': 'Not drawn.',
      'components/Throws.vue': THROWS,
      'components/Loads.vue': LOADS,
    })
    const shell = readFileSync(join(site, '404.html'), 'utf8')
    const pages = [1, 2, 3, 4, 5].map((number) =>
      readFileSync(join(site, `${number}.html`), 'utf8'),
    )

    expect(pages.map((page) => page === shell)).toEqual([false, true, true, false, false])
    expect(pages[0]).toContain('>First</h1>')
    expect(pages[3]).toContain('>Fourth</h1>')
    expect(pages[3]).toMatch(/url\(&quot;\/assets\/side-[\w-]+\.png&quot;\)/)
    expect(lines).toEqual([
      expect.stringMatching(/^slides\.md:29: there is no layout "no-such", and the slide gets/),
      expect.stringMatching(
        /^slides\.md:24: there is no component <NoSuch>, and the browser draws/,
      ),
      'Slide 2 "Second" is shown only once the application is loaded, because it could not be captured: ' +
        'Nobody reads this slide.',
      'Slide 3 "Third" is shown only once the application is loaded, because it could not be captured: ' +
        'Slide 3 was not drawn within 30 s.',
      expect.stringMatching(/^slides\.md:26: the site has no file "gone\.html"\. Expected/),
    ])
    // Files of other hosts are named, and were not read.
    expect(pages[0]).toMatch(
      /data-href="https:\/\/cdn\.jsdelivr\.net\/[^"]+\/assets\/favicon\.png"/,
    )
    expect(pages[0]).toContain('<link data-rel="stylesheet" href="https://fonts.googleapis.com/')
    // The site is for everybody.
    expect(readTexts(site)).not.toContain('a secret note')
    expect(readdirSync(join(site, 'assets/slidev')).join()).not.toMatch(/presenter|notes|overview/)

    const deck = await openDeck(site)
    onTestFinished(deck.close)
    const page = await deck.context.newPage()
    await page.route(/googleapis|jsdelivr/, async (route) => route.abort())
    await page.goto(`${deck.url}2`)
    await slideOf(page, 2).getByText('Throws').waitFor()
    // A style sheet of another host that does not come does not hold up the application.
    await page.goto(`${deck.url}1`)
    await page.locator('#lectern-prerendered').waitFor({ state: 'detached' })
    expect(await slideOf(page, 1).locator('h1').innerText()).toBe('First')
  })
})

describe('a deck with an untested Slidev', () => {
  it('gets Slidev’s own pages, and lines that say so', async () => {
    const slides = DECK.replaceAll(/<\w+ \/>/g, '')
    const { site, lines } = await build({ 'slides.md': slides }, installUntestedSlidev)
    expect(lines).toEqual([
      'Slidev 99.0.0 (tested: 52.20.1, 53.0.0) is no tested version: slides get no pages of their own, and the ' +
        "site has Slidev's pages. Update slidev-addon-lectern.",
      expect.stringContaining('The lazy client and the fast start are off with Slidev 99.0.0'),
    ])
    expect(existsSync(join(site, '1.html'))).toBe(false)
    const page = readFileSync(join(site, 'index.html'), 'utf8')
    expect(page).toBe(readFileSync(join(site, '404.html'), 'utf8'))
    expect(page).not.toContain('og:image')
    expect(readTexts(site)).not.toContain('a secret note')

    const deck = await openDeck(site)
    onTestFinished(deck.close)
    const opened = await deck.context.newPage()
    await opened.route(/googleapis|jsdelivr/, async (route) => route.abort())
    await opened.goto(`${deck.url}4`)
    await slideOf(opened, 4).getByText('Fourth').waitFor()
  })
})
