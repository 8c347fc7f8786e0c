import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import type { Browser } from 'playwright-chromium'
import { launch } from 'puppeteer-core'

import { newContext } from './patience.ts'

/** Commands of Firefox; Debian has the release with long support. */
const FIREFOX = ['firefox-esr', 'firefox']

/** Returns the path of this machine's Firefox, if it has one. Installs nothing. */
export function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return FIREFOX.flatMap((command) => folders.map((folder) => join(folder, command))).find((path) =>
    existsSync(path),
  )
}

/** Facts of a slide that is shown. */
export interface SlideFacts {
  heading: string
  /** Number of images that are not shown. */
  broken: number
  /** Number of live figures. */
  live: number
  /** Number of elements with an image behind them. */
  backgrounds: number
  isDark: boolean
  /** Addresses that the page has loaded. */
  loaded: string[]
}

/** Returns the facts of a slide, once all of it is drawn. Runs in the page. */
async function readSlide(number: number): Promise<SlideFacts> {
  const find = (): HTMLElement | null =>
    document.querySelector(`[data-slidev-no="${number}"]:not([style*="display: none"])`)
  const loading = '[data-lectern-figure=loading], [data-waitfor]:not(:has(svg))'
  while (!find()?.querySelector('.slidev-layout') || document.querySelector(loading)) {
    await new Promise(requestAnimationFrame)
  }
  await document.fonts.ready
  const elements = [...(find()?.querySelectorAll<HTMLElement>('*') ?? [])]
  const images = elements.filter((element) => element instanceof HTMLImageElement)
  await Promise.all(images.map(async (image) => image.decode().catch(() => {})))
  return {
    heading: find()?.querySelector('h1')?.textContent ?? '',
    broken: images.filter(({ naturalWidth }) => naturalWidth === 0).length,
    live: images.filter(({ dataset }) => dataset['lecternFigure'] === 'live').length,
    backgrounds: elements.filter((element) =>
      getComputedStyle(element).backgroundImage.startsWith('url("data:'),
    ).length,
    isDark: document.documentElement.classList.contains('dark'),
    // Firefox's driver tells of no requests to a disk.
    loaded: performance.getEntriesByType('resource').map(({ name }) => name),
  }
}

/** Names a slide in the address. Runs in the page. */
function nameSlide(number: number): void {
  location.hash = `#/${number}`
}

/** A talk that is open, and what it has asked for beside its file. */
export interface OpenTalk {
  read: (slide: number) => Promise<SlideFacts>
  /** Goes to a slide by its address. */
  go: (slide: number) => Promise<SlideFacts>
  press: (key: 'ArrowLeft') => Promise<void>
  requests: readonly string[]
  errors: readonly string[]
  close: () => Promise<void>
}

/** Size of the window, in CSS px. */
const WINDOW = { width: 980, height: 552 }

/** Opens a talk in a Chromium. */
export async function openInChromium(
  browser: Browser,
  address: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<OpenTalk> {
  const context = await newContext(browser, { viewport: WINDOW, colorScheme })
  const page = await context.newPage()
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(address)
  return {
    read: async (slide) => page.evaluate(readSlide, slide),
    go: async (slide) => {
      await page.evaluate(nameSlide, slide)
      return page.evaluate(readSlide, slide)
    },
    press: async (key) => page.keyboard.press(key),
    requests,
    errors,
    close: async () => context.close(),
  }
}

/** Opens a talk in a Firefox of its own, without a window. */
export async function openInFirefox(executablePath: string, address: string): Promise<OpenTalk> {
  const browser = await launch({ browser: 'firefox', executablePath, headless: true })
  const page = await browser.newPage()
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(WINDOW)
  await page.goto(address)
  return {
    read: async (slide) => page.evaluate(readSlide, slide),
    go: async (slide) => {
      await page.evaluate(nameSlide, slide)
      return page.evaluate(readSlide, slide)
    },
    press: async (key) => page.keyboard.press(key),
    requests,
    errors,
    close: async () => browser.close(),
  }
}
