/*
 * Draws the pictures of the addon's README from its example deck:
 *
 *   npx tsx addons/slidev-addon-addon/tests/e2e/pictures.ts
 */
import { join } from 'node:path'

import { ensureBrowser, launchBrowser } from '../../../slidev-addon-lectern/browser/find-browser.ts'
import { serveFolder } from '../../../slidev-addon-lectern/browser/static-server.ts'
import { writeFileAtomically } from '../../../slidev-addon-lectern/output/write-file.ts'
import { buildFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { ADDON, writePackedExample } from './packed-addon.ts'

/** Pictures: slide of the example deck, height of its upper part to draw, and color scheme. */
const PICTURES = [
  { name: 'spans', slide: 2, height: 330, colorScheme: 'light' },
  { name: 'palette-light', slide: 3, height: 340, colorScheme: 'light' },
  { name: 'palette-dark', slide: 3, height: 340, colorScheme: 'dark' },
  { name: 'images', slide: 5, height: 440, colorScheme: 'light' },
] as const
const WIDTH = 980

const deck = writePackedExample()
const server = await serveFolder(await buildFolder(deck))
const browser = await launchBrowser(ensureBrowser(console.log))
for (const { name, slide, height, colorScheme } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 552 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  await page.goto(`${server.url}${slide}`)
  await page.locator(`[data-slidev-no="${slide}"] .slidev-layout`).waitFor()
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(async (image) => image.decode()))
  })
  const clip = { x: 0, y: 0, width: WIDTH, height }
  writeFileAtomically(join(ADDON, 'pictures', `${name}.png`), await page.screenshot({ clip }))
  await page.close()
}
await browser.close()
await server.close()
deck.remove()
