import type { BrowserContext, Locator, Page, Request } from 'playwright-chromium'
import { vi } from 'vitest'

import { settle, slideOf } from './deck.ts'
import { PATIENCE_MS } from './patience.ts'

/** Appearance of a slide at one click. */
export interface Step {
  /** Slide and click, as in its address. */
  where: string
  text: string
  styles: string[]
}

/** Number of frames without a change after which a slide counts as still. */
const QUIET_FRAMES = 8

/** Longest wait for an idle period, in ms. Chromium grants none to some pages on which nothing more is drawn. */
const IDLE_LIMIT_MS = 500

/** Pending requests, by page. */
const underWay = new WeakMap<Page, Set<Request>>()

/** Records the requests of a context's pages from now on, so that {@link standStill} waits for them. */
export function watchRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const requests = new Set<Request>()
    underWay.set(page, requests)
    page.on('request', (request) => requests.add(request))
    page.on('requestfinished', (request) => requests.delete(request))
    page.on('requestfailed', (request) => requests.delete(request))
  })
}

/** Describes the slide that a page shows, as soon as it stands still. */
export async function describeStep(page: Page): Promise<Step> {
  const { pathname, search } = new URL(page.url())
  const slide = slideOf(page, Number(pathname.slice(1)))
  await standStill(slide)
  return {
    where: `${pathname}${search}`,
    text: await slide.innerText(),
    styles: await describeStyles(slide),
  }
}

/** Lectern ends the movement of steps for viewers who ask for less of it, such as those of the tests. */
const ENDED_MOVEMENT = 'transition-property: opacity'

/** Returns the first five elements that look different. */
export function findDifferences(seen: readonly Step[], expected: readonly Step[]): string[] {
  return seen
    .flatMap(({ where, styles }, step) =>
      styles.flatMap((style, index) => {
        const lines = new Set(expected[step]?.styles[index]?.split('\n'))
        const changed = style
          .split('\n')
          .filter((line) => !lines.has(line) && line !== ENDED_MOVEMENT)
        return changed.length > 0
          ? [`${where} ${style.split('\n', 2).join('.')}: ${changed.join('; ')}`]
          : []
      }),
    )
    .slice(0, 5)
}

/** Waits until an element stands still: no request, no animation, no change by a script. */
export async function standStill(element: Locator): Promise<void> {
  const page = element.page()
  const isQuiet = async (): Promise<boolean> => {
    await settle(page)
    await element.evaluate(waitForQuiet, { frames: QUIET_FRAMES, idleLimit: IDLE_LIMIT_MS })
    return (underWay.get(page)?.size ?? 0) === 0
  }
  await vi.waitUntil(isQuiet, { timeout: PATIENCE_MS, interval: 10 })
}

/** Waits for a number of frames in a row without a change and without an animation. Runs in the page. */
async function waitForQuiet(
  root: Element,
  { frames, idleLimit }: { frames: number; idleLimit: number },
): Promise<void> {
  let quiet = 0
  const observer = new MutationObserver(() => {
    quiet = 0
  })
  observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true })
  while (quiet < frames) {
    quiet += 1
    await new Promise(requestAnimationFrame)
    await new Promise((resolve) => {
      requestIdleCallback(resolve, { timeout: idleLimit })
    })
    // A finished animation is still listed while its effect lasts.
    if (root.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running')) {
      quiet = 0
    }
  }
  observer.disconnect()
}

/** Returns the computed properties of an element and all in it, without hand-drawn lines, which are random. */
export async function describeStyles(element: Locator): Promise<string[]> {
  return element.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      .filter((node) => !node.closest('svg.rough-annotation'))
      .map((node) => {
        const style = getComputedStyle(node)
        const names = [...style].filter((name) => !name.startsWith('--'))
        const properties = names.map((name) => {
          // In tenths of a px: a popup's place differs by less than a browser's layout precision (1/64 px).
          const value = style
            .getPropertyValue(name)
            .replaceAll(/\d+\.\d+px/g, (length) => `${Number.parseFloat(length).toFixed(1)}px`)
          return `${name}: ${value}`
        })
        // Whether a popup is open depends on the moment at which the slide was mounted.
        const classes = [...node.classList].filter((name) => name !== 'v-popper--shown')
        return [node.tagName, classes.join(' '), ...properties].join('\n')
      }),
  )
}
