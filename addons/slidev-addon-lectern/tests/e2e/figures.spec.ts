import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { readFigureRecord } from '../../deck/figure-record.ts'
import { describeImageDifference } from '../../figures/image-difference.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { LEAST_TEXT_PX } from '../../page/figures/text-problems.ts'
import { startLectern } from '../harness/command-process.ts'
import type { Ending } from '../harness/command-process.ts'
import { copyFonts, startDevServer, watchWindows } from '../harness/dev-session.ts'
import { copyFixture, FIXTURES } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { readTexts } from '../harness/site-texts.ts'

/** A figure with a problem of each kind, and some texts that are right. */
const PLANTED = `<template>
  <div class="planted">
    <p class="small">small print</p>
    <svg width="200" height="20" viewBox="0 0 400 40"><text y="30" class="half">half a size</text></svg>
    <p class="narrow">longer than its box</p>
    <p class="beyond">beyond the figure</p>
    <p class="label">a label on its box <b>3</b></p>
    <p class="under">under a cover</p>
    <div class="cover"></div>
    <p class="read">for screen readers</p>
  </div>
</template>

<style scoped>
.planted {
  position: relative;
  width: 300px;
  height: 280px;
  background: white;
  font: 400 14px/20px 'Inter Variable';
}

.planted p {
  margin: 0;
  white-space: nowrap;
}

.small {
  font-size: 8px;
}

.half {
  font-size: 18px;
}

.narrow {
  width: 60px;
  border: 1px solid black;
}

.beyond {
  position: absolute;
  left: 240px;
  top: 130px;
}

.label {
  position: relative;
  width: 150px;
  background: lightgray;
}

.label b {
  position: absolute;
  left: 145px;
}

.under {
  position: absolute;
  top: 200px;
}

.cover {
  position: absolute;
  top: 195px;
  width: 200px;
  height: 40px;
  background: navy;
  pointer-events: none;
}

.read {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
</style>
`

/** A figure with texts that each machine draws differently. */
const FOREIGN = `<template>
  <div class="foreign">
    <p class="arrow">a ⟶ b</p>
    <p class="times">in Times</p>
    <p class="times">in Times, too</p>
  </div>
</template>

<style scoped>
.foreign {
  width: 300px;
  height: 120px;
  background: white;
  font: 400 14px/20px 'Inter Variable';
}

.foreign .arrow::after {
  content: ' ☛ c';
}

.foreign .times {
  font-family: 'Times New Roman';
}
</style>
`

/** A figure whose component fails. */
const FAILING = `<script setup>
throw new Error('no data')
</script>

<template>
  <div></div>
</template>
`

let folder: TemporaryFolder

beforeAll(() => {
  folder = copyFixture('figures')
})

afterAll(() => folder.remove())

function pathOf(name: string): string {
  return join(folder.path, name)
}

async function run(...args: string[]): Promise<Ending> {
  return startLectern(folder.path, 'figures', ...args).end()
}

/** Lists what the command says of a figure. */
function listProblems({ output }: Ending, name: string): string[] {
  const start = `figures/${name}: `
  return output
    .split('\n')
    .flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []))
}

const KEPT =
  'eras kept: public/eras.png is an image of your own; "lectern figures eras" replaces it\n'

