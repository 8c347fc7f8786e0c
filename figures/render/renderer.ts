import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import type { Browser, Page } from 'playwright-chromium'
import sharp from 'sharp'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'

import { launchBrowser } from '../../addons/slidev-addon-lectern/browser/find-browser.ts'
import { addPageScript } from '../../addons/slidev-addon-lectern/browser/page-script.ts'
import { openImageRecord } from './image-record.ts'
import { findTextProblems } from './text-problems.ts'

const ROOT = join(import.meta.dirname, '../..')
const FIGURES = join(ROOT, 'figures')
const FONTS = join(ROOT, 'node_modules/@fontsource-variable')
/** A folder of this process alone, so that two renderers do not disturb each other. */
const CACHE = join(ROOT, 'node_modules/.vite-figures', String(process.pid))

/** Device pixels for one CSS pixel of a figure, so that it is sharp on a 4K projector. */
export const SCALE = 4

/** Quality of the palette, of 100: about 75 colors, enough for flat drawings with smooth edges. */
const PALETTE_QUALITY = 90

/** Time limit until a figure shows its card, in ms; it takes one second on an idle machine. */
const CARD_LIMIT_MS = 120_000

/** Returns the names of all figures, sorted: the folders of `figures/` with a component of their name. */
export function listFigures(): string[] {
  return readdirSync(FIGURES)
    .filter((name) => existsSync(join(FIGURES, name, `${name}.vue`)))
    .toSorted()
}

/** Returns the path of the rendered image of a figure. */
export function imagePath(name: string): string {
  return join(ROOT, 'public', `${name}.png`)
}

/** Record of the images in `public/` that were rendered, which tells them from the author's own. */
export const imageRecord = openImageRecord(join(FIGURES, 'rendered.json'), join(ROOT, 'public'))

/** Serves the page of all figures, with hot reload, until the caller closes it. */
export async function serveFigures(port?: number): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: join(FIGURES, 'render'),
    cacheDir: CACHE,
    logLevel: 'warn',
    plugins: [vue()],
    server: {
      host: '127.0.0.1',
      port: port ?? 0,
      strictPort: port !== undefined,
      // Dependencies may be links to another folder.
      fs: { allow: [ROOT, realpathSync(FONTS)] },
    },
  })
  return server.listen()
}

/** Renders figures one after the other on one page. */
export interface FigureRenderer {
  /**
   * Renders a figure as a palette PNG at four times its display size.
   *
   * @throws {Error} when the figure does not exist or reports an error, when its text is cut, covered or tiny,
   *   or when no bundled font has one of its characters.
   */
  render: (name: string) => Promise<{ png: Buffer; steps: number }>
  close: () => Promise<void>
}

/** Serves the page of the figures and opens a browser on it. */
export async function createFigureRenderer(executablePath: string): Promise<FigureRenderer> {
  const server = await serveFigures()
  const browser: Browser = await launchBrowser(executablePath)
  const context = await browser.newContext({
    deviceScaleFactor: SCALE,
    viewport: { width: 1000, height: 600 },
  })
  await addPageScript(context)
  const page = await context.newPage()
  const url = server.resolvedUrls?.local[0] ?? ''
  return {
    render: (name) => renderFigure(page, `${url}?figure=${name}`, name),
    close: async () => {
      await browser.close()
      await server.close()
      rmSync(CACHE, { recursive: true, force: true })
    },
  }
}

async function renderFigure(
  page: Page,
  url: string,
  name: string,
): Promise<{ png: Buffer; steps: number }> {
  const errors: string[] = []
  const record = (error: Error): void => void errors.push(error.message)
  page.on('pageerror', record)
  try {
    await page.goto(url)
    const card = page.locator('.figure-card')
    await card.waitFor({ timeout: CARD_LIMIT_MS }).catch(() => {
      throw new Error(`figures/${name} shows no card. ${errors.join('; ')}`)
    })
    await page.evaluate(() => document.fonts.ready)
    const textProblems = await card.evaluate(findTextProblems)
    const uncovered = await card.evaluate(async (element) =>
      window.lecternPage.describeMissingCharacters(element),
    )
    const problems = [...errors, ...textProblems, ...uncovered]
    if (problems.length > 0) {
      throw new Error(problems.map((problem) => `figures/${name}: ${problem}`).join('\n'))
    }
    const steps = await card.evaluate((element) =>
      Math.max(
        0,
        ...Array.from(element.querySelectorAll('[data-step]'), (part) =>
          Number(part.getAttribute('data-step')),
        ),
      ),
    )
    const shot = await card.screenshot({ omitBackground: true, animations: 'disabled' })
    return { png: await toPalette(shot), steps }
  } finally {
    page.off('pageerror', record)
  }
}

async function toPalette(png: Buffer): Promise<Buffer> {
  return sharp(png)
    .png({ palette: true, quality: PALETTE_QUALITY, compressionLevel: 9, dither: 0, effort: 10 })
    .toBuffer()
}