describe('lectern figures', () => {
  let ending: Ending

  beforeAll(async () => {
    writeFileAtomically(pathOf('figures/planted/planted.vue'), PLANTED)
    writeFileAtomically(pathOf('figures/foreign/foreign.vue'), FOREIGN)
    writeFileAtomically(pathOf('figures/failing/failing.vue'), FAILING)
    ending = await run()
  })

  it('draws each figure as it was drawn before, and records it with its steps', async () => {
    expect(ending.output).toContain('[1/5] ages ok\n')
    const image = readFileSync(join(FIXTURES.figures, 'public/ages.png'))
    const drawn = readFileSync(pathOf('public/ages.png'))
    expect(await describeImageDifference(image, drawn)).toBeUndefined()
    expect(readFigureRecord(pathOf('figures/rendered.json'))['ages']?.steps).toBe(2)
  })

  it('keeps the image that the author has put under the name of a figure', () => {
    expect(ending.output).toContain(KEPT)
    const own = readFileSync(join(FIXTURES.figures, 'public/eras.png'))
    expect(readFileSync(pathOf('public/eras.png')).equals(own)).toBe(true)
  })

  it('names texts that are cut, covered, tiny or without any font, and draws nothing', () => {
    expect(listProblems(ending, 'planted')).toEqual([
      `"small print" is set in 8 px; ${LEAST_TEXT_PX} px is the least.`,
      `"half a size" is set in 9 px; ${LEAST_TEXT_PX} px is the least.`,
      expect.stringMatching(
        /^"longer than its box", set in 14 px, does not fit its box or the figure: \d+ px at the right\.$/,
      ),
      expect.stringMatching(/^"beyond the figure", set in 14 px, does not fit .*at the right\.$/),
      '"under a cover" is covered by something else.',
    ])
    expect(existsSync(pathOf('public/planted.png'))).toBe(false)
  })

  it('draws texts in fonts that are not bundled, and tells it once a font', () => {
    expect(listProblems(ending, 'foreign')).toEqual([
      'no bundled font has "⟶" in "a ⟶ b".',
      'no bundled font has "☛" in "☛ c".',
      '"in Times" and "in Times, too" in Times New Roman, which is not bundled or does not load: other machines draw ' +
        'another font. Bundle it with @font-face in styles/index.css, or name a bundled one.',
    ])
    expect(existsSync(pathOf('public/foreign.png'))).toBe(true)
  })

  it('names what a component throws, and ends with 1', () => {
    expect(ending.output).toContain('failing FAILED\n')
    expect(ending.output).toMatch(/^figures\/failing: .*no data/m)
    expect(ending.code).toBe(1)
  })

  it('refuses a name that an address would not have as it is, and draws nothing', async () => {
    const path = pathOf('figures/bäume/bäume.vue')
    writeFileAtomically(path, '<template><i /></template>')
    const { code, errors } = await run()
    rmSync(pathOf('figures/bäume'), { recursive: true })
    expect(errors).toContain('figures/bäume cannot be drawn. Name it')
    expect(code).toBe(2)
  })

  it('compares with --check, and writes nothing', async () => {
    const source = pathOf('figures/ages/ages.ts')
    const record = readFileSync(pathOf('figures/rendered.json'), 'utf8')
    const image = readFileSync(pathOf('public/ages.png'))
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('LONGEST_PX = 140', 'LONGEST_PX = 130'),
    )
    const { code, output } = await run('--check', 'ages', 'eras')
    expect(output).toMatch(
      /^\[1\/2\] ages public\/ages\.png differs from the figure in \d+ pixels\. Run "lectern figures ages", and look at the image\.\n/,
    )
    expect(output).toContain(KEPT)
    expect(code).toBe(1)
    expect(readFileSync(pathOf('figures/rendered.json'), 'utf8')).toBe(record)
    expect(readFileSync(pathOf('public/ages.png')).equals(image)).toBe(true)
  })
})

describe('the page of the figures', () => {
  it('shows all and each in the development server, light and dark, as they are edited', async () => {
    copyFonts(folder)
    const server = await startDevServer(folder.path)
    const browser = await launchBrowser(ensureBrowser(console.log))
    try {
      const page = await watchWindows(browser).open(`${server.url}figures/eras`)
      const item = page.locator('.slidev-layout .lectern-figure li').first()
      expect(await item.textContent()).toBe('Paleozoic')
      const colorOf = async (): Promise<string> =>
        item.evaluate((element) => getComputedStyle(element).color)
      expect(await colorOf()).toBe('rgb(29, 43, 51)')
      await page.getByLabel('dark').check()
      await expect.poll(colorOf).toBe('rgb(232, 238, 242)')
      const source = pathOf('figures/eras/eras.vue')
      writeFileSync(source, readFileSync(source, 'utf8').replace('{{ era }}', 'the {{ era }}'))
      await expect.poll(async () => item.textContent()).toBe('the Paleozoic')
      await page.getByRole('link', { name: 'All figures' }).click()
      await page.locator('.lectern-figure svg').first().waitFor()
      expect(await page.getByRole('heading').allTextContents()).toEqual(
        expect.arrayContaining(['ages', 'eras', 'planted']),
      )
    } finally {
      await browser.close()
      await server.stop()
    }
  })

  it('is in no published site', async () => {
    expect(readTexts(await shareBuild('figures'))).not.toContain('lectern-figures')
  })
})
